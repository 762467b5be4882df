// What one event does to the account it is about, and to that account's deadlines. Part of `evolve`.
import { NOT_SIGNING_IN, type Account, type Device, type SignIn } from './account';
import { withDeadline, withoutDeadline, type Deadlines } from './deadlines';
import type { DomainEvent, EventOf } from './events';
import type { Instant } from './instant';

/** The events that change one account, and nothing else but its deadlines. */
export type AccountEvent = Exclude<
  DomainEvent,
  {
    type:
      | 'RunStarted'
      | 'ActRefused'
      | 'SupportAsked'
      | 'RequestPassedOn'
      | 'RequestSentBack'
      | 'RequestAnswered'
      | 'EnforcementChanged'
      | 'VariantChanged'
      | 'SettingChanged';
  }
>;

/** The account after one event about it. */
export function accountAfter(account: Account, event: AccountEvent, at: Instant): Account {
  switch (event.type) {
    case 'PasswordAccepted':
      return { ...account, signIn: { stage: 'second-step', refusal: null, push: null } };
    case 'SignInRefused':
      return { ...account, signIn: signInAfterRefusal(account, event, at) };
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
        session: { startedAt: at, method: event.method, code: event.code ?? null },
      };
    case 'SignInCancelled':
      return { ...account, signIn: NOT_SIGNING_IN, enrolment: null };
    case 'SessionEnded':
      return { ...account, session: null, enrolment: null };
    case 'EnrolmentStarted':
      return { ...account, enrolment: { startedAt: at, from: event.from } };
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
      | 'CodeEnded';
  }
>;

/** What the account has: its devices, what is bound to them, its codes, and whether MFA is on. */
function holdingsAfter(account: Account, event: HoldingsEvent, at: Instant): Account {
  switch (event.type) {
    case 'AuthenticatorBound':
      return {
        ...account,
        enrolment: null,
        authenticators: [
          ...account.authenticators,
          { id: event.authenticator, device: event.device, kind: 'push', boundAt: at },
        ],
      };
    case 'AuthenticatorUnbound':
      return {
        ...account,
        authenticators: account.authenticators.filter((each) => each.id !== event.authenticator),
      };
    case 'MfaSwitchedOn':
      return { ...account, isMfaOn: true, mfaChangedAt: at };
    case 'MfaSwitchedOff':
      return { ...account, isMfaOn: false, mfaChangedAt: at };
    case 'DeviceLost':
      return withDevice(account, event.device, { loss: { how: event.how, at } });
    case 'DeviceFound':
      return withDevice(account, event.device, { loss: null });
    case 'DeviceAcquired':
      return { ...account, devices: [...account.devices, acquired(account, event)] };
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
            end: null,
          },
        ],
      };
    case 'CodeTold':
      return withCode(account, event.code, { toldAt: at });
    case 'CodeEnded':
      return withCode(account, event.code, { end: { cause: event.cause, at } });
    default:
      return unknown(event);
  }
}

/** The deadlines after an event about `account`, which is the account before it. */
export function deadlinesAfter(deadlines: Deadlines, account: Account, event: AccountEvent): Deadlines {
  const pushOf = account.signIn.push;
  const withoutPush = (): Deadlines =>
    pushOf === null ? deadlines : withoutDeadline(deadlines, { kind: 'push', account: account.id, of: pushOf.id });
  switch (event.type) {
    case 'CodeIssued':
      return event.endsAt === null
        ? deadlines
        : withDeadline(deadlines, { kind: 'code', account: account.id, of: event.code, at: event.endsAt });
    case 'CodeEnded':
      return withoutDeadline(deadlines, { kind: 'code', account: account.id, of: event.code });
    case 'PushSent':
      return withDeadline(withoutPush(), { kind: 'push', account: account.id, of: event.push, at: event.endsAt });
    case 'SignInRefused':
      return event.reason === 'wrong-password' ? withoutPush() : deadlines;
    case 'PasswordAccepted':
    case 'PushDenied':
    case 'PushExpired':
    case 'SignedIn':
    case 'SignInCancelled':
      return withoutPush();
    default:
      return deadlines;
  }
}

/** A wrong password puts the attempt back to its first step; any other refusal leaves it where it was. */
function signInAfterRefusal(account: Account, event: EventOf<'SignInRefused'>, at: Instant): SignIn {
  const refusal = { reason: event.reason, at, ...(event.code === undefined ? {} : { code: event.code }) };
  return event.reason === 'wrong-password'
    ? { stage: 'password', refusal, push: null }
    : { ...account.signIn, refusal };
}

function withPushStatus(account: Account, push: string, status: 'denied' | 'expired'): Account {
  const { signIn } = account;
  if (signIn.push?.id !== push) return account;
  return { ...account, signIn: { ...signIn, push: { ...signIn.push, status } } };
}

function withDevice(account: Account, id: string, change: Partial<Device>): Account {
  return {
    ...account,
    devices: account.devices.map((device) => (device.id === id ? { ...device, ...change } : device)),
  };
}

function acquired(account: Account, event: EventOf<'DeviceAcquired'>): Device {
  const alike = account.devices.filter((device) => device.kind === event.kind).length;
  const label = `${alike === 0 ? '' : 'New '}${event.kind}${alike > 1 ? ` ${alike}` : ''}`;
  return { id: event.device, label: label.charAt(0).toUpperCase() + label.slice(1), kind: event.kind, loss: null };
}

function withCode(account: Account, id: string, change: Partial<Account['codes'][number]>): Account {
  return { ...account, codes: account.codes.map((code) => (code.id === id ? { ...code, ...change } : code)) };
}

function unknown(event: never): never {
  throw new TypeError(`Unknown event ${JSON.stringify(event)}.`);
}
