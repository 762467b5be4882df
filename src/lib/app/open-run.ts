// A run that is being played: the only way in for anything that happens. Gathers evidence, lets due deadlines happen,
// asks the rules, appends, and only then folds. One thing at a time; a failure leaves the state untouched.
import type { Actor } from '../domain/actors';
import type { DomainEvent } from '../domain/events';
import type { History } from '../domain/history';
import type { Instant } from '../domain/instant';
import type { LogRecord } from '../domain/record';
import type { World } from '../domain/world';
import {
  failed,
  ok,
  type Cryptography,
  type Head,
  type Pointers,
  type Result,
  type RunRow,
  type RunStore,
  type StorageFailure,
  type WallClock,
} from '../ports';
import { chained } from './chain';
import { Doings, notOwn, type Doing, type Draft, type Moved } from './doing';
import { follow } from './follow';
import { evidenceFor } from './gather-evidence';
import { Lines, type DeskPlace } from '../domain/lines';
import { KnownLog, type LogSource } from './known-log';
import { OneAtATime } from './one-at-a-time';
import type { LabProblem } from './problems';

export type { Draft };

/** Who has written what a run is told to have changed by: nobody, where it was read to its beginning. */
export type WrittenBy = 'this window' | 'another' | 'nobody';

/** The events that came of it. */
type Decided = Promise<Result<readonly DomainEvent[], LabProblem>>;

/** How often something repeatable is tried again when another tab was first. */
const TRIES_MAX = 5;

interface RunParts extends LogSource {
  readonly store: RunStore;
  readonly cryptography: Cryptography;
  /** For when the run was last played. No record is given real time. */
  readonly clock: Pick<WallClock, 'present'>;
  readonly row: RunRow;
  readonly history: History;
  readonly onChange?: (run: OpenRun, by: WrittenBy) => void;
}

export class OpenRun {
  readonly #store: RunStore;
  readonly #cryptography: Cryptography;
  readonly #clock: Pick<WallClock, 'present'>;
  readonly #onChange: (run: OpenRun, by: WrittenBy) => void;
  /** No command is sent before it is ready, and none to one that is damaged. */
  readonly log: KnownLog;
  #row: RunRow;
  #now: Instant;
  readonly #turns = new OneAtATime();
  readonly #doings = new Doings();
  /** The next following of other windows, while it has not begun. */
  #following: Promise<Result<Pointers, LabProblem>> | null = null;

  constructor(parts: RunParts) {
    this.#store = parts.store;
    this.#cryptography = parts.cryptography;
    this.#clock = parts.clock;
    this.#row = parts.row;
    this.log = new KnownLog(parts.row.id, parts.history, parts, () => this.#onChange(this, 'nobody'));
    this.#now = Math.max(parts.row.now, parts.history.world.at);
    this.#onChange = parts.onChange ?? (() => undefined);
  }

  get id(): string {
    return this.#row.id;
  }

  get head(): Head {
    return this.#row.head;
  }

  get row(): RunRow {
    return this.#row;
  }

  /** Everything that has happened, with the states it went through. */
  get history(): History {
    return this.log.history;
  }

  get world(): World {
    return this.history.world;
  }

  get records(): readonly LogRecord[] {
    return this.history.records;
  }

  /** The run's current instant. */
  get now(): Instant {
    return this.#now;
  }

  /**
   * Decides a draft and appends what comes of it. Refuses with `overtaken`, and sends nothing, where anything came of
   * somebody's act since `seen`, the position that whoever acts had before them; what time alone brought is in the
   * outcome. What this window itself was still doing when it was asked does not count, unless it is the very same:
   * whoever presses twice means once.
   */
  async submit(draft: Draft, seen: number = this.world.position): Decided {
    const own = this.#doings.begin(draft);
    try {
      return await this.#turns.do(() => this.#submitInTurn(draft, seen, own));
    } finally {
      this.#doings.end(own);
    }
  }

  /**
   * Walks a desk to a place. Where that is, is asked for when it comes to it: of two walks in quick succession the second
   * begins where the first has led. Repeatable: tried again where another tab was first.
   */
  goTo(actor: Actor, walk: () => DeskPlace): Promise<Result<null, LabProblem>> {
    return this.#repeatable(() => {
      const { desk, place } = walk();
      const lines = new Lines(this.world);
      lines.pass(this.#now);
      lines.place(actor, { desk, place }, this.#now);
      return { lines, now: this.#now };
    });
  }

  /**
   * Lets time go on to `to`; whatever is due on the way happens at its own instant, and is what comes back: an act that was
   * still under way when time was moved did not happen by itself. Never goes back.
   */
  async advanceTo(to: Instant): Promise<Result<readonly LogRecord[], LabProblem>> {
    const before = this.world.position;
    const done = await this.#repeatable(() => {
      const lines = new Lines(this.world);
      const now = Math.max(to, this.#now);
      lines.pass(now);
      return { lines, now };
    });
    return done.isOk ? ok(this.history.recordsBehind(before).filter(({ kind }) => kind === 'deadline')) : done;
  }

  /**
   * Follows what another window has written, as after a hint that one has; many hints at once are one look. Tells which run
   * is the current one.
   */
  refresh(): Promise<Result<Pointers, LabProblem>> {
    return (this.#following ??= this.#turns.do(() => {
      this.#following = null;
      return this.#follow();
    }));
  }

  async #submitInTurn(draft: Draft, seen: number, own: Doing): Promise<Result<readonly DomainEvent[], LabProblem>> {
    const ready = await this.log.ready();
    if (!ready.isOk) return ready;
    for (let tries = 1; ; tries += 1) {
      const done = await this.#decide(draft, seen, own);
      // A walk of a desk, or the clock, may have come first: what was asked is decided as if it had come a moment later.
      const isOvertakenByNothing = !done.isOk && done.failure.kind === 'overtaken' && done.failure.since.length === 0;
      if (!isOvertakenByNothing || tries === TRIES_MAX) return done;
    }
  }

  async #decide(draft: Draft, seen: number, own: Doing): Decided {
    const overtaken = notOwn(this.history.recordsBehind(seen), own);
    if (overtaken.length > 0) return failed({ kind: 'overtaken', since: overtaken });
    const evidence = await evidenceFor(this.#cryptography, this.world, draft, this.#now);
    const at = this.#now;
    const lines = new Lines(this.world);
    lines.pass(at);
    const { actor, command } = draft;
    const events = lines.decide({ actor, command, ...(evidence === undefined ? {} : { evidence }) }, at);
    const leadsTo = draft.leadsTo?.(events) ?? null;
    if (leadsTo !== null) lines.place(actor, leadsTo, at);
    const appended = await this.#append({ lines, now: at });
    if (!appended.isOk) return failed(await this.#problemOf(appended.failure, seen, own));
    own.written = lines.records.map(({ position }) => position);
    return ok(events);
  }

  async #repeatable(make: () => Moved): Promise<Result<null, LabProblem>> {
    return this.#turns.do(async () => {
      for (let tries = 1; ; tries += 1) {
        // What happens by itself is not written by a state that was only kept.
        if (!this.history.isWhole && make().lines.records.some(({ kind }) => kind === 'deadline')) {
          const read = await this.log.whole();
          if (!read.isOk) return read;
        }
        const appended = await this.#append(make());
        if (appended.isOk) return ok(null);
        const problem = await this.#problemOf(appended.failure, this.world.position);
        if (problem.kind !== 'overtaken' || tries === TRIES_MAX) return failed(problem);
      }
    });
  }

  async #append({ lines, now }: Moved): Promise<Result<null, StorageFailure>> {
    const added = lines.records;
    if (added.length === 0) return this.#keepNow(now);
    const { genesisLink, head, id } = this.#row;
    const records = await chained(this.#cryptography, head.link, added);
    const playedAt = this.#clock.present();
    const appended = await this.#store.append({ run: id, genesisLink, seen: head, records, now, playedAt });
    if (!appended.isOk) return appended;
    this.#take({ ...this.#row, head: appended.value, now, playedAt }, this.history.with(added), 'this window');
    return ok(null);
  }

  async #keepNow(now: Instant): Promise<Result<null, StorageFailure>> {
    if (now === this.#now) return ok(null);
    const playedAt = this.#clock.present();
    const kept = await this.#store.keepNow(this.#row.id, { now, playedAt });
    if (!kept.isOk) return kept;
    this.#take({ ...this.#row, now: kept.value, playedAt }, this.history, 'this window');
    return ok(null);
  }

  #take(row: RunRow, history: History, by: WrittenBy): void {
    this.#row = row;
    this.log.take(history);
    this.#now = row.now;
    this.#onChange(this, by);
  }

  /** What to tell of a failed append; after a conflict the log is read again first. */
  async #problemOf(failure: StorageFailure, seen: number, own: Doing | null = null): Promise<LabProblem> {
    if (failure.kind !== 'conflict') return { kind: 'storage', failure };
    const followed = await this.#follow();
    return followed.isOk
      ? { kind: 'overtaken', since: notOwn(this.history.recordsBehind(seen), own) }
      : followed.failure;
  }

  async #follow(): Promise<Result<Pointers, LabProblem>> {
    const parts = { store: this.#store, cryptography: this.#cryptography };
    const followed = await follow(parts, { ...this.#row, now: this.#now }, this.log);
    if (!followed.isOk) return followed;
    const { known, pointers } = followed.value;
    if (known !== null) this.#take(known.row, known.history, 'another');
    return ok(pointers);
  }
}
