// A moment as somebody types it: `Tue 10:15`, `10 Mar 9:00`, `2026-03-10 09:00`, `9:00`, `+90 min`. Pure. Says what was found
// and what was expected where it cannot be read; nothing is guessed beyond the nearest day.
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../domain/instant';
import type { TimeText } from '../words/time-text';

export type ReadTime =
  { readonly isRead: true; readonly at: Instant } | { readonly isRead: false; readonly problem: string };

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SPANS: readonly (readonly [RegExp, number])[] = [
  [/^s(ec(ond)?s?)?$/, SECOND],
  [/^m(in(ute)?s?)?$/, MINUTE],
  [/^h(ours?)?$/, HOUR],
  [/^d(ays?)?$/, DAY],
  [/^w(eeks?)?$/, 7 * DAY],
];
const EXPECTED = 'Type a time such as “Tue 10:15”, “10 Mar 9:00” or “+90 min”.';
/** `Tue at 10:15`, `2026-03-10T09:00:00`, `1 Nov 1:45 EST`. */
const TIME_OF_DAY =
  /^(.*?)(?:(?<=\d)T)?\s?(?:\bat )?(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([a-z]{2,5}(?:[+-][\d:]+)?))?$/i;
/** How far ahead of the present one can go at once. */
const YEARS_MAX = 10;

interface WallDay {
  readonly year: number;
  /** From 0 on. */
  readonly month: number;
  readonly day: number;
}

export class TypedTimes {
  readonly #time: TimeText;
  readonly #startedAt: Instant;

  constructor(time: TimeText, startedAt: Instant) {
    this.#time = time;
    this.#startedAt = startedAt;
  }

  /** The moment that was typed, seen from `now`, the moment that is looked at. */
  read(text: string, now: Instant): ReadTime {
    const typed = text.trim().replaceAll(',', ' ').replaceAll(/\s+/g, ' ');
    if (typed === '') return failed(`Nothing was typed. ${EXPECTED}`);
    const span = spanOf(typed.toLowerCase());
    if (span !== null) return this.#within(now + span, now);
    const parts = TIME_OF_DAY.exec(typed);
    if (parts === null) return failed(`“${text.trim()}” has no time of the day in it. ${EXPECTED}`);
    const [, dayText = '', hour = '', minute = '', second = '0', zone = ''] = parts;
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
      return failed(`“${hour}:${minute}” is no time of the day. Hours go to 23, minutes and seconds to 59.`);
    }
    const day = this.#dayOf(dayText.trim().toLowerCase(), now);
    if (day === null) return failed(`“${dayText.trim()}” is no day. ${EXPECTED}`);
    const wall = day + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
    const { clocks } = this.#time;
    const instants = clocks.instantsOf(wall);
    const where = this.#time.day(clocks.instantOf(wall));
    if (instants.length === 0) return failed(`${hour}:${minute} does not exist on ${where}: the clocks go forward.`);
    const at = this.#among(instants, zone, now);
    const zones = instants.map((each) => this.#time.zone(each)).join(' or ');
    return at === undefined
      ? failed(`At ${hour}:${minute} on ${where} the clocks of this run are in ${zones}; “${zone}” was typed.`)
      : this.#within(at, now);
  }

  /** Of an hour that the clocks show twice, the one of the zone that was typed, or else of the one looked at. */
  #among(instants: readonly Instant[], zone: string, now: Instant): Instant | undefined {
    if (zone !== '') return instants.find((at) => this.#time.zone(at).toLowerCase() === zone.toLowerCase());
    const { clocks } = this.#time;
    return instants.find((at) => clocks.offset(at) === clocks.offset(now)) ?? instants[0];
  }

  /** The moment as a date-and-time field has it, by the clocks of the run's zone. */
  fieldText(at: Instant): string {
    return new Date(this.#time.clocks.wallOf(at)).toISOString().slice(0, 19);
  }

  #within(at: Instant, now: Instant): ReadTime {
    if (at < this.#startedAt) {
      return failed(
        `The run begins on ${this.#time.moment(this.#startedAt)}. There is nothing to look at before that.`,
      );
    }
    if (at > now + YEARS_MAX * 366 * DAY)
      return failed(`That is more than ${YEARS_MAX} years ahead. Go there in steps.`);
    return { isRead: true, at };
  }

  /** Midnight of the day that was typed, as the clocks show it, or null; of the day looked at for none. */
  #dayOf(text: string, now: Instant): number | null {
    const today = Math.floor(this.#time.clocks.wallOf(now) / DAY) * DAY;
    if (text === '' || text === 'today') return today;
    if (text === 'tomorrow') return today + DAY;
    if (text === 'yesterday') return today - DAY;
    const words = text.split(/[ ./]/).filter((word) => word !== '');
    const weekday = WEEKDAYS.indexOf(words[0]?.slice(0, 3) ?? '');
    const date = dateIn(weekday < 0 ? words : words.slice(1), new Date(today).getUTCFullYear());
    if (date === 'none') return weekday < 0 ? null : today + nearestWeekday(new Date(today).getUTCDay(), weekday) * DAY;
    if (date === null) return null;
    const wall = Date.UTC(date.year, date.month, date.day);
    const isReal = new Date(wall).getUTCDate() === date.day;
    return isReal && (weekday < 0 || new Date(wall).getUTCDay() === weekday) ? wall : null;
  }
}

/** `10 mar`, `mar 10`, `10 mar 2026` or `2026-03-10`; `none` for no words at all. */
function dateIn(words: readonly string[], thisYear: number): WallDay | 'none' | null {
  if (words.length === 0) return 'none';
  const iso = words.length === 1 ? /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words[0] ?? '') : null;
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]) - 1, day: Number(iso[3]) };
  const month = words
    .map((word) => (/^[a-z]/.test(word) ? MONTHS.indexOf(word.slice(0, 3)) : -1))
    .find((each) => each >= 0);
  const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const day = numbers.find((each) => each >= 1 && each <= 31);
  const year = numbers.find((each) => each > 999) ?? thisYear;
  const isAll = words.length === numbers.length + 1;
  return month === undefined || day === undefined || !isAll ? null : { year, month, day };
}

/** Days to the nearest such weekday: up to three back, up to three on. */
function nearestWeekday(from: number, to: number): number {
  const ahead = (to - from + 7) % 7;
  return ahead > 3 ? ahead - 7 : ahead;
}

function spanOf(typed: string): number | null {
  const parts = /^([+-]|−)\s?(\d+(?:\.\d+)?)\s?([a-z]+)$/.exec(typed);
  if (parts === null) return null;
  const [, sign, count, unit = ''] = parts;
  const size = SPANS.find(([pattern]) => pattern.test(unit))?.[1];
  if (size === undefined) return null;
  return Math.round((Number(count) * size) / SECOND) * SECOND * (sign === '+' ? 1 : -1);
}

function failed(problem: string): ReadTime {
  return { isRead: false, problem };
}
