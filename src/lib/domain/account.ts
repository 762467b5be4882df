// An account with all that hangs on it: devices, authenticators, codes, the sign-in under way and the session. Plain
// data; `evolve` is its only writer.
import type { Actor } from './actors';
import type { Instant } from './instant';
import type { Area, CodeFamily, Enforcement, LastUnboundWithCode } from './policy';
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
}

/** An authenticator app on a device, bound to the account. */
export interface Authenticator {
  readonly id: string;
  readonly device: string;
  readonly kind: 'push';
  readonly boundAt: Instant;
}

export type CodeEndCause = 'expired' | 'replaced' | 'removed' | 'used' | 'mfa-switched-off' | 'device-bound';

export interface IssuedCode {
  readonly id: string;
  readonly family: CodeFamily;
  readonly by: Actor;
  readonly issuedAt: Instant;
  readonly endsAt: Instant | null;
  /** The two rules in force when it was issued, for a policy that goes by them (EDGE-4). */
  readonly atIssue: { readonly enforcement: Enforcement; readonly lastUnboundWithCode: LastUnboundWithCode };
  readonly toldAt: Instant | null;
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
  readonly refusal: { readonly reason: RefusalReason; readonly at: Instant; readonly code?: string } | null;
  readonly push: PushPrompt | null;
}

export type SignInMethod = 'password' | 'push' | 'code' | 'enrolment';

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
  /** A ceremony under way that ends in a binding. */
  readonly enrolment: { readonly startedAt: Instant; readonly from: 'session' | 'sign-in' } | null;
  readonly session: Session | null;
}

export const NOT_SIGNING_IN: SignIn = { stage: 'password', refusal: null, push: null };

/** The account's newest code, ended or not. */
export function latestCode(account: Account): IssuedCode | undefined {
  return account.codes.at(-1);
}

/** The code that is good at `now`: not ended, and `now` before its end. At its very end it is not (ONV-6). */
export function activeCode(account: Account, now: Instant): IssuedCode | undefined {
  return account.codes.findLast((code) => isActive(code, now));
}

export function isActive(code: IssuedCode, now: Instant): boolean {
  return code.end === null && (code.endsAt === null || now < code.endsAt);
}

export function deviceOf(account: Account, id: string): Device | undefined {
  return account.devices.find((device) => device.id === id);
}

/** Whether the device holding this authenticator is in its owner's hands. */
export function isAtHand(account: Account, authenticator: Authenticator): boolean {
  return deviceOf(account, authenticator.device)?.loss === null;
}
