import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../domain/instant';
import { fitting, FOLD_WIDTH, Scale, type Fold, type Folds } from './scale';

const none: Folds = () => [];
/** Every stretch of a list, of which some part is between two instants. */
const among =
  (gaps: readonly Fold[]): Folds =>
  (from, to) =>
    gaps.filter((gap) => gap.to > from && gap.from < to);
const frame = { width: 600, perPixel: MINUTE, anchor: { at: 10 * HOUR, x: 100 } };

describe('a scale', () => {
  test('without folds is even', () => {
    const scale = new Scale(frame, none);
    expect(scale.x(10 * HOUR)).toBe(100);
    expect(scale.x(11 * HOUR)).toBe(160);
    expect(scale.x(9 * HOUR)).toBe(40);
    expect(scale.at(160)).toBe(11 * HOUR);
    expect(scale.stretches).toEqual([{ from: scale.at(0), to: scale.at(600) }]);
  });

  test('gives a folded stretch little room, and leaves some beside the events', () => {
    const scale = new Scale(frame, among([{ from: 11 * HOUR, to: 40 * HOUR }]));
    const [fold] = scale.folds;
    expect(scale.folds).toHaveLength(1);
    expect(fold?.from).toBeGreaterThan(11 * HOUR);
    expect(fold?.to).toBeLessThan(40 * HOUR);
    expect(scale.x(40 * HOUR) - scale.x(11 * HOUR)).toBeCloseTo(FOLD_WIDTH + 44, 5);
    expect(scale.x(41 * HOUR) - scale.x(40 * HOUR)).toBeCloseTo(60, 5);
    expect(scale.stretches).toHaveLength(2);
  });

  test('folds on both sides of its anchor, and where the anchor itself is folded away', () => {
    const gaps = [
      { from: -90 * HOUR, to: 9 * HOUR },
      { from: 11 * HOUR, to: 40 * HOUR },
      { from: 41 * HOUR, to: 90 * HOUR },
    ];
    const scale = new Scale(frame, among(gaps));
    expect(scale.folds).toHaveLength(3);
    expect(scale.x(41 * HOUR) - scale.x(40 * HOUR)).toBeCloseTo(60, 5);
    expect((scale.folds[2]?.x ?? 0) - (scale.folds[1]?.x ?? 0)).toBeGreaterThan(FOLD_WIDTH + 60);
    const inside = new Scale({ ...frame, anchor: { at: 20 * HOUR, x: 300 } }, among(gaps));
    expect(inside.x(20 * HOUR)).toBeCloseTo(300, 5);
    expect(inside.folds.map(({ gap }) => gap)).toEqual(gaps);
  });

  test('does not fold what would hardly become smaller', () => {
    expect(new Scale(frame, among([{ from: 11 * HOUR, to: 12 * HOUR }])).folds).toEqual([]);
  });

  test('always leads from an instant to a place and back, further right for later', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 * DAY }), fc.integer({ min: 1, max: 20 * DAY })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 10, max: HOUR }), fc.nat(40 * DAY), fc.nat(600), (steps, perPixel, at, x) => {
        let end = 0;
        const list = steps.map(([apart, length]) => {
          const from = end + apart;
          end = from + length;
          return { from, to: end };
        });
        const scale = new Scale({ width: 600, perPixel, anchor: { at, x } }, among(list));
        expect(scale.x(at)).toBeCloseTo(x, 3);
        const places = Array.from({ length: 61 }, (_, index) => index * 10);
        const instants = places.map((place) => scale.at(place));
        for (const [index, instant] of instants.entries()) {
          expect(scale.x(instant)).toBeCloseTo(places[index] ?? 0, 3);
          if (index > 0) expect(instant).toBeGreaterThan(instants[index - 1] ?? 0);
        }
      }),
    );
  });
});

describe('fitting', () => {
  test('fills the width where nothing is folded', () => {
    expect(fitting(600, { from: 0, to: 600 * MINUTE }, () => none)).toBe(MINUTE);
  });

  test('has room for everything once what is long is folded', () => {
    const range = { from: 0, to: 102 * HOUR };
    const folds = among([{ from: HOUR, to: 101 * HOUR }]);
    const perPixel = fitting(600, range, () => folds);
    const scale = new Scale({ width: 600, perPixel, anchor: { at: 0, x: 0 } }, folds);
    expect(scale.x(range.to)).toBeCloseTo(600, 0);
    expect(scale.x(HOUR)).toBeGreaterThan(150);
  });
});
