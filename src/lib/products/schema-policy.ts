// The shape of a product's policy: settings with their sources, rights, and how support makes sure who asks.
import * as v from 'valibot';
import { PROOFS } from '../domain/support-request';
import { cites, id, seconds, words } from './schema-parts';

function setting<Value extends v.GenericSchema>(value: Value) {
  return v.strictObject({
    value,
    label: words,
    cites,
    isAssumed: v.exactOptional(v.literal(true)),
    choices: v.exactOptional(v.array(v.strictObject({ value, label: words, cites }))),
  });
}

const codeForm = v.strictObject({
  alphabet: v.pipe(v.string(), v.minLength(2), v.maxLength(64)),
  length: v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(64)),
  groupSize: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64)),
});

const count = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1, 'expected at least 1'),
  v.maxValue(100, 'expected at most 100'),
);

const totp = v.strictObject({
  algorithm: v.picklist(['SHA-1', 'SHA-256', 'SHA-512']),
  digits: v.picklist([6, 7, 8]),
  periodSeconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3600)),
});

const throttle = v.strictObject({
  waitAfter: count,
  firstWaitSeconds: seconds,
  longestWaitSeconds: seconds,
  failuresMax: count,
});

const codeSettings = v.strictObject({
  form: setting(codeForm),
  lifeSeconds: setting(v.nullable(seconds)),
  uses: setting(v.picklist(['keep', 'consume', 'consume-and-reissue'])),
  issuingAgain: setting(v.picklist(['replace', 'refuse'])),
  stands: setting(v.picklist(['in-front', 'beside'])),
  howMany: v.exactOptional(setting(count)),
});

const right = v.strictObject({
  action: v.picklist(['issueCode', 'removeCode', 'resetMfa', 'setEnforcement']),
  role: v.picklist(['admin', 'rep', 'portalTech']),
  targets: v.array(v.picklist(['staff', 'clients', 'admins'])),
  cites,
  isAssumed: v.exactOptional(v.literal(true)),
});

export const policy = v.strictObject({
  enforcement: setting(v.picklist(['off', 'optional', 'required'])),
  lastUnboundWithCode: setting(v.picklist(['off-now', 'off-at-code-end', 'needed-after-code-end'])),
  lastUnboundWithoutCode: setting(v.picklist(['off-now', 'stays-on'])),
  noFactorAtSignIn: setting(v.picklist(['enrol', 'code-only'])),
  factorLeft: setting(v.picklist(['bound', 'bound-and-at-hand'])),
  bindingWhileCodeActive: setting(v.picklist(['code-stands', 'code-ends'])),
  codeRemovedWithoutFactor: setting(v.picklist(['counts-as-end', 'mfa-stays-on'])),
  policyAtCodeEnd: setting(v.picklist(['in-force-then', 'in-force-at-issue'])),
  sessionAtCodeEnd: setting(v.picklist(['goes-on', 'ends'])),
  codeWhileMfaOff: setting(v.picklist(['refused', 'issued-without-effect'])),
  codeWhenMfaGoesOff: setting(v.picklist(['ends', 'runs-on'])),
  selfIssue: setting(v.picklist(['refused'])),
  supportIssuesForAdmins: setting(v.picklist(['when-no-other-admin-can', 'always'])),
  repsMayIssue: setting(v.boolean()),
  authenticator: setting(v.picklist(['push', 'totp'])),
  totp: v.exactOptional(setting(totp)),
  acceptedTimeSteps: v.exactOptional(setting(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)))),
  throttle: v.exactOptional(setting(throttle)),
  federated: v.exactOptional(setting(v.literal('exempt'))),
  enrolledWhileOff: v.exactOptional(setting(v.picklist(['challenged', 'not-asked']))),
  emailedCodes: v.exactOptional(setting(v.picklist(['off', 'on']))),
  supportServes: v.exactOptional(setting(v.picklist(['primary-admin', 'the-person']))),
  pushLifeSeconds: setting(seconds),
  codes: v.strictObject({
    temporaryCode: v.exactOptional(codeSettings),
    recoveryCode: v.exactOptional(codeSettings),
    emailedCode: v.exactOptional(codeSettings),
  }),
  rights: v.array(right),
  primaryAdminTool: v.exactOptional(setting(v.literal('first'))),
  licencePin: v.exactOptional(setting(codeForm)),
  pinMail: v.exactOptional(setting(v.picklist(['confirms-pin', 'always']))),
  supportTools: v.exactOptional(setting(v.literal('workstation-only'))),
  requestsCome: v.exactOptional(setting(v.picklist(['call', 'mail']))),
  callerVerification: v.array(v.strictObject({ id, label: words, proof: v.picklist(PROOFS), cites })),
});
