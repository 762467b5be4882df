// The timeline on screen: whose lanes are drawn, over which stretch of time, and how an instant becomes a place on it.
import type { Lab } from '../../app/lab.svelte';
import type { Account } from '../../domain/account';
import { DAY, HOUR, type Instant } from '../../domain/instant';
import { withRecord } from '../../domain/evolve';
import type { LogRecord } from '../../domain/record';
import { Lanes, type Lane, type Tick } from '../../domain/views/lanes';
import { accountOf, emptyWorld, peopleOf, type World } from '../../domain/world';
import type { Words } from '../words/words.svelte';

/** How far ahead of now a deadline may lie and still stretch the picture. */
const AHEAD_MAX = 3 * DAY;
const BEHIND = 26 * HOUR;
/** How near to a mark a press has to be, in pixels. */
const REACH = 9;

export interface AxisMark {
  readonly at: Instant;
  readonly label: string;
}

/** Lanes of a log that only grows are built once; another log begins anew. */
class LaneCache {
  #lanes = new Lanes();
  #world: World | null = null;
  #taken: readonly LogRecord[] = [];

  lanesOf(records: readonly LogRecord[], world: World): Lanes {
    const isSameLog = this.#taken.length <= records.length && this.#taken.at(-1) === records[this.#taken.length - 1];
    if (!isSameLog || this.#world === null) {
      this.#lanes = new Lanes();
      this.#world = emptyWorld(world.catalogue);
      this.#taken = [];
    }
    for (const record of records.slice(this.#taken.length)) {
      this.#world = withRecord(this.#world, record);
      this.#lanes.add(record, this.#world);
    }
    this.#taken = records;
    return this.#lanes;
  }
}

export class Timeline {
  readonly #lab: Lab;
  readonly #words: Words;
  readonly #cache = new LaneCache();
  /** Width of the picture in pixels. */
  width = $state(600);

  /** A new object for every log, so that what is drawn follows it. */
  readonly #lanes = $derived.by(() => ({ all: this.#cache.lanesOf(this.#lab.records, this.#lab.world) }));
  readonly from: Instant = $derived.by(() =>
    Math.max(this.#lab.world.pins?.startedAt ?? 0, Math.floor((this.#lab.now - BEHIND) / HOUR) * HOUR),
  );
  readonly to: Instant = $derived.by(() => {
    const { now, upcoming } = this.#lab;
    const ends = upcoming.map(({ at }) => at).filter((at) => at - now <= AHEAD_MAX);
    return Math.ceil((Math.max(now + 6 * HOUR, ...ends) + 3 * HOUR) / HOUR) * HOUR;
  });
  /** Those who matter: who sits at the desks, then whoever something has happened or will happen to. */
  readonly people: readonly Account[] = $derived.by(() => {
    const { world, upcoming } = this.#lab;
    const firm = accountOf(world, this.#lab.placeOf('user').persona ?? '')?.firm ?? '';
    const first = [this.#lab.placeOf('user').persona, this.#lab.placeOf('admin').persona];
    const isConcerned = (account: Account): boolean =>
      account.codes.length > 0 ||
      this.lane(account.id).ticks.length > 0 ||
      upcoming.some(({ deadline }) => deadline.account === account.id);
    const rank = (account: Account): number =>
      first.includes(account.id) ? first.indexOf(account.id) : isConcerned(account) ? 2 : 3;
    return peopleOf(world, firm).toSorted((one, other) => rank(one) - rank(other));
  });

  constructor(lab: Lab, words: Words) {
    this.#lab = lab;
    this.#words = words;
  }

  lane(id: string): Lane {
    return this.#lanes.all.of(id);
  }

  /** Where an instant is drawn, in pixels from the left; beyond the edges it is drawn at the edge. */
  x(at: Instant): number {
    const share = (at - this.from) / (this.to - this.from);
    return Math.round(Math.min(1, Math.max(0, share)) * this.width * 10) / 10;
  }

  /** The mark of a lane that stands nearest to a place on the picture, if any is within reach. */
  tickAt(id: string, x: number): Tick | undefined {
    return this.lane(id)
      .ticks.filter((tick) => Math.abs(this.x(tick.at) - x) <= REACH)
      .toSorted((one, other) => Math.abs(this.x(one.at) - x) - Math.abs(this.x(other.at) - x))[0];
  }

  isInView(at: Instant): boolean {
    return at >= this.from && at <= this.to;
  }

  /** Whole hours of the wall clock, as many as there is room for, with the day where it changes. */
  get marks(): readonly AxisMark[] {
    const room = Math.max(2, Math.floor(this.width / 90));
    const step = [1, 2, 3, 6, 12, 24].find((hours) => (this.to - this.from) / HOUR / hours <= room) ?? 24;
    const marks: AxisMark[] = [];
    for (let at = Math.ceil(this.from / HOUR) * HOUR; at <= this.to; at += HOUR) {
      const { hour } = this.#words.time.wall(at);
      if (hour % step !== 0) continue;
      const time = this.#words.time.time(at, false);
      marks.push({ at, label: hour === 0 ? `${this.#words.time.day(at).split(' ').slice(0, 2).join(' ')}` : time });
    }
    return marks;
  }
}
