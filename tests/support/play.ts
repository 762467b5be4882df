// A play-through of the rules for tests: the shipped story under any policy, moved by plain words. Knows which facts
// its decisions cited, so that a test titled with a fact id cannot pass without that fact.
import { activeCode, type Account } from '../../src/lib/domain/account';
import { LAB, person, type Actor } from '../../src/lib/domain/actors';
import type { Command, Evidence } from '../../src/lib/domain/commands';
import type { DomainEvent } from '../../src/lib/domain/events';
import { SECOND, type Instant } from '../../src/lib/domain/instant';
import { Lines } from '../../src/lib/domain/lines';
import { timeStepAt } from '../../src/lib/domain/one-time-password';
import type { Enforcement, Policy } from '../../src/lib/domain/policy';
import { reasonsOf, type DeskName, type LogRecord, type Place } from '../../src/lib/domain/record';
import type { RefusalReason } from '../../src/lib/domain/refusals';
import { accessOf, type Access } from '../../src/lib/domain/views/access';
import { LOOK_UPS } from '../../src/lib/domain/support-request';
import { proofsOf } from '../../src/lib/domain/verification';
import { accountOf, requestOf, type World } from '../../src/lib/domain/world';
import { newRun } from '../../src/lib/app/new-run';
import netclient from '../../src/lib/products/netclient/product.json';
import onix from '../../src/lib/products/onix/product.json';
import onvio from '../../src/lib/products/onvio/product.json';
import portal from '../../src/lib/products/portal/product.json';
import { readProduct } from '../../src/lib/products/read-product';
import { catalogueOf } from '../../src/lib/products/edition';
import type { Product } from '../../src/lib/products/schema';
import start from '../../src/lib/scenarios/phone-on-the-train/start.json';
import type { StartingPoint } from '../../src/lib/scenarios/starting-point';

export type PolicyChange = (policy: Policy) => Policy;

export interface PlayWish {
  /** The first product without it. */
  readonly product?: keyof typeof PRODUCTS;
  /** Of the first product's article; the others have but one. */
  readonly revision?: 1 | 2;
  readonly enforcement?: Enforcement;
  readonly moment?: string;
  readonly policy?: PolicyChange;
}

export const REP: Actor = { kind: 'rep', id: 'sam' };
export const PORTAL_TECH: Actor = { kind: 'portalTech', id: 'noor' };

function readOrThrow(file: unknown): Product {
  const read = readProduct(file);
  if (!read.isRead) throw new Error(JSON.stringify(read.problems));
  return read.product;
}

export const PRODUCTS = {
  onvio: readOrThrow(onvio),
  netclient: readOrThrow(netclient),
  onix: readOrThrow(onix),
  portal: readOrThrow(portal),
};
/** The product of the shipped story. */
export const product = PRODUCTS.onvio;
export const startingPoint = start as StartingPoint;

export class Play {
  readonly opened: Instant;
  now: Instant;
  #lines: Lines;

  constructor({ enforcement = 'required', moment, policy, ...wish }: PlayWish = {}) {
    const product = playedOn(wish);
    const variants = Object.entries(catalogueOf(product)).map(([id, each]) => [id, policy?.(each) ?? each] as const);
    const run = newRun({
      product,
      productDigest: 'test',
      start: startingPoint,
      moment,
      seed: 'test',
    });
    this.#lines = new Lines({ ...run.world, catalogue: Object.fromEntries(variants) });
    this.#lines.records.push(...run.records);
    this.opened = run.now;
    this.now = run.now;
    const own = policy?.(run.world.policy);
    if (own !== undefined) this.#lines.world = { ...this.#lines.world, policy: own };
    if (enforcement !== 'required') this.lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement });
  }

  get world(): World {
    return this.#lines.world;
  }

  get records(): readonly LogRecord[] {
    return this.#lines.records;
  }

  /** Every fact id that a decision of this play has cited. */
  get cited(): ReadonlySet<string> {
    return new Set(this.records.flatMap(reasonsOf).flatMap((reason) => reason.cites));
  }

  /** Goes on to `hours:minutes:seconds` after the lab opened. */
  after(span: string): this {
    const [hours = 0, minutes = 0, seconds = 0] = span.split(':').map(Number);
    this.now = this.opened + (hours * 3600 + minutes * 60 + seconds) * SECOND;
    this.#lines.pass(this.now);
    return this;
  }

  does(actor: Actor, command: Command, evidence?: Evidence): readonly DomainEvent[] {
    this.#lines.pass(this.now);
    return this.#lines.decide({ actor, command, ...(evidence === undefined ? {} : { evidence }) }, this.now);
  }

  /** What a person does about their own account. */
  by(account: string, command: DistributiveOmit<Command & { account: string }, 'account'>, evidence?: Evidence) {
    return this.does(person(account), { ...command, account } as Command, evidence);
  }

  /** Walks a desk somewhere. */
  place(desk: DeskName, place: Place): void {
    this.#lines.place(LAB, { desk, place }, this.now);
  }

  lab(command: Command): readonly DomainEvent[] {
    return this.does(LAB, command);
  }

  account(id: string): Account {
    const account = accountOf(this.world, id);
    if (account === undefined) throw new Error(`Nobody is called ${id}.`);
    return account;
  }

  access(id: string): Access {
    return accessOf(this.world, this.account(id), this.now);
  }

  /** An admin issues a code and reads it out. */
  issue(to: string, by = 'priya'): readonly DomainEvent[] {
    const events = this.does(person(by), { type: 'issueCode', account: to, family: 'temporaryCode' });
    const code = activeCode(this.account(to), this.now);
    if (code !== undefined && refusal(events) === null) {
      this.does(person(by), { type: 'tellCode', account: to, code: code.id });
    }
    return events;
  }

  /** The right password, then the code with this id, the latest one without it. */
  signInByCode(account: string, code?: string | null): readonly DomainEvent[] {
    this.by(account, { type: 'cancelSignIn' });
    this.by(account, { type: 'submitPassword', card: 'right' });
    return this.code(account, code);
  }

  /** The code with this id, the latest one without it, a wrong one for null. */
  code(account: string, code?: string | null): readonly DomainEvent[] {
    const matchedCode = code === undefined ? (this.account(account).codes.at(-1)?.id ?? null) : code;
    return this.by(account, { type: 'submitCode', family: 'temporaryCode' }, { matchedCode });
  }

  /** Puts somebody into a session by whatever is due, with what is in hand or a code of their own where nothing is. */
  sit(id: string): void {
    this.by(id, { type: 'cancelSignIn' });
    this.by(id, { type: 'submitPassword', card: 'right' });
    const account = this.account(id);
    const { push } = account.signIn;
    const device = account.devices.find(({ loss }) => loss === null)?.id ?? '';
    if (account.session === null && push !== null) {
      this.by(id, { type: 'answerPush', push: push.id, device, answer: 'approve' });
    }
    const { totp } = this.world.policy;
    const matchedAuthenticator = account.authenticators[0]?.id ?? null;
    if (this.account(id).session === null && totp !== undefined) {
      const matchedTimeStep = timeStepAt(this.now, totp.value.periodSeconds);
      this.by(id, { type: 'submitTotp' }, { matchedAuthenticator, matchedTimeStep });
    }
    if (this.account(id).session === null) this.code(id);
  }

  /** A code of the newest key: that of the present time step, or of one so many steps off. */
  totp(account: string, off = 0): readonly DomainEvent[] {
    const matchedAuthenticator = this.account(account).authenticators.at(-1)?.id ?? null;
    return this.by(account, { type: 'submitTotp' }, { matchedAuthenticator, matchedTimeStep: this.#timeStep + off });
  }

  /** The right password, then a code of the app. */
  signInByTotp(account: string): readonly DomainEvent[] {
    this.by(account, { type: 'cancelSignIn' });
    this.by(account, { type: 'submitPassword', card: 'right' });
    return this.totp(account);
  }

  /** Confirms the key on show by its code. */
  setUp(account: string, device: string | null = null): readonly DomainEvent[] {
    const matchedAuthenticator = this.account(account).enrolment?.authenticator ?? null;
    const evidence = { matchedAuthenticator, matchedTimeStep: this.#timeStep };
    return this.by(account, { type: 'confirmEnrolment', device }, evidence);
  }

  get #timeStep(): number {
    return timeStepAt(this.now, this.world.policy.totp?.value.periodSeconds ?? 30);
  }

  /** Disconnects every device in the session that is open. */
  disconnectAll(account: string): void {
    for (const each of this.account(account).authenticators) {
      this.by(account, { type: 'unbindAuthenticator', authenticator: each.id });
    }
  }

  /** Registers the device, or a new one, in the session or enrolment that is open. */
  register(account: string, device?: string): readonly DomainEvent[] {
    if (device === undefined) this.by(account, { type: 'acquireDevice', kind: 'phone' });
    const bound = device ?? this.account(account).devices.at(-1)?.id ?? '';
    this.by(account, { type: 'startEnrolment' });
    return this.by(account, { type: 'bindAuthenticator', device: bound });
  }

  /** The primary admin asks support, the rep makes sure who asks and passes it on; the request's id. */
  askSupport(wish: 'issueCode' | 'removeCode' | 'resetMfa', about: string, from = 'priya'): string {
    this.does(person(from), { type: 'askSupport', account: about, wish });
    const request = this.world.requests.at(-1)?.id ?? '';
    this.passOn(request);
    return request;
  }

  /** The rep takes the call, looks up what there is, and has what the first way of verifying takes given and compared. */
  verify(request: string): void {
    const asked = requestOf(this.world, request);
    const [method] = this.world.policy.callerVerification;
    if (asked === undefined || method === undefined) return;
    if (asked.call === 'ringing') this.does(REP, { type: 'answerCall', request });
    for (const tool of LOOK_UPS) this.does(REP, { type: 'lookUp', firm: asked.firm, tool });
    for (const proof of proofsOf(this.world.policy, method)) {
      if (proof === 'licence-pin' || proof === 'firm-address') {
        this.does(REP, { type: 'askCaller', request, question: proof });
      } else if (proof === 'pin-mail' || proof === 'letterhead') {
        const saying = proof === 'pin-mail' ? 'mail-the-pin' : 'send-a-letter';
        this.does(REP, { type: 'tellCaller', request, saying });
      }
      this.does(REP, { type: 'compareProof', request, proof, finding: 'matches' });
    }
    this.does(REP, { type: 'endCall', request });
  }

  /** Verified, and then passed on. */
  passOn(request: string): readonly DomainEvent[] {
    this.verify(request);
    const verifiedBy = this.world.policy.callerVerification[0]?.id ?? '';
    return this.does(REP, { type: 'passOnRequest', request, verifiedBy });
  }

  /** Every event since the lab opened, with its instant. */
  get history(): readonly { readonly at: Instant; readonly event: DomainEvent }[] {
    return this.records
      .filter((record) => record.at >= this.opened)
      .flatMap((record) => ('events' in record ? record.events.map((event) => ({ at: record.at, event })) : []));
  }

  /** The types of the events since the lab opened, with seconds since then. */
  get told(): readonly string[] {
    return this.history.map(({ at, event }) => `${(at - this.opened) / SECOND} ${event.type}`);
  }
}

/** The product with the variant to be played in force. */
function playedOn({ product: name = 'onvio', revision = 2 }: PlayWish): Product {
  return name === 'onvio' ? { ...PRODUCTS.onvio, defaultVariant: `revision-${revision}` } : PRODUCTS[name];
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** Why these events refuse, or null where they do not. */
export function refusal(events: readonly DomainEvent[]): RefusalReason | null {
  for (const event of events) if ('reason' in event) return event.reason;
  return null;
}

/** The types of these events. */
export function types(events: readonly DomainEvent[]): readonly string[] {
  return events.map((event) => event.type);
}
