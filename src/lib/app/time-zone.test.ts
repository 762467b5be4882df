import { describe, expect, test } from 'vitest';
import { readStartingPoint } from '../scenarios/read-starting-point';
import { startingPoint } from '../../../tests/support/play';
import { inTimeZone } from './time-zone';

/** The moments there, as the clocks on the wall show them. */
function wallsIn(timeZone: string): readonly string[] {
  const { moments } = inTimeZone(startingPoint, timeZone);
  const wall = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return moments.map(({ startedAt }) => wall.format(Date.parse(startedAt)));
}

describe('a starting point in another time zone', () => {
  test('begins at the same time of the day, and on days before the clocks change there', () => {
    expect(wallsIn('America/New_York')).toEqual(['09/03/2026, 07:00', '07/03/2026, 07:00', '31/10/2026, 07:00']);
    expect(wallsIn('Europe/Berlin')).toEqual(['09/03/2026, 07:00', '28/03/2026, 07:00', '24/10/2026, 07:00']);
    expect(wallsIn('Australia/Lord_Howe')).toEqual(['09/03/2026, 07:00', '03/10/2026, 07:00', '04/04/2026, 07:00']);
  });

  test('names those days by their date there', () => {
    expect(inTimeZone(startingPoint, 'Europe/Berlin').moments.map(({ label }) => label)).toEqual([
      'Monday 9 March 2026',
      'Saturday 28 March 2026, the day before the clocks go forward',
      'Saturday 24 October 2026, the day before the clocks go back',
    ]);
  });

  test('where the clocks never change has no such day', () => {
    for (const zone of ['Asia/Tokyo', 'Asia/Kolkata', 'Asia/Kathmandu', 'UTC', 'Pacific/Kiritimati']) {
      expect(wallsIn(zone)).toEqual(['09/03/2026, 07:00']);
    }
  });

  test('is one that a story can begin with, in zones all over the world', () => {
    for (const zone of Intl.supportedValuesOf('timeZone').filter((_, index) => index % 12 === 0)) {
      const there = inTimeZone(startingPoint, zone);
      expect(readStartingPoint(there)).toEqual({ isRead: true, start: there });
      expect(wallsIn(zone).every((wall) => wall.endsWith('07:00'))).toBe(true);
    }
  });

  test('comes back as it was where it was changed and changed back, but for days that it never had', () => {
    const back = inTimeZone(inTimeZone(startingPoint, 'Europe/Berlin'), startingPoint.timeZone);
    expect(back.moments.map(({ startedAt }) => startedAt)).toEqual(startingPoint.moments.map((each) => each.startedAt));
    expect(inTimeZone(startingPoint, startingPoint.timeZone)).toBe(startingPoint);
  });
});
