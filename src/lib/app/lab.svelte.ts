// The lab on screen: one run, its clock, and what is said about it. Holds the run's state for the interface to derive
// from; everything that happens goes through `OpenRun`.
import { createContext } from 'svelte';
import { LAB, type Actor } from '../domain/actors';
import type { Account, AppEntry, IssuedCode } from '../domain/account';
import type { Command } from '../domain/commands';
import { refusalIn } from '../domain/decision';
import type { DomainEvent } from '../domain/events';
import { SECOND, type Instant } from '../domain/instant';
import { settingsOfCode, type SettingName } from '../domain/policy';
import type { DeskName, LogRecord, Place } from '../domain/record';
import type { RefusalReason } from '../domain/refusals';
import { refusalOf } from '../domain/decide';
import { upcoming } from '../domain/views/future';
import type { World } from '../domain/world';
import { editionOf } from '../products/edition';
import type { Problem } from '../products/read-product';
import type { Edition, Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';
import { ClockTie } from './clock-tie';
import { codeText } from './code-text';
import type { Draft, OpenRun } from './open-run';
import { openLab, startRun, undoReset, type LabParts, type Opened, type RunWish } from './opening';
import { isInUse, PhoneEntries, type PhoneEntry } from './phone-entries';
import type { LabProblem, RunDamage } from './problems';
import type { StartChoice } from './starts';

export type LabStatus = 'opening' | 'open' | 'damaged' | 'closed';

/** How fast simulated time plays, in simulated seconds a second. */
export const SPEEDS = [1, 60, 3600] as const;
export type Speed = (typeof SPEEDS)[number];

const TICK_MILLISECONDS = 100;
/** How often the current instant is kept while playing, in real milliseconds. */
const KEEP_MILLISECONDS = 250;

/** A key as a person is shown it when they set up their app. */
export interface KeyOnShow {
  readonly modules: readonly (readonly boolean[])[];
  readonly text: string;
}

/** Why time is not moved. */
const TIED = 'Time is tied to real time. Untie it first, to move it otherwise.';

/** Where and when a story begins anew: as this one did, without it. */
export interface ResetWish {
  /** Id of one of the starting point's moments. */
  readonly moment?: string | undefined;
  readonly from?: StartChoice | undefined;
  readonly opensAt?: Instant | undefined;
}

const NOWHERE: Place = { persona: null, node: '', subject: null, code: null };

export class Lab {
  status = $state<LabStatus>('opening');
  damage = $state.raw<RunDamage | null>(null);
  /** What went wrong outside the rules, until it is dismissed. */
  problem = $state.raw<LabProblem | null>(null);
  /** The last thing to be said to everybody, by screen readers too. */
  said = $state('');
  /** What happened on the way, when time was moved last. */
  passed = $state.raw<readonly LogRecord[]>([]);
  speed = $state<Speed | null>(null);
  canUndoReset = $state(false);
  isResetUndone = $state(false);
  isKept = $state(true);

  #world = $state.raw<World | null>(null);
  #records = $state.raw<readonly LogRecord[]>([]);
  #now = $state<Instant>(0);
  #isAsking = $state.raw<() => boolean>(() => false);
  #product = $state.raw<Product | null>(null);

  readonly upcoming = $derived(this.#world === null || this.isAnswerHidden ? [] : upcoming(this.#world));
  readonly #edition = $derived(
    this.#product === null || this.#world === null ? null : editionOf(this.#product, this.#world.variant),
  );

  /** Ties simulated time to real time, for a phone outside the simulation. */
  readonly clockTie: ClockTie;
  readonly phoneEntries: PhoneEntries;

  readonly #parts: LabParts;
  #run: OpenRun | null = null;
  /** Of the starting point that the run began from, where somebody made it. */
  #startDigest: string | undefined;
  #stopTicking: (() => void) | null = null;

  constructor(parts: LabParts) {
    this.#parts = parts;
    this.phoneEntries = new PhoneEntries(parts.preferences);
    this.clockTie = new ClockTie({
      clock: parts.clock,
      preferences: parts.preferences,
      now: () => this.#now,
      pass: (to, how) => (how === 'jump' ? this.#jump(to) : this.#pass(to)),
      pause: () => this.pause(),
      say: (text) => this.say(text),
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

  get world(): World {
    if (this.#world === null) throw new TypeError('The lab is not open yet.');
    return this.#world;
  }

  get edition(): Edition {
    if (this.#edition === null) throw new TypeError('The lab is not open yet.');
    return this.#edition;
  }

  get product(): Product {
    if (this.#product === null) throw new TypeError('The lab is not open yet.');
    return this.#product;
  }

  get records(): readonly LogRecord[] {
    return this.#records;
  }

  get now(): Instant {
    return this.#now;
  }

  /** Whether the page came by a way on which nobody could have changed it. */
  get isSecure(): boolean {
    return this.#parts.isSecure();
  }

  /** Whether what is on somebody's own phone still signs them in here. */
  isInUse(entry: PhoneEntry): boolean {
    return this.#run !== null && isInUse(entry, { run: this.#run.id, world: this.world });
  }

  /** Where a story can begin: where the run on screen did comes first. */
  async starts(): Promise<readonly StartChoice[]> {
    const { startChoices } = await import('./starts');
    return startChoices(this.#parts, this.#startDigest);
  }

  placeOf(desk: DeskName): Place {
    return this.world.places[desk] ?? NOWHERE;
  }

  /** Why this would be refused now, or null: the same rules, run dry. */
  wouldRefuse(actor: Actor, command: Command): RefusalReason | null {
    return refusalOf(this.world, { actor, command }, this.#now);
  }

  /** Does what a person did on a screen; the events that came of it, or null where it was not done. */
  async act(draft: Draft): Promise<readonly DomainEvent[] | null> {
    if (this.#run === null) return null;
    const seen = this.world.position;
    if (this.clockTie.isTied) await this.clockTie.catchUp();
    else if (this.speed !== null) await this.#pass(this.#now);
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

  /** Walks a desk somewhere. */
  async go(desk: DeskName, place: Partial<Place>, actor: Actor = LAB): Promise<void> {
    const done = await this.#run?.goTo(actor, { desk, place: { ...this.placeOf(desk), ...place } });
    if (done?.isOk === false) this.#fail(done.failure);
  }

  /** Lets time go on to an instant; what happens on the way is in `passed`. Not while it is tied to real time. */
  async advanceTo(to: Instant): Promise<void> {
    if (this.clockTie.isTied) this.say(TIED);
    else await this.#jump(to);
  }

  /** Plays at a speed, until paused. Not while time is tied to real time. */
  play(speed: Speed): void {
    this.pause();
    if (this.clockTie.isTied) return this.say(TIED);
    this.speed = speed;
    const { clock } = this.#parts;
    const from = { now: this.#now, elapsed: clock.elapsed() };
    let kept = from.elapsed;
    let isBusy = false;
    this.passed = [];
    this.#stopTicking = clock.every(TICK_MILLISECONDS, () => {
      if (isBusy) return;
      const elapsed = clock.elapsed();
      const to = from.now + Math.floor(((elapsed - from.elapsed) * speed) / SECOND) * SECOND;
      const isDue = (this.upcoming[0]?.at ?? Number.POSITIVE_INFINITY) <= to;
      if (!isDue && elapsed - kept < KEEP_MILLISECONDS) {
        this.#now = to;
        return;
      }
      isBusy = true;
      kept = elapsed;
      void this.#pass(to).finally(() => (isBusy = false));
    });
  }

  pause(): void {
    if (this.#stopTicking === null) return;
    this.#stopTicking();
    this.#stopTicking = null;
    this.speed = null;
    void this.#pass(this.#now);
  }

  /** Begins the story anew where this one began, or elsewhere, at one of its moments or at an instant; what was there is put aside and can be had back. */
  async reset({ moment, from, opensAt }: ResetWish = {}): Promise<void> {
    const choice = from ?? (await this.starts())[0];
    await this.#startFrom(choice?.digest == null ? undefined : choice.start, { moment, opensAt });
    this.say('The story begins anew. The run before it is put aside: Undo reset brings it back.');
  }

  /** Begins the story anew with a firm that somebody made, which is kept; product and rules stay as they are. */
  async beginWith(start: StartingPoint): Promise<void> {
    const { isSameStart } = await import('./starts');
    const { start: shipped } = await this.#parts.loadShipped();
    await this.#startFrom(isSameStart(start, shipped) ? undefined : start);
    this.say('The story begins with your firm. The run before it is put aside: Undo reset brings it back.');
  }

  /** Keeps a starting point no longer; runs that began from it stay as they are. */
  async forgetStart(digest: string): Promise<void> {
    const { store } = await this.#parts.openStore();
    const done = await store.forgetStart(digest);
    if (!done.isOk) this.#fail({ kind: 'storage', failure: done.failure });
  }

  async #startFrom(start: StartingPoint | undefined, when: Pick<RunWish, 'moment' | 'opensAt'> = {}): Promise<void> {
    // The rules of a run that cannot be trusted are not taken over.
    const isSound = this.status === 'open' && this.#world !== null;
    await this.#startAnew({
      start,
      ...when,
      ...(isSound ? { product: this.product, ...rulesOf(this.world, start) } : {}),
    });
  }

  /** Begins the story anew on another product; what was there is put aside and can be had back. */
  async playOn(product: Product, variant: string): Promise<void> {
    const [here] = await this.starts();
    await this.#startAnew({ start: here?.digest == null ? undefined : here.start, product, variant });
    this.say(`The story begins anew on ${product.name}. The run before it is put aside: Undo reset brings it back.`);
  }

  /** Plays on a product file that somebody opened; or leaves everything as it is, and says what is wrong with the file. */
  async playFile(text: string): Promise<readonly Problem[]> {
    const { readProductText } = await import('../products/read-product-text');
    const read = readProductText(text);
    if (!read.isRead) return read.problems;
    await this.playOn(read.product, read.product.defaultVariant);
    return [];
  }

  /** The products that ship with the lab, in their order. */
  async products(): Promise<readonly Product[]> {
    const { products, loadProduct } = await this.#parts.loadShipped();
    return (await Promise.all(products.map(loadProduct))).filter((product) => product !== undefined);
  }

  async #startAnew(wish: RunWish): Promise<void> {
    this.pause();
    this.#adopt(await startRun(this.#parts, this.#changed, wish));
  }

  /** Brings back the run that the last reset put aside. */
  async undoReset(): Promise<void> {
    this.pause();
    this.#adopt(await undoReset(this.#parts, this.#changed));
    this.say(this.isResetUndone ? 'The run from before the reset is back.' : 'The run from after the reset is back.');
  }

  /** The symbols of a code, computed from the run's seed each time they are shown. */
  async reveal({ id, family }: Pick<IssuedCode, 'id' | 'family'>): Promise<string> {
    const { form } = settingsOfCode(this.world.policy, family);
    return codeText(this.#parts.cryptography, this.world.pins?.seed ?? '', id, form.value);
  }

  /** The PIN of a firm's licence, or another one for whoever has it wrong. Null where the product has none. */
  async licencePin(firm: string, truth: 'right' | 'wrong' = 'right'): Promise<string | null> {
    const form = this.world.policy.licencePin?.value;
    const seed = this.world.pins?.seed ?? '';
    const { licencePin } = await import('./licence-pin');
    return form === undefined ? null : licencePin(this.#parts.cryptography, { seed, firm, form }, truth);
  }

  /** What an entry of an app shows when its device's clock says `clock`. */
  async entryCode(entry: AppEntry, clock: Instant): Promise<string> {
    const { entryCode } = await import('./authenticator-keys');
    return entryCode(this.#parts.cryptography, this.world, entry, clock);
  }

  /** The key of an authenticator that is being set up: as the QR code's modules, and as text to be typed. */
  async keyOnShow(account: Account, authenticator: string): Promise<KeyOnShow> {
    const { keyUriOf, keyTextOf } = await import('./authenticator-keys');
    const { cryptography, qrCodes } = this.#parts;
    const uri = await keyUriOf(cryptography, this.world, account, authenticator);
    const [modules, text] = await Promise.all([
      qrCodes.modules(uri),
      keyTextOf(cryptography, this.world, authenticator),
    ]);
    return { modules, text };
  }

  /** Settles when the desks work and there is time for what can wait. */
  idle(): Promise<void> {
    return this.#parts.clock.idle();
  }

  say(text: string): void {
    this.said = text;
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
    this.problem = opened.problem;
    this.damage = opened.damage;
    this.#product = opened.product;
    this.#run = opened.run;
    this.#startDigest = opened.startDigest;
    this.status = opened.damage !== null ? 'damaged' : opened.run === null ? 'closed' : 'open';
    if (opened.run !== null) this.#changed(opened.run);
    const verified = this.#verifyWhenIdle(opened);
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
    this.#world = run.world;
    this.#records = run.records;
    this.#now = run.now;
  };

  #fail(problem: LabProblem): null {
    this.problem = problem;
    if (problem.kind === 'damaged') this.#close(problem.damage);
    return null;
  }
}

/** The variant, and the acts of the lab, that put a new run under the rules that this one is played by. */
function rulesOf(
  { firms, policy, catalogue, variant, overrides }: World,
  start?: StartingPoint,
): Pick<RunWish, 'variant' | 'acts'> {
  const isThere = (id: string): boolean => start === undefined || start.firms.some((firm) => firm.id === id);
  const usual = catalogue[variant]?.enforcement.value ?? policy.enforcement.value;
  const acts = [
    ...Object.entries(overrides).map(([name, value]): Command => ({
      type: 'setSetting',
      name: name as SettingName,
      value,
    })),
    ...firms
      .filter((firm) => firm.enforcement !== usual && isThere(firm.id))
      .map(({ id: firm, enforcement }): Command => ({ type: 'setEnforcement', firm, enforcement })),
  ];
  return { variant, acts };
}

export const [getLab, setLab] = createContext<Lab>();
