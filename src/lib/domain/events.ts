// What happened, in the past tense. Events are what state is made of: an event that is not here cannot be folded.
import type { Account, CodeEndCause, DeviceLoss, SignInMethod } from './account';
import type { Actor } from './actors';
import type { SupportWish } from './commands';
import type { Instant } from './instant';
import type { CodeFamily, Enforcement, LastUnboundWithCode, SettingName, SettingValue } from './policy';
import type { RefusalReason, SignInRefusal } from './refusals';

export interface Firm {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly address: string;
  readonly enforcement: Enforcement;
}

/** A person as a starting point gives them; the account's changing parts begin empty. */
export type DirectoryEntry = Pick<
  Account,
  'id' | 'firm' | 'name' | 'email' | 'department' | 'area' | 'admin' | 'devices' | 'authenticators' | 'isMfaOn'
>;

/** The two lines of support, by name. */
export interface SupportStaff {
  readonly rep: { readonly id: string; readonly name: string };
  readonly portalTech: { readonly id: string; readonly name: string };
}

/** What a run is pinned to, so that it replays to the same state on any machine. */
export interface RunPins {
  readonly product: {
    readonly id: string;
    readonly version: string;
    readonly digest: string;
    readonly variant: string;
  };
  readonly rulesVersion: number;
  /** Codes are toys computed from this: whoever holds the run holds them all. */
  readonly seed: string;
  readonly startedAt: Instant;
  readonly timeZone: string;
  readonly locale: string;
}

export type DomainEvent =
  | {
      readonly type: 'RunStarted';
      readonly pins: RunPins;
      readonly firms: readonly Firm[];
      readonly directory: readonly DirectoryEntry[];
      readonly support: SupportStaff;
    }
  | { readonly type: 'PasswordAccepted'; readonly account: string }
  | {
      readonly type: 'SignInRefused';
      readonly account: string;
      readonly reason: SignInRefusal;
      /** The code it was about, by id, where one was recognised. */
      readonly code?: string;
    }
  | { readonly type: 'PushSent'; readonly account: string; readonly push: string; readonly endsAt: Instant }
  | { readonly type: 'PushDenied'; readonly account: string; readonly push: string }
  | { readonly type: 'PushExpired'; readonly account: string; readonly push: string }
  | {
      readonly type: 'SignedIn';
      readonly account: string;
      readonly method: SignInMethod;
      readonly code?: string;
    }
  | { readonly type: 'SignInCancelled'; readonly account: string }
  | { readonly type: 'SessionEnded'; readonly account: string; readonly cause: 'signed-out' | 'code-ended' }
  | { readonly type: 'EnrolmentStarted'; readonly account: string; readonly from: 'session' | 'sign-in' }
  | { readonly type: 'EnrolmentCancelled'; readonly account: string }
  | {
      readonly type: 'AuthenticatorBound';
      readonly account: string;
      readonly authenticator: string;
      readonly device: string;
    }
  | { readonly type: 'AuthenticatorUnbound'; readonly account: string; readonly authenticator: string }
  | { readonly type: 'MfaSwitchedOn'; readonly account: string }
  | { readonly type: 'MfaSwitchedOff'; readonly account: string }
  | { readonly type: 'DeviceLost'; readonly account: string; readonly device: string; readonly how: DeviceLoss }
  | { readonly type: 'DeviceFound'; readonly account: string; readonly device: string }
  | {
      readonly type: 'DeviceAcquired';
      readonly account: string;
      readonly device: string;
      readonly kind: 'phone' | 'tablet';
    }
  | {
      readonly type: 'CodeIssued';
      readonly account: string;
      readonly code: string;
      readonly family: CodeFamily;
      readonly by: Actor;
      readonly endsAt: Instant | null;
      readonly atIssue: { readonly enforcement: Enforcement; readonly lastUnboundWithCode: LastUnboundWithCode };
    }
  | { readonly type: 'CodeTold'; readonly account: string; readonly code: string }
  | { readonly type: 'CodeEnded'; readonly account: string; readonly code: string; readonly cause: CodeEndCause }
  | {
      readonly type: 'SupportAsked';
      readonly request: string;
      readonly from: string;
      readonly about: string;
      readonly wish: SupportWish;
    }
  | { readonly type: 'RequestPassedOn'; readonly request: string; readonly verifiedBy: string }
  | { readonly type: 'RequestSentBack'; readonly request: string }
  | { readonly type: 'RequestAnswered'; readonly request: string }
  | { readonly type: 'EnforcementChanged'; readonly firm: string; readonly enforcement: Enforcement }
  | { readonly type: 'VariantChanged'; readonly variant: string }
  | { readonly type: 'SettingChanged'; readonly name: SettingName; readonly value: SettingValue }
  | { readonly type: 'ActRefused'; readonly reason: RefusalReason; readonly account?: string };

export type EventType = DomainEvent['type'];
export type EventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>;
