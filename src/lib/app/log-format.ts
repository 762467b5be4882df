// The shape of a log as it is kept. What was stored may be damaged, foreign or from a newer version, so nothing is
// folded before its shape was checked; whether the rules could have produced it is `check`'s question.
import * as v from 'valibot';
import { CODE_FAMILIES, SETTING_NAMES } from '../domain/policy';
import { REASON_KEYS } from '../domain/reasons';
import type { LogRecord } from '../domain/record';
import { ACT_REFUSALS, SIGN_IN_REFUSALS } from '../domain/refusals';
import { drawnCaller, supportCommands, supportEvents } from './log-format-support';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const instant = v.pipe(v.number(), v.safeInteger());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const area = v.picklist(['staff', 'clients']);
const enforcement = v.picklist(['off', 'optional', 'required']);
const family = v.picklist(CODE_FAMILIES);
const lastUnbound = v.picklist(['off-now', 'off-at-code-end', 'needed-after-code-end']);
const entryKind = v.picklist(['time', 'counter']);
const how = v.picklist(['scanned', 'typed']);
const authenticatorKind = v.picklist(['push', 'totp']);
const loss = v.picklist(['left-at-home', 'left-on-the-train', 'stolen', 'broken']);
const deviceKind = v.picklist(['phone', 'tablet']);
const settingName = v.picklist(SETTING_NAMES);
const settingValue = v.union([v.string(), v.number(), v.boolean()]);
const from = v.picklist(['session', 'sign-in']);

const actor = v.variant('kind', [
  v.strictObject({ kind: v.literal('person'), account: id }),
  v.strictObject({ kind: v.literal('rep'), id }),
  v.strictObject({ kind: v.literal('portalTech'), id }),
  v.strictObject({ kind: v.literal('stranger') }),
  v.strictObject({ kind: v.literal('lab') }),
  v.strictObject({ kind: v.literal('clock') }),
]);

const device = v.strictObject({ id, label: v.string(), kind: deviceKind, authenticator: v.exactOptional(id) });

const entry = v.strictObject({
  id,
  firm: id,
  name: v.string(),
  email: v.string(),
  department: v.string(),
  area,
  admin: v.nullable(v.strictObject({ isPrimary: v.boolean(), areas: v.array(area) })),
  signsInWith: v.picklist(['password', 'federated']),
  devices: v.array(device),
  codes: v.exactOptional(v.array(v.strictObject({ id, family }))),
  isMfaOn: v.boolean(),
});

const supporter = v.strictObject({ id, name: v.string() });

const event = v.variant('type', [
  v.strictObject({
    type: v.literal('RunStarted'),
    pins: v.strictObject({
      product: v.strictObject({ id, version: v.string(), digest: v.string(), variant: id }),
      rulesVersion: v.number(),
      seed: v.string(),
      startedAt: instant,
      timeZone: v.string(),
      locale: v.string(),
    }),
    firms: v.array(
      v.strictObject({
        id,
        name: v.string(),
        domain: v.string(),
        address: v.string(),
        phone: v.exactOptional(v.string()),
        enforcement,
      }),
    ),
    directory: v.array(entry),
    support: v.strictObject({ rep: supporter, portalTech: supporter }),
  }),
  v.strictObject({ type: v.literal('PasswordAccepted'), account: id }),
  v.strictObject({
    type: v.literal('SignInRefused'),
    account: id,
    reason: v.picklist(SIGN_IN_REFUSALS),
    code: v.exactOptional(id),
    failures: v.exactOptional(count),
    waitUntil: v.exactOptional(instant),
  }),
  v.strictObject({ type: v.literal('PushSent'), account: id, push: id, endsAt: instant }),
  v.strictObject({ type: v.literal('PushDenied'), account: id, push: id }),
  v.strictObject({ type: v.literal('PushExpired'), account: id, push: id }),
  v.strictObject({
    type: v.literal('SignedIn'),
    account: id,
    method: v.picklist(['password', 'push', 'totp', 'code', 'enrolment', 'federated']),
    code: v.exactOptional(id),
    authenticator: v.exactOptional(id),
    timeStep: v.exactOptional(count),
  }),
  v.strictObject({ type: v.literal('SignInCancelled'), account: id }),
  v.strictObject({ type: v.literal('SessionEnded'), account: id, cause: v.picklist(['signed-out', 'code-ended']) }),
  v.strictObject({ type: v.literal('EnrolmentStarted'), account: id, from, authenticator: v.exactOptional(id) }),
  v.strictObject({ type: v.literal('EnrolmentCancelled'), account: id }),
  v.strictObject({
    type: v.literal('AuthenticatorBound'),
    account: id,
    authenticator: id,
    kind: authenticatorKind,
    device: v.nullable(id),
    timeStep: v.exactOptional(count),
  }),
  v.strictObject({
    type: v.literal('AppEntryAdded'),
    account: id,
    device: id,
    entry: id,
    authenticator: id,
    kind: entryKind,
    how,
  }),
  v.strictObject({ type: v.literal('AppEntryAdvanced'), account: id, device: id, entry: id }),
  v.strictObject({ type: v.literal('DeviceClockSet'), account: id, device: id, seconds: instant }),
  v.strictObject({ type: v.literal('CodesSaved'), account: id, codes: v.array(id) }),
  v.strictObject({ type: v.literal('TabClosed'), account: id, unsaved: v.array(id) }),
  v.strictObject({ type: v.literal('MfaReset'), account: id }),
  v.strictObject({ type: v.literal('AuthenticatorUnbound'), account: id, authenticator: id }),
  v.strictObject({ type: v.literal('MfaSwitchedOn'), account: id }),
  v.strictObject({ type: v.literal('MfaSwitchedOff'), account: id }),
  v.strictObject({ type: v.literal('DeviceLost'), account: id, device: id, how: loss }),
  v.strictObject({ type: v.literal('DeviceFound'), account: id, device: id }),
  v.strictObject({ type: v.literal('DeviceAcquired'), account: id, device: id, kind: deviceKind }),
  v.strictObject({
    type: v.literal('CodeIssued'),
    account: id,
    code: id,
    family,
    by: actor,
    endsAt: v.nullable(instant),
    atIssue: v.strictObject({ enforcement, lastUnboundWithCode: lastUnbound }),
    isToSave: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    type: v.literal('CodeTold'),
    account: id,
    code: id,
    isStranger: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    type: v.literal('CodeEnded'),
    account: id,
    code: id,
    cause: v.picklist(['expired', 'replaced', 'removed', 'used', 'mfa-switched-off', 'device-bound', 'reset']),
  }),
  ...supportEvents,
  v.strictObject({ type: v.literal('EnforcementChanged'), firm: id, enforcement }),
  v.strictObject({ type: v.literal('VariantChanged'), variant: id }),
  v.strictObject({ type: v.literal('SettingChanged'), name: settingName, value: settingValue }),
  v.strictObject({ type: v.literal('QuestionAnswered'), question: id, choice: id }),
  v.strictObject({
    type: v.literal('ActRefused'),
    reason: v.picklist([...ACT_REFUSALS, ...SIGN_IN_REFUSALS]),
    account: v.exactOptional(id),
  }),
]);

const command = v.variant('type', [
  v.strictObject({
    type: v.literal('submitPassword'),
    account: id,
    card: v.picklist(['right', 'old', 'somebody-elses']),
  }),
  v.strictObject({ type: v.literal('submitCode'), account: id, family }),
  v.strictObject({ type: v.literal('submitTotp'), account: id }),
  v.strictObject({ type: v.literal('signInFederated'), account: id }),
  v.strictObject({ type: v.literal('requestEmailedCode'), account: id }),
  v.strictObject({ type: v.literal('confirmEnrolment'), account: id, device: v.nullable(id) }),
  v.strictObject({ type: v.literal('addAppEntry'), account: id, device: id, entry: entryKind, how }),
  v.strictObject({ type: v.literal('advanceAppEntry'), account: id, device: id, entry: id }),
  v.strictObject({ type: v.literal('setDeviceClock'), account: id, device: id, seconds: instant }),
  v.strictObject({ type: v.literal('saveCodes'), account: id }),
  v.strictObject({ type: v.literal('closeTab'), account: id }),
  v.strictObject({ type: v.literal('renewRecoveryCode'), account: id }),
  v.strictObject({ type: v.literal('resetMfa'), account: id, request: v.exactOptional(id) }),
  v.strictObject({ type: v.literal('requestPush'), account: id }),
  v.strictObject({
    type: v.literal('answerPush'),
    account: id,
    push: id,
    device: id,
    answer: v.picklist(['approve', 'deny']),
  }),
  v.strictObject({ type: v.literal('continueSignIn'), account: id }),
  v.strictObject({ type: v.literal('cancelSignIn'), account: id }),
  v.strictObject({ type: v.literal('signOut'), account: id }),
  v.strictObject({ type: v.literal('startEnrolment'), account: id }),
  v.strictObject({ type: v.literal('cancelEnrolment'), account: id }),
  v.strictObject({ type: v.literal('bindAuthenticator'), account: id, device: id }),
  v.strictObject({ type: v.literal('unbindAuthenticator'), account: id, authenticator: id }),
  v.strictObject({ type: v.literal('loseDevice'), account: id, device: id, how: loss }),
  v.strictObject({ type: v.literal('findDevice'), account: id, device: id }),
  v.strictObject({ type: v.literal('acquireDevice'), account: id, kind: deviceKind }),
  v.strictObject({ type: v.literal('issueCode'), account: id, family, request: v.exactOptional(id) }),
  v.strictObject({ type: v.literal('removeCode'), account: id, request: id }),
  v.strictObject({ type: v.literal('tellCode'), account: id, code: id }),
  ...supportCommands,
  v.strictObject({ type: v.literal('setEnforcement'), firm: id, enforcement }),
  v.strictObject({ type: v.literal('setVariant'), variant: id }),
  v.strictObject({ type: v.literal('setSetting'), name: settingName, value: settingValue }),
  v.strictObject({ type: v.literal('answerQuestion'), question: id, choice: id }),
]);

const reason = v.strictObject({
  because: v.picklist(REASON_KEYS),
  cites: v.array(id),
  isAssumed: v.exactOptional(v.literal(true)),
  detail: v.exactOptional(
    v.strictObject({
      account: v.exactOptional(id),
      other: v.exactOptional(id),
      device: v.exactOptional(id),
      by: v.exactOptional(actor),
      at: v.exactOptional(instant),
      until: v.exactOptional(instant),
      setting: v.exactOptional(v.string()),
      value: v.exactOptional(settingValue),
    }),
  ),
});

const line = { position: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), at: instant, actor };
const outcome = { events: v.array(event), reasons: v.array(reason) };

const record = v.variant('kind', [
  v.strictObject({ kind: v.literal('genesis'), ...line, events: v.array(event) }),
  v.strictObject({
    kind: v.literal('command'),
    ...line,
    command,
    evidence: v.exactOptional(
      v.strictObject({
        matchedCode: v.exactOptional(v.nullable(id)),
        matchedAuthenticator: v.exactOptional(v.nullable(id)),
        matchedTimeStep: v.exactOptional(v.nullable(count)),
        matchedCounter: v.exactOptional(count),
        isMissing: v.exactOptional(v.literal(true)),
        drawnCaller: v.exactOptional(drawnCaller),
      }),
    ),
    ...outcome,
  }),
  v.strictObject({
    kind: v.literal('deadline'),
    ...line,
    deadline: v.strictObject({ kind: v.picklist(['code', 'push']), account: id, of: id }),
    ...outcome,
  }),
  v.strictObject({
    kind: v.literal('place'),
    ...line,
    desk: v.picklist(['admin', 'user', 'support', 'lab']),
    place: v.strictObject({
      persona: v.nullable(id),
      node: v.string(),
      subject: v.nullable(id),
      code: v.nullable(id),
    }),
  }),
]);

type Shape = v.InferOutput<typeof record>;
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
/** Fails to compile as soon as this file and the domain's types say different things. */
type SameAs<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : never) : never;
const isSameAsDomain: SameAs<Frozen<Shape>, Frozen<LogRecord>> = true;
void isSameAsDomain;

export type ShapeResult =
  | { readonly isWellFormed: true; readonly record: LogRecord }
  | { readonly isWellFormed: false; readonly path: string; readonly found: string; readonly expected: string };

/** The record, or the first thing that is wrong with its shape. */
export function readRecord(input: unknown): ShapeResult {
  const parsed = v.safeParse(record, input, { abortEarly: true });
  if (parsed.success) return { isWellFormed: true, record: parsed.output };
  const [issue] = parsed.issues;
  return {
    isWellFormed: false,
    path: v.getDotPath(issue) ?? '(the record)',
    found: issue.received,
    expected: issue.expected ?? issue.message,
  };
}
