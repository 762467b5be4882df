// What the article says of the portal's app, proved on this product's own policy: setting it up, and its codes. Paths and
// words are walked.
import { describe, expect, test } from 'vitest';
import { fact, set } from '../../../../tests/support/fact';
import { Play, refusal, types } from '../../../../tests/support/play';
import {
  product,
  setRecovery,
  password,
  confirm,
  setUp,
  appCode,
  reasonsCiting,
} from '../../../../tests/support/portal';
import type { DomainEvent } from '../../domain/events';
import { timeStepAt } from '../../domain/one-time-password';

describe('setting up', () => {
  fact('[CLP-2] the first sign-in shows a key to scan, and the app that took it in is what lets the person in', {
    product,
    when: (play) => {
      const first = types(password(play, 'elif'));
      const isKeyOnShow = play.account('elif').enrolment?.authenticator != null;
      const set = types(setUp(play, 'elif'));
      const bound = play.account('elif').authenticators.map(({ kind, device }) => ({ kind, device }));
      play.by('elif', { type: 'signOut' });
      return { first, isKeyOnShow, set, bound, again: types(password(play, 'elif')) };
    },
    then: ({ first, isKeyOnShow, set, bound, again }) => {
      expect(first).toEqual(['PasswordAccepted', 'EnrolmentStarted']);
      expect(isKeyOnShow).toBe(true);
      expect(set).toEqual(['AuthenticatorBound', 'MfaSwitchedOn', 'SignedIn', 'CodeIssued']);
      expect(bound).toEqual([{ kind: 'totp', device: 'elif/device/1' }]);
      expect(again).toEqual(['PasswordAccepted']);
    },
    flips: [set('noFactorAtSignIn', 'code-only'), set('authenticator', 'push')],
  });

  fact('[CLP-3] a key taken for a counter-based one gives codes that are refused, and nothing is set up', {
    product,
    when: (play) => {
      password(play, 'elif');
      play.by('elif', { type: 'addAppEntry', device: 'elif/device/1', entry: 'counter', how: 'typed' });
      const [entry] = play.account('elif').devices[0]?.entries ?? [];
      const matchedAuthenticator = entry?.authenticator ?? null;
      const command = { type: 'confirmEnrolment', device: 'elif/device/1' } as const;
      const evidence = { matchedAuthenticator, matchedTimeStep: null, matchedCounter: 0 };
      const refused = refusal(play.by('elif', command, evidence));
      const because = reasonsCiting(play, 'CLP-3');
      return {
        kind: entry?.kind,
        refused,
        because,
        bound: play.account('elif').authenticators,
        then: setUp(play, 'elif'),
      };
    },
    then: ({ kind, refused, because, bound, then }) => {
      expect({ kind, refused, bound }).toEqual({ kind: 'counter', refused: 'totp-wrong', bound: [] });
      expect(because).toContain('totpCounterBased');
      expect(types(then)).toContain('AuthenticatorBound');
    },
  });

  fact('[CLP-4] what the person types is the code that the app shows, and no other lets them in', {
    product,
    when: (play) => {
      password(play, 'marcus');
      const none = refusal(play.by('marcus', { type: 'submitTotp' }, { isMissing: true }));
      const wrong = refusal(play.by('marcus', { type: 'submitTotp' }, { matchedTimeStep: null }));
      return { none, wrong, right: types(appCode(play, 'marcus')), digits: play.world.policy.totp?.value.digits };
    },
    then: (seen) => expect(seen).toEqual({ none: 'code-missing', wrong: 'totp-wrong', right: ['SignedIn'], digits: 6 }),
    flips: [({ totp: _, ...policy }) => policy, set('totp', { algorithm: 'SHA-1', digits: 8, periodSeconds: 30 })],
  });

  fact('[CLP-5] set-up ends with one recovery code, which is known to its owner once it is saved', {
    product,
    when: (play) => {
      password(play, 'elif');
      setUp(play, 'elif');
      const onShow = play.account('elif').codesToSave;
      const known = () =>
        play.account('elif').codes.map(({ family, toldAt, endsAt }) => [family, toldAt !== null, endsAt]);
      const before = known();
      play.by('elif', { type: 'saveCodes' });
      return { onShow, before, after: known(), isOver: refusal(play.by('elif', { type: 'saveCodes' })) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        onShow: ['elif/code/1'],
        before: [['recoveryCode', false, null]],
        after: [['recoveryCode', true, null]],
        isOver: 'nothing-to-save',
      }),
    flips: [setRecovery('howMany', 8), (policy) => ({ ...policy, codes: {} })],
  });

  test('nothing is confirmed where no key is on show', () => {
    expect(refusal(confirm(new Play({ product }), 'dana'))).toBe('no-enrolment');
  });
});

describe('a code of the app', () => {
  fact('[CLP-6] is good for its own thirty seconds: the one before and the one after are refused', {
    product,
    when: (play) => {
      const tries = [-1, 1, 0].map((off) => {
        password(play, 'marcus');
        const events = appCode(play, 'marcus', off);
        play.by('marcus', { type: 'signOut' });
        return refusal(events);
      });
      return { tries, because: reasonsCiting(play, 'CLP-6') };
    },
    then: ({ tries, because }) => {
      expect(tries).toEqual(['totp-wrong', 'totp-wrong', null]);
      expect(because).toEqual(expect.arrayContaining(['totpTolerance', 'totpTooFar']));
    },
    flips: [set('acceptedTimeSteps', 1)],
  });

  fact('[CLP-6] is good until its last second, also at a set-up, and not at the first of the next', {
    product,
    when: (play) => {
      const late = refusal(keyedIn(play, '00:00:29', '00:00:30'));
      return { late, inTime: types(keyedIn(play, '00:01:00', '00:01:29')) };
    },
    then: ({ late, inTime }) => {
      expect(late).toBe('totp-wrong');
      expect(inTime).toContain('AuthenticatorBound');
    },
    flips: [set('acceptedTimeSteps', 1)],
  });
});

/** Elif reads the code off her phone at one time, and presses Continue at the other. */
function keyedIn(play: Play, readAt: string, at: string): readonly DomainEvent[] {
  play.after(readAt);
  password(play, 'elif');
  const step = timeStepAt(play.now, 30);
  play.after(at);
  return confirm(play, 'elif', step - timeStepAt(play.now, 30));
}
