// A starting point in another time zone: the story begins at the same time of the day there, and a day before the clocks
// change is one that the new zone has.
import { DAY, HOUR, type Instant } from '../domain/instant';
import type { StartingPoint } from '../scenarios/starting-point';
import { Zone } from './zone';

type Moment = StartingPoint['moments'][number];

/** The same firms and people where it is the same time of day, in another time zone. */
export function inTimeZone(start: StartingPoint, timeZone: string): StartingPoint {
  if (timeZone === start.timeZone) return start;
  const from = new Zone(start.timeZone);
  const to = new Zone(timeZone);
  const moments = start.moments.flatMap((moment) => movedMoment(moment, from, to) ?? []);
  const [first] = start.moments;
  const some = moments.length > 0 || first === undefined ? moments : [{ ...first, startedAt: moved(first, from, to) }];
  return { ...start, timeZone, moments: some };
}

function moved({ startedAt }: Moment, from: Zone, to: Zone): string {
  const at = Date.parse(startedAt);
  return utc(to.instantOf(at + from.offset(at)));
}

/** Null where the moment is the day before the clocks change, and in the new zone they never do. */
function movedMoment(moment: Moment, from: Zone, to: Zone): Moment | null {
  const at = Date.parse(moment.startedAt);
  const change = Math.sign(from.offset(at + 36 * HOUR) - from.offset(at));
  if (change === 0) return { ...moment, startedAt: moved(moment, from, to) };
  const before = dayBeforeChange(to, at, change);
  if (before === null) return null;
  const wall = at + from.offset(at);
  const startedAt = to.instantOf(Math.floor(before / DAY) * DAY + (wall % DAY));
  const way = change > 0 ? 'forward' : 'back';
  return {
    ...moment,
    label: `${dateIn(to.name, startedAt)}, the day before the clocks go ${way}`,
    startedAt: utc(startedAt),
  };
}

function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** The wall time at noon of the day before the clocks go forward (1) or back (-1) in the year of `at`, or null. */
function dayBeforeChange(zone: Zone, at: Instant, change: number): number | null {
  const noon = Date.UTC(new Date(at).getUTCFullYear(), 0, 1, 12);
  const changes = (from: number, span: number): boolean => {
    const then = zone.instantOf(from);
    return Math.sign(zone.offset(then + span) - zone.offset(then)) === change;
  };
  // Week by week first: asking for an offset is slow, and no clock goes forward and back within a week.
  for (let week = noon; week < noon + 366 * DAY; week += 7 * DAY) {
    if (!changes(week, 7 * DAY)) continue;
    for (let wall = week; wall < week + 7 * DAY; wall += DAY) if (changes(wall, DAY)) return wall;
  }
  return null;
}

function dateIn(timeZone: string, at: Instant): string {
  const date = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat('en-GB', { ...date, timeZone }).format(at).replace(',', '');
}
