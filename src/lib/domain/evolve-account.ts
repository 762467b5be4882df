// What one event does to the account it is about, and to that account's deadlines. Part of `evolve`.
import { NOT_SIGNING_IN, type Account, type SignIn } from './account';
import { devicesAfter } from './evolve-devices';
import type { DomainEvent, EventOf } from './events';
import type { Instant } from './instant';
import type { SupportEvent } from './support-acts';

/** The events that change one account, and nothing else but its deadlines. */
export type AccountEvent = Exclude<
  DomainEvent,
  {
    type:
      | 'RunStarted'
      | 'ActRefused'
      | SupportEvent['type']
      | 'EnforcementChanged'
      | 'VariantChanged'
      | 'SettingChanged'
      | 'QuestionAnswered';
  }
>;

/** The account after one event about it. */
export function accountAfter(account: Account, event: AccountEvent, at: Instant): Account {
  switch (event.type) {
    case 'PasswordAccepted':
      return { ...account, signIn: { stage: 'second-step', refusal: null, push: null } };
    case 'SignInRefused':
      return {
        ...account,
        // In an open session it is a step of an enrolment that failed, and no sign-in.
        signIn: account.session === null ? signInAfterRefusal(account, event, at) : account.signIn,
        // A set-up at sign-in stands on the password, and goes with it.
        enrolment: event.reason === 'wrong-password' && account.session === null ? null : account.enrolment,
        failures:
          event.failures === undefined
            ? account.failures
            : { count: event.failures, waitUntil: event.waitUntil ?? null },
      };
    case 'PushSent':
      return {
        ...account,
        pushesSent: account.pushesSent + 1,
        signIn: {
          ...account.signIn,
          refusal: null,
          push: { id: event.push, sentAt: at, endsAt: event.endsAt, status: 'waiting' },
        },
      };
    case 'PushDenied':
      return withPushStatus(account, event.push, 'denied');
    case 'PushExpired':
      return withPushStatus(account, event.push, 'expired');
    case 'SignedIn':
      return {
        ...account,
        signIn: NOT_SIGNING_IN,
        enrolment: null,
        failures: { count: 0, waitUntil: null },
        authenticators: account.authenticators.map((each) =>
          each.id === event.authenticator && event.timeStep !== undefined
            ? { ...each, lastAcceptedTimeStep: event.timeStep }
            : each,
        ),
        // Whoever has used a code knows it, however it came to them.
        codes: account.codes.map((code) => (code.id === event.code ? { ...code, toldAt: code.toldAt ?? at } : code)),
        session: { startedAt: at, method: event.method, code: event.code ?? null },
      };
    case 'SignInCancelled':
      return { ...account, signIn: NOT_SIGNING_IN, enrolment: null };
    case 'SessionEnded':
      return { ...account, session: null, enrolment: null, codesToSave: [] };
    case 'TabClosed':
      return { ...account, signIn: NOT_SIGNING_IN, enrolment: null, codesToSave: [] };
    case 'EnrolmentStarted':
      return {
        ...account,
        enrolment: { startedAt: at, from: event.from, authenticator: event.authenticator ?? null },
        keysShown: account.keysShown + (event.authenticator === undefined ? 0 : 1),
      };
    case 'EnrolmentCancelled':
      return { ...account, enrolment: null };
    default:
      return holdingsAfter(account, event, at);
  }
}

type HoldingsEvent = Extract<
  AccountEvent,
  {
    type:
      | 'AuthenticatorBound'
      | 'AuthenticatorUnbound'
      | 'MfaSwitchedOn'
      | 'MfaSwitchedOff'
      | 'DeviceLost'
      | 'DeviceFound'
      | 'DeviceAcquired'
      | 'CodeIssued'
      | 'CodeTold'
      | 'CodesSaved'
      | 'CodeEnded'
      | 'AppEntryAdded'
      | 'AppEntryAdvanced'
      | 'DeviceClockSet'
      | 'MfaReset';
  }
>;

/** What the account has: its devices, what is bound to them, its codes, and whether MFA is on. */
function holdingsAfter(account: Account, event: HoldingsEvent, at: Instant): Account {
  switch (event.type) {
    case 'AuthenticatorBound':
      return {
        ...account,
        enrolment: null,
        // A code that confirmed a key is a success, and clears the count (STD-5).
        failures: { count: 0, waitUntil: null },
        authenticators: [
          ...account.authenticators,
          {
            id: event.authenticator,
            device: event.device,
            kind: event.kind,
            boundAt: at,
            lastAcceptedTimeStep: event.timeStep ?? null,
          },
        ],
      };
    case 'AuthenticatorUnbound':
      return {
        ...account,
        signIn: event.failures === undefined ? account.signIn : disabledIn(account.signIn, event.failures),
        authenticators: account.authenticators.filter((each) => each.id !== event.authenticator),
      };
    case 'MfaSwitchedOn':
      return { ...account, isMfaOn: true, mfaChangedAt: at };
    case 'MfaSwitchedOff':
      return { ...account, isMfaOn: false, mfaChangedAt: at };
    case 'CodeIssued':
      return {
        ...account,
        codes: [
          ...account.codes,
          {
            id: event.code,
            family: event.family,
            by: event.by,
            issuedAt: at,
            endsAt: event.endsAt,
            atIssue: event.atIssue,
            toldAt: null,
            readAt: null,
            end: null,
          },
        ],
        codesToSave: event.isToSave === true ? [...account.codesToSave, event.code] : account.codesToSave,
      };
    case 'CodeTold':
      return withCode(account, event.code, event.isStranger === true ? { readAt: at } : { readAt: at, toldAt: at });
    case 'CodeEnded':
      return {
        ...withCode(account, event.code, { end: { cause: event.cause, at } }),
        codesToSave: account.codesToSave.filter((id) => id !== event.code),
      };
    case 'CodesSaved':
      return {
        ...account,
        codesToSave: [],
        codes: account.codes.map((code) => (event.codes.includes(code.id) ? { ...code, toldAt: at } : code)),
      };
    case 'MfaReset':
      return { ...account, failures: { count: 0, waitUntil: null }, enrolment: null };
    default:
      return { ...account, devices: devicesAfter(account, event, at) };
  }
}

/** A wrong password puts the attempt back to its first step; any other refusal leaves it where it was. */
function signInAfterRefusal(account: Account, event: EventOf<'SignInRefused'>, at: Instant): SignIn {
  const refusal = { reason: event.reason, at, ...(event.code === undefined ? {} : { code: event.code }) };
  return event.reason === 'wrong-password'
    ? { stage: 'password', refusal, push: null }
    : { ...account.signIn, refusal };
}

/** The refused try was the one too many. */
function disabledIn(signIn: SignIn, failures: number): SignIn {
  return signIn.refusal === null ? signIn : { ...signIn, refusal: { ...signIn.refusal, disabledAfter: failures } };
}

function withPushStatus(account: Account, push: string, status: 'denied' | 'expired'): Account {
  const { signIn } = account;
  if (signIn.push?.id !== push) return account;
  return { ...account, signIn: { ...signIn, push: { ...signIn.push, status } } };
}

function withCode(account: Account, id: string, change: Partial<Account['codes'][number]>): Account {
  return { ...account, codes: account.codes.map((code) => (code.id === id ? { ...code, ...change } : code)) };
}
