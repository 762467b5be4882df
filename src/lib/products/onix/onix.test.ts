// What the article says of Onix Work, proved on this product's own policy. Paths and words are walked.
import { describe, expect, test } from 'vitest';
import { assumed } from '../../../../tests/support/call';
import { fact, set, setCode, withoutRight } from '../../../../tests/support/fact';
import { Play, refusal, types } from '../../../../tests/support/play';
import { person } from '../../domain/actors';
import type { Policy } from '../../domain/policy';

const product = 'onix';
const PASSWORD = { type: 'submitPassword', card: 'right' } as const;

function reset(play: Play, account: string, by = 'priya') {
  play.by(account, { type: 'cancelSignIn' });
  return play.does(person(by), { type: 'resetMfa', account });
}

/** Signs out, and in again by the password: what comes of that. */
function passwordAgain(play: Play, account: string): readonly string[] {
  play.by(account, { type: 'signOut' });
  play.by(account, { type: 'cancelSignIn' });
  return types(play.by(account, PASSWORD));
}

const withoutFederation = ({ federated: _, ...policy }: Policy): Policy => policy;

describe('help for somebody without their app', () => {
  fact('[ONX-1] an admin gives a temporary access code, or resets what is set up', {
    product,
    when: (play) => {
      const code = types(play.issue('dana'));
      const signedIn = types(play.signInByCode('dana'));
      play.by('dana', { type: 'signOut' });
      const byMarcus = refusal(reset(play, 'dana', 'marcus'));
      return { code, signedIn, byMarcus, reset: types(reset(play, 'dana')) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        code: ['CodeIssued'],
        signedIn: ['CodeEnded', 'SignedIn'],
        byMarcus: 'no-session',
        reset: ['MfaReset', 'AuthenticatorUnbound'],
      }),
    flips: [withoutRight(({ action }) => action === 'issueCode'), withoutRight(({ action }) => action === 'resetMfa')],
  });

  fact('[ONX-10] the access code works once, and for 24 hours at most; both are assumed', {
    product,
    when: (play) => {
      play.issue('dana');
      const first = types(play.signInByCode('dana'));
      play.by('dana', { type: 'signOut' });
      const again = refusal(play.signInByCode('dana'));
      play.issue('dana');
      return { first, again, late: refusal(play.after('24:00:00').signInByCode('dana')) };
    },
    then: (seen) =>
      expect(seen).toEqual({ first: ['CodeEnded', 'SignedIn'], again: 'code-used', late: 'code-expired' }),
    flips: [setCode('uses', 'keep'), setCode('lifeSeconds', null)],
  });

  fact('[ONX-5] after a reset, where two factors are required, they are set up again before the person gets in', {
    product,
    when: (play) => {
      reset(play, 'dana');
      const first = types(play.by('dana', PASSWORD));
      const isIn = play.account('dana').session !== null;
      return { first, isIn, then: types(play.setUp('dana')) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        first: ['PasswordAccepted', 'EnrolmentStarted'],
        isIn: false,
        then: ['AuthenticatorBound', 'SignedIn'],
      }),
    flips: [set('noFactorAtSignIn', 'code-only'), { product, enforcement: 'off' }],
  });

  test('after a reset, where they are not required, e-mail and password are enough', () => {
    const play = new Play({ product, enforcement: 'off' });
    reset(play, 'dana');
    expect(types(play.by('dana', PASSWORD))).toEqual(['PasswordAccepted', 'SignedIn']);
  });

  fact('[ONX-4] the reset is an admin’s right, and not for their own account', {
    product,
    when: (play) => {
      const own = refusal(reset(play, 'priya'));
      return { own, others: types(reset(play, 'marcus')) };
    },
    then: ({ own, others }) => {
      expect(own).toBe('own-account');
      expect(others).toEqual(['MfaReset', 'AuthenticatorUnbound', 'AuthenticatorUnbound']);
    },
    flips: [withoutRight(({ action }) => action === 'resetMfa')],
  });
});

describe('the policy', () => {
  fact('[ONX-6] an admin requires two factors of the organisation', {
    product,
    enforcement: 'off',
    when: (play) => {
      const before = play.access('elif').way;
      const done = types(
        play.does(person('priya'), { type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'required' }),
      );
      return { before, done, after: play.access('elif').way };
    },
    then: (seen) => expect(seen).toEqual({ before: 'password', done: ['EnforcementChanged'], after: 'enrol' }),
    flips: [withoutRight(({ action }) => action === 'setEnforcement')],
  });

  fact('[ONX-7] whoever has no app sets one up, and then enters a code of it at each new sign-in', {
    product,
    when: (play) => {
      const first = types(play.by('elif', PASSWORD));
      play.setUp('elif', 'elif/device/1');
      const again = [1, 2].map((minute) => {
        play.after(`00:0${minute}:00`);
        const asked = passwordAgain(play, 'elif');
        return [...asked, ...types(play.totp('elif'))];
      });
      return { first, again };
    },
    then: ({ first, again }) => {
      expect(first).toEqual(['PasswordAccepted', 'EnrolmentStarted']);
      expect(again).toEqual([
        ['PasswordAccepted', 'SignedIn'],
        ['PasswordAccepted', 'SignedIn'],
      ]);
    },
    flips: [{ product, enforcement: 'off' }],
  });

  fact('[ONX-8] it leaves alone whoever comes from the other system, and their password is no way in here', {
    product,
    when: (play) => {
      const password = refusal(play.by('wren', PASSWORD));
      const onlyAssumed = assumed(play);
      const federated = types(play.by('wren', { type: 'signInFederated' }));
      const code = refusal(play.issue('wren'));
      return { password, onlyAssumed, federated, code, others: refusal(play.by('elif', { type: 'signInFederated' })) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        password: 'not-your-method',
        // That the policy does not apply to them is said; that they have no other way in is not.
        onlyAssumed: ['federatedOnly'],
        federated: ['SignedIn'],
        code: 'mfa-off',
        others: 'not-your-method',
      }),
    flips: [withoutFederation],
  });

  fact('[ONX-9] switched off, it goes on asking whoever had set the app up, until they are reset', {
    product,
    when: (play) => {
      const off = { type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'off' } as const;
      const done = types(play.does(person('priya'), off));
      const marcus = play.access('marcus').way;
      const elif = types(play.by('elif', PASSWORD));
      reset(play, 'marcus');
      return { done, marcus, elif, afterReset: types(play.by('marcus', PASSWORD)) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        done: ['EnforcementChanged'],
        marcus: 'totp',
        elif: ['PasswordAccepted', 'SignedIn'],
        afterReset: ['PasswordAccepted', 'SignedIn'],
      }),
    flips: [set('enrolledWhileOff', 'not-asked')],
  });
});

describe('a code by mail', () => {
  fact('[ONX-11] is a way to sign in only where it is switched on, once and for ten minutes', {
    product,
    policy: set('emailedCodes', 'on'),
    when: (play) => {
      const way = play.access('dana').way;
      const sent = types(play.by('dana', { type: 'requestEmailedCode' }));
      const byMail = (code: number) =>
        play.by('dana', { type: 'submitCode', family: 'emailedCode' }, { matchedCode: `dana/code/${code}` });
      const again = types(play.by('dana', { type: 'requestEmailedCode' }));
      const earlier = refusal(byMail(1));
      return { way, sent, again, earlier, newer: types(byMail(2)) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        way: 'mail',
        sent: ['CodeIssued', 'CodeTold'],
        again: ['CodeEnded', 'CodeIssued', 'CodeTold'],
        earlier: 'code-replaced',
        newer: ['CodeEnded', 'SignedIn'],
      }),
    flips: [set('emailedCodes', 'off')],
  });
});
