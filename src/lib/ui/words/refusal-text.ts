// Refusals in plain words, outside the drawn frames: what it was, and where it helps, what to do instead. Inside the
// frames a product speaks its own words.
import type { RefusalReason } from '../../domain/refusals';

const TEXTS: Readonly<Record<RefusalReason, string>> = {
  'wrong-password': 'the password is not right',
  'no-sign-in-under-way': 'no sign-in is under way',
  'code-missing': 'no code was typed',
  'code-wrong': 'that is not the code',
  'code-expired': 'the code has expired',
  'code-replaced': 'a newer code replaced this one',
  'code-removed': 'the code was removed',
  'code-used': 'the code was used already',
  'code-ended-with-mfa': 'the code ended with multi-factor authentication',
  'code-ended-by-device': 'the code ended when a device was registered',
  'code-stands-in-front': 'an active code stands in front of the app',
  'code-ended-by-reset': 'the code ended when the sign-in was reset',
  'totp-wrong': 'that is not the code of the app now',
  'totp-used': 'this code of the app was used already; wait for the next',
  throttled: 'too many tries in a row; wait, then try again',
  'must-enrol': 'nothing is set up yet; set up the app first',
  'not-your-method': 'this is no way to sign in for this account',
  'no-authenticator': 'no paired device can answer a prompt',
  'push-stale': 'the prompt is no longer good',
  'enrolment-not-offered': 'a device cannot be registered here now',
  'no-such-account': 'nobody has this account',
  'no-such-device': 'nobody has this device',
  'no-such-authenticator': 'nothing like this is paired',
  'no-such-code': 'no such code was issued',
  'no-such-request': 'no such request was made',
  'not-yours': 'only its owner, or whoever issued it, can do this',
  'no-session': 'nobody is signed in here; sign in first',
  'already-signed-in': 'somebody is signed in here already',
  'no-right': 'this takes a right that is not held',
  'other-firm': 'nobody reaches into another firm',
  'own-account': 'nobody does this for themselves; another admin or Support does',
  'mfa-off': 'multi-factor authentication is off, so a code would do nothing',
  'code-already-active': 'a code is active already',
  'no-active-code': 'no code is active',
  'other-admin-can': 'another admin of the firm can issue it',
  'not-on-request': 'no verified request for this was passed on',
  'client-of-a-firm': "an admin of the client's firm issues the code; send it back",
  'not-primary-admin': "the request does not come from the firm's primary admin; send it back",
  'request-closed': 'the request is closed',
  'no-such-firm': 'no firm has this id',
  'no-call': 'no call is open for this',
  'on-another-call': 'another caller is on the line; end that call first',
  'nothing-given': 'the caller has given nothing yet to compare; ask first',
  'not-looked-up': 'it is not before you yet; look the firm up in the licence system first',
  'was-read-out': 'it was read out to the caller, so it proves nothing any more; use another way',
  'not-verified': 'who asks is not verified yet',
  'primary-admin-unknown': "look up first who the firm's primary admin is, with the tool for it",
  'tools-not-loaded': 'the tools load only on the support workstation',
  'family-not-offered': 'the product has no codes of this kind',
  'method-not-offered': 'this is no way of verifying here',
  'device-not-at-hand': 'the device is not in hand',
  'device-at-hand': 'the device is in hand',
  'device-beyond-repair': 'a broken device does not come back; get a new one',
  'device-already-bound': 'this device is paired already',
  'entry-already-there': 'the app holds this key already',
  'nothing-to-save': 'no code is on show',
  'nothing-to-reset': 'nothing is set up, so there is nothing to reset',
  'no-enrolment': 'no registration of a device is under way',
  'enrolment-under-way': 'a registration is under way already',
  'not-a-choice': 'the product does not offer this choice',
  'already-so': 'it is so already',
};

/** The refusal without a capital or a full stop, to stand inside a sentence. */
export function refusalText(reason: RefusalReason): string {
  return TEXTS[reason];
}

/** The refusal as a sentence of its own. */
export function refusalSentence(reason: RefusalReason): string {
  const text = TEXTS[reason];
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
