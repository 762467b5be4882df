// What the oracle writes down about one person: devices, what is bound, the sign-in and the set-up under way, failures.
import type { DirectoryEntry, DomainEvent } from '../../../src/lib/domain/events';

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

/** Somebody as the starting point has them: what is paired is in hand, and nothing has happened. */
export function personAtStart(entry: DirectoryEntry, kind: BoundBook['kind']): PersonBook {
  const paired = entry.devices.flatMap(({ id, authenticator }) =>
    authenticator === undefined ? [] : [[authenticator, { kind, device: id, lastStep: null }] as const],
  );
  return {
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
  };
}

/** Takes in an event about this person. */
export function toPerson(person: PersonBook, event: DomainEvent): void {
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
      leave(person);
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
      leave(person);
      person.enrolment = null;
      person.failures = 0;
      person.waitUntil = null;
      person.session = { code: event.code ?? null };
      const bound = person.bound.get(event.authenticator ?? '');
      if (bound !== undefined) bound.lastStep = event.timeStep ?? bound.lastStep;
      return;
    }
    case 'SignInCancelled':
      leave(person);
      person.enrolment = null;
      return;
    case 'TabClosed':
      leave(person);
      person.enrolment = null;
      person.onShow = [];
      return;
    case 'SessionEnded':
      person.session = null;
      person.enrolment = null;
      person.onShow = [];
      return;
    default:
      toHoldings(person, event);
  }
}

function leave(person: PersonBook): void {
  person.hasGivenPassword = false;
  person.push = null;
}

function toHoldings(person: PersonBook, event: DomainEvent): void {
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
