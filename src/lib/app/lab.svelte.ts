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
import type { Upcoming } from '../domain/views/future';
import type { World } from '../domain/world';
import type { StorageFailure } from '../ports';
import { editionOf } from '../products/edition';
import type { Edition, Product } from '../products/schema';
import { Beginnings } from './beginnings';
import { ClockTie } from './clock-tie';
import { Foresight } from './foresight.svelte';
import { Keeping } from './keeping.svelte';
import { rememberedLook, rememberLook } from './last-look';
import { LookingBack } from './looking-back.svelte';
import type { LookedAt, Moment } from './moment';
import { Branches } from './branches.svelte';
import type { Draft, OpenRun, WrittenBy } from './open-run';
import { openLab, startRun, undoReset, type LabParts, type Opened } from './opening';
import { PLAIN, type Pictured } from './pictured';
import { pickedIn, placeKeptIn, placeLeftIn, walkedTo, type OwnPlace } from './own-place';
import { OtherWindows } from './other-windows.svelte';
import { isInUse, PhoneEntries, type PhoneEntry } from './phone-entries';
import { Playing, type Speed } from './playing.svelte';
import type { LabProblem, RunDamage } from './problems';
import { Secrets } from './secrets';
import { Sharing } from './sharing';
import { StateKeeper } from './state-keeper';

export type LabStatus = 'opening' | 'open' | 'damaged' | 'lost' | 'closed';

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
  /** What nobody may miss: that another run took the place of the one before, or who a caller was. Shown until something is done. */
  notice = $state('');
  /** What the timeline shows of the run. */
  picture = $state.raw<Pictured>(PLAIN);
  /** What happened on the way, when time was moved last. */
  passed = $state.raw<readonly LogRecord[]>([]);
  canUndoReset = $state(false);
  isResetUndone = $state(false);
  isKept = $state(true);
  /** The desk that this window is for, beside others for the rest of the lab: where it is walked is its own and not kept. */
  aside = $state<Exclude<DeskName, 'lab'> | null>(null);

  #history = $state.raw<History | null>(null);
  #now = $state<Instant>(0);
  #product = $state.raw<Product | null>(null);

  #ownPlace = $state.raw<OwnPlace | null>(null);

  readonly #lookingBack = new LookingBack(
    () => (this.#history === null ? null : { history: this.#history, now: this.#now }),
    () => this.pause(),
  );
  readonly #world = $derived(
    this.past === null ? (this.#history?.world ?? null) : (this.#history?.worldAt(this.past.position) ?? null),
  );
  readonly #edition = $derived(
    this.#product === null || this.#world === null ? null : editionOf(this.#product, this.#world.variant),
  );

  readonly #foresight = new Foresight({
    present: () => this.#history?.world ?? null,
    lookedAt: () => this.#world,
    isPast: () => this.past !== null,
  });

  /** Ties simulated time to real time, for a phone outside the simulation. */
  readonly clockTie: ClockTie;
  readonly phoneEntries: PhoneEntries;
  readonly secrets: Secrets;
  readonly beginnings: Beginnings;
  readonly windows: OtherWindows;
  readonly keeping: Keeping;
  /** The runs that began as this one did. */
  readonly branches: Branches;
  /** The run as a link or a file, and one that comes as such. */
  readonly sharing: Sharing;

  readonly #parts: LabParts;
  readonly #states: StateKeeper;
  readonly #playing: Playing;
  /** Opens the lab as was wished, once it was said how to go on after a loss. */
  #goOn: (problem: LabProblem | null) => Promise<void> = (problem) => this.#open(null, problem);
  /** What was recorded, played again: the moment that is looked at moves, and nothing is written. */
  readonly #replaying: Playing;
  #run: OpenRun | null = null;
  /** Of the starting point that the run began from, where somebody made it. */
  #startDigest: string | undefined;

  constructor(parts: LabParts) {
    this.#parts = parts;
    this.#states = new StateKeeper(parts);
    this.keeping = new Keeping(parts, {
      run: () => this.#run,
      product: () => this.product,
      onChange: this.#changed,
      adopt: (opened, problem) => {
        this.pause();
        this.#adopt(opened, problem);
      },
      say: (text) => this.say(text),
      fail: (problem) => this.#fail(problem),
    });
    this.windows = new OtherWindows(parts.neighbours, {
      run: () => this.#run?.id ?? null,
      reread: () => void this.#reread(),
      rereadPreferences: () => {
        this.clockTie.heed();
        this.phoneEntries.reread();
      },
      stopPlaying: () => this.pause(),
    });
    this.phoneEntries = new PhoneEntries(parts.preferences);
    this.secrets = new Secrets(parts, () => this.world);
    this.beginnings = new Beginnings(parts, {
      rules: () =>
        this.status === 'open' && this.#history !== null ? { product: this.product, world: this.present.world } : null,
      startDigest: () => this.#startDigest,
      begin: async (wish) => {
        this.pause();
        this.#adoptBegun(await startRun(parts, this.#changed, wish));
      },
      say: (text) => this.tell(text),
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
      say: (text) => this.tell(text),
      fail: (problem) => this.#fail(problem),
    });
    this.sharing = new Sharing(parts, {
      run: () => this.#run,
      product: () => this.product,
      lookedAt: () => this.#lookedAt(),
      adopt: async (opened, lookedAt) => {
        this.pause();
        this.#adopt(opened);
        if (lookedAt !== undefined && (await this.whole())) this.#look(lookedAt);
      },
      onChange: this.#changed,
      pause: () => this.pause(),
      say: (text) => this.say(text),
      tell: (text) => this.tell(text),
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
      changed: (speed) => this.#run !== null && this.windows.tellPlaying(this.#run.id, speed),
    });
    this.#replaying = new Playing(parts.clock, {
      now: () => this.now,
      isAnythingDue: () => false,
      show: (at) => this.#replayTo(at),
      keep: async (at) => this.#replayTo(at),
      changed: () => undefined,
    });
  }

  /**
   * Opens the run that is kept, or begins the first one; on the product with this id where a link names one, or as `instead`
   * does. Not before it was said what is lost of what was kept.
   */
  async start(product: string | null = null, instead?: () => Promise<void>): Promise<void> {
    this.windows.start();
    this.#goOn = async (problem) => {
      if (instead === undefined) return this.#open(product, problem);
      await instead();
      this.problem ??= problem;
    };
    const problem = await this.keeping.look();
    if (this.keeping.loss === null) await this.#goOn(problem);
    else this.status = 'lost';
  }

  /** Opens the lab with what is there, after a loss was told. */
  async acceptLoss(): Promise<void> {
    this.keeping.accept();
    await this.#goOn(null);
  }

  /** Plays on where nothing can be kept: a run in memory, as long as the page is there. */
  async goOnInMemory(): Promise<void> {
    await this.keeping.inMemory();
    await this.#open(null, null);
  }

  async #open(product: string | null, problem: LabProblem | null): Promise<void> {
    if (product === null) {
      this.#adopt(await openLab(this.#parts, this.#changed), problem);
      return this.#lookAgain();
    }
    const { openOn } = await import('./open-on');
    const { opened, said, isAnother } = await openOn(this.#parts, this.#changed, product);
    this.#adopt(opened, problem);
    if (isAnother) this.tell(said);
    else this.say(said);
  }

  /** Looks back at what this tab looked back at when it was left, where nothing was done meanwhile. */
  async #lookAgain(): Promise<void> {
    const run = this.#run;
    const read = run === null ? null : rememberedLook(this.#parts.tab, run.id);
    if (run === null || read === null) return;
    const { position } = run.world;
    if (!(await this.whole())) return;
    const looked = await read(run.records, run.now);
    if (looked !== null && this.#run === run && run.world.position === position && this.past === null)
      this.#look(looked);
  }

  #lookedAt(): LookedAt {
    const passed = this.passed.map(({ position }) => position);
    return { moment: this.past, place: this.#lookingBack.place, passed, picture: this.picture };
  }

  #look(lookedAt: LookedAt): void {
    this.#lookingBack.look(lookedAt);
    this.passed = lookedAt.passed.flatMap((position) => this.records[position] ?? []);
    this.picture = lookedAt.picture;
  }

  /** What is to be foreseen is not shown: neither the future nor the reasons, until it was said. */
  get isAnswerHidden(): boolean {
    return this.#foresight.isHidden;
  }

  /** Whoever asks what will happen says when: while this is so, the answer is hidden. */
  hideAnswerWhile(isAsking: () => boolean): void {
    this.#foresight.hideWhile(isAsking);
  }

  /** What will happen from the present on, whatever moment is looked at; the very same while nothing that it comes of changes. */
  get upcomingFromNow(): readonly Upcoming[] {
    return this.#foresight.fromNow;
  }

  /** What will happen from the moment on that is looked at. */
  get upcoming(): readonly Upcoming[] {
    return this.#foresight.fromMoment;
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

  /** Whether the run is read to its beginning: a long one is shown before it is. Only then there is anything to look back at. */
  get isWhole(): boolean {
    return this.#history?.isWhole === true;
  }

  /** Everything that has happened in the run, whatever moment is looked at; nothing before the run is read to its beginning. */
  get records(): readonly LogRecord[] {
    return this.#history?.isWhole === true ? this.#history.records : [];
  }

  /** Reads the run on screen to its beginning; whether that is still the run on screen then, and could be read. */
  async whole(): Promise<boolean> {
    const run = this.#run;
    const read = await run?.log.whole();
    if (this.#run !== run || read === undefined) return false;
    if (!read.isOk) this.#fail(read.failure);
    return read.isOk;
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

  /** The world right after the record at a position, whatever moment is looked at. */
  worldAfter(position: number): World {
    return this.#history?.worldAt(position) ?? this.world;
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

  /** Whether what is kept is kept for this frame alone. */
  get isKeptApart(): boolean {
    return this.isKept && this.#parts.isFramed();
  }

  /** Whether what is on somebody's own phone still signs them in here. */
  isInUse(entry: PhoneEntry): boolean {
    return this.#run !== null && isInUse(entry, { run: this.#run.id, world: this.world });
  }

  placeOf(desk: DeskName): Place {
    if (this.past === null) return this.#presentPlaceOf(desk);
    return (desk === 'lab' ? this.#lookingBack.place : null) ?? this.world.places[desk] ?? NOWHERE;
  }

  /** Where a desk stands now, also while something earlier is looked at. */
  #presentPlaceOf(desk: DeskName): Place {
    // Where other windows have walked the lab is theirs, also while this one has not.
    return (desk === 'lab' ? this.#ownPlace?.place : this.present.world.places[desk]) ?? NOWHERE;
  }

  /** Position of the record by which this window's user picked what is picked; -1 where nothing was. */
  get pickedAt(): number {
    return this.#ownPlace?.pickedAt ?? -1;
  }

  /** Whether the lab's own desk was walked somewhere while looking back. */
  get isWalkedInPast(): boolean {
    return this.#lookingBack.place !== null;
  }

  /** Why this would be refused now, or null: the same rules, run dry. */
  wouldRefuse(actor: Actor, command: Command): RefusalReason | null {
    return refusalOf(this.world, { actor, command }, this.now);
  }

  /**
   * Does what a person did on a screen; the events that came of it, or null where it was not done. Not in the past, and not
   * where anything came of somebody's act since `seen`, which is what whoever acts had before them.
   */
  async act(draft: Draft, seen: number = this.world.position): Promise<readonly DomainEvent[] | null> {
    if (this.#run === null) return null;
    if (this.past !== null) {
      this.say(PAST);
      return null;
    }
    if (this.clockTie.isTied) await this.clockTie.catchUp();
    else if (this.#playing.speed !== null) await this.#pass(this.#now);
    const { id } = this.#run;
    const done = await this.#run.submit(draft, seen);
    if (!done.isOk) return this.#fail(done.failure);
    this.phoneEntries.note(id, this.world, done.value);
    // What happened on the way is the news until somebody does something.
    this.passed = [];
    this.notice = '';
    return done.value;
  }

  /** An act of the lab itself: a setting holds whatever stood before it, so that one follows another as fast as it may. */
  async change(command: Command): Promise<RefusalReason | null> {
    const events = await this.act({ actor: LAB, command }, Number.POSITIVE_INFINITY);
    return events === null ? null : refusalIn({ events, reasons: [] });
  }

  /** Walks a desk somewhere. In the past only the lab's own, and nothing of it is written. */
  async go(desk: DeskName, place: Partial<Place>, actor: Actor = LAB): Promise<void> {
    if (this.past !== null) {
      if (desk === 'lab') this.#lookingBack.place = { ...this.placeOf(desk), ...place };
      else this.say(PAST);
      return;
    }
    const next = (): Place => ({ ...this.#presentPlaceOf(desk), ...place });
    if (desk === 'lab' && this.aside !== null) {
      this.#ownPlace = walkedTo(this.#ownPlace, { place: next(), position: this.present.world.position });
      return;
    }
    const done = await this.#run?.goTo(actor, () => ({ desk, place: next() }));
    if (done?.isOk === false) this.#fail(done.failure);
  }

  /** Lets time go on to an instant; what happens on the way is in `passed`. Not while it is tied to real time. */
  async advanceTo(to: Instant): Promise<void> {
    if (this.clockTie.isTied) return this.say(TIED);
    if (this.#run !== null) this.windows.askToHold(this.#run.id);
    await this.#jump(to);
  }

  /**
   * Plays at a speed, until paused. In the past what was recorded is played again, up to the present, and nothing is
   * written. The present is not played while time is tied to real time.
   */
  play(speed: Speed): void {
    if (this.past !== null) return this.#replaying.start(speed);
    if (this.clockTie.isTied) return this.say(TIED);
    this.passed = [];
    this.notice = '';
    this.#playing.start(speed);
  }

  /** Lets the clock stand, where this window plays it. */
  pause(): void {
    this.#playing.pause();
    this.#replaying.pause();
  }

  /** Lets the clock stand, whichever window plays it. */
  pauseEverywhere(): void {
    this.pause();
    if (this.#run !== null) this.windows.askToHold(this.#run.id);
  }

  /** Whether the clock was paused just now, and the instant is still to be kept. */
  get isPausing(): boolean {
    return this.#playing.isPausing;
  }

  /** The moment that is looked back at; null at the present. */
  get past(): Moment | null {
    return this.#lookingBack.moment;
  }

  /** Looks at the run as it stood at an instant; at the present for one that has not come yet. Writes nothing. */
  async lookAt(at: Instant): Promise<void> {
    if (this.isWhole || (await this.whole())) this.#lookingBack.at(at);
  }

  /** Looks at the run as it stood right after a record. */
  lookAfter(position: number): void {
    this.#lookingBack.after(position);
  }

  /** Whether there is an event before the moment that is looked at; of a log that is not read yet it is taken to be so. */
  get hasEarlier(): boolean {
    return !this.isWhole || this.#lookingBack.hasEarlier;
  }

  /** Looks at the event before or after the moment that is looked at; behind the last one is the present. */
  async step(by: -1 | 1): Promise<void> {
    if (this.isWhole || (await this.whole())) this.#lookingBack.step(by);
  }

  backToNow(): void {
    this.#lookingBack.end();
  }

  /** Goes to the run that another window has gone on to. */
  async follow(): Promise<void> {
    this.pause();
    this.#adopt(await openLab(this.#parts, this.#changed));
  }

  /** Brings back the run that the last reset put aside. */
  async undoReset(): Promise<void> {
    this.pause();
    this.#adoptBegun(await undoReset(this.#parts, this.#changed));
    this.tell(this.isResetUndone ? 'The run from before the reset is back.' : 'The run from after the reset is back.');
  }

  /** Settles when the desks work and there is time for what can wait. */
  idle(): Promise<void> {
    return this.#parts.clock.idle();
  }

  say(text: string): void {
    this.said = text;
    this.timesSaid += 1;
  }

  /** Says what nobody may miss, and shows it until something is done. */
  tell(text: string): void {
    this.say(text);
    this.notice = text;
  }

  dismiss(): void {
    if (this.problem?.kind === 'lost') this.keeping.accept();
    this.problem = null;
  }

  /**
   * This page has lost its hold on the database. Taken over by a newer version, nothing of it can be used any more; deleted
   * or made anew, what is on screen is all that is left of the run, and stays.
   */
  ended(failure: StorageFailure): void {
    const problem: LabProblem = { kind: 'storage', failure };
    if (failure.kind === 'newer') return this.stop(problem);
    this.pause();
    this.clockTie.halt();
    this.#fail(problem);
  }

  /** Something outside has ended this page's hold on the run; what it was is in `problem`. */
  stop(problem: LabProblem): void {
    this.pause();
    this.clockTie.halt();
    this.#run = null;
    this.problem = problem;
    this.status = 'closed';
  }

  /** The page may be gone the next moment: what time it is in the run is kept, and what is looked at is remembered. */
  leave(): void {
    this.pause();
    rememberLook(this.#parts.tab, this.#run === null ? null : { run: this.#run.id, ...this.#lookedAt() });
  }

  /** Stops the clock and lets go of the storage. */
  close(): void {
    this.leave();
    this.clockTie.halt();
    this.windows.close();
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
    this.notice = '';
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

  /** Another run takes the place of the one on screen; where none could be begun, that one stays. */
  #adoptBegun(opened: Opened): void {
    if (opened.run === null && opened.problem !== null && this.status === 'open')
      return void this.#fail(opened.problem);
    this.#adopt(opened);
  }

  /** Follows what other windows have written, and looks which run is the current one. */
  async #reread(): Promise<void> {
    const run = this.#run;
    if (run === null || this.status !== 'open') return;
    const before = run.world.position;
    const read = await run.refresh();
    if (this.#run !== run) return;
    if (!read.isOk) {
      if (isGone(read.failure)) this.pause();
      return void this.#fail(read.failure);
    }
    if (isGone(this.problem)) {
      this.problem = null;
      this.say('The run was brought back in another window, and goes on here.');
    }
    const { current, putAside, isSwapped = false } = read.value;
    this.windows.pointed(read.value);
    this.canUndoReset = current === run.id && putAside !== null;
    this.isResetUndone = isSwapped;
    const added = run.history.recordsBehind(before).filter(({ kind }) => kind !== 'place');
    const passed = added.filter(({ kind }) => kind === 'deadline');
    if (passed.length > 0) this.passed = this.windows.speed === null ? passed : [...this.passed, ...passed];
    if (added.length > 0) this.say('Something happened in another window. This one shows it now.');
  }

  #adopt(opened: Opened, problem: LabProblem | null = null): void {
    this.isKept = opened.isKept;
    this.canUndoReset = opened.canUndoReset;
    this.isResetUndone = opened.isResetUndone ?? false;
    this.passed = [];
    this.notice = '';
    this.#lookingBack.forget();
    this.problem = problem ?? opened.problem;
    this.damage = opened.damage;
    this.#product = opened.product;
    this.#run = opened.run;
    this.#startDigest = opened.startDigest;
    this.status = opened.damage !== null ? 'damaged' : opened.run === null ? 'closed' : 'open';
    this.#ownPlace = null;
    if (opened.run !== null) this.#show(opened.run);
    this.keeping.attest();
    this.windows.adopted();
    this.windows.tellPointers();
    const verified = this.#verifyWhenIdle(opened);
    void this.branches.adopt();
    void this.#states.adopt(opened);
    this.clockTie.adopt(this.status === 'open' ? (opened.run?.id ?? null) : null, verified);
  }

  async #verifyWhenIdle({ run }: Opened): Promise<void> {
    await this.idle();
    const ready = await run?.log.ready();
    if (ready?.isOk !== false || this.#run !== run) return;
    if (ready.failure.kind === 'damaged') this.#close(ready.failure.damage);
    else this.#fail(ready.failure);
  }

  /** The log turned out to be damaged: it stays as it is, and nothing more is sent to it. */
  #close(damage: RunDamage): void {
    this.pause();
    this.clockTie.halt();
    this.damage = damage;
    this.status = 'damaged';
  }

  readonly #changed = (run: OpenRun, by: WrittenBy): void => {
    if (run !== this.#run) return;
    // While time is played it is shown further on than it was kept, and another window may be behind that.
    this.#now = Math.max(this.#now, run.now);
    this.#history = run.history;
    if (by === 'nobody') this.#ownPlace = pickedIn(run.records, this.#ownPlace);
    if (by !== 'this window') return;
    const last = run.history.recordsBehind(run.head.position - 1).at(-1);
    if (last?.kind === 'place' && last.desk === 'lab') this.#ownPlace = walkedTo(this.#ownPlace, last);
    this.keeping.attestWritten();
    void this.#states.grown();
    this.windows.tellWritten(run.id);
  };

  #show(run: OpenRun): void {
    this.#history = run.history;
    this.#now = run.now;
    const left = run.history.isWhole ? placeLeftIn(run.records) : placeKeptIn(run.world);
    const place = { ...(left?.place ?? NOWHERE), node: this.aside ?? left?.place.node ?? '' };
    this.#ownPlace = left === null && this.aside === null ? null : { place, pickedAt: left?.pickedAt ?? -1 };
  }

  #fail(problem: LabProblem): null {
    // As for a page that was put aside meanwhile: it may not so much as read what a newer version keeps.
    if (problem.kind === 'storage' && problem.failure.kind === 'newer' && this.status === 'open') this.stop(problem);
    this.problem = problem;
    if (problem.kind === 'damaged') this.#close(problem.damage);
    return null;
  }
}

/** Whether the run was deleted, while the database that it was in is there. */
function isGone(problem: LabProblem | null): boolean {
  return problem?.kind === 'storage' && problem.failure.kind === 'gone';
}

export const [getLab, setLab] = createContext<Lab>();
