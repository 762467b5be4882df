// Simulated instants and spans in words, in the run's own time zone. Every time on screen comes through here.
import { Zone } from '../../app/zone';
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../domain/instant';

/** How many days are remembered before all are forgotten. */
const REMEMBERED_MAX = 5000;

export class TimeText {
  readonly #full: Intl.DateTimeFormat;
  readonly #minute: Intl.DateTimeFormat;
  readonly #second: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #zone: Intl.DateTimeFormat;

  /** What the clocks of the run's zone show, and when. */
  readonly clocks: Zone;
  readonly #days = new Map<number, string>();
  readonly #ownYear: number | null;
  readonly #makeDated: () => TimeText;
  #dated: TimeText | null = null;

  /** @param startedAt when the run began: days of another year are told with it; of none without one */
  constructor(timeZone: string, locale: string, startedAt?: Instant) {
    this.#makeDated = () => new DatedTimeText(timeZone, locale, startedAt);
    this.clocks = new Zone(timeZone);
    this.#ownYear = startedAt === undefined ? null : this.#yearOf(startedAt);
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
    const date = { weekday: 'short', day: 'numeric', month: 'short', timeZone } as const;
    this.#full = new Intl.DateTimeFormat(locale, { ...date, year: 'numeric' });
    this.#day = new Intl.DateTimeFormat(locale, date);
    this.#minute = new Intl.DateTimeFormat(locale, clock);
    this.#second = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit' });
    this.#zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short', hour: 'numeric' });
  }

  /** `Mon 9 Mar 2026`. */
  date(at: Instant): string {
    return plain(this.#full.format(at));
  }

  /** `Mon 9 Mar`, or `Fri 1 Jan 2027` in another year than the run began in. */
  day(at: Instant): string {
    const number = this.#dayOf(at);
    const known = this.#days.get(number);
    if (known !== undefined) return known;
    const isOwnYear = this.#ownYear === null || this.#ownYear === this.#yearOf(at);
    const text = isOwnYear ? plain(this.#day.format(at)) : this.date(at);
    if (this.#days.size >= REMEMBERED_MAX) this.#days.clear();
    this.#days.set(number, text);
    return text;
  }

  /**
   * `09:00:14`, or `09:00` on the whole minute; `01:30 EDT` in an hour that the clocks show twice. Where seconds are asked for
   * or not, the time alone.
   */
  time(at: Instant, withSeconds?: boolean): string {
    const text = ((withSeconds ?? at % MINUTE !== 0) ? this.#second : this.#minute).format(at);
    return withSeconds === undefined && this.isTwice(at) ? `${text} ${this.zone(at)}` : text;
  }

  /** Whether the clocks show this time at another instant, too. */
  isTwice(at: Instant): boolean {
    return this.clocks.instantsOf(this.clocks.wallOf(at)).length > 1;
  }

  /** `Tue 10 Mar, 09:00`. */
  moment(at: Instant): string {
    return `${this.day(at)}, ${this.time(at)}`;
  }

  /** `09:00` for an instant on the same day as `now`, else `Tue 10 Mar, 09:00`. */
  near(at: Instant, now: Instant): string {
    return this.#dayOf(at) === this.#dayOf(now) ? this.time(at) : this.moment(at);
  }

  /** The same for what is read beside another day: no time stands without its own. */
  get dated(): TimeText {
    return (this.#dated ??= this.#makeDated());
  }

  #yearOf(at: Instant): number {
    return new Date(this.clocks.wallOf(at)).getUTCFullYear();
  }

  /** Tells days apart, by the clocks of the zone. */
  #dayOf(at: Instant): number {
    return Math.floor(this.clocks.wallOf(at) / DAY);
  }

  /** The short name of the zone at this instant, such as `EDT`. */
  zone(at: Instant): string {
    return this.#zone.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  }
}

class DatedTimeText extends TimeText {
  override near(at: Instant): string {
    return this.moment(at);
  }
}

/** A span as a countdown: `23:57:46`; in days and hours from two days on. */
export function countdown(milliseconds: number): string {
  const left = Math.max(0, milliseconds);
  if (left >= 2 * DAY) return `${Math.floor(left / DAY)} d ${Math.floor((left % DAY) / HOUR)} h`;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(left / HOUR)}:${two((left % HOUR) / MINUTE)}:${two((left % MINUTE) / SECOND)}`;
}

/** A span in rough words: `24 hours`, `12 minutes`, `5 seconds`. */
export function roughly(milliseconds: number): string {
  const [size, name] =
    milliseconds >= 2 * DAY
      ? [DAY, 'day']
      : milliseconds >= HOUR
        ? [HOUR, 'hour']
        : milliseconds >= MINUTE
          ? [MINUTE, 'minute']
          : [SECOND, 'second'];
  const count = Math.floor(milliseconds / Number(size));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

const UNITS = [
  [DAY, 'day', 'd'],
  [HOUR, 'hour', 'h'],
  [MINUTE, 'minute', 'min'],
  [SECOND, 'second', 's'],
] as const;

/** How long something lasted, in its two largest units: `1 day 2 hours`, `45 minutes`, `0 seconds`. */
export function lengthText(milliseconds: number): string {
  const first = UNITS.findIndex(([size]) => milliseconds >= size);
  if (first < 0) return '0 seconds';
  let left = milliseconds;
  const parts = UNITS.slice(first, first + 2).map(([size, name]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? '' : `${count} ${name}${count === 1 ? '' : 's'}`;
  });
  return parts.filter((part) => part !== '').join(' ');
}

/** The same in its largest unit and as little room as can be: `3 d`, `23 h`, `45 min`. */
export function shortLength(milliseconds: number): string {
  const [size, , sign] = UNITS.find(([each]) => milliseconds >= each) ?? UNITS[3];
  return `${Math.floor(milliseconds / size)} ${sign}`;
}

/** Formatters put commas and narrow spaces where they like; the lab has one way. */
function plain(text: string): string {
  return text.replace(/,/g, '').replace(/\s+/g, ' ');
}
