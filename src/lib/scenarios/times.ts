// Whether the times of a starting point can be: its time zone and locale are known here, its moments are days of the
// calendar, and what happened before the lab opens happened in order and in time.
import type { Problem } from '../products/problem';
import type { StartingPoint } from './starting-point';

/** What cannot be about the times; paths as in the file. */
export function problemsOfTimes({ timeZone, locale, moments, opensAfter, opening }: StartingPoint): readonly Problem[] {
  const late = opening.filter(({ at }, index) => at > opensAfter || at < (opening[index - 1]?.at ?? ''));
  return [
    ...(isTimeZone(timeZone)
      ? []
      : [{ path: 'timeZone', found: `"${timeZone}"`, expected: 'a time zone such as Europe/London' }]),
    ...(isLocale(locale)
      ? []
      : [{ path: 'locale', found: `"${locale}"`, expected: 'a language and country such as en-GB' }]),
    ...moments.flatMap(({ startedAt }, index) =>
      isMoment(startedAt)
        ? []
        : [
            {
              path: `moments.${index}.startedAt`,
              found: `"${startedAt}"`,
              expected: 'a day and time from 2000 to 2099',
            },
          ],
    ),
    ...late.map((each) => ({
      path: `opening.${opening.indexOf(each)}.at`,
      found: each.at,
      expected: `no earlier than the one above it, and no later than the lab opens, at ${opensAfter}`,
    })),
  ];
}

/** Whether this machine knows the time zone by that name. */
export function isTimeZone(name: string): boolean {
  // An offset such as +02:00 is taken by Intl too, but it is no place on earth.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether this machine knows the locale by that name. */
export function isLocale(name: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(name).length === 1;
  } catch {
    return false;
  }
}

/** The pattern is the schema's; this is the calendar. */
function isMoment(utc: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = utc.split(/[-T:Z]/).map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year >= 2000 && year <= 2099 && day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60;
}
