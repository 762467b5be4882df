// A time zone by its name: how far its clocks are ahead at an instant, and the instant at which they show a time.
import { DAY, MINUTE, SECOND, type Instant } from '../domain/instant';

/** Clocks change on a quarter of an hour, never within one. */
const QUARTER = 15 * MINUTE;
/** How many offsets are remembered before all are forgotten. */
const REMEMBERED_MAX = 5000;

export class Zone {
  readonly name: string;
  readonly #offsets: Intl.DateTimeFormat;
  readonly #known = new Map<number, number>();

  constructor(timeZone: string) {
    this.name = timeZone;
    this.#offsets = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  }

  /** How far the clocks are ahead of UTC, in milliseconds. */
  offset(at: Instant): number {
    const quarter = Math.floor(at / QUARTER);
    const known = this.#known.get(quarter);
    if (known !== undefined) return known;
    const name = this.#offsets.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * SECOND;
    if (this.#known.size >= REMEMBERED_MAX) this.#known.clear();
    this.#known.set(quarter, offset);
    return offset;
  }

  /** What the clocks show, as milliseconds as if it were UTC. */
  wallOf(at: Instant): number {
    return at + this.offset(at);
  }

  /**
   * The instant at which the clocks show this time, given as if it were UTC; the first, where they show it twice. For a
   * time that they leap over, as much later as they leap.
   */
  instantOf(wall: number): Instant {
    return this.instantsOf(wall)[0] ?? wall - this.offset(wall - DAY);
  }

  /** Every instant at which the clocks show this time, in order: none where they leap over it, two where they go back. */
  instantsOf(wall: number): readonly Instant[] {
    const [before, after] = [wall - this.offset(wall - DAY), wall - this.offset(wall + DAY)];
    return (before === after ? [before] : [before, after]).filter((at) => this.wallOf(at) === wall);
  }
}
