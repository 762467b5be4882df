// The oracle's own books: what the log says has happened, kept from its events alone. It shares data with the rules (the
// log and the product's settings) and no code: every question is answered here once more, as plainly as it can be.
import type { DirectoryEntry, DomainEvent } from '../../../src/lib/domain/events';
import type { CodeFamily, Enforcement, Policy, PolicyCatalogue, SettingName } from '../../../src/lib/domain/policy';
import type { LogRecord } from '../../../src/lib/domain/record';

export interface DeviceBook {
  isInHand: boolean;
  /** The keys that its app took for time-based ones. */
  readonly timeKeys: Set<string>;
}

export interface BoundBook {
  readonly kind: 'push' | 'totp';
  readonly device: string | null;
  lastStep: number | null;
}

export interface PersonBook {
  readonly entry: DirectoryEntry;
  isMfaOn: boolean;
  readonly devices: Map<string, DeviceBook>;
  readonly bound: Map<string, BoundBook>;
  session: { readonly code: string | null } | null;
  /** Whether the password of the attempt under way was right. */
  hasGivenPassword: boolean;
  push: { readonly id: string; readonly endsAt: number; isWaiting: boolean } | null;
  enrolment: { readonly from: 'session' | 'sign-in'; readonly key: string | null } | null;
  failures: number;
  waitUntil: number | null;
  onShow: readonly string[];
}

export interface CodeBook {
  readonly id: string;
  readonly account: string;
  readonly family: CodeFamily;
  readonly issuedAt: number;
  readonly endsAt: number | null;
  readonly by: unknown;
  readonly atIssue: { readonly enforcement: Enforcement; readonly lastUnboundWithCode: string };
  end: { readonly cause: string; readonly position: number } | null;
}

export interface RequestBook {
  readonly from: string;
  readonly about: string;
  readonly wish: string;
  status: 'received' | 'passed-on' | 'closed';
}

export class Books {
  readonly people = new Map<string, PersonBook>();
  readonly codes = new Map<string, CodeBook>();
  readonly requests = new Map<string, RequestBook>();
  readonly enforcement = new Map<string, Enforcement>();
  readonly #catalogue: PolicyCatalogue;
  #variant = '';
  #switched = new Map<SettingName, unknown>();
  rules: Policy;

  constructor(catalogue: PolicyCatalogue) {
    this.#catalogue = catalogue;
    const [first] = Object.values(catalogue);
    if (first === undefined) throw new TypeError('There is no policy to go by.');
    this.rules = first;
  }

  person(id: string): PersonBook {
    const person = this.people.get(id);
    if (person === undefined) throw new Error(`Broken: something happened to ${id}, whom nobody knows.`);
    return person;
  }

  /** The codes of somebody that are good at this instant. */
  goodCodes(account: string, at: number, family: CodeFamily): readonly CodeBook[] {
    return [...this.codes.values()].filter(
      (code) =>
        code.account === account &&
        code.family === family &&
        code.end === null &&
        (code.endsAt === null || at < code.endsAt),
    );
  }

  enforcementFor(account: string): Enforcement {
    return this.enforcement.get(this.person(account).entry.firm) ?? 'required';
  }

  isFederated(account: string): boolean {
    return this.rules.federated !== undefined && this.person(account).entry.signsInWith === 'federated';
  }

  /** Whether more than a password is asked of somebody. */
  isAsked(account: string): boolean {
    if (this.isFederated(account)) return false;
    const person = this.person(account);
    switch (this.enforcementFor(account)) {
      case 'required':
        return true;
      case 'optional':
        return person.isMfaOn;
      case 'off':
        return person.bound.size > 0 && this.rules.enrolledWhileOff?.value === 'challenged';
    }
  }

  isAtHand(account: string, id: string): boolean {
    const person = this.person(account);
    const bound = person.bound.get(id);
    if (bound === undefined) return false;
    if (bound.device === null) return true;
    if (bound.kind === 'push') return person.devices.get(bound.device)?.isInHand === true;
    return [...person.devices.values()].some((device) => device.isInHand && device.timeKeys.has(id));
  }

  /** How many of somebody's authenticators count as a factor that is left (EDGE-2). */
  factorsLeft(account: string): number {
    const ids = [...this.person(account).bound.keys()];
    return this.rules.factorLeft.value === 'bound' ? ids.length : ids.filter((id) => this.isAtHand(account, id)).length;
  }

  take(event: DomainEvent, record: LogRecord): void {
    switch (event.type) {
      case 'RunStarted':
        return this.#start(event);
      case 'EnforcementChanged':
        return void this.enforcement.set(event.firm, event.enforcement);
      case 'VariantChanged':
        return this.#putInForce(event.variant);
      case 'SettingChanged':
        this.#switched.set(event.name, event.value);
        return this.#putInForce(this.#variant);
      case 'SupportAsked':
        return void this.requests.set(event.request, { ...event, status: 'received' });
      case 'RequestPassedOn':
        return this.#request(event.request, 'passed-on');
      case 'RequestSentBack':
      case 'RequestAnswered':
        return this.#request(event.request, 'closed');
      case 'CodeIssued': {
        const { code: id, account, family, endsAt, by, atIssue } = event;
        this.codes.set(id, { id, account, family, issuedAt: record.at, endsAt, by, atIssue, end: null });
        const person = this.person(account);
        if (event.isToSave === true) person.onShow = [...person.onShow, id];
        return;
      }
      case 'CodeEnded': {
        const code = this.codes.get(event.code);
        if (code !== undefined) code.end = { cause: event.cause, position: record.position };
        const person = this.person(event.account);
        person.onShow = person.onShow.filter((id) => id !== event.code);
        return;
      }
      default:
        if ('account' in event && event.account !== undefined) this.#toPerson(this.person(event.account), event);
    }
  }

  #start({ pins, directory, firms }: Extract<DomainEvent, { type: 'RunStarted' }>): void {
    this.#putInForce(pins.product.variant);
    for (const firm of firms) this.enforcement.set(firm.id, firm.enforcement);
    const kind = this.rules.authenticator.value;
    for (const entry of directory) {
      const paired = entry.devices.flatMap(({ id, authenticator }) =>
        authenticator === undefined ? [] : [[authenticator, { kind, device: id, lastStep: null }] as const],
      );
      this.people.set(entry.id, {
        entry,
        isMfaOn: entry.isMfaOn,
        devices: new Map(
          entry.devices.map(({ id, authenticator }) => [
            id,
            { isInHand: true, timeKeys: new Set(authenticator === undefined ? [] : [authenticator]) },
          ]),
        ),
        bound: new Map(paired),
        session: null,
        hasGivenPassword: false,
        push: null,
        enrolment: null,
        failures: 0,
        waitUntil: null,
        onShow: [],
      });
      for (const { id, family } of entry.codes ?? []) {
        const atIssue = { enforcement: 'required', lastUnboundWithCode: '' } as const;
        this.codes.set(id, {
          id,
          account: entry.id,
          family,
          issuedAt: pins.startedAt,
          endsAt: null,
          by: null,
          atIssue,
          end: null,
        });
      }
    }
  }

  /** A variant's rules with what was switched since; a switch goes where the two variants begin differently. */
  #putInForce(variant: string): void {
    const base = this.#catalogue[variant];
    if (base === undefined) throw new Error(`Broken: ${variant} is in force, which is no variant.`);
    const before = this.#catalogue[this.#variant] ?? base;
    for (const name of [...this.#switched.keys()]) {
      if (before[name]?.value !== base[name]?.value) this.#switched.delete(name);
    }
    this.#variant = variant;
    const switched = [...this.#switched].map(([name, value]) => [name, { ...base[name], value }] as const);
    this.rules = { ...base, ...Object.fromEntries(switched) };
  }

  #request(id: string, status: RequestBook['status']): void {
    const request = this.requests.get(id);
    if (request !== undefined) request.status = status;
  }

  #toPerson(person: PersonBook, event: DomainEvent): void {
    switch (event.type) {
      case 'PasswordAccepted':
        person.hasGivenPassword = true;
        person.push = null;
        return;
      case 'SignInRefused':
        if (event.failures !== undefined) {
          person.failures = event.failures;
          person.waitUntil = event.waitUntil ?? null;
        }
        if (event.reason !== 'wrong-password') return;
        this.#leave(person);
        person.enrolment = null;
        return;
      case 'PushSent':
        person.push = { id: event.push, endsAt: event.endsAt, isWaiting: true };
        return;
      case 'PushDenied':
      case 'PushExpired':
        if (person.push?.id === event.push) person.push.isWaiting = false;
        return;
      case 'SignedIn': {
        this.#leave(person);
        person.enrolment = null;
        person.failures = 0;
        person.waitUntil = null;
        person.session = { code: event.code ?? null };
        const bound = person.bound.get(event.authenticator ?? '');
        if (bound !== undefined) bound.lastStep = event.timeStep ?? bound.lastStep;
        return;
      }
      case 'SignInCancelled':
        this.#leave(person);
        person.enrolment = null;
        return;
      case 'TabClosed':
        this.#leave(person);
        person.enrolment = null;
        person.onShow = [];
        return;
      case 'SessionEnded':
        person.session = null;
        person.enrolment = null;
        person.onShow = [];
        return;
      default:
        this.#toHoldings(person, event);
    }
  }

  #leave(person: PersonBook): void {
    person.hasGivenPassword = false;
    person.push = null;
  }

  #toHoldings(person: PersonBook, event: DomainEvent): void {
    switch (event.type) {
      case 'EnrolmentStarted':
        person.enrolment = { from: event.from, key: event.authenticator ?? null };
        return;
      case 'EnrolmentCancelled':
        person.enrolment = null;
        return;
      case 'AuthenticatorBound':
        person.enrolment = null;
        person.failures = 0;
        person.waitUntil = null;
        person.bound.set(event.authenticator, {
          kind: event.kind,
          device: event.device,
          lastStep: event.timeStep ?? null,
        });
        return;
      case 'AuthenticatorUnbound':
        person.bound.delete(event.authenticator);
        return;
      case 'MfaSwitchedOn':
      case 'MfaSwitchedOff':
        person.isMfaOn = event.type === 'MfaSwitchedOn';
        return;
      case 'MfaReset':
        person.failures = 0;
        person.waitUntil = null;
        person.enrolment = null;
        return;
      case 'DeviceLost':
      case 'DeviceFound': {
        const device = person.devices.get(event.device);
        if (device !== undefined) device.isInHand = event.type === 'DeviceFound';
        return;
      }
      case 'DeviceAcquired':
        person.devices.set(event.device, { isInHand: true, timeKeys: new Set() });
        return;
      case 'AppEntryAdded':
        if (event.kind === 'time') person.devices.get(event.device)?.timeKeys.add(event.authenticator);
        return;
      case 'CodesSaved':
        person.onShow = [];
    }
  }
}
