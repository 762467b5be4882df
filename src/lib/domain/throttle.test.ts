// What failures cost elsewhere than at a sign-in with a code of the app: at a set-up, and where a code is asked for by mail.
import { expect } from 'vitest';
import { fact, set } from '../../../tests/support/fact';
import { refusal, types, type Play, type PolicyChange } from '../../../tests/support/play';
import { SECOND } from './instant';
import type { ThrottleSettings } from './policy';

const PASSWORD = { type: 'submitPassword', card: 'right' } as const;
const CONFIRM = { type: 'confirmEnrolment', device: null } as const;

const throttle = (change: Partial<ThrottleSettings>): PolicyChange => {
  return (policy) => {
    if (policy.throttle === undefined) throw new Error('The product throttles nothing.');
    return set('throttle', { ...policy.throttle.value, ...change })(policy);
  };
};
const unthrottled: PolicyChange = ({ throttle: _, ...policy }) => policy;

/** How long the next try has to wait, in seconds. */
function wait(play: Play, account: string): number {
  return Math.max(0, ((play.account(account).failures.waitUntil ?? play.now) - play.now) / SECOND);
}

/** The key on show, confirmed so often by what is none of its codes; the wait after each in seconds. */
function misconfirming(play: Play, account: string, times: number): readonly number[] {
  return Array.from({ length: times }, () => {
    play.by(account, CONFIRM, { matchedAuthenticator: null });
    return wait(play, account);
  });
}

fact('[STD-4] a set-up at sign-in is slowed down like any second step, across attempts, nothing typed included', {
  product: 'portal',
  when: (play) => {
    play.by('elif', PASSWORD);
    play.by('elif', CONFIRM, { isMissing: true });
    const waits = misconfirming(play, 'elif', 4);
    const early = refusal(play.setUp('elif'));
    play.by('elif', { type: 'cancelSignIn' });
    play.by('elif', PASSWORD);
    const otherKey = refusal(play.setUp('elif'));
    const { count, waitUntil } = play.account('elif').failures;
    play.now = waitUntil ?? play.now;
    return { waits, early, otherKey, count, then: types(play.setUp('elif')), left: play.account('elif').failures };
  },
  then: ({ then, ...seen }) => {
    expect(seen).toEqual({
      waits: [0, 0, 0, 30],
      early: 'throttled',
      otherKey: 'throttled',
      count: 5,
      left: { count: 0, waitUntil: null },
    });
    expect(then).toEqual(expect.arrayContaining(['AuthenticatorBound', 'SignedIn']));
  },
  flips: [throttle({ waitAfter: 6 }), throttle({ firstWaitSeconds: 10 }), unthrottled],
});

fact(
  '[STD-4] a set-up in an open session is slowed down too, and the next sign-in waits with it; a success clears it',
  {
    product: 'onix',
    when: (play) => {
      play.sit('marcus');
      play.after('00:10:00').by('marcus', { type: 'startEnrolment' });
      const waits = misconfirming(play, 'marcus', 5);
      const early = refusal(play.setUp('marcus'));
      play.by('marcus', { type: 'signOut' });
      const signIn = refusal(play.signInByTotp('marcus'));
      play.now = play.account('marcus').failures.waitUntil ?? play.now;
      play.signInByTotp('marcus');
      play.by('marcus', { type: 'startEnrolment' });
      misconfirming(play, 'marcus', 1);
      const bound = types(play.setUp('marcus'));
      return { waits, early, signIn, bound, left: play.account('marcus').failures.count };
    },
    then: (seen) =>
      expect(seen).toEqual({
        waits: [0, 0, 0, 0, 30],
        early: 'throttled',
        signIn: 'throttled',
        bound: ['AuthenticatorBound'],
        left: 0,
      }),
    flips: [throttle({ waitAfter: 6 }), unthrottled],
  },
);

fact('[STD-5] failures at set-ups count towards the most there may be: then what is set up is disabled', {
  product: 'onix',
  policy: throttle({ failuresMax: 3 }),
  when: (play) => {
    play.sit('marcus');
    play.by('marcus', { type: 'startEnrolment' });
    misconfirming(play, 'marcus', 2);
    const before = play.account('marcus').authenticators.length;
    misconfirming(play, 'marcus', 1);
    return { before, after: play.account('marcus').authenticators.length };
  },
  then: (seen) => expect(seen).toEqual({ before: 2, after: 0 }),
  flips: [throttle({ failuresMax: 4 })],
});

fact('[STD-4] who has to wait is sent no code by mail; to ask for one costs nothing', {
  product: 'onix',
  policy: set('emailedCodes', 'on'),
  when: (play) => {
    const ask = () => play.by('marcus', { type: 'requestEmailedCode' });
    play.by('marcus', PASSWORD);
    const first = types(ask());
    const asked = play.account('marcus').failures.count;
    for (let tries = 0; tries < 5; tries += 1) play.by('marcus', { type: 'submitTotp' }, { isMissing: true });
    const waiting = refusal(ask());
    const codes = play.account('marcus').codes.length;
    play.now = play.account('marcus').failures.waitUntil ?? play.now;
    return { first, asked, waiting, codes, then: refusal(ask()), count: play.account('marcus').failures.count };
  },
  then: (seen) =>
    expect(seen).toEqual({
      first: ['CodeIssued', 'CodeTold'],
      asked: 0,
      waiting: 'throttled',
      codes: 1,
      then: null,
      count: 5,
    }),
  flips: [throttle({ waitAfter: 6 }), unthrottled],
});
