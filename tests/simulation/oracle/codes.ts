// Codes: how they come about, how long they live, what a use makes of them, and that each ends once and for a reason.
import type { DomainEvent, EventOf } from '../../../src/lib/domain/events';
import { CODE_FAMILIES, type CodeSettings } from '../../../src/lib/domain/policy';
import type { LogRecord } from '../../../src/lib/domain/record';
import type { Books, CodeBook } from './books';
import { commandIn, eventsIn, isOwn, promise, type Keeper } from './promise';

const SECOND = 1000;

export class CodeKeeper implements Keeper {
  #wasSession = new Map<string, string | null>();

  begin(_record: LogRecord, books: Books): void {
    this.#wasSession = new Map(
      [...books.people].flatMap(([id, { session }]) => (session === null ? [] : [[id, session.code]])),
    );
  }

  event(event: DomainEvent, record: LogRecord, books: Books): void {
    switch (event.type) {
      case 'CodeIssued':
        return issued(event, record, books);
      case 'CodeEnded':
        return ended(event, record, books);
      case 'SignedIn':
        return event.method === 'code' ? accepted(event, record, books) : undefined;
      case 'SignInRefused':
        return refusedTruly(event, record, books);
      case 'CodeTold': {
        const code = books.codes.get(event.code);
        const isMailed = commandIn(record)?.type === 'requestEmailedCode';
        promise(code?.account === event.account, 'a code is told to its owner');
        promise(isMailed || same(code.by, record.actor), 'a code is told by whoever issued it');
        promise(isGood(code, record.at), 'only a code that is good is told');
        return;
      }
      case 'CodesSaved': {
        const { onShow } = books.person(event.account);
        promise(isOwn(record, event.account) && onShow.length > 0, 'only its owner saves what is on show');
        return promise(same(onShow, event.codes), 'what is saved is what was on show');
      }
      case 'TabClosed':
        return promise(
          same(books.person(event.account).onShow, event.unsaved),
          'a closed tab takes with it what was on show and not saved',
        );
      default:
        return;
    }
  }

  end(record: LogRecord, books: Books): void {
    for (const account of books.people.keys()) {
      for (const family of CODE_FAMILIES) {
        const most = books.rules.codes[family]?.howMany?.value ?? 1;
        const good = books.goodCodes(account, record.at, family).length;
        promise(good <= most, `at most ${most} of ${family} are good for ${account}`);
      }
    }
    for (const { account, code, cause } of eventsIn(record, 'CodeEnded')) {
      const wasOpenedWithIt = this.#wasSession.get(account) === code;
      const goes = wasOpenedWithIt && cause !== 'replaced' && cause !== 'used';
      const hasGone = eventsIn(record, 'SessionEnded').some(
        (event) => event.account === account && event.cause === 'code-ended',
      );
      promise(
        hasGone === (goes && books.rules.sessionAtCodeEnd.value === 'ends'),
        'a session ends with the code it was opened with where the rule says so, and only there',
      );
    }
  }
}

function isGood(code: CodeBook | undefined, at: number): boolean {
  return code !== undefined && code.end === null && (code.endsAt === null || at < code.endsAt);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function issued(event: EventOf<'CodeIssued'>, record: LogRecord, books: Books): void {
  const { account, family } = event;
  const settings = books.rules.codes[family];
  promise(settings !== undefined, 'only kinds of codes that the product has are issued');
  promise(!books.codes.has(event.code), 'every code is a new one');
  const life = settings.lifeSeconds.value;
  promise(
    event.endsAt === (life === null ? null : record.at + life * SECOND),
    'a code lives as long as the policy says',
  );
  promise(event.atIssue.enforcement === books.enforcementFor(account), 'a code remembers the policy of its issue');
  promise((event.isToSave === true) === (family === 'recoveryCode'), 'what is to be saved are recovery codes');
  const command = commandIn(record)?.type;
  if (family === 'temporaryCode') {
    promise(command === 'issueCode', 'a temporary code is issued by somebody');
    const isAsked = books.isAsked(account);
    promise(isAsked || books.rules.codeWhileMfaOff.value !== 'refused', 'no code for somebody whose MFA is off');
    const earlier = eventsIn(record, 'CodeEnded').some((each) => each.cause === 'replaced');
    promise(!earlier || settings.issuingAgain.value === 'replace', 'a code is not replaced where that is refused');
  } else if (family === 'emailedCode') {
    promise(command === 'requestEmailedCode' && isOwn(record, account), 'a mailed code is asked for by its owner');
    promise(books.rules.emailedCodes?.value === 'on', 'a code is mailed only where that is a way to sign in');
    promise(books.person(account).hasGivenPassword, 'a code is mailed only after the password');
  } else {
    promise(recoveryIsDue(record, account, books), 'recovery codes come of a set-up, a use or a wish of their owner');
    const made = eventsIn(record, 'CodeIssued').length;
    promise(made === (settings.howMany?.value ?? 1), 'as many recovery codes are made as the policy says');
  }
}

function recoveryIsDue(record: LogRecord, account: string, books: Books): boolean {
  if (!isOwn(record, account)) return false;
  if (commandIn(record)?.type === 'renewRecoveryCode') return books.person(account).session !== null;
  if (eventsIn(record, 'AuthenticatorBound').length === 1) return true;
  const used = eventsIn(record, 'CodeEnded').find(({ cause }) => cause === 'used');
  return used !== undefined && settingsOf(books, used.code)?.uses.value === 'consume-and-reissue';
}

function settingsOf(books: Books, id: string): CodeSettings | undefined {
  const family = books.codes.get(id)?.family;
  return family === undefined ? undefined : books.rules.codes[family];
}

function ended(event: EventOf<'CodeEnded'>, record: LogRecord, books: Books): void {
  const code = books.codes.get(event.code);
  promise(code?.account === event.account, 'only a code that there is ends');
  promise(code.end === null, 'a code ends once');
  const has = (type: DomainEvent['type']): boolean => eventsIn(record, type).length > 0;
  if (event.cause === 'expired') {
    promise(record.kind === 'deadline' && record.at === code.endsAt, 'a code expires at its very end');
    return;
  }
  promise(code.endsAt === null || record.at < code.endsAt, 'a code that has expired does not end otherwise');
  const isDue: Record<Exclude<typeof event.cause, 'expired'>, () => boolean> = {
    replaced: () => eventsIn(record, 'CodeIssued').some(({ family }) => family === code.family),
    removed: () => commandIn(record)?.type === 'removeCode',
    used: () => eventsIn(record, 'SignedIn').some((signedIn) => signedIn.code === code.id),
    reset: () => has('MfaReset'),
    'device-bound': () => has('AuthenticatorBound') && books.rules.bindingWhileCodeActive.value === 'code-ends',
    'mfa-switched-off': () => has('MfaSwitchedOff') && books.rules.codeWhenMfaGoesOff.value === 'ends',
  };
  promise(isDue[event.cause](), `a code ends by ${event.cause} only where that has happened`);
}

function accepted(event: EventOf<'SignedIn'>, record: LogRecord, books: Books): void {
  const code = books.codes.get(event.code ?? '');
  const command = commandIn(record);
  promise(code?.account === event.account, 'a code is good for its own account only');
  promise(code.endsAt === null || record.at < code.endsAt, 'no code is accepted at or after its end');
  const isUsedNow = code.end?.cause === 'used' && code.end.position === record.position;
  promise(code.end === null || isUsedNow, 'no code is accepted that was used, replaced, removed or ended');
  promise(
    isUsedNow === (settingsOf(books, code.id)?.uses.value !== 'keep'),
    'a code that works once is used up by its use, and no other is',
  );
  promise(command?.type === 'submitCode' && command.family === code.family, 'a code is typed where its kind is asked');
  promise(
    record.kind === 'command' && record.evidence?.matchedCode === code.id,
    'the code that lets in is the one that was typed',
  );
  if (code.family === 'emailedCode') {
    promise(books.rules.emailedCodes?.value === 'on', 'a mailed code lets in only where that is a way to sign in');
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  'code-expired': 'expired',
  'code-replaced': 'replaced',
  'code-removed': 'removed',
  'code-used': 'used',
  'code-ended-with-mfa': 'mfa-switched-off',
  'code-ended-by-device': 'device-bound',
  'code-ended-by-reset': 'reset',
};

/** What a refusal says about a code is true of it. */
function refusedTruly(event: EventOf<'SignInRefused'>, record: LogRecord, books: Books): void {
  const cause = CAUSES[event.reason];
  const matched = record.kind === 'command' ? (record.evidence?.matchedCode ?? null) : null;
  if (cause !== undefined) {
    const end = books.codes.get(event.code ?? '')?.end;
    promise(event.code === matched && end?.cause === cause, `a code of which ${event.reason} is said has ended so`);
  }
  if (event.reason === 'code-wrong') {
    const code = books.codes.get(matched ?? '');
    const command = commandIn(record);
    const isOfThem =
      code?.account === event.account && command?.type === 'submitCode' && command.family === code.family;
    promise(!isOfThem, 'a code of the account is not called wrong');
  }
}
