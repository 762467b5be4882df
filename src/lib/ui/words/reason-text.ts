// Reasons in sentences. One line each; the ids beside them come from the reason itself.
import type { Reason, ReasonKey } from '../../domain/reasons';
import type { World } from '../../domain/world';
import { Says } from './says';
import type { TimeText } from './time-text';

type Write = (says: Says) => string;

/** The proofs in words, inside a sentence. */
export const PROOF_WORDS: Readonly<Record<string, string>> = {
  'licence-pin': 'the licence PIN said on the call',
  'firm-address': "the firm's address said on the call",
  'pin-mail': 'the mail with the licence PIN',
  letterhead: 'the signed letter',
  'own-mail': 'the address the mail comes from',
};

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const SENTENCES: Readonly<Record<ReasonKey, Write>> = {
  passwordRight: (s) => `${s.who} gave the right password.`,
  passwordWrong: (s) =>
    `${s.who} gave a wrong password. Until the right one is given, the screen says the same sentence for every failure.`,
  mfaRequired: () => 'Multi-factor authentication is required.',
  mfaOptionalAndOn: (s) => `Multi-factor authentication is optional at the firm, and on for ${s.who}.`,
  mfaOff: (s) => `Multi-factor authentication is optional at the firm, and off for ${s.who}: the password is enough.`,
  mfaNotEnforced: (s) => `The firm asks for no second factor, and ${s.who} is asked for none.`,
  federatedOnly: (s) => `${s.who} has no other way to sign in than by that system.`,
  federatedExempt: (s) => `${s.who} comes in from another system, and is not asked for a second factor here.`,
  enrolledStillAsked: (s) =>
    `The requirement is off, but ${s.who} has set a second factor up and is asked for it until a reset.`,
  codeEndedByReset: (s) => `It ended at ${s.at}, when the sign-in was reset.`,
  codeYieldsNext: () => 'A code of this kind works once, and signing in with it yields the next.',
  codeShownOnce: () => 'It is shown this once, to be saved.',
  codeNotSaved: (s) => `${s.who} has not said yet that it is saved; closed before that, it is gone.`,
  codeByMail: () => 'A code by mail is a way to sign in only where that is switched on.',
  totpMatched: () => 'What was typed is a code of the app.',
  totpUnknown: () => 'What was typed is no code of the app, neither now nor some minutes earlier or later.',
  totpTooFar: (s) =>
    s.isEarlier
      ? `It is the code of ${s.off} ago: typed too late, or from a phone whose clock is slow.`
      : `It is the code of ${s.off} from now: the phone's clock is fast.`,
  clockOff: (s) =>
    `The clock of ${s.device} is ${s.off} ${s.isEarlier ? 'slow' : 'fast'}: the codes of its app are of another time.`,
  totpCounterBased: () => 'It is a code of the wrong kind: in the app the key was entered as a counter-based one.',
  totpUsed: () => 'A code of the app is accepted once: this one, or a later one, was used before.',
  totpUsedOnce: () => 'A code of the app is accepted once, and this one is used up now.',
  totpTolerance: (s) =>
    s.is('0')
      ? 'Only the code that the app shows at that moment is accepted.'
      : s.is('1')
        ? 'Besides the code that the app shows at that moment, the one before it and the one after it are accepted.'
        : `Besides the code that the app shows at that moment, the ${s.value} before it and the ${s.value} after it are accepted.`,
  totpKey: (s) =>
    s.is('time')
      ? 'The app takes the key for a time-based one.'
      : 'The app takes the key for a counter-based one, which is a mistake here.',
  throttled: (s) => `After ${s.value} failures in a row the next try has to wait until ${s.until}.`,
  throttleCounts: (s) => `It counts as failure number ${s.value} in a row.`,
  authenticatorsDisabled: (s) =>
    `After ${s.value} failures in a row what is set up is disabled and has to be set up anew.`,
  mfaReset: (s) => `A reset removes what ${s.who} has set up.`,
  resetEndsCodes: () => 'It ends what codes are alive, too.',
  nothingToReset: (s) => `Nothing is set up for ${s.who}.`,
  ownRequest: () => 'Support serves the person whose account it is, and nobody else.',
  enforcementChosen: (s) => `Chosen by the firm: ${s.value}.`,
  codeAlive: (s) => `A code ${s.isByItself ? 'made' : `issued by ${s.by}`} on ${s.at} is good until ${s.until}.`,
  codeStandsInFront: () => 'While a code is active it stands in front of the authenticator app.',
  codeUnknown: () => 'What was typed is none of the codes ever issued for the account.',
  codeMissing: () => 'Nothing was typed. A missing code counts as a failed one.',
  codeExpired: (s) => `The code ended at ${s.at}: at that very instant it is no longer good.`,
  codeReplaced: (s) => `A newer code replaced it at ${s.at}.`,
  codeRemoved: (s) => `Support removed it at ${s.at}.`,
  codeUsed: (s) => `It was used at ${s.at}, and a code of this kind works once.`,
  codeEndedWithMfa: (s) => `It ended at ${s.at}, when multi-factor authentication went off.`,
  codeEndedByBinding: (s) => `It ended at ${s.at}, when a device was registered.`,
  codeIsConsumed: () => 'A code of this kind is used up by signing in.',
  codeIsKept: () => 'A code of this kind can be used again until it ends.',
  codeForm: (s) => `It has ${s.value} digits or letters.`,
  codeLife: (s) => `A code of this kind lives ${s.span}, counted as elapsed time.`,
  authenticatorBound: (s) => `${s.device} is paired and in hand.`,
  authenticatorLost: (s) => `${s.device} is not in hand.`,
  lostStillCounts: (s) => `${s.device} is not in hand, but still paired, and counts as a factor.`,
  lostNoLongerCounts: (s) => `What is paired with ${s.who}'s account is not in hand and does not count as a factor.`,
  noAuthenticator: (s) => `No device is paired with ${s.who}'s account.`,
  enrolAtSignIn: () => 'With nothing paired, a device may be registered after the password.',
  codeOnlyAtSignIn: () => 'With nothing paired, only a code lets anybody in.',
  nothingPending: (s) => `${s.who} has not given the right password yet.`,
  pushBound: (s) => `The prompt belongs to this sign-in and was approved on ${s.device}.`,
  pushStale: () => 'The prompt is out of date: answered too late, or replaced by another.',
  pushDenied: (s) => `The prompt was denied on ${s.device}.`,
  sessionOpen: () => 'A session is open.',
  noSession: (s) => `${s.who} is not signed in.`,
  deviceAway: (s) => `${s.device} is not in hand since ${s.at}.`,
  deviceBeyondRepair: (s) => `${s.device} is broken and does not come back.`,
  nothingToAskFor: () =>
    'Where it is optional it goes off for whoever has nothing paired and no active code: there is nothing to ask for.',
  lastUnbound: (s) => {
    if (s.is('off-now')) return `The last device is disconnected, and multi-factor authentication goes off at once.`;
    if (s.is('stays-on')) return 'The last device is disconnected, and multi-factor authentication stays on.';
    return 'The last device is disconnected, and the code keeps multi-factor authentication in place.';
  },
  codeEndedWithoutFactor: (s) =>
    s.is('needed-after-code-end')
      ? 'With the code ended and nothing else left, another code or a device is needed.'
      : 'With the code ended and nothing else left, multi-factor authentication goes off.',
  removalWithoutFactor: (s) =>
    s.is('counts-as-end')
      ? "The removal counts as the code's end."
      : 'The removal leaves multi-factor authentication on.',
  sessionAtCodeEnd: (s) =>
    s.is('ends') ? 'A session opened with the code ends with it.' : 'A session opened with the code goes on.',
  policyAtCodeEnd: (s) =>
    s.is('in-force-then')
      ? 'The policy was changed while the code was alive; its end follows the policy in force now.'
      : 'The policy was changed while the code was alive; its end follows the policy in force at its issue.',
  bindingWhileCodeActive: (s) =>
    s.is('code-ends') ? 'Registering a device ends the code.' : 'The code goes on as before.',
  codeWhenMfaGoesOff: (s) =>
    s.is('ends') ? 'The code ends with multi-factor authentication.' : 'The code runs on, without effect.',
  codeWhileMfaOff: (s) =>
    s.is('refused')
      ? `Multi-factor authentication is off for ${s.who}, so a code is refused.`
      : `Multi-factor authentication is off for ${s.who}; the code is issued without effect.`,
  issuingAgain: (s) =>
    s.is('refuse') ? 'A code is active already, and another is refused.' : 'The new code replaces the earlier one.',
  rightHeld: (s) => `Whoever acts has the right to do this for ${s.other}.`,
  rightMissing: (s) => `Whoever acts does not have the right to do this for ${s.other}.`,
  otherFirm: (s) => `${s.other} belongs to another firm.`,
  selfIssue: () => 'Nobody does this for themselves.',
  primaryAdmin: (s) => `${s.who} is the firm's primary admin.`,
  notPrimaryAdmin: (s) => `${s.who} is not the firm's primary admin.`,
  requestPassedOn: (s) => `A request in the name of ${s.who} was passed on as verified.`,
  requestNotPassedOn: () => 'No verified request for this was passed on.',
  supportIssuesForAdmins: (s) => `No other admin of the firm can issue for ${s.who}.`,
  otherAdminCan: (s) => `${s.other} can issue it, so Support need not.`,
  verifiedBy: (s) => `Taken by the rep to be verified: ${s.value}.`,
  notVerified: (s) => `Not everything was compared and found to match: ${s.value}.`,
  nothingGiven: (s) => `${s.who} has given nothing yet: ${PROOF_WORDS[s.value] ?? s.value}.`,
  notLookedUp: () => 'What is on file was not looked up since the request came in.',
  wasReadOut: () => 'It was read out, or a part of it: from then on it proves nothing.',
  comparedRightly: (s) =>
    s.setting === 'matches'
      ? `${capital(PROOF_WORDS[s.value] ?? s.value)}: it matches what is on file.`
      : `${capital(PROOF_WORDS[s.value] ?? s.value)}: it differs from what is on file.`,
  comparedWrongly: (s) =>
    s.setting === 'matches'
      ? `${capital(PROOF_WORDS[s.value] ?? s.value)}: in truth it does not match what is on file.`
      : `${capital(PROOF_WORDS[s.value] ?? s.value)}: in truth it does match what is on file.`,
  truthUntold: (s) =>
    `${capital(PROOF_WORDS[s.value] ?? s.value)}: the rep finds that it ${s.setting}. Whether it does is told once the request is decided.`,
  primaryAdminKnown: () => "The rep had looked up who the firm's primary admin is.",
  primaryAdminUnknown: () => "The rep has not looked up who the firm's primary admin is.",
  workstationOnly: (s) =>
    s.is('support')
      ? 'The tools load on the support workstation.'
      : 'Away from the support workstation the tools do not load.',
  readOut: () => 'What only the caller should have said was read out to them. It stands here as a disclosure.',
  underManageFirm: () => 'Whoever forgot the PIN can sign in and look under Manage Firm.',
  pinByMail: (s) =>
    s.is('always')
      ? 'The PIN is asked for by mail beside every other proof, from an address on file.'
      : 'The PIN is confirmed by mail, from an address on file.',
  clientSentToFirm: (s) => `${s.who} is a client: an admin of their firm issues the code.`,
  strangerServed: (s) => `In truth it was not ${s.who} who asked, but somebody else, and Support served them.`,
  staffSentToAdmin: (s) => `An admin of ${s.who}'s own firm issues the code.`,
  noActiveCode: (s) => `No code is active for ${s.who}.`,
  labAct: (s) => `Changed by the lab: ${s.value}.`,
  notOffered: () => 'The product does not offer this.',
  notTheirs: () => 'It is not theirs to do.',
  factorLeft: (s) =>
    s.is('bound')
      ? 'A device is still paired, and that counts as a factor, in hand or not.'
      : 'A device that is paired and in hand is left.',
};

/** The reason as one sentence. */
export function reasonText(world: World, time: TimeText, reason: Reason): string {
  return SENTENCES[reason.because](new Says(world, time, reason.detail ?? {}));
}
