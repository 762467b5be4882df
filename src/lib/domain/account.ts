// An account with all that hangs on it: devices, authenticators, codes, the sign-in under way and the session. Plain
// data; `evolve` is its only writer.
import type { Actor } from './actors';
import type { Instant } from './instant';
import type { Area, AuthenticatorKind, CodeFamily, Enforcement, LastUnboundWithCode } from './policy';
import type { RefusalReason } from './refusals';

export interface AdminRights {
  /** Exactly one admin of a firm is its primary admin. */
  readonly isPrimary: boolean;
  readonly areas: readonly Area[];
}

/** How a device went out of its owner's hands (ONV-1: left at home, lost, damaged). */
export type DeviceLoss = 'left-at-home' | 'left-on-the-train' | 'stolen' | 'broken';

export interface Device {
  readonly id: string;
  readonly label: string;
  readonly kind: 'phone' | 'tablet';
  readonly loss: { readonly how: DeviceLoss; readonly at: Instant } | null;
  /** How far its clock is ahead of the true time, in seconds; negative for one that is behind. */
  readonly clockOffsetSeconds: number;
  /** The accounts in its authenticator app, a row each: keys that were scanned or typed in, bound or not. */
  readonly entries: readonly AppEntry[];
}

/** A row of an authenticator app: a key, and whether it was taken for a time-based or a counter-based one (CLP-3). */
export interface AppEntry {
  readonly id: string;
  /** The authenticator whose key it holds. */
  readonly authenticator: string;
  readonly kind: 'time' | 'counter';
  /** The moving factor of a counter-based entry: how often it was asked for a code. */
  readonly counter: number;
  readonly addedAt: Instant;
}

/** An authenticator bound to the account: an app that approves prompts, or the key behind time-based codes. */
export interface Authenticator {
  readonly id: string;
  /** The device it was bound on; null for a phone outside the simulation. */
  readonly device: string | null;
  readonly kind: AuthenticatorKind;
  readonly boundAt: Instant;
  /** The last time step a code was accepted for: only a greater one is accepted again (STD-1). */
  readonly lastAcceptedTimeStep: number | null;
}

export type CodeEndCause = 'expired' | 'replaced' | 'removed' | 'used' | 'mfa-switched-off' | 'device-bound' | 'reset';

export interface IssuedCode {
  readonly id: string;
  readonly family: CodeFamily;
  readonly by: Actor;
  readonly issuedAt: Instant;
  readonly endsAt: Instant | null;
  /** The two rules in force when it was issued, for a policy that goes by them (EDGE-4). */
  readonly atIssue: { readonly enforcement: Enforcement; readonly lastUnboundWithCode: LastUnboundWithCode };
  /** When its owner came to know it. */
  readonly toldAt: Instant | null;
  /** When it was read out, to its owner or to somebody who only claimed to be them. */
  readonly readAt: Instant | null;
  readonly end: { readonly cause: CodeEndCause; readonly at: Instant } | null;
}

export interface PushPrompt {
  readonly id: string;
  readonly sentAt: Instant;
  readonly endsAt: Instant;
  readonly status: 'waiting' | 'denied' | 'expired';
}

/** One attempt to sign in. `second-step` means that the password was right. */
export interface SignIn {
  readonly stage: 'password' | 'second-step';
  readonly refusal: {
    readonly reason: RefusalReason;
    readonly at: Instant;
    readonly code?: string;
    /** So many failures in a row disabled what was set up. */
    readonly disabledAfter?: number;
  } | null;
  readonly push: PushPrompt | null;
}

export type SignInMethod = 'password' | 'push' | 'totp' | 'code' | 'enrolment' | 'federated';

export interface Session {
  readonly startedAt: Instant;
  readonly method: SignInMethod;
  /** The code it was opened with, where it was. */
  readonly code: string | null;
}

export interface Account {
  readonly id: string;
  readonly firm: string;
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly area: Area;
  readonly admin: AdminRights | null;
  /** How the person signs in at first: with the product's own password, or at another system that vouches for them. */
  readonly signsInWith: 'password' | 'federated';
  /** The person's own state. Whether a challenge is due also depends on the firm: see `mfa.ts`. */
  readonly isMfaOn: boolean;
  readonly mfaChangedAt: Instant;
  readonly devices: readonly Device[];
  readonly authenticators: readonly Authenticator[];
  /** Every code ever issued for the account, oldest first. */
  readonly codes: readonly IssuedCode[];
  readonly signIn: SignIn;
  /** How many push prompts were ever sent: numbers the next one. */
  readonly pushesSent: number;
  /** Failures of the second step in a row, and until when the next try has to wait (STD-4). */
  readonly failures: { readonly count: number; readonly waitUntil: Instant | null };
  /** A ceremony under way that ends in a binding; with the id of the authenticator whose key is on show, where one is. */
  readonly enrolment: {
    readonly startedAt: Instant;
    readonly from: 'session' | 'sign-in';
    readonly authenticator: string | null;
  } | null;
  /** How many keys were ever shown for enrolment: numbers the next one. */
  readonly keysShown: number;
  /** Codes on show to their owner, this once, until they say that they have saved them or the tab is closed (CLP-5). */
  readonly codesToSave: readonly string[];
  readonly session: Session | null;
}

/** What of somebody never changes in a run. */
export type Person = Pick<Account, 'id' | 'firm' | 'name' | 'email' | 'department' | 'area' | 'admin' | 'signsInWith'>;

export const NOT_SIGNING_IN: SignIn = { stage: 'password', refusal: null, push: null };

/** The account's newest code, ended or not. */
export function latestCode(account: Account): IssuedCode | undefined {
  return account.codes.at(-1);
}

/** The code that is good at `now`: not ended, and `now` before its end. At its very end it is not (ONV-6). */
export function activeCode(account: Account, now: Instant, family?: CodeFamily): IssuedCode | undefined {
  return account.codes.findLast((code) => isActive(code, now) && (family === undefined || code.family === family));
}

/** Every code that is good at `now`, oldest first. */
export function activeCodes(account: Account, now: Instant): readonly IssuedCode[] {
  return account.codes.filter((code) => isActive(code, now));
}

export function isActive(code: IssuedCode, now: Instant): boolean {
  return code.end === null && (code.endsAt === null || now < code.endsAt);
}

export function deviceOf(account: Account, id: string): Device | undefined {
  return account.devices.find((device) => device.id === id);
}

/** The device whose app holds the key on show as one that can confirm it; undefined where no device of the lab does. */
export function deviceWithKey(account: Account | undefined): Device | undefined {
  const key = account?.enrolment?.authenticator ?? null;
  return account?.devices.find(({ entries }) =>
    entries.some(({ authenticator, kind }) => authenticator === key && kind === 'time'),
  );
}

/**
 * Whether this authenticator is in its owner's hands: the device of a push app, any device with the key of a time-based
 * one, which an app that took it for a counter-based one does not help. A phone outside the simulation always is.
 */
export function isAtHand(account: Account, { id, kind, device }: Authenticator): boolean {
  if (device === null) return true;
  if (kind === 'push') return deviceOf(account, device)?.loss === null;
  return account.devices.some((each) => each.loss === null && holdsKey(each, id));
}

/** Whether this device's app has the key of the authenticator, and takes it for a time-based one. */
export function holdsKey({ entries }: Device, authenticator: string): boolean {
  return entries.some((entry) => entry.authenticator === authenticator && entry.kind === 'time');
}

/** The bound authenticator whose app is on a phone outside the simulation; undefined where there is none. */
export function outsideAuthenticator(account: Account): Authenticator | undefined {
  return account.authenticators.find(({ kind, device }) => kind === 'totp' && device === null);
}
