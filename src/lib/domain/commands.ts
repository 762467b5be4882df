// What can be asked of the world, as plain data. A command never carries a code, a key or typed text: what a person
// typed is turned into evidence before it gets here.
import type { Actor } from './actors';
import type { AppEntry, DeviceLoss } from './account';
import type { CodeFamily, Enforcement, SettingName, SettingValue } from './policy';
import type { SupportCommand } from './support-acts';
import type { DrawnCaller } from './support-request';

/** Passwords are picked from a card, never typed. */
export type PasswordCard = 'right' | 'old' | 'somebody-elses';

/** What only the person behind the account can do. */
export type OwnCommand =
  | { readonly type: 'submitPassword'; readonly account: string; readonly card: PasswordCard }
  | { readonly type: 'submitCode'; readonly account: string; readonly family: CodeFamily }
  | { readonly type: 'submitTotp'; readonly account: string }
  | { readonly type: 'signInFederated'; readonly account: string }
  | { readonly type: 'requestEmailedCode'; readonly account: string }
  | { readonly type: 'requestPush'; readonly account: string }
  | {
      readonly type: 'answerPush';
      readonly account: string;
      readonly push: string;
      readonly device: string;
      readonly answer: 'approve' | 'deny';
    }
  | { readonly type: 'continueSignIn'; readonly account: string }
  | { readonly type: 'cancelSignIn'; readonly account: string }
  | { readonly type: 'signOut'; readonly account: string }
  | { readonly type: 'startEnrolment'; readonly account: string }
  | { readonly type: 'cancelEnrolment'; readonly account: string }
  | { readonly type: 'confirmEnrolment'; readonly account: string; readonly device: string | null }
  | {
      readonly type: 'addAppEntry';
      readonly account: string;
      readonly device: string;
      /** Scanning takes a key for what it is; typing it in can take it for a counter-based one (CLP-3). */
      readonly entry: AppEntry['kind'];
      readonly how: 'scanned' | 'typed';
    }
  | { readonly type: 'advanceAppEntry'; readonly account: string; readonly device: string; readonly entry: string }
  | { readonly type: 'setDeviceClock'; readonly account: string; readonly device: string; readonly seconds: number }
  | { readonly type: 'saveCodes'; readonly account: string }
  | { readonly type: 'closeTab'; readonly account: string }
  | { readonly type: 'renewRecoveryCode'; readonly account: string }
  | { readonly type: 'bindAuthenticator'; readonly account: string; readonly device: string }
  | { readonly type: 'unbindAuthenticator'; readonly account: string; readonly authenticator: string }
  | { readonly type: 'loseDevice'; readonly account: string; readonly device: string; readonly how: DeviceLoss }
  | { readonly type: 'findDevice'; readonly account: string; readonly device: string }
  | { readonly type: 'acquireDevice'; readonly account: string; readonly kind: 'phone' | 'tablet' };

export type Command =
  | OwnCommand
  | {
      readonly type: 'issueCode';
      readonly account: string;
      readonly family: CodeFamily;
      /** The request it answers, where support issues. */
      readonly request?: string;
    }
  | { readonly type: 'removeCode'; readonly account: string; readonly request: string }
  | { readonly type: 'resetMfa'; readonly account: string; readonly request?: string }
  | { readonly type: 'tellCode'; readonly account: string; readonly code: string }
  | SupportCommand
  | { readonly type: 'setEnforcement'; readonly firm: string; readonly enforcement: Enforcement }
  | { readonly type: 'setVariant'; readonly variant: string }
  | { readonly type: 'setSetting'; readonly name: SettingName; readonly value: SettingValue }
  /** What somebody in front of the lab expects, before it happens: a choice of a question, both by id. */
  | { readonly type: 'answerQuestion'; readonly question: string; readonly choice: string };

export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;

/** What may be asked of support, the more pressing first. */
export const SUPPORT_WISHES = ['removeCode', 'issueCode', 'resetMfa'] as const;
export type SupportWish = (typeof SUPPORT_WISHES)[number];

/**
 * What the shell found out before the decision, because it takes WebCrypto. `isMissing` when nothing was typed.
 * For `submitCode`: which of the account's codes of that family is the one that was typed, or null for none of them.
 * For `submitTotp` and `confirmEnrolment`: the authenticator and the time step whose code was typed, the nearest to the
 * present one, within some minutes; `matchedCounter` where it is the code of a counter-based entry instead.
 * For `askSupport` by the lab: whom the seed of the run draws at this position.
 */
export interface Evidence {
  readonly matchedCode?: string | null;
  readonly matchedAuthenticator?: string | null;
  readonly matchedTimeStep?: number | null;
  readonly matchedCounter?: number;
  readonly isMissing?: true;
  readonly drawnCaller?: DrawnCaller;
}

/** A command with who issues it and what was found out about it: all that `decide` is told besides state and time. */
export interface Submission {
  readonly actor: Actor;
  readonly command: Command;
  readonly evidence?: Evidence;
}
