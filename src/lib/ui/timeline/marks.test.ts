import { describe, expect, test } from 'vitest';
import { Zone } from '../../app/zone';
import { DAY, HOUR, MINUTE, SECOND } from '../../domain/instant';
import { TimeText } from '../words/time-text';
import { axisMarks } from './axis-marks';
import { marksIn, stepFor } from './marks';
import { Scale } from './scale';

const NEW_YORK = new Zone('America/New_York');
const text = new TimeText('America/New_York', 'en-GB');
const at = (iso: string): number => Date.parse(iso);
const told = (marks: readonly number[]): readonly string[] => marks.map((mark) => text.moment(mark));

describe('the marks of the axis', () => {
  test('stand on whole units, whatever the picture begins with', () => {
    const from = at('2026-03-09T13:07:11Z');
    expect(told(marksIn({ from, to: from + 3 * HOUR }, HOUR, NEW_YORK))).toEqual([
      'Mon 9 Mar, 10:00',
      'Mon 9 Mar, 11:00',
      'Mon 9 Mar, 12:00',
    ]);
    expect(told(marksIn({ from, to: from + 20 * SECOND }, 10 * SECOND, NEW_YORK))).toEqual([
      'Mon 9 Mar, 09:07:20',
      'Mon 9 Mar, 09:07:30',
    ]);
  });

  test('stay on whole hours of the wall when the clocks go forward, and leave out what they leap over', () => {
    const from = at('2026-03-08T04:30:00Z');
    expect(told(marksIn({ from, to: from + 9 * HOUR }, 3 * HOUR, NEW_YORK))).toEqual([
      'Sun 8 Mar, 00:00',
      'Sun 8 Mar, 03:00',
      'Sun 8 Mar, 06:00',
      'Sun 8 Mar, 09:00',
    ]);
    expect(told(marksIn({ from: at('2026-03-08T06:00:00Z'), to: at('2026-03-08T08:00:00Z') }, HOUR, NEW_YORK))).toEqual(
      ['Sun 8 Mar, 01:00', 'Sun 8 Mar, 03:00', 'Sun 8 Mar, 04:00'],
    );
  });

  test('and when they go back, where an hour is shown twice', () => {
    const from = at('2026-11-01T05:00:00Z');
    expect(told(marksIn({ from, to: from + 3 * HOUR }, HOUR, NEW_YORK))).toEqual([
      'Sun 1 Nov, 01:00 EDT',
      'Sun 1 Nov, 01:00 EST',
      'Sun 1 Nov, 02:00',
      'Sun 1 Nov, 03:00',
    ]);
  });

  test('of days stand at midnight on both sides of a change, of weeks on Mondays', () => {
    expect(told(marksIn({ from: at('2026-03-06T12:00:00Z'), to: at('2026-03-10T12:00:00Z') }, DAY, NEW_YORK))).toEqual([
      'Sat 7 Mar, 00:00',
      'Sun 8 Mar, 00:00',
      'Mon 9 Mar, 00:00',
      'Tue 10 Mar, 00:00',
    ]);
    expect(
      told(marksIn({ from: at('2026-03-01T12:00:00Z'), to: at('2026-03-20T12:00:00Z') }, 7 * DAY, NEW_YORK)),
    ).toEqual(['Mon 2 Mar, 00:00', 'Mon 9 Mar, 00:00', 'Mon 16 Mar, 00:00']);
  });

  test('stand on whole hours where a zone is half an hour off', () => {
    const kolkata = new Zone('Asia/Kolkata');
    const marks = marksIn({ from: at('2026-03-09T10:00:00Z'), to: at('2026-03-09T12:00:00Z') }, HOUR, kolkata);
    expect(marks).toEqual([at('2026-03-09T10:30:00Z'), at('2026-03-09T11:30:00Z')]);
  });

  test('take the least unit that keeps them apart, from seconds to weeks', () => {
    expect([400, 3 * SECOND, 40 * MINUTE, 7 * HOUR, 3 * DAY, 999 * DAY].map(stepFor)).toEqual([
      SECOND,
      5 * SECOND,
      HOUR,
      12 * HOUR,
      7 * DAY,
      364 * DAY,
    ]);
  });
});

describe('the words at the marks', () => {
  const words = { time: (mark: number) => text.time(mark), day: (mark: number) => text.day(mark) };

  test('say the day where it begins and at the first of them, and never run into each other', () => {
    const anchor = { at: at('2026-03-09T20:00:00Z'), x: 0 };
    const marks = axisMarks(new Scale({ width: 700, perPixel: MINUTE, anchor }, () => []), NEW_YORK, words);
    expect(marks.map(({ label }) => label)).toEqual(['', 'Mon 18:00', '20:00', '22:00', 'Tue 10', '02:00']);
    const edges = marks.flatMap(({ x, label }) => [x - label.length * 3.5, x + label.length * 3.5]);
    expect(edges).toEqual(edges.toSorted((one, other) => one - other));
  });

  test('are left out below a fold, and say the day anew behind it', () => {
    const gap = { from: at('2026-03-09T21:00:00Z'), to: at('2026-03-12T13:00:00Z') };
    const anchor = { at: at('2026-03-09T19:30:00Z'), x: 0 };
    const folds = (from: number, to: number) => (gap.to > from && gap.from < to ? [gap] : []);
    const scale = new Scale({ width: 700, perPixel: MINUTE, anchor }, folds);
    const marks = axisMarks(scale, NEW_YORK, words);
    expect(marks.find(({ at: mark }) => mark > gap.to - HOUR)?.label).toBe('Thu 10:00');
    expect(
      marks.every(({ x, label }) => label === '' || x < (scale.folds[0]?.x ?? 0) || x > (scale.folds[0]?.x ?? 0) + 56),
    ).toBe(true);
  });
});
