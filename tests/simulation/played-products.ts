// The products of random play: all that ship, the guide's example, and a made-up one that sets what no other sets: several
// recovery codes at a time, codes that are not issued twice, codes by mail, short waits, and every edge open to change.
import minimal from '../../docs/examples/minimal.product.json';
import onix from '../../src/lib/products/onix/product.json';
import { mergePatch } from '../../src/lib/products/merge-patch';
import { readProduct } from '../../src/lib/products/read-product';
import type { Product } from '../../src/lib/products/schema';
import { PRODUCTS } from '../support/play';

type Value = string | number | boolean | object | null;

/** A setting at this value; with others, it can be switched to any of them. */
function setting(value: Value, ...others: readonly Value[]): object {
  const choices = [value, ...others].map((each) => ({ value: each, label: JSON.stringify(each), cites: [] }));
  return { value, label: 'Made up', cites: [], isAssumed: true, ...(others.length === 0 ? {} : { choices }) };
}

const right = (action: string, role: string, ...targets: readonly string[]): object => ({
  action,
  role,
  targets,
  cites: [],
});

const SAVED = {
  form: setting({ alphabet: '0123456789ABCDEFGHJKMNPQRSTVWXYZ', length: 16, groupSize: 4 }),
  lifeSeconds: setting(400_000),
  uses: setting('consume'),
  issuingAgain: setting('replace'),
  stands: setting('beside'),
  howMany: setting(4),
};

const EVERY_SETTING = {
  id: 'oddments',
  name: 'Oddments',
  defaultVariant: 'loose',
  variants: {
    article: null,
    loose: { label: 'Loose', differences: {} },
    tight: {
      label: 'Tight',
      differences: {
        policy: {
          codes: {
            temporaryCode: { uses: setting('keep'), stands: setting('beside'), lifeSeconds: setting(100_000) },
            recoveryCode: { uses: setting('consume-and-reissue') },
          },
          lastUnboundWithCode: setting('needed-after-code-end', 'off-now'),
          acceptedTimeSteps: setting(0, 1),
          enrolledWhileOff: null,
          supportServes: setting('the-person'),
        },
      },
    },
  },
  policy: {
    enforcement: setting('optional', 'required', 'off'),
    lastUnboundWithCode: setting('off-at-code-end', 'off-now', 'needed-after-code-end'),
    lastUnboundWithoutCode: setting('off-now', 'stays-on'),
    noFactorAtSignIn: setting('enrol', 'code-only'),
    factorLeft: setting('bound', 'bound-and-at-hand'),
    bindingWhileCodeActive: setting('code-stands', 'code-ends'),
    codeRemovedWithoutFactor: setting('counts-as-end', 'mfa-stays-on'),
    policyAtCodeEnd: setting('in-force-then', 'in-force-at-issue'),
    sessionAtCodeEnd: setting('ends', 'goes-on'),
    codeWhileMfaOff: setting('issued-without-effect', 'refused'),
    codeWhenMfaGoesOff: setting('ends', 'runs-on'),
    supportIssuesForAdmins: setting('always', 'when-no-other-admin-can'),
    repsMayIssue: setting(false, true),
    totp: setting({ algorithm: 'SHA-512', digits: 8, periodSeconds: 45 }),
    acceptedTimeSteps: setting(2, 0, 1),
    throttle: setting({ waitAfter: 2, firstWaitSeconds: 20, longestWaitSeconds: 100, failuresMax: 5 }),
    enrolledWhileOff: setting('challenged', 'not-asked'),
    emailedCodes: setting('on', 'off'),
    supportServes: setting('primary-admin', 'the-person'),
    codes: {
      temporaryCode: {
        lifeSeconds: setting(5400),
        uses: setting('consume'),
        issuingAgain: setting('refuse'),
        stands: setting('in-front'),
      },
      recoveryCode: SAVED,
    },
    rights: [
      right('issueCode', 'admin', 'staff', 'clients'),
      right('resetMfa', 'admin', 'clients'),
      right('setEnforcement', 'admin', 'staff'),
      right('issueCode', 'portalTech', 'admins'),
      right('removeCode', 'portalTech', 'staff', 'clients'),
      right('resetMfa', 'rep', 'staff'),
    ],
    callerVerification: [{ id: 'a-question', label: 'A question', proof: 'firm-address', cites: [] }],
  },
  desks: { user: { steps: { saveCodes: 'odd-save' } } },
  nodes: {
    'odd-save': { kind: 'page', label: 'Save these', address: 'oddments.example/save', children: ['odd-codes'] },
    'odd-codes': { kind: 'codesToSave', label: 'Codes', note: 'Shown once.', confirm: 'I have saved them' },
  },
};

function read(file: unknown): Product {
  const product = readProduct(file);
  if (!product.isRead) throw new Error(JSON.stringify(product.problems));
  return product.product;
}

export const PLAYED_PRODUCTS: readonly Product[] = [
  ...Object.values(PRODUCTS),
  read(minimal),
  read(mergePatch(onix, EVERY_SETTING)),
];
