import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../domain/instant';
import { TimeText } from '../words/time-text';
import { TypedTimes } from './typed-time';

const text = new TimeText('America/New_York', 'en-GB');
/** Mon 9 Mar 2026, 09:00 in New York; the run began two hours before. */
const NOW = Date.parse('2026-03-09T13:00:00Z');
const START = NOW - 120 * MINUTE;
const times = new TypedTimes(text, START);

function read(typed: string, now = NOW): string {
  const found = times.read(typed, now);
  return found.isRead ? `${text.moment(found.at)}` : found.problem;
}

describe('a time that is typed', () => {
  test.each([
    ['Tue 10:15', 'Tue 10 Mar, 10:15'],
    ['tuesday at 10:15', 'Tue 10 Mar, 10:15'],
    ['Mon 9:30', 'Mon 9 Mar, 09:30'],
    ['08:41', 'Mon 9 Mar, 08:41'],
    ['8:41:12', 'Mon 9 Mar, 08:41:12'],
    ['tomorrow 0:00', 'Tue 10 Mar, 00:00'],
    ['10 Mar 09:00', 'Tue 10 Mar, 09:00'],
    ['Tue 10 Mar, 09:00', 'Tue 10 Mar, 09:00'],
    ['March 10 2026 9:00', 'Tue 10 Mar, 09:00'],
    ['2026-03-10 09:00:30', 'Tue 10 Mar, 09:00:30'],
    ['+90 min', 'Mon 9 Mar, 10:30'],
    ['+ 24 hours', 'Tue 10 Mar, 09:00'],
    ['-30s', 'Mon 9 Mar, 08:59:30'],
    ['+1.5h', 'Mon 9 Mar, 10:30'],
    ['1 Nov 1:30', 'Sun 1 Nov, 01:30 EDT'],
    ['2026-03-10T09:00', 'Tue 10 Mar, 09:00'],
    ['9:30 edt', 'Mon 9 Mar, 09:30'],
  ])('%s', (typed, wanted) => expect(read(typed)).toBe(wanted));

  test('a weekday is the nearest one, before or after what is looked at', () => {
    const friday = Date.parse('2026-03-13T13:00:00Z');
    expect(read('Wed 9:00', friday)).toBe('Wed 11 Mar, 09:00');
    expect(read('Mon 9:00', friday)).toBe('Mon 16 Mar, 09:00');
  });

  test.each([
    ['', 'Nothing was typed.'],
    ['soon', '“soon” has no time of the day in it. Type a time such as “Tue 10:15”'],
    ['25:00', '“25:00” is no time of the day. Hours go to 23'],
    ['Blursday 10:00', '“Blursday” is no day.'],
    ['31 Feb 10:00', '“31 Feb” is no day.'],
    ['Fri 10 Mar 10:00', '“Fri 10 Mar” is no day.'],
    ['03:00', 'The run begins on Mon 9 Mar, 07:00. There is nothing to look at before that.'],
    ['8 Mar 2:30', '2:30 does not exist on Sun 8 Mar: the clocks go forward.'],
    ['10:00 PST', 'At 10:00 on Mon 9 Mar the clocks of this run are in EDT; “PST” was typed.'],
    ['1 Nov 1:30 CET', 'the clocks of this run are in EDT or EST; “CET” was typed.'],
    ['+900 weeks', 'That is more than 10 years ahead.'],
    ['2026-13-40 10:00', '“2026-13-40” is no day.'],
  ])('%s is not one, and what is wrong is said', (typed, problem) => expect(read(typed)).toContain(problem));

  // Regression: whoever stood in the second of the two hours was led back into the first.
  test('an hour that the clocks show twice is the one of the zone that is typed, or of the moment looked at', () => {
    const at = (typed: string, now: string): string => {
      const found = times.read(typed, Date.parse(now));
      return found.isRead ? new Date(found.at).toISOString().slice(0, 16) : found.problem;
    };
    const [first, second] = ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'];
    expect(at('1:45', first)).toBe('2026-11-01T05:45');
    expect(at('1:45', second)).toBe('2026-11-01T06:45');
    expect(at('1:45 EST', first)).toBe('2026-11-01T06:45');
    expect(at('1 Nov 01:45 edt', second)).toBe('2026-11-01T05:45');
  });

  test('the picker shows the time of the run, not of the machine', () => {
    expect(times.fieldText(NOW)).toBe('2026-03-09T09:00:00');
    expect(read(times.fieldText(NOW).replace('T', ' '))).toBe('Mon 9 Mar, 09:00');
  });
});
