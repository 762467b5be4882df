// Codes of an app at a sign-in: each once, of a time near enough, and what failures cost.
import { describe, expect, test } from 'vitest';
import { fact, set } from '../../../../tests/support/fact';
import { Play, refusal, types, type PolicyChange } from '../../../../tests/support/play';
import { isAtHand } from '../account';
import { MINUTE, SECOND } from '../instant';
import type { ThrottleSettings } from '../policy';
import { signInView } from '../views/sign-in';

const product = 'onix';
const PASSWORD = { type: 'submitPassword', card: 'right' } as const;

/** The second step, failed so often in a row, each as soon as it may be tried; the waits in seconds. */
function failing(play: Play, times: number, account = 'marcus'): readonly number[] {
  return Array.from({ length: times }, () => {
    const { waitUntil } = play.account(account).failures;
    if (waitUntil !== null) play.now = waitUntil;
    play.by(account, { type: 'submitTotp' }, { matchedAuthenticator: null, matchedTimeStep: null });
    return Math.max(0, ((play.account(account).failures.waitUntil ?? play.now) - play.now) / SECOND);
  });
}

const throttle = (change: Partial<ThrottleSettings>): PolicyChange => {
  return (policy) => set('throttle', { ...throttleOf(policy), ...change })(policy);
};

function throttleOf(policy: Parameters<PolicyChange>[0]): ThrottleSettings {
  if (policy.throttle === undefined) throw new Error('The product throttles nothing.');
  return policy.throttle.value;
}

describe('a code of the app', () => {
  fact('[STD-1] is accepted for its time step once, and for no earlier one after it', {
    product,
    when: (play) => {
      const first = types(play.signInByTotp('marcus'));
      const timeStep = play.account('marcus').authenticators.at(-1)?.lastAcceptedTimeStep ?? 0;
      play.by('marcus', { type: 'signOut' });
      const again = refusal(play.signInByTotp('marcus'));
      const earlier = refusal(play.totp('marcus', -1));
      play.after('00:00:30');
      const next = types(play.signInByTotp('marcus'));
      const moved = (play.account('marcus').authenticators.at(-1)?.lastAcceptedTimeStep ?? 0) - timeStep;
      return { first, again, earlier, next, moved };
    },
    then: (seen) =>
      expect(seen).toEqual({
        first: ['SignedIn'],
        again: 'totp-used',
        earlier: 'totp-used',
        next: ['SignedIn'],
        moved: 1,
      }),
    flips: [set('totp', { algorithm: 'SHA-1', digits: 6, periodSeconds: 60 })],
  });

  test('that confirmed a key at set-up is used up with it', () => {
    const play = new Play({ product });
    play.by('elif', PASSWORD);
    expect(types(play.setUp('elif', 'elif/device/1'))).toEqual(['AuthenticatorBound', 'MfaSwitchedOn', 'SignedIn']);
    play.by('elif', { type: 'signOut' });
    expect(refusal(play.signInByTotp('elif'))).toBe('totp-used');
  });

  for (const accepted of [0, 1, 2]) {
    fact(`[STD-2] is good ${accepted} time steps off, and not one further`, {
      product,
      policy: set('acceptedTimeSteps', accepted),
      when: (play) =>
        [-3, -2, -1, 0, 1, 2, 3].filter((off) => {
          const again = new Play({ product, policy: () => play.world.policy });
          again.by('marcus', PASSWORD);
          play.by('marcus', PASSWORD);
          play.totp('marcus', off);
          return refusal(again.totp('marcus', off)) === null;
        }),
      then: (good) => expect(good).toEqual([-3, -2, -1, 0, 1, 2, 3].filter((off) => Math.abs(off) <= accepted)),
      flips: [set('acceptedTimeSteps', accepted === 0 ? 1 : accepted - 1)],
    });
  }

  test('of another key, or of a counter-based entry, is wrong and says which in its reasons', () => {
    const play = new Play({ product });
    play.by('marcus', PASSWORD);
    const submit = { type: 'submitTotp' } as const;
    expect(refusal(play.by('marcus', submit, { matchedAuthenticator: 'dana/device/1/totp', matchedTimeStep: 1 }))).toBe(
      'totp-wrong',
    );
    const own = play.account('marcus').authenticators[0]?.id ?? '';
    const counter = { matchedAuthenticator: own, matchedTimeStep: null, matchedCounter: 3 };
    expect(refusal(play.by('marcus', submit, counter))).toBe('totp-wrong');
    const last = play.records.at(-1);
    const reasons = last !== undefined && 'reasons' in last ? last.reasons : [];
    expect(reasons.map((each) => each.because)).toContain('totpCounterBased');
  });

  test('is of no use to an app that took the key for a counter-based one: the key is not at hand there', () => {
    const play = new Play({ product });
    play.by('elif', PASSWORD);
    const add = { type: 'addAppEntry', device: 'elif/device/1' } as const;
    play.by('elif', { ...add, entry: 'counter', how: 'typed' });
    play.setUp('elif', 'elif/device/1');
    const [bound] = play.account('elif').authenticators;
    expect(bound === undefined || isAtHand(play.account('elif'), bound)).toBe(false);
  });
});

describe('failures of the second step', () => {
  fact('[STD-4] cost a wait that grows from the fifth in a row on, across attempts, nothing typed included', {
    product,
    when: (play) => {
      play.by('marcus', PASSWORD);
      play.by('marcus', { type: 'submitTotp' }, { isMissing: true });
      const waits = failing(play, 12);
      play.by('marcus', { type: 'cancelSignIn' });
      play.by('marcus', PASSWORD);
      const early = refusal(play.totp('marcus'));
      const { count, waitUntil } = play.account('marcus').failures;
      const view = signInView(play.world, play.account('marcus'), play.now);
      const said = view.stage === 'second-step' ? view.refusal : null;
      play.now = waitUntil ?? 0;
      const then = types(play.totp('marcus'));
      return { waits, early, count, isSaid: said?.at === waitUntil, then, left: play.account('marcus').failures.count };
    },
    then: (seen) =>
      expect(seen).toEqual({
        waits: [0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600],
        early: 'throttled',
        count: 13,
        isSaid: true,
        then: ['SignedIn'],
        left: 0,
      }),
    flips: [throttle({ waitAfter: 6 }), throttle({ firstWaitSeconds: 10 }), throttle({ longestWaitSeconds: 600 })],
  });

  fact('[STD-5] are a hundred in a row at most: then what is set up is disabled and set up anew', {
    product,
    when: (play) => {
      play.by('marcus', PASSWORD);
      failing(play, 99);
      const before = play.account('marcus').authenticators.length;
      failing(play, 1);
      const after = play.account('marcus').authenticators.length;
      play.now += 61 * MINUTE;
      play.by('marcus', { type: 'cancelSignIn' });
      return { before, after, then: types(play.by('marcus', PASSWORD)) };
    },
    then: (seen) => expect(seen).toEqual({ before: 2, after: 0, then: ['PasswordAccepted', 'EnrolmentStarted'] }),
    flips: [throttle({ failuresMax: 98 })],
  });

  test('in an open session are no failures of a sign-in: its screen shows nothing of them', () => {
    const play = new Play({ product });
    play.by('tom', { type: 'startEnrolment' });
    const wrong = play.by('tom', { type: 'confirmEnrolment', device: null }, { matchedAuthenticator: null });
    expect(refusal(wrong)).toBe('totp-wrong');
    play.by('tom', { type: 'signOut' });
    expect(signInView(play.world, play.account('tom'), play.now)).toEqual({ stage: 'password', isRefused: false });
  });
});
