// Every way in which something a person does can be refused. A refusal is an event with one of these, never a throw.

/** Refusals at the sign-in screen. Before the password is right the screen shows one sentence for all (STD-9). */
export const SIGN_IN_REFUSALS = [
  'wrong-password',
  'no-sign-in-under-way',
  'code-missing',
  'code-wrong',
  'code-expired',
  'code-replaced',
  'code-removed',
  'code-used',
  'code-ended-with-mfa',
  'code-ended-by-device',
  'code-stands-in-front',
  'code-ended-by-reset',
  'no-authenticator',
  'totp-wrong',
  'totp-used',
  'throttled',
  'must-enrol',
  'not-your-method',
  'push-stale',
  'enrolment-not-offered',
] as const;
export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number];

/** Refusals of everything else that people, support and the lab can do. */
export const ACT_REFUSALS = [
  'no-such-account',
  'no-such-device',
  'no-such-authenticator',
  'no-such-code',
  'no-such-request',
  'not-yours',
  'no-session',
  'already-signed-in',
  'no-right',
  'other-firm',
  'own-account',
  'mfa-off',
  'code-already-active',
  'no-active-code',
  'other-admin-can',
  'not-on-request',
  'not-primary-admin',
  'request-closed',
  'method-not-offered',
  'family-not-offered',
  'device-not-at-hand',
  'device-at-hand',
  'device-beyond-repair',
  'device-already-bound',
  'entry-already-there',
  'nothing-to-save',
  'nothing-to-reset',
  'no-enrolment',
  'enrolment-under-way',
  'not-a-choice',
  'already-so',
] as const;
export type ActRefusal = (typeof ACT_REFUSALS)[number];

export type RefusalReason = SignInRefusal | ActRefusal;
