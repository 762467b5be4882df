// What must never happen, told from the log alone: a second, plainer reading of the facts that shares no code with the
// rules. It keeps its own books from the events and speaks up at the first record that breaks a promise.
import type { DomainEvent, DirectoryEntry } from '../../src/lib/domain/events';
import type { LogRecord } from '../../src/lib/domain/record';

const DAY = 24 * 60 * 60 * 1000;

interface CodeBook {
  readonly account: string;
  readonly issuedAt: number;
  endedAt: number | null;
}

export class Oracle {
  readonly #people = new Map<string, DirectoryEntry>();
  readonly #codes = new Map<string, CodeBook>();
  readonly #sessions = new Set<string>();
  readonly #mfa = new Map<string, boolean>();
  readonly #required = new Map<string, boolean>();
  readonly #passedOn = new Map<string, string>();
  readonly #asked = new Map<string, { from: string; about: string; wish: string }>();
  #repsMayIssue = false;
  #at = 0;

  /** Takes in the next record; throws an Error that names the promise it breaks. */
  take(record: LogRecord): void {
    this.#promise(record.at >= this.#at, 'time does not go back');
    this.#at = record.at;
    if (record.kind === 'place') return;
    for (const event of record.events) this.#event(event, record);
    for (const account of this.#people.keys()) {
      const active = [...this.#codes.values()].filter((code) => code.account === account && this.#isActive(code));
      this.#promise(active.length <= 1, `at most one code is active for ${account}`);
    }
  }

  #isActive(code: CodeBook): boolean {
    return code.endedAt === null && this.#at < code.issuedAt + DAY;
  }

  #event(event: DomainEvent, record: LogRecord): void {
    switch (event.type) {
      case 'RunStarted':
        for (const person of event.directory) {
          this.#people.set(person.id, person);
          this.#mfa.set(person.id, person.isMfaOn);
        }
        for (const firm of event.firms) this.#required.set(firm.id, firm.enforcement === 'required');
        return;
      case 'EnforcementChanged':
        this.#promise(record.actor.kind === 'lab', 'only the lab changes what a firm asks');
        this.#required.set(event.firm, event.enforcement === 'required');
        return;
      case 'SettingChanged':
        this.#promise(record.actor.kind === 'lab', 'only the lab switches an edge');
        if (event.name === 'repsMayIssue') this.#repsMayIssue = event.value === true;
        return;
      case 'VariantChanged':
        this.#promise(record.actor.kind === 'lab', 'only the lab changes the revision');
        return;
      case 'SupportAsked':
        this.#asked.set(event.request, event);
        return;
      case 'RequestPassedOn': {
        const asked = this.#asked.get(event.request);
        this.#promise(record.actor.kind === 'rep', 'only a rep passes a request on');
        this.#promise(
          this.#people.get(asked?.from ?? '')?.admin?.isPrimary === true,
          'only a request of the primary admin is passed on',
        );
        this.#passedOn.set(event.request, event.verifiedBy);
        return;
      }
      case 'MfaSwitchedOn':
      case 'MfaSwitchedOff':
        this.#mfa.set(event.account, event.type === 'MfaSwitchedOn');
        return;
      case 'SessionEnded':
        this.#sessions.delete(event.account);
        return;
      case 'SignedIn':
        return this.#signedIn(event, record);
      case 'CodeIssued':
        return this.#issued(event, record);
      case 'CodeEnded':
        return this.#ended(event, record);
      case 'CodeTold':
        return;
      default:
        if ('account' in event && record.kind === 'command' && !event.type.endsWith('Refused')) {
          const isOwn = record.actor.kind === 'person' && record.actor.account === event.account;
          this.#promise(isOwn, `${event.type} is its owner's own doing`);
        }
    }
  }

  #signedIn(event: Extract<DomainEvent, { type: 'SignedIn' }>, record: LogRecord): void {
    const isOwn = record.actor.kind === 'person' && record.actor.account === event.account;
    this.#promise(isOwn, 'nobody signs in for somebody else');
    this.#promise(!this.#sessions.has(event.account), 'nobody signs in who is signed in');
    const firm = this.#people.get(event.account)?.firm ?? '';
    const isChallenged = this.#required.get(firm) === true || this.#mfa.get(event.account) === true;
    if (event.method === 'password') this.#promise(!isChallenged, 'MFA in force takes more than a password');
    if (event.method === 'code') {
      const code = this.#codes.get(event.code ?? '');
      this.#promise(code !== undefined && code.account === event.account, 'a code is good for its own account only');
      this.#promise(code !== undefined && record.at < code.issuedAt + DAY, 'no code is accepted at or after its end');
      this.#promise(code?.endedAt === null, 'no code is accepted that was replaced, removed or ended');
    }
    this.#sessions.add(event.account);
  }

  #issued(event: Extract<DomainEvent, { type: 'CodeIssued' }>, record: LogRecord): void {
    const target = this.#people.get(event.account);
    this.#promise(event.endsAt === record.at + DAY, 'a code lives 24 elapsed hours');
    this.#promise(!this.#codes.has(event.code), 'every code is a new one');
    const { actor } = record;
    if (actor.kind === 'person') {
      const issuer = this.#people.get(actor.account);
      this.#promise(actor.account !== event.account, 'nobody issues for themselves');
      this.#promise(issuer?.firm === target?.firm, 'nobody reaches another firm');
      this.#promise(this.#sessions.has(actor.account), 'nobody issues without a session');
      this.#promise(
        target !== undefined && issuer?.admin?.areas.includes(target.area) === true,
        'nobody issues beyond their area',
      );
    } else {
      const request = record.kind === 'command' && 'request' in record.command ? (record.command.request ?? '') : '';
      const asked = this.#asked.get(request);
      const mayAct = actor.kind === 'portalTech' || (actor.kind === 'rep' && this.#repsMayIssue);
      this.#promise(mayAct, 'only the portal tech issues for support');
      this.#promise(target?.admin != null, 'support issues for admins only');
      this.#promise(
        this.#passedOn.has(request) && asked?.about === event.account && asked.wish === 'issueCode',
        'support issues on a verified request only',
      );
      this.#passedOn.delete(request);
    }
    this.#codes.set(event.code, { account: event.account, issuedAt: record.at, endedAt: null });
  }

  #ended(event: Extract<DomainEvent, { type: 'CodeEnded' }>, record: LogRecord): void {
    const code = this.#codes.get(event.code);
    this.#promise(code?.endedAt === null, 'a code ends once');
    if (code === undefined) return;
    if (event.cause === 'expired') {
      this.#promise(record.kind === 'deadline' && record.at === code.issuedAt + DAY, 'a code expires at its very end');
    } else {
      this.#promise(record.at < code.issuedAt + DAY, 'a code that has expired does not end otherwise');
    }
    if (event.cause === 'removed') {
      this.#promise(record.actor.kind === 'portalTech', 'only the portal tech removes a code');
    }
    code.endedAt = record.at;
  }

  #promise(isKept: boolean, promise: string): void {
    if (!isKept) throw new Error(`Broken: ${promise}.`);
  }
}
