// The lab on screen: one run, its clock, and the moment of it that is looked at. Holds the run's state for the interface to
// derive from; everything that happens goes through `OpenRun`.
import { createContext } from 'svelte';
import { LAB, type Actor } from '../domain/actors';
import type { Command } from '../domain/commands';
import { refusalIn } from '../domain/decision';
import type { DomainEvent } from '../domain/events';
import type { History } from '../domain/history';
import type { Instant } from '../domain/instant';
import type { DeskName, LogRecord, Place } from '../domain/record';
import type { RefusalReason } from '../domain/refusals';
import { refusalOf } from '../domain/decide';
import { upcoming } from '../domain/views/future';
import type { World } from '../domain/world';
import { editionOf } from '../products/edition';
import type { Edition, Product } from '../products/schema';
import { Beginnings } from './beginnings';
import { ClockTie } from './clock-tie';
import { LookingBack } from './looking-back.svelte';
import type { Moment } from './moment';
import { Branches } from './branches.svelte';
import type { Draft, OpenRun } from './open-run';
import { openLab, startRun, undoReset, type LabParts, type Opened } from './opening';
import { isInUse, PhoneEntries, type PhoneEntry } from './phone-entries';
import { Playing, type Speed } from './playing.svelte';
import type { LabProblem, RunDamage } from './problems';
import { Secrets } from './secrets';
import { Sharing } from './sharing';

export type LabStatus = 'opening' | 'open' | 'damaged' | 'closed';

/** Why time is not moved. */
const TIED = 'Time is tied to real time. Untie it first, to move it otherwise.';
/** Why nothing is done. */
const PAST = 'You are looking at the past. Continue from here, or go back to now, to act.';

const NOWHERE: Place = { persona: null, node: '', subject: null, code: null };

export class Lab {
  status = $state<LabStatus>('opening');
  damage = $state.raw<RunDamage | null>(null);
  /** What went wrong outside the rules, until it is dismissed. */
  problem = $state.raw<LabProblem | null>(null);
  /** The last thing to be said to everybody, by screen readers too, and how many things were: the same may be said twice. */
  said = $state('');
  timesSaid = $state(0);
  /** What happened on the way, when time was moved last. */
  passed = $state.raw<readonly LogRecord[]>([]);
  canUndoReset = $state(false);
  isResetUndone = $state(false);
  isKept = $state(true);

  #history = $state.raw<History | null>(null);
  #now = $state<Instant>(0);
  #isAsking = $state.raw<() => boolean>(() => false);
  #product = $state.raw<Product | null>(null);

  readonly #lookingBack = new LookingBack(
    () => (this.#history === null ? null : { history: this.#history, now: this.#now }),
    () => this.pause(),
  );
  readonly #world = $derived(
    this.past === null ? (this.#history?.world ?? null) : (this.#history?.worldAt(this.past.position) ?? null),
  );
  readonly upcoming = $derived(this.#world === null || this.isAnswerHidden ? [] : upcoming(this.#world));
  readonly #edition = $derived(
    this.#product === null || this.#world === null ? null : editionOf(this.#product, this.#world.variant),
  );

  /** Ties simulated time to real time, for a phone outside the simulation. */
  readonly clockTie: ClockTie;
  readonly phoneEntries: PhoneEntries;
  readonly secrets: Secrets;
  readonly beginnings: Beginnings;
  /** The runs that began as this one did. */
  readonly branches: Branches;
  /** The run as a link or a file, and one that comes as such. */
  readonly sharing: Sharing;

  readonly #parts: LabParts;
  readonly #playing: Playing;
  /** What was recorded, played again: the moment that is looked at moves, and nothing is written. */
  readonly #replaying: Playing;
  #run: OpenRun | null = null;
  /** Of the starting point that the run began from, where somebody made it. */
  #startDigest: string | undefined;

  constructor(parts: LabParts) {
    this.#parts = parts;
    this.phoneEntries = new PhoneEntries(parts.preferences);
    this.secrets = new Secrets(parts, () => this.world);
    this.beginnings = new Beginnings(parts, {
      rules: () =>
        this.status === 'open' && this.#history !== null ? { product: this.product, world: this.present.world } : null,
      startDigest: () => this.#startDigest,
      begin: async (wish) => {
        this.pause();
        this.#adopt(await startRun(parts, this.#changed, wish));
      },
      say: (text) => this.say(text),
      fail: (problem) => this.#fail(problem),
    });
    this.branches = new Branches(parts, {
      run: () => this.#run,
      product: () => this.product,
      catalogue: () => this.present.world.catalogue,
      onChange: this.#changed,
      adopt: (opened) => {
        this.pause();
        this.#adopt(opened);
      },
      say: (text) => this.say(text),
      fail: (problem) => this.#fail(problem),
    });
    this.sharing = new Sharing(parts, {
      run: () => this.#run,
      product: () => this.product,
      lookedAt: () => ({
        moment: this.past,
        place: this.#lookingBack.place,
        passed: this.passed.map(({ position }) => position),
      }),
      adopt: (opened, lookedAt) => {
        this.pause();
        this.#adopt(opened);
        if (lookedAt === undefined) return;
        this.#lookingBack.look(lookedAt);
        this.passed = lookedAt.passed.flatMap((position) => this.records[position] ?? []);
      },
      onChange: this.#changed,
      pause: () => this.pause(),
      say: (text) => this.say(text),
      fail: (problem) => this.#fail(problem),
    });
    this.clockTie = new ClockTie({
      clock: parts.clock,
      preferences: parts.preferences,
      now: () => this.#now,
      pass: (to, how) => (how === 'jump' ? this.#jump(to) : this.#pass(to)),
      pause: () => this.pause(),
      say: (text) => this.say(text),
    });
    this.#playing = new Playing(parts.clock, {
      now: () => this.#now,
      isAnythingDue: (until) => (this.upcoming[0]?.at ?? Number.POSITIVE_INFINITY) <= until,
      show: (at) => (this.#now = at),
      keep: (at) => this.#pass(at),
    });
    this.#replaying = new Playing(parts.clock, {
      now: () => this.now,
      isAnythingDue: () => false,
      show: (at) => this.#replayTo(at),
      keep: async (at) => this.#replayTo(at),
    });
  }

  /** Opens the run that is kept, or begins the first one; on the product with this id where a link names one. */
  async start(product: string | null = null): Promise<void> {
    if (product === null) return this.#adopt(await openLab(this.#parts, this.#changed));
    const { openOn } = await import('./open-on');
    const { opened, said } = await openOn(this.#parts, this.#changed, product);
    this.#adopt(opened);
    this.say(said);
  }

  /** What is to be foreseen is not shown: neither the future nor the reasons, until it was said. */
  get isAnswerHidden(): boolean {
    return this.#isAsking();
  }

  /** Whoever asks what will happen says when: while this is so, the answer is hidden. */
  hideAnswerWhile(isAsking: () => boolean): void {
    this.#isAsking = isAsking;
  }

  /** The world at the moment that is looked at. */
  get world(): World {
    if (this.#world === null) throw new TypeError('The lab is not open yet.');
    return this.#world;
  }

  /** The instant that is looked at. */
  get now(): Instant {
    return this.past?.at ?? this.#now;
  }

  /** Position of the last record that had happened at the moment that is looked at. */
  get position(): number {
    return this.world.position;
  }

  /** Everything that has happened in the run, whatever moment is looked at. */
  get records(): readonly LogRecord[] {
    return this.#history?.records ?? [];
  }

  /** How the run stands, whatever moment is looked at. */
  get present(): { readonly world: World; readonly now: Instant } {
    if (this.#history === null) throw new TypeError('The lab is not open yet.');
    return { world: this.#history.world, now: this.#now };
  }

  /** The world as it stood at an instant, whatever moment is looked at. */
  worldAt(at: Instant): World {
    const history = this.#history;
    return history === null ? this.world : history.worldAt(history.positionAt(at));
  }

  get edition(): Edition {
    if (this.#edition === null) throw new TypeError('The lab is not open yet.');
    return this.#edition;
  }

  get product(): Product {
    if (this.#product === null) throw new TypeError('The lab is not open yet.');
    return this.#product;
  }

  get speed(): Speed | null {
    return this.#playing.speed ?? this.#replaying.speed;
  }

  /** Whether the page came by a way on which nobody could have changed it. */
  get isSecure(): boolean {
    return this.#parts.isSecure();
  }

  /** Whether what is on somebody's own phone still signs them in here. */
  isInUse(entry: PhoneEntry): boolean {
    return this.#run !== null && isInUse(entry, { run: this.#run.id, world: this.world });
  }

  placeOf(desk: DeskName): Place {
    const here = desk === 'lab' ? this.#lookingBack.place : null;
    return here ?? this.world.places[desk] ?? NOWHERE;
  }

  /** Whether the lab's own desk was walked somewhere while looking back. */
  get isWalkedInPast(): boolean {
    return this.#lookingBack.place !== null;
  }

  /** Why this would be refused now, or null: the same rules, run dry. */
  wouldRefuse(actor: Actor, command: Command): RefusalReason | null {
    return refusalOf(this.world, { actor, command }, this.now);
  }

  /** Does what a person did on a screen; the events that came of it, or null where it was not done. Not in the past. */
  async act(draft: Draft): Promise<readonly DomainEvent[] | null> {
    if (this.#run === null) return null;
    if (this.past !== null) {
      this.say(PAST);
      return null;
    }
    const seen = this.world.position;
    if (this.clockTie.isTied) await this.clockTie.catchUp();
    else if (this.#playing.speed !== null) await this.#pass(this.#now);
    const { id } = this.#run;
    const done = await this.#run.submit(draft, seen);
    if (!done.isOk) return this.#fail(done.failure);
    this.phoneEntries.note(id, this.world, done.value);
    return done.value;
  }

  /** An act of the lab itself. */
  async change(command: Command): Promise<RefusalReason | null> {
    const events = await this.act({ actor: LAB, command });
    return events === null ? null : refusalIn({ events, reasons: [] });
  }

  /** Walks a desk somewhere. In the past only the lab's own, and nothing of it is written. */
  async go(desk: DeskName, place: Partial<Place>, actor: Actor = LAB): Promise<void> {
    const next = { ...this.placeOf(desk), ...place };
    if (this.past !== null) {
      if (desk === 'lab') this.#lookingBack.place = next;
      else this.say(PAST);
      return;
    }
    const done = await this.#run?.goTo(actor, { desk, place: next });
    if (done?.isOk === false) this.#fail(done.failure);
  }

  /** Lets time go on to an instant; what happens on the way is in `passed`. Not while it is tied to real time. */
  async advanceTo(to: Instant): Promise<void> {
    if (this.clockTie.isTied) this.say(TIED);
    else await this.#jump(to);
  }

  /**
   * Plays at a speed, until paused. In the past what was recorded is played again, up to the present, and nothing is
   * written. The present is not played while time is tied to real time.
   */
  play(speed: Speed): void {
    if (this.past !== null) return this.#replaying.start(speed);
    if (this.clockTie.isTied) return this.say(TIED);
    this.passed = [];
    this.#playing.start(speed);
  }

  pause(): void {
    this.#playing.pause();
    this.#replaying.pause();
  }

  /** The moment that is looked back at; null at the present. */
  get past(): Moment | null {
    return this.#lookingBack.moment;
  }

  /** Looks at the run as it stood at an instant; at the present for one that has not come yet. Writes nothing. */
  lookAt(at: Instant): void {
    this.#lookingBack.at(at);
  }

  /** Looks at the run as it stood right after a record. */
  lookAfter(position: number): void {
    this.#lookingBack.after(position);
  }

  /** Looks at the event before or after the moment that is looked at; behind the last one is the present. */
  step(by: -1 | 1): void {
    this.#lookingBack.step(by);
  }

  backToNow(): void {
    this.#lookingBack.end();
  }

  /** Brings back the run that the last reset put aside. */
  async undoReset(): Promise<void> {
    this.pause();
    this.#adopt(await undoReset(this.#parts, this.#changed));
    this.say(this.isResetUndone ? 'The run from before the reset is back.' : 'The run from after the reset is back.');
  }

  /** Settles when the desks work and there is time for what can wait. */
  idle(): Promise<void> {
    return this.#parts.clock.idle();
  }

  say(text: string): void {
    this.said = text;
    this.timesSaid += 1;
  }

  dismiss(): void {
    this.problem = null;
  }

  /** Something outside has ended this page's hold on the run; what it was is in `problem`. */
  stop(problem: LabProblem): void {
    this.pause();
    this.clockTie.halt();
    this.#run = null;
    this.problem = problem;
    this.status = 'closed';
  }

  /** Stops the clock and lets go of the storage. */
  close(): void {
    this.pause();
    this.clockTie.halt();
    this.#parts.closeStore();
  }

  /** Goes on playing what is past, up to the present. */
  #replayTo(at: Instant): void {
    if (this.past === null) return;
    if (at < this.#now) this.#lookingBack.glideTo(at);
    else this.#lookingBack.end();
  }

  /** Moves time at once: what happens on the way is listed anew. Whether it could be kept. */
  async #jump(to: Instant): Promise<boolean> {
    const done = await this.#run?.advanceTo(to);
    if (done?.isOk === true) this.passed = done.value;
    else if (done !== undefined) this.#fail(done.failure);
    return done?.isOk === true;
  }

  /** Moves time a little: what happens on the way joins the list. Whether it could be kept. */
  async #pass(to: Instant): Promise<boolean> {
    const done = await this.#run?.advanceTo(to);
    if (done?.isOk === false) this.#fail(done.failure);
    if (done?.isOk === true && done.value.length > 0) this.passed = [...this.passed, ...done.value];
    return done?.isOk === true;
  }

  #adopt(opened: Opened): void {
    this.isKept = opened.isKept;
    this.canUndoReset = opened.canUndoReset;
    this.isResetUndone = opened.isResetUndone ?? false;
    this.passed = [];
    this.#lookingBack.forget();
    this.problem = opened.problem;
    this.damage = opened.damage;
    this.#product = opened.product;
    this.#run = opened.run;
    this.#startDigest = opened.startDigest;
    this.status = opened.damage !== null ? 'damaged' : opened.run === null ? 'closed' : 'open';
    if (opened.run !== null) this.#changed(opened.run);
    const verified = this.#verifyWhenIdle(opened);
    void this.branches.adopt();
    this.clockTie.adopt(this.status === 'open' ? (opened.run?.id ?? null) : null, verified);
  }

  async #verifyWhenIdle({ run, verify }: Opened): Promise<void> {
    await this.idle();
    const damage = (await verify?.()) ?? null;
    if (damage !== null && this.#run === run) this.#close(damage);
  }

  /** The log turned out to be damaged: it stays as it is, and nothing more is sent to it. */
  #close(damage: RunDamage): void {
    this.pause();
    this.clockTie.halt();
    this.damage = damage;
    this.status = 'damaged';
  }

  readonly #changed = (run: OpenRun): void => {
    this.#history = run.history;
    this.#now = run.now;
  };

  #fail(problem: LabProblem): null {
    this.problem = problem;
    if (problem.kind === 'damaged') this.#close(problem.damage);
    return null;
  }
}

export const [getLab, setLab] = createContext<Lab>();
