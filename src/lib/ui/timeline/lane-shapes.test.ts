import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../domain/instant';
import { foldsOf, type Shown } from './ranges';
import { laneShapes } from './lane-shapes';
import { fitting, FOLD_WIDTH, Scale } from './scale';
import { playedStory, toldOf } from '../../../../tests/support/told-run';

const played = playedStory();
const run = toldOf(played.records, played.now);
const startedAt = run.world.pins?.startedAt ?? 0;

function scaleOf(width: number, isFolding: boolean): Scale {
  const shown: Shown = { startedAt, now: run.now, recent: startedAt, ends: [], gaps: run.chronicle.gaps };
  const folds = foldsOf(shown, { isFolding, unfolded: [] }, width);
  const perPixel = fitting(width, { from: startedAt, to: run.now }, folds);
  return new Scale({ width, perPixel, anchor: { at: startedAt, x: 0 } }, folds(perPixel));
}

/** Most of what is drawn on this one are folds. */
const coarse = new Scale(
  { width: 600, perPixel: 5 * MINUTE, anchor: { at: startedAt, x: 20 } },
  foldsOf(
    { startedAt, now: run.now, recent: startedAt, ends: [], gaps: run.chronicle.gaps },
    { isFolding: true, unfolded: [] },
    300,
  )(5 * MINUTE),
);

const shapesOn = (scale: Scale) =>
  laneShapes({
    lane: run.chronicle.lanes.lane('dana', run.now),
    ticks: run.chronicle.lanes.ticks('dana'),
    next: [],
    scale,
    now: run.now,
    near: (at) => run.time.near(at, run.now),
    record: (position) => run.records[position],
    widthOf: (text) => text.length * 6,
  });

describe('what is written in a lane', () => {
  test('stands in its bar, and under no fold', () => {
    for (const scale of [500, 900, 1300].map((width) => scaleOf(width, true)).concat(coarse)) {
      const { plates } = shapesOn(scale);
      expect(scale.folds.length).toBeGreaterThan(0);
      for (const { x, width: plate } of plates) {
        const covered = scale.folds.filter((fold) => fold.x < x + plate && fold.x + FOLD_WIDTH > x);
        expect(covered).toEqual([]);
      }
    }
    expect(shapesOn(scaleOf(900, false)).plates.map(({ text }) => text)).toEqual(['away: left on the train']);
  });

  test('is left out where there is no room for it', () => {
    expect(
      shapesOn(new Scale({ width: 60, perPixel: HOUR, anchor: { at: startedAt, x: 0 } }, () => [])).plates,
    ).toEqual([]);
  });
});
