import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../domain/instant';
import { countdown, roughly, TimeText } from './time-text';

const NEW_YORK = new TimeText('America/New_York', 'en-GB');

describe('a simulated instant in words', () => {
  test('is told in the zone of the run, whatever the zone of the machine', () => {
    const at = Date.parse('2026-03-09T13:00:00Z');
    expect(NEW_YORK.moment(at)).toBe('Mon 9 Mar, 09:00');
    expect(new TimeText('Asia/Kolkata', 'en-GB').moment(at)).toBe('Mon 9 Mar, 18:30');
  });

  // Regression: ten years on it was “Wed 1 Jan” again.
  test('has its year where the run began in another, by the clocks of the zone', () => {
    const run = new TimeText('America/New_York', 'en-GB', Date.parse('2026-03-09T13:00:00Z'));
    expect(run.moment(Date.parse('2027-01-01T04:59:00Z'))).toBe('Thu 31 Dec, 23:59');
    expect(run.moment(Date.parse('2027-01-01T05:00:00Z'))).toBe('Fri 1 Jan 2027, 00:00');
    expect(run.near(Date.parse('2027-01-01T05:00:00Z'), Date.parse('2028-01-01T05:00:00Z'))).toContain('2027');
  });

  // Regression: two events an hour apart stood in one list with the same time.
  test('says by which clocks in the hour that they show twice, and then alone', () => {
    const [first, second] = ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'].map((each) => Date.parse(each));
    expect([first!, second!].map((at) => NEW_YORK.moment(at))).toEqual([
      'Sun 1 Nov, 01:30 EDT',
      'Sun 1 Nov, 01:30 EST',
    ]);
    expect(NEW_YORK.time(second!, true)).toBe('01:30:00');
    expect(NEW_YORK.time(second! + HOUR)).toBe('02:30');
  });

  test('stands with its day where it is read beside another', () => {
    const at = Date.parse('2026-03-10T13:00:00Z');
    expect([NEW_YORK.near(at, at), NEW_YORK.dated.near(at, at)]).toEqual(['09:00', 'Tue 10 Mar, 09:00']);
  });

  test('shows seconds where there are any', () => {
    expect(NEW_YORK.time(Date.parse('2026-03-09T13:00:05Z'))).toBe('09:00:05');
    expect(NEW_YORK.time(Date.parse('2026-03-10T04:00:00Z'))).toBe('00:00');
  });

  test('a code of 24 elapsed hours ends an hour later on the wall when the clocks go forward (ONV-6)', () => {
    const issued = Date.parse('2026-03-07T14:00:00Z');
    expect(NEW_YORK.moment(issued)).toBe('Sat 7 Mar, 09:00');
    expect(NEW_YORK.moment(issued + DAY)).toBe('Sun 8 Mar, 10:00');
    expect([NEW_YORK.zone(issued), NEW_YORK.zone(issued + DAY)]).toEqual(['EST', 'EDT']);
  });

  test('and an hour earlier when they go back (ONV-6)', () => {
    const issued = Date.parse('2026-10-31T13:00:00Z');
    expect(NEW_YORK.moment(issued)).toBe('Sat 31 Oct, 09:00');
    expect(NEW_YORK.moment(issued + DAY)).toBe('Sun 1 Nov, 08:00');
  });
});

describe('a span in words', () => {
  test('runs down in hours, minutes and seconds, and never below nothing', () => {
    expect(countdown(24 * HOUR)).toBe('24:00:00');
    expect(countdown(24 * HOUR - 1000)).toBe('23:59:59');
    expect(countdown(-5)).toBe('00:00:00');
    expect(countdown(3 * DAY + HOUR)).toBe('3 d 1 h');
  });

  test('is rough where that is enough', () => {
    expect([roughly(24 * HOUR), roughly(3 * DAY), roughly(HOUR), roughly(300_000), roughly(1000)]).toEqual([
      '24 hours',
      '3 days',
      '1 hour',
      '5 minutes',
      '1 second',
    ]);
  });
});
