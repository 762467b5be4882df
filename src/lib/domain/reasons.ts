// The chain of settings and facts behind a decision, as data. Words for it live in the interface; this file only says
// what can be a reason and how a reason names its source.
import type { Actor } from './actors';
import type { Instant } from './instant';
import type { Sourced } from './policy';

/** Id of a fact, an edge or a rule of a standard: `ONV-8a`, `EDGE-2`, `STD-9`. `docs/facts.md` lists them. */
export type FactId = string;

export const REASON_KEYS = [
  'passwordRight',
  'passwordWrong',
  'mfaRequired',
  'mfaOptionalAndOn',
  'mfaOff',
  'mfaNotEnforced',
  'federatedExempt',
  'federatedOnly',
  'enrolledStillAsked',
  'codeAlive',
  'codeStandsInFront',
  'codeUnknown',
  'codeMissing',
  'codeExpired',
  'codeReplaced',
  'codeRemoved',
  'codeUsed',
  'codeEndedWithMfa',
  'codeEndedByBinding',
  'codeEndedByReset',
  'codeYieldsNext',
  'codeShownOnce',
  'codeNotSaved',
  'codeByMail',
  'totpMatched',
  'totpUnknown',
  'totpTooFar',
  'totpCounterBased',
  'clockOff',
  'totpUsed',
  'totpUsedOnce',
  'totpTolerance',
  'totpKey',
  'throttled',
  'throttleCounts',
  'authenticatorsDisabled',
  'mfaReset',
  'resetEndsCodes',
  'nothingToReset',
  'ownRequest',
  'codeIsConsumed',
  'codeIsKept',
  'codeForm',
  'codeLife',
  'authenticatorBound',
  'authenticatorLost',
  'lostStillCounts',
  'lostNoLongerCounts',
  'noAuthenticator',
  'enrolAtSignIn',
  'codeOnlyAtSignIn',
  'nothingPending',
  'pushBound',
  'pushStale',
  'pushDenied',
  'sessionOpen',
  'noSession',
  'deviceAway',
  'deviceBeyondRepair',
  'lastUnbound',
  'nothingToAskFor',
  'codeEndedWithoutFactor',
  'removalWithoutFactor',
  'sessionAtCodeEnd',
  'policyAtCodeEnd',
  'bindingWhileCodeActive',
  'codeWhenMfaGoesOff',
  'codeWhileMfaOff',
  'issuingAgain',
  'rightHeld',
  'rightMissing',
  'otherFirm',
  'selfIssue',
  'primaryAdmin',
  'notPrimaryAdmin',
  'requestPassedOn',
  'requestNotPassedOn',
  'supportIssuesForAdmins',
  'otherAdminCan',
  'verifiedBy',
  'notVerified',
  'nothingGiven',
  'notLookedUp',
  'wasReadOut',
  'comparedRightly',
  'comparedWrongly',
  'truthUntold',
  'primaryAdminKnown',
  'primaryAdminUnknown',
  'workstationOnly',
  'readOut',
  'underManageFirm',
  'pinByMail',
  'clientSentToFirm',
  'staffSentToAdmin',
  'strangerServed',
  'noActiveCode',
  'labAct',
  'enforcementChosen',
  'notOffered',
  'notTheirs',
  'factorLeft',
] as const;
export type ReasonKey = (typeof REASON_KEYS)[number];

/** What a reason speaks of. Ids and instants only: never a code, a key or typed text. */
export interface ReasonDetail {
  readonly account?: string;
  readonly other?: string;
  readonly device?: string;
  readonly by?: Actor;
  readonly at?: Instant;
  readonly until?: Instant;
  readonly setting?: string;
  readonly value?: string | number | boolean;
}

export interface Reason {
  readonly because: ReasonKey;
  readonly cites: readonly FactId[];
  readonly isAssumed?: true;
  readonly detail?: ReasonDetail;
}

/** A reason that rests on `cites` directly. */
export function because(key: ReasonKey, cites: readonly FactId[], detail?: ReasonDetail): Reason {
  return detail === undefined ? { because: key, cites } : { because: key, cites, detail };
}

/** A reason that rests on a setting or right in force: it cites the sources and says where it is only assumed. */
export function becauseOf(key: ReasonKey, rule: Sourced, detail?: ReasonDetail): Reason {
  const reason = because(key, rule.cites, detail);
  return rule.isAssumed === true ? { ...reason, isAssumed: true } : reason;
}
