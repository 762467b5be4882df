// The shape of a product file. All there is to a product is in its JSON: policy, words and screen map; this file says
// what may stand there. Strict everywhere: a key that is not known is a mistake in the file, not something to ignore.
import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'expected lower-case letters, digits and hyphens'));
const factId = v.pipe(v.string(), v.regex(/^[A-Z]{3,4}-\d{1,3}[a-z]?$/, 'expected a fact id such as ONV-8a'));
const words = v.pipe(
  v.string(),
  v.minLength(1, 'expected some words'),
  v.maxLength(400, 'expected at most 400 characters'),
  v.regex(/^[^<>]*$/, 'expected plain words without < or >'),
);
const cites = v.array(factId);
const ids = v.pipe(v.array(id), v.minLength(1, 'expected at least one node id'));
const seconds = v.pipe(v.number(), v.integer(), v.minValue(1, 'expected at least 1 second'));

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

const policy = v.strictObject({
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
  callerVerification: v.array(v.strictObject({ id, label: words, cites })),
});

const family = v.picklist(['temporaryCode', 'recoveryCode', 'emailedCode']);
const anyNode = {
  cites: v.exactOptional(cites),
  isAssumed: v.exactOptional(v.literal(true)),
  /** Who sees it at all (ONV-2); without it, everybody. */
  visibleTo: v.exactOptional(v.picklist(['admins', 'admins-of-staff', 'admins-of-clients'])),
  /** Shown only while codes of this kind are a way to sign in (ONX-11). */
  visibleWith: v.exactOptional(family),
};
const labelled = { ...anyNode, label: words };
const shows = v.picklist(['name', 'email', 'department', 'mfa', 'devices', 'code', 'rights', 'signIn', 'enforcement']);

export const NodeSchema = v.variant('kind', [
  v.strictObject({ ...labelled, kind: v.literal('app'), nav: ids, home: id }),
  /** Holds links, and sections that group links under a heading. */
  v.strictObject({ ...labelled, kind: v.literal('menu'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('link'), opens: id }),
  v.strictObject({ ...labelled, kind: v.literal('stepLink'), goes: id }),
  v.strictObject({
    ...labelled,
    kind: v.literal('page'),
    address: words,
    actor: v.exactOptional(v.picklist(['rep', 'portalTech'])),
    children: ids,
  }),
  v.strictObject({
    ...labelled,
    kind: v.literal('list'),
    of: v.picklist(['staff', 'clients', 'everybody']),
    columns: v.array(v.strictObject({ label: words, shows })),
    children: ids,
  }),
  v.strictObject({ ...labelled, kind: v.literal('tabs'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('tab'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('section'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('disclosure'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('button'), look: v.picklist(['button', 'pencil', 'link']), opens: id }),
  v.strictObject({ ...labelled, kind: v.literal('panel'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('dialog'), children: ids }),
  v.strictObject({ ...labelled, kind: v.literal('fact'), shows, children: v.exactOptional(ids) }),
  v.strictObject({ ...anyNode, kind: v.literal('text'), text: words }),
  v.strictObject({
    ...labelled,
    kind: v.literal('action'),
    look: v.picklist(['primary', 'button', 'link']),
    does: v.picklist([
      'issueCode',
      'submitPassword',
      'submitCode',
      'submitTotp',
      'signInFederated',
      'requestEmailedCode',
      'confirmEnrolment',
      'cancelEnrolment',
      'saveCodes',
      'renewRecoveryCode',
      'resetMfa',
      'requestPush',
      'continueSignIn',
      'cancelSignIn',
      'signOut',
      'startEnrolment',
    ]),
    opens: v.exactOptional(id),
    /** Which codes it is about, where an action is about codes; temporary codes without it. */
    family: v.exactOptional(family),
  }),
  v.strictObject({ ...labelled, kind: v.literal('issuedCode'), note: words }),
  v.strictObject({ ...labelled, kind: v.literal('totpField'), hint: words }),
  /** `start` is on the button that puts a key on show, where none is yet. */
  v.strictObject({ ...labelled, kind: v.literal('qrCode'), start: v.exactOptional(words) }),
  v.strictObject({ ...labelled, kind: v.literal('setupKey') }),
  v.strictObject({ ...labelled, kind: v.literal('codesToSave'), note: words, confirm: words }),
  v.strictObject({
    ...labelled,
    kind: v.literal('enforcement'),
    save: words,
    cancel: words,
    on: v.picklist(['optional', 'required']),
    off: v.picklist(['off', 'optional']),
  }),
  v.strictObject({ ...labelled, kind: v.literal('accountField') }),
  v.strictObject({ ...labelled, kind: v.literal('passwordField') }),
  v.strictObject({ ...labelled, kind: v.literal('codeField'), family, hint: words }),
  v.strictObject({
    ...anyNode,
    kind: v.literal('pushStatus'),
    none: words,
    waiting: words,
    denied: words,
    expired: words,
  }),
  v.strictObject({ ...labelled, kind: v.literal('devices'), none: words, disconnect: words }),
  v.strictObject({ ...labelled, kind: v.literal('pairing'), start: words, waiting: words, cancel: words }),
  v.strictObject({ ...labelled, kind: v.literal('requests'), none: words, passOn: words, sendBack: words }),
  v.strictObject({
    ...labelled,
    kind: v.literal('codeTool'),
    none: words,
    /** What is on the button for each thing that support may do in this product. */
    issue: v.exactOptional(words),
    remove: v.exactOptional(words),
    reset: v.exactOptional(words),
    sendBack: words,
    children: v.exactOptional(ids),
  }),
]);

/** A desk that the product's article does not describe is closed, with the reason on it (EDGE-10). */
const closed = v.strictObject({
  closed: words,
  askInstead: words,
  /** A button that leads to the desk where help is found. */
  goTo: v.exactOptional(v.strictObject({ label: words, desk: v.picklist(['admin', 'user', 'support']) })),
  cites,
});
const openAt = v.strictObject({ root: id });

/** One sentence before the password is right, and what is said after it; the lab has words for what is left out. */
const signInWords = v.strictObject({
  notRecognised: words,
  wrong: v.exactOptional(words),
  missing: v.exactOptional(words),
  expired: v.exactOptional(words),
  replaced: v.exactOptional(words),
  removed: v.exactOptional(words),
  used: v.exactOptional(words),
  endedWithMfa: v.exactOptional(words),
  endedByDevice: v.exactOptional(words),
  endedByReset: v.exactOptional(words),
  totpWrong: v.exactOptional(words),
  totpUsed: v.exactOptional(words),
  throttled: v.exactOptional(words),
  mustEnrol: v.exactOptional(words),
  notYourMethod: v.exactOptional(words),
  codeFirst: v.exactOptional(words),
  noAuthenticator: v.exactOptional(words),
  pushStale: v.exactOptional(words),
  notOffered: v.exactOptional(words),
});

const body = {
  policy,
  words: v.strictObject({
    signIn: signInWords,
    /** The other system that vouches for people, where the product lets them in by one. */
    federated: v.exactOptional(words),
    phone: v.strictObject({
      app: words,
      prompt: v.exactOptional(v.strictObject({ title: words, text: words, approve: words, deny: words })),
      idle: words,
      unpaired: words,
      pair: words,
      /** The ways to take a key into an app that shows codes. */
      /** What the plus sign says that opens them to whoever does not see it; without it they stand open. */
      add: v.exactOptional(words),
      scan: v.exactOptional(words),
      typeKey: v.exactOptional(words),
    }),
  }),
  desks: v.strictObject({
    admin: v.union([openAt, closed]),
    user: v.strictObject({
      root: id,
      /**
       * The screens of a sign-in, by what is asked for: those that the product's factors need. `code` is shown when a
       * code is due, `codeEntry` has the field for it; they may be the same screen.
       */
      steps: v.strictObject({
        password: id,
        push: v.exactOptional(id),
        totp: v.exactOptional(id),
        /** Where new recovery codes are shown, once. */
        saveCodes: v.exactOptional(id),
        code: v.exactOptional(id),
        codeEntry: v.exactOptional(id),
        enrol: v.exactOptional(id),
        continue: id,
      }),
      /** Screens that can be chosen instead of the one that is asked for: other ways to sign in. */
      otherWays: v.exactOptional(ids),
    }),
    support: v.union([openAt, closed]),
  }),
  nodes: v.record(id, NodeSchema),
};

/** A product with nothing left to be chosen: what one variant of a product file comes to. */
export const EditionSchema = v.strictObject(body);

/** A product file: its base, and its variants as named sets of differences (JSON merge patches, RFC 7396). */
export const ProductSchema = v.strictObject({
  /** Where an editor finds the schema by which it completes the file. */
  $schema: v.exactOptional(v.string()),
  format: v.literal(1),
  id,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'expected a version such as 1.0.0')),
  name: words,
  notice: words,
  defaultVariant: id,
  variants: v.record(id, v.strictObject({ label: words, differences: v.record(v.string(), v.unknown()) })),
  ...body,
});

export type Product = v.InferOutput<typeof ProductSchema>;
export type Edition = v.InferOutput<typeof EditionSchema>;
export type ScreenNode = v.InferOutput<typeof NodeSchema>;
export type NodeKind = ScreenNode['kind'];
export type NodeOf<Kind extends NodeKind> = Extract<ScreenNode, { kind: Kind }>;
