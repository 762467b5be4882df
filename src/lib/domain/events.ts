// What happened, in the past tense. Events are what state is made of: an event that is not here cannot be folded.
import type { AppEntry, CodeEndCause, Device, DeviceLoss, Person, SignInMethod } from './account';
import type { Actor } from './actors';
import type { Instant } from './instant';
import type {
  AuthenticatorKind,
  CodeFamily,
  Enforcement,
  LastUnboundWithCode,
  SettingName,
  SettingValue,
} from './policy';
import type { RefusalReason, SignInRefusal } from './refusals';
import type { SupportEvent } from './support-acts';

export interface Firm {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly address: string;
  /** The number on file, for faxes too. */
  readonly phone?: string;
  readonly enforcement: Enforcement;
}

/** A person as a starting point gives them; the account's changing parts begin empty. */
export type DirectoryEntry = Person & {
  readonly isMfaOn: boolean;
  readonly devices: readonly (Pick<Device, 'id' | 'label' | 'kind'> & {
    /** Id of the authenticator that is bound on it, where one is. */
    readonly authenticator?: string;
  })[];
  /** Codes that the person has saved before the run begins. */
  readonly codes?: readonly { readonly id: string; readonly family: CodeFamily }[];
};

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
  /** When the lab opened: what happened before is the story's own beginning. Runs from before this was kept have none. */
  readonly opensAt?: Instant;
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
      /** How many failures in a row this makes, where it counts as one, and until when the next try has to wait. */
      readonly failures?: number;
      readonly waitUntil?: Instant;
    }
  | { readonly type: 'PushSent'; readonly account: string; readonly push: string; readonly endsAt: Instant }
  | { readonly type: 'PushDenied'; readonly account: string; readonly push: string }
  | { readonly type: 'PushExpired'; readonly account: string; readonly push: string }
  | {
      readonly type: 'SignedIn';
      readonly account: string;
      readonly method: SignInMethod;
      readonly code?: string;
      /** The authenticator and the time step that were accepted (STD-1). */
      readonly authenticator?: string;
      readonly timeStep?: number;
    }
  | { readonly type: 'SignInCancelled'; readonly account: string }
  | { readonly type: 'SessionEnded'; readonly account: string; readonly cause: 'signed-out' | 'code-ended' }
  | {
      readonly type: 'EnrolmentStarted';
      readonly account: string;
      readonly from: 'session' | 'sign-in';
      /** The authenticator whose key is on show, where a key is. */
      readonly authenticator?: string;
    }
  | { readonly type: 'EnrolmentCancelled'; readonly account: string }
  | {
      readonly type: 'AuthenticatorBound';
      readonly account: string;
      readonly authenticator: string;
      readonly kind: AuthenticatorKind;
      /** Null for a phone outside the simulation. */
      readonly device: string | null;
      readonly timeStep?: number;
    }
  | {
      readonly type: 'AppEntryAdded';
      readonly account: string;
      readonly device: string;
      readonly entry: string;
      readonly authenticator: string;
      readonly kind: AppEntry['kind'];
      readonly how: 'scanned' | 'typed';
    }
  | { readonly type: 'AppEntryAdvanced'; readonly account: string; readonly device: string; readonly entry: string }
  | { readonly type: 'DeviceClockSet'; readonly account: string; readonly device: string; readonly seconds: number }
  | { readonly type: 'CodesSaved'; readonly account: string; readonly codes: readonly string[] }
  | { readonly type: 'TabClosed'; readonly account: string; readonly unsaved: readonly string[] }
  | { readonly type: 'MfaReset'; readonly account: string }
  | {
      readonly type: 'AuthenticatorUnbound';
      readonly account: string;
      readonly authenticator: string;
      /** So many failures in a row disabled it (STD-5); absent where somebody took it away. */
      readonly failures?: number;
    }
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
      /** Shown to its owner, this once, to be saved. */
      readonly isToSave?: true;
    }
  | {
      readonly type: 'CodeTold';
      readonly account: string;
      readonly code: string;
      /** It was read to somebody who only claimed to be its owner; the owner knows nothing of it. */
      readonly isStranger?: true;
    }
  | { readonly type: 'CodeEnded'; readonly account: string; readonly code: string; readonly cause: CodeEndCause }
  | SupportEvent
  | { readonly type: 'EnforcementChanged'; readonly firm: string; readonly enforcement: Enforcement }
  | { readonly type: 'VariantChanged'; readonly variant: string }
  | { readonly type: 'SettingChanged'; readonly name: SettingName; readonly value: SettingValue }
  | { readonly type: 'QuestionAnswered'; readonly question: string; readonly choice: string }
  | { readonly type: 'ActRefused'; readonly reason: RefusalReason; readonly account?: string };

export type EventType = DomainEvent['type'];
export type EventOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>;
