// Every pair of what happened before and what is typed, at every sign-in screen of every product: each gives the one answer
// that is right, and before the password is right all of them give the same sentence.
import { describe, expect, test } from 'vitest';
import type { DomainEvent } from '../src/lib/domain/events';
import { timeStepAt } from '../src/lib/domain/one-time-password';
import { signInView } from '../src/lib/domain/views/sign-in';
import { Play, PRODUCTS, refusal, types } from './support/play';

type ProductName = keyof typeof PRODUCTS;

/** What the person at the screen is told, in one word or two. */
const ANSWERS: Readonly<Record<string, string>> = {
  'code-wrong': 'wrong',
  'code-missing': 'wrong',
  'totp-wrong': 'wrong',
  'totp-used': 'used',
  'code-used': 'used',
  'code-expired': 'expired',
  'code-replaced': 'replaced',
  'code-removed': 'removed',
  'code-ended-by-reset': 'ended by the reset',
  'code-stands-in-front': 'the code first',
  'no-authenticator': 'no device',
  throttled: 'locked until',
  'must-enrol': 'must set up',
  'not-your-method': 'not your method',
};

const BEFORE = {
  'nothing issued': () => undefined,
  'a code alive': (play: Play) => void issue(play),
  'a code expired': (play: Play) => {
    issue(play);
    play.after('24:00:00');
  },
  'a code replaced': (play: Play) => {
    issue(play);
    issue(play);
  },
  'a code removed': (play: Play) => {
    issue(play);
    const request = play.askSupport('removeCode', 'marcus');
    play.does({ kind: 'portalTech', id: 'noor' }, { type: 'removeCode', account: 'marcus', request });
  },
  'a code used': (play: Play) => {
    issue(play);
    play.signInByCode('marcus', firstCode(play));
    play.by('marcus', { type: 'signOut' });
  },
  'five failures': (play: Play) => {
    issue(play);
    play.by('marcus', { type: 'submitPassword', card: 'right' });
    for (let count = 0; count < 5; count += 1) play.code('marcus', null);
  },
} as const;

const TYPED = {
  'the first code': (play: Play) => play.code('marcus', firstCode(play)),
  'the newest code': (play: Play) => play.code('marcus'),
  'another code': (play: Play) => play.code('marcus', null),
  nothing: (play: Play) =>
    play.by('marcus', { type: 'submitCode', family: 'temporaryCode' }, { matchedCode: null, isMissing: true }),
  "the app's code": (play: Play) => app(play, 0),
  "the app's code, twice": (play: Play) => {
    app(play, 0);
    play.by('marcus', { type: 'signOut' });
    play.by('marcus', { type: 'submitPassword', card: 'right' });
    return app(play, 0);
  },
  "the app's code of an hour ago": (play: Play) => app(play, -120),
} as const;

type Before = keyof typeof BEFORE;
type Typed = keyof typeof TYPED;

function issue(play: Play): void {
  play.sit('priya');
  play.issue('marcus');
}

function firstCode(play: Play): string | null {
  return play.account('marcus').codes.find(({ family }) => family === 'temporaryCode')?.id ?? null;
}

function app(play: Play, steps: number): readonly DomainEvent[] {
  const { totp } = play.world.policy;
  if (totp === undefined) return play.by('marcus', { type: 'submitTotp' }, { matchedAuthenticator: null });
  const matchedTimeStep = timeStepAt(play.now, totp.value.periodSeconds) + steps;
  const matchedAuthenticator = play.account('marcus').authenticators[0]?.id ?? null;
  return play.by('marcus', { type: 'submitTotp' }, { matchedAuthenticator, matchedTimeStep });
}

function answer(events: readonly DomainEvent[]): string {
  const reason = refusal(events);
  if (reason !== null) return ANSWERS[reason] ?? reason;
  return types(events).includes('SignedIn') ? 'in' : 'goes on';
}

function told(product: ProductName, before: Before, typed: Typed): string {
  const play = new Play({ product });
  BEFORE[before](play);
  if (play.account('marcus').signIn.stage !== 'second-step') {
    play.by('marcus', { type: 'submitPassword', card: 'right' });
  }
  return answer(TYPED[typed](play));
}

/** The right answers, a row for each `BEFORE`, a column for each `TYPED`. */
const PUSH: Readonly<Record<Before, string>> = {
  'nothing issued': 'wrong, wrong, wrong, wrong, not your method, not your method, not your method',
  'a code alive': 'in, in, wrong, wrong, the code first, the code first, the code first',
  'a code expired': 'expired, expired, wrong, wrong, not your method, not your method, not your method',
  'a code replaced': 'replaced, in, wrong, wrong, the code first, the code first, the code first',
  'a code removed': 'removed, removed, wrong, wrong, not your method, not your method, not your method',
  'a code used': 'in, in, wrong, wrong, the code first, the code first, the code first',
  'five failures': Array(7).fill('locked until').join(', '),
};
const RIGHT: Readonly<Partial<Record<ProductName, Readonly<Record<Before, string>>>>> = {
  onvio: PUSH,
  netclient: PUSH,
  // Its code stands beside the app, works once, and nobody can remove it.
  onix: {
    'nothing issued': 'wrong, wrong, wrong, wrong, in, used, wrong',
    'a code alive': 'in, in, wrong, wrong, in, used, wrong',
    'a code expired': 'expired, expired, wrong, wrong, in, used, wrong',
    'a code replaced': 'replaced, in, wrong, wrong, in, used, wrong',
    'a code removed': 'in, in, wrong, wrong, in, used, wrong',
    'a code used': 'used, used, wrong, wrong, in, used, wrong',
    'five failures': Array(7).fill('locked until').join(', '),
  },
};

describe('what happened before, and what is typed', () => {
  for (const [product, rows] of Object.entries(RIGHT) as [ProductName, Readonly<Record<Before, string>>][]) {
    for (const before of Object.keys(BEFORE) as Before[]) {
      test(`${product}, ${before}: each thing typed has its one answer`, () => {
        const answers = (Object.keys(TYPED) as Typed[]).map((typed) => told(product, before, typed));
        expect(answers.join(', ')).toBe(rows[before]);
      });
    }
  }

  for (const product of ['onix', 'portal'] as const) {
    test(`${product}, nothing set up: whatever code of an app is typed, the answer is to set up`, () => {
      const play = new Play({ product });
      play.by('elif', { type: 'submitPassword', card: 'right' });
      const evidence = { matchedAuthenticator: null, matchedTimeStep: null };
      expect(answer(play.by('elif', { type: 'submitTotp' }, evidence))).toBe('must set up');
    });
  }

  for (const product of Object.keys(PRODUCTS) as ProductName[]) {
    test(`${product}: before the password is right there is one answer for everything, and no reason`, () => {
      for (const before of Object.keys(BEFORE).filter((each) => each !== 'a code removed') as Before[]) {
        for (const typed of Object.keys(TYPED) as Typed[]) {
          const play = new Play({ product });
          BEFORE[before](play);
          play.by('marcus', { type: 'signOut' });
          play.by('marcus', { type: 'cancelSignIn' });
          play.by('marcus', { type: 'submitPassword', card: 'old' });
          if (typed !== "the app's code, twice") TYPED[typed](play);
          const view = signInView(play.world, play.account('marcus'), play.now);
          expect(view, `${before}, ${typed}`).toEqual({ stage: 'password', isRefused: true });
        }
      }
    });
  }
});
