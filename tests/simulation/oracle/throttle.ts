// Failures in a row and what they cost: each is counted with the attempt, the waits grow as the policy says and are kept,
// and after the most failures nothing stays bound. A reset leaves nothing bound, nothing good and nothing counted.
import type { DomainEvent, EventOf } from '../../../src/lib/domain/events';
import { CODE_FAMILIES } from '../../../src/lib/domain/policy';
import type { LogRecord } from '../../../src/lib/domain/record';
import type { Books } from './books';
import { commandIn, eventsIn, promise, type Keeper } from './promise';

const SECOND = 1000;
/** Refusals of something typed that was not good: these are failures, whatever was typed. */
const FAILURES: ReadonlySet<string> = new Set([
  'code-missing',
  'code-wrong',
  'code-expired',
  'code-replaced',
  'code-removed',
  'code-used',
  'code-ended-with-mfa',
  'code-ended-by-device',
  'code-ended-by-reset',
  'totp-wrong',
  'totp-used',
]);

/** What is asked with something typed: only there can a failure be. */
const TYPED: ReadonlySet<string> = new Set(['submitCode', 'submitTotp', 'confirmEnrolment']);

export class ThrottleKeeper implements Keeper {
  event(event: DomainEvent, record: LogRecord, books: Books): void {
    switch (event.type) {
      case 'SignedIn':
        if (event.method !== 'code' && event.method !== 'totp') return;
        return hasWaited(event, record, books, 'nothing typed is taken while the account has to wait');
      case 'AuthenticatorBound':
        if (event.kind !== 'totp') return;
        return hasWaited(event, record, books, 'no key is confirmed while the account has to wait');
      case 'CodeIssued':
        if (commandIn(record)?.type !== 'requestEmailedCode') return;
        return hasWaited(event, record, books, 'no code is mailed while the account has to wait');
      case 'SignInRefused':
        return refused(event, record, books);
      default:
        return;
    }
  }

  end(record: LogRecord, books: Books): void {
    for (const { account } of eventsIn(record, 'MfaReset')) {
      const person = books.person(account);
      promise(person.bound.size === 0, 'after a reset no authenticator is bound');
      const good = CODE_FAMILIES.flatMap((family) => books.goodCodes(account, record.at, family));
      promise(good.length === 0, 'after a reset no code is good');
      promise(person.failures === 0 && person.waitUntil === null, 'a reset clears the count of failures');
    }
    const most = books.rules.throttle?.value.failuresMax ?? Infinity;
    for (const { account, failures = 0 } of eventsIn(record, 'SignInRefused')) {
      if (failures >= most) promise(books.person(account).bound.size === 0, 'too many failures leave nothing bound');
    }
  }
}

function hasWaited({ account }: { readonly account: string }, record: LogRecord, books: Books, words: string): void {
  const { waitUntil } = books.person(account);
  const isThrottled = books.rules.throttle !== undefined;
  promise(!isThrottled || waitUntil === null || record.at >= waitUntil, words);
}

function refused(event: EventOf<'SignInRefused'>, record: LogRecord, books: Books): void {
  const settings = books.rules.throttle?.value;
  const { failures, waitUntil } = books.person(event.account);
  const mustWait = waitUntil !== null && record.at < waitUntil && settings !== undefined;
  if (event.reason === 'throttled') return promise(mustWait, 'only who has to wait is told to');
  const isAttempt = TYPED.has(commandIn(record)?.type ?? '');
  if (!isAttempt || !FAILURES.has(event.reason)) {
    return promise(event.failures === undefined, 'only what was typed and not good counts as a failure');
  }
  promise(!mustWait, 'what is typed while the account has to wait is not even looked at');
  if (settings === undefined) return promise(event.failures === undefined, 'nothing is counted where nothing waits');
  promise(event.failures === failures + 1, 'every failure in a row is counted with the attempt');
  const doublings = event.failures - settings.waitAfter;
  const seconds = Math.min(settings.longestWaitSeconds, settings.firstWaitSeconds * 2 ** doublings);
  const expected = doublings < 0 ? undefined : record.at + seconds * SECOND;
  promise(event.waitUntil === expected, 'the wait after a failure is as long as the policy says');
}
