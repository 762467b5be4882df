// The oracle's own books: what the log says has happened, kept from its events alone. It shares data with the rules (the
// log and the product's settings) and no code: every question is answered here once more, as plainly as it can be.
import type { DomainEvent } from '../../../src/lib/domain/events';
import type { CodeFamily, Enforcement, Policy, PolicyCatalogue, SettingName } from '../../../src/lib/domain/policy';
import type { LogRecord } from '../../../src/lib/domain/record';
import { personAtStart, toPerson, type PersonBook } from './person-book';

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
        if ('account' in event && event.account !== undefined) toPerson(this.person(event.account), event);
    }
  }

  #start({ pins, directory, firms }: Extract<DomainEvent, { type: 'RunStarted' }>): void {
    this.#putInForce(pins.product.variant);
    for (const firm of firms) this.enforcement.set(firm.id, firm.enforcement);
    for (const entry of directory) {
      this.people.set(entry.id, personAtStart(entry, this.rules.authenticator.value));
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
}
