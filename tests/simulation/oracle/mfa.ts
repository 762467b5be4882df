// MFA goes on by a binding, and goes off exactly where the policy says that it does: neither elsewhere, nor not there.
import type { DomainEvent, EventOf } from '../../../src/lib/domain/events';
import type { LogRecord } from '../../../src/lib/domain/record';
import type { Books, CodeBook } from './books';
import { commandIn, eventsIn, promise, type Keeper } from './promise';

export class MfaKeeper implements Keeper {
  /** Whose MFA this record has to switch off. */
  #goesOff = new Set<string>();

  begin(): void {
    this.#goesOff = new Set();
  }

  event(event: DomainEvent, record: LogRecord, books: Books): void {
    switch (event.type) {
      case 'MfaSwitchedOn': {
        const isBound = eventsIn(record, 'AuthenticatorBound').some(({ account }) => account === event.account);
        promise(isBound && !books.person(event.account).isMfaOn, 'MFA goes on by a binding, where it was off');
        return;
      }
      case 'MfaSwitchedOff':
        return promise(books.person(event.account).isMfaOn, 'MFA goes off where it was on');
      case 'AuthenticatorUnbound':
        if (commandIn(record)?.type === 'unbindAuthenticator' && goesOffWithDevice(event, record, books)) {
          this.#goesOff.add(event.account);
        }
        return;
      case 'CodeEnded': {
        const code = books.codes.get(event.code);
        if (code !== undefined && goesOffWithCode(code, event, books)) this.#goesOff.add(event.account);
        return;
      }
      case 'MfaReset': {
        const isOptional = books.enforcementFor(event.account) === 'optional';
        if (isOptional && books.person(event.account).isMfaOn) this.#goesOff.add(event.account);
        return;
      }
      case 'EnforcementChanged':
        return this.#becomesOptional(event, record, books);
      default:
        return;
    }
  }

  end(record: LogRecord, books: Books): void {
    const off = eventsIn(record, 'MfaSwitchedOff').map(({ account }) => account);
    promise(new Set(off).size === off.length, 'MFA goes off once');
    for (const account of off) promise(this.#goesOff.has(account), 'MFA goes off only where the policy says so');
    for (const account of this.#goesOff) promise(off.includes(account), 'MFA goes off where the policy says so');
    for (const account of off) {
      const isGood = books.goodCodes(account, record.at, 'temporaryCode').length > 0;
      promise(!isGood || books.rules.codeWhenMfaGoesOff.value === 'runs-on', 'a code ends with the MFA it was for');
    }
  }

  #becomesOptional({ firm, enforcement }: EventOf<'EnforcementChanged'>, record: LogRecord, books: Books): void {
    if (enforcement !== 'optional' || books.rules.lastUnboundWithoutCode.value !== 'off-now') return;
    for (const [account, { entry, isMfaOn }] of books.people) {
      const hasCode = books.goodCodes(account, record.at, 'temporaryCode').length > 0;
      if (entry.firm === firm && isMfaOn && books.factorsLeft(account) === 0 && !hasCode) this.#goesOff.add(account);
    }
  }
}

/** The last device is disconnected, and the rule for that, with a code or without one, says off now (ONV-8b). */
function goesOffWithDevice(event: EventOf<'AuthenticatorUnbound'>, record: LogRecord, books: Books): boolean {
  const { account } = event;
  const { isMfaOn, bound } = books.person(account);
  if (!isMfaOn || !books.isAsked(account) || books.enforcementFor(account) === 'required') return false;
  const left =
    books.rules.factorLeft.value === 'bound'
      ? bound.size - 1
      : [...bound.keys()].filter((id) => id !== event.authenticator && books.isAtHand(account, id)).length;
  const hasCode = books.goodCodes(account, record.at, 'temporaryCode').length > 0;
  const rule = hasCode ? books.rules.lastUnboundWithCode : books.rules.lastUnboundWithoutCode;
  return left === 0 && rule.value === 'off-now';
}

/** A temporary code has ended for good, nothing else is left, and the rule does not ask for another (ONV-8a). */
function goesOffWithCode(code: CodeBook, { account, cause }: EventOf<'CodeEnded'>, books: Books): boolean {
  const { rules } = books;
  const isForGood = cause === 'expired' || cause === 'used' || cause === 'removed';
  if (code.family !== 'temporaryCode' || !isForGood) return false;
  if (cause === 'removed' && rules.codeRemovedWithoutFactor.value === 'mfa-stays-on') return false;
  if (!books.person(account).isMfaOn || !books.isAsked(account) || books.factorsLeft(account) > 0) return false;
  const isByNow = rules.policyAtCodeEnd.value === 'in-force-then';
  const enforcement = isByNow ? books.enforcementFor(account) : code.atIssue.enforcement;
  const last = isByNow ? rules.lastUnboundWithCode.value : code.atIssue.lastUnboundWithCode;
  return enforcement !== 'required' && last !== 'needed-after-code-end';
}
