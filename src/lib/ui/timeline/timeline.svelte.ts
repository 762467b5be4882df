// The timeline on screen: what is drawn of a run, and the playhead that is moved over it. What it draws is the whole run
// and what is foreseen from its present, whatever moment is looked at: looking back moves the playhead and nothing else.
import type { Lab } from '../../app/lab.svelte';
import { distinct } from '../../domain/distinct';
import { firstIndex } from '../../domain/first-index';
import { SECOND, type Instant } from '../../domain/instant';
import type { LogRecord } from '../../domain/record';
import { Chronicle } from '../../domain/views/chronicle';
import type { DeskLane, DeskLaneName } from '../../domain/views/desk-lanes';
import type { Upcoming } from '../../domain/views/future';
import type { Lane, Tick } from '../../domain/views/lanes';
import { PeopleIndex } from '../frame/people-index';
import { peopleDrawn, type Drawn } from './people';
import type { Shown } from './ranges';
import { View } from './view.svelte';

/** How near to something the playhead goes to it, in pixels. */
const NEAR = 7;
/** How many lanes of those who matter are drawn, and how many more are with each press. */
const LANES_MAX = 24;
/** How many of those found by a name: who is looked for is looked at among few, and each letter draws them anew. */
const FOUND_MAX = 8;
/** How many events back the picture reaches by itself. */
const RECENT = 8;

export class Timeline {
  readonly view: View;
  /** Who is looked for by name. */
  search = $state('');
  readonly #lab: Lab;
  #known: { readonly chronicle: Chronicle; readonly events: number } | null = null;

  /** The instant ahead of now at which the playhead was left: time goes on to it only when somebody says so. */
  readonly #ahead: Instant | null = $derived.by(() => this.#lab.picture.ahead);
  readonly #picked: readonly string[] = $derived.by(() => this.#lab.picture.picked);
  readonly #others: number = $derived.by(() => this.#lab.picture.others);
  readonly #catalogue = $derived.by(() => this.#lab.present.world.catalogue);
  /** A new object when anything has happened, so that what is drawn follows it; while desks are merely walked, nothing has. */
  readonly #read = $derived.by(() => {
    const { chronicle: before, events } = this.#known ?? { chronicle: null, events: 0 };
    const chronicle = Chronicle.of(before, this.#lab.records, this.#catalogue);
    if (this.#known === null || chronicle !== before || chronicle.events.length !== events) {
      this.#known = { chronicle, events: chronicle.events.length };
    }
    return this.#known;
  });
  /** Each by itself, so that what is drawn of it is not drawn anew with every other change of the world. */
  readonly now: Instant = $derived.by(() => this.#lab.present.now);
  readonly #startedAt = $derived.by(() => this.#lab.present.world.pins?.startedAt ?? 0);
  readonly #slots = $derived.by(() => this.#lab.present.world.accounts.slots);
  readonly #deadlines = $derived.by(() => this.#lab.present.world.deadlines);
  readonly #people = $derived.by(() => this.#lab.present.world.directory);
  readonly #directory = $derived.by(() => new PeopleIndex(this.#people, (person) => person));
  /** What will happen from the present on, unless it is to be foreseen first. */
  readonly upcoming: readonly Upcoming[] = $derived.by(() => this.#lab.upcomingFromNow);
  /** As one text, so that whoever is looked at, the same people are the same. */
  readonly #atDesks = $derived(
    distinct(['user', 'admin'].map((desk) => this.#lab.placeOf(desk as 'user' | 'admin').persona ?? '')).join('\n'),
  );
  /** Those who matter, whoever is searched for. */
  readonly mattering: Drawn = $derived.by(() => this.#peopleDrawn(''));
  readonly drawn: Drawn = $derived.by(() =>
    this.search.trim() === '' ? this.mattering : this.#peopleDrawn(this.search),
  );

  constructor(lab: Lab) {
    this.#lab = lab;
    const shown = (): Shown => {
      const { chronicle } = this.#read;
      return {
        startedAt: this.#startedAt,
        now: this.now,
        recent: chronicle.atOf(chronicle.events.length - RECENT) ?? this.#startedAt,
        ends: distinct(this.upcoming.map(({ at }) => at)),
        gaps: chronicle.gaps,
      };
    };
    this.view = new View(shown, () => this.ahead ?? lab.past?.at ?? (lab.speed === null ? this.now : null), lab);
  }

  #peopleDrawn(search: string): Drawn {
    return peopleDrawn({
      slots: this.#slots,
      deadlines: this.#deadlines,
      directory: this.#directory,
      atDesks: this.#atDesks.split('\n').filter((id) => id !== ''),
      picked: this.#picked,
      touched: this.#read.chronicle.lanes.touched,
      search,
      most: search === '' ? LANES_MAX : FOUND_MAX,
      others: this.#others,
    });
  }

  get chronicle(): Chronicle {
    return this.#read.chronicle;
  }

  lane(account: string): Lane {
    const lane = this.#read.chronicle.lanes.lane(account, this.now);
    return this.#lab.isAnswerHidden ? { ...lane, foreseen: [] } : lane;
  }

  desk(name: DeskLaneName): DeskLane {
    return this.#read.chronicle.desks.lane(name);
  }

  ticks(account: string): readonly Tick[] {
    return this.#read.chronicle.lanes.ticks(account);
  }

  record(position: number): LogRecord | undefined {
    return this.#lab.records[position];
  }

  /** Where the playhead waits ahead of now; null where it does not. */
  get ahead(): Instant | null {
    const { present, past } = this.#lab;
    return past === null && this.#ahead !== null && this.#ahead > present.now ? this.#ahead : null;
  }

  /** The instant that the playhead stands at. */
  get head(): Instant {
    return this.ahead ?? this.#lab.now;
  }

  isPicked(account: string): boolean {
    return this.#picked.includes(account);
  }

  /** Keeps somebody's lane in view though nothing happens to them, or no longer. */
  pick(account: string): void {
    const picked = this.isPicked(account)
      ? this.#picked.filter((each) => each !== account)
      : [...this.#picked, account];
    this.#lab.picture = { ...this.#lab.picture, picked };
  }

  showMore(): void {
    this.#lab.picture = { ...this.#lab.picture, others: this.#others + LANES_MAX };
  }

  /** Puts the playhead at an instant: what is past is looked at, what is to come waits to be gone on to. */
  seek(at: Instant): void {
    const { now, world } = this.#lab.present;
    const to = Math.max(world.pins?.startedAt ?? 0, at);
    this.#wait(to > now ? to : null);
    if (to < now) void this.#lab.lookAt(to);
    else if (this.#lab.past !== null) this.#lab.backToNow();
  }

  /** Puts the playhead to where it was dragged: on an event or on now where one is near, else on a whole second. */
  seekNear(x: number): void {
    const { scale } = this.view;
    const { events } = this.chronicle;
    const [low, high] = [scale.at(x - NEAR), scale.at(x + NEAR)];
    const first = firstIndex(events, (position) => (this.record(position)?.at ?? 0) >= low);
    const marks = [this.#lab.present.now, ...this.upcoming.map(({ at }) => at)].filter((at) => at >= low && at <= high);
    const event = nearest(
      x,
      [first, first + 1].flatMap((index) => this.chronicle.atOf(index) ?? []),
      (at) => scale.x(at),
    );
    const mark = nearest(x, marks, (at) => scale.x(at));
    const near = mark ?? (event !== undefined && event <= high ? event : undefined);
    this.seek(near ?? Math.floor(scale.at(x) / SECOND) * SECOND);
  }

  /** An event on: in the past the next that happened, ahead of now the next that will. */
  step(by: -1 | 1): void {
    const { ahead, upcoming: next } = this;
    if (this.#lab.past !== null || (ahead === null && by === -1)) return void this.#lab.step(by);
    const ends = next.map(({ at }) => at);
    const from = ahead ?? this.#lab.present.now;
    const to = by === 1 ? ends.find((at) => at > from) : ends.findLast((at) => at < from);
    if (to !== undefined) this.#wait(to);
    else if (by === -1) this.#wait(null);
  }

  stay(): void {
    this.#wait(null);
  }

  /** Leaves the playhead ahead of now, or at what is looked at. */
  #wait(ahead: Instant | null): void {
    if (ahead !== this.#ahead) this.#lab.picture = { ...this.#lab.picture, ahead };
  }

  /** Lets time go on to where the playhead waits. */
  async goOn(): Promise<void> {
    const { ahead } = this;
    this.#wait(null);
    if (ahead !== null) await this.#lab.advanceTo(ahead);
  }
}

function nearest(x: number, instants: readonly Instant[], place: (at: Instant) => number): Instant | undefined {
  return instants.toSorted((one, other) => Math.abs(place(one) - x) - Math.abs(place(other) - x))[0];
}
