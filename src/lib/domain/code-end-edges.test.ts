// The end of a code where the articles leave open what it brings about.
import { describe, expect, test } from 'vitest';
import { fact, set, setCode } from '../../../tests/support/fact';
import { disconnectWithCode, stateOf } from '../../../tests/support/left-with-a-code';
import { Play, refusal, types } from '../../../tests/support/play';

describe('the edges of a code that ends', () => {
  const everyPolicy = [1, 2].flatMap((revision) =>
    (['optional', 'required'] as const).map((enforcement) => ({ revision: revision as 1 | 2, enforcement })),
  );
  for (const wish of everyPolicy) {
    fact(
      `[EDGE-2] revision ${wish.revision}, ${wish.enforcement}: a lost phone still paired leaves its owner locked out`,
      {
        ...wish,
        when: (play) => {
          play.issue('dana');
          const before = stateOf(play, '23:59:59');
          return { before, after: stateOf(play, '24:00:00') };
        },
        then: ({ before, after }) => {
          expect(before).toEqual({ isMfaOn: true, way: 'code', obstacle: null });
          expect(after).toEqual({ isMfaOn: true, way: null, obstacle: 'phone-away' });
        },
        flips: [set('factorLeft', 'bound-and-at-hand')],
      },
    );
  }

  fact('[EDGE-3] a code removed while no device is paired counts as its end', {
    revision: 1,
    enforcement: 'optional',
    when: (play) => {
      disconnectWithCode(play);
      const request = play.askSupport('removeCode', 'dana');
      play.does({ kind: 'portalTech', id: 'noor' }, { type: 'removeCode', account: 'dana', request });
      return stateOf(play, '02:00:00');
    },
    then: (state) => expect(state).toEqual({ isMfaOn: false, way: 'password', obstacle: null }),
    flips: [set('codeRemovedWithoutFactor', 'mfa-stays-on')],
  });

  test('a replacement moves the end, and nothing happens at the old one', () => {
    const play = new Play({ revision: 1, enforcement: 'optional' });
    disconnectWithCode(play);
    play.after('10:00:00').issue('dana');
    expect(stateOf(play, '24:00:00')).toMatchObject({ isMfaOn: true, way: 'code' });
    expect(stateOf(play, '34:00:00')).toMatchObject({ isMfaOn: false });
  });

  fact('[EDGE-4] a policy changed while a code is alive: its end follows the policy in force at that instant', {
    revision: 1,
    when: (play) => {
      disconnectWithCode(play);
      play.after('12:00:00').lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' });
      const between = stateOf(play, '23:59:59');
      return { between, after: stateOf(play, '24:00:00') };
    },
    then: ({ between, after }) => {
      expect(between).toMatchObject({ isMfaOn: true, way: 'code' });
      expect(after).toEqual({ isMfaOn: false, way: 'password', obstacle: null });
    },
    flips: [set('policyAtCodeEnd', 'in-force-at-issue')],
  });

  fact('[EDGE-5] a session open when its code ends goes on', {
    when: (play) => {
      play.issue('dana');
      play.signInByCode('dana');
      play.after('24:00:00');
      return play.account('dana').session !== null;
    },
    then: (isOpen) => expect(isOpen).toBe(true),
    flips: [set('sessionAtCodeEnd', 'ends')],
  });

  test('where a session ends with its code, one that the code did not open goes on', () => {
    const play = new Play({ policy: set('sessionAtCodeEnd', 'ends') });
    expect(play.account('marcus').session).toBeNull();
    play.by('marcus', { type: 'submitPassword', card: 'right' });
    const device = play.account('marcus').devices[0]?.id ?? '';
    const push = play.account('marcus').signIn.push?.id ?? '';
    play.by('marcus', { type: 'answerPush', push, device, answer: 'approve' });
    play.issue('marcus');
    play.after('24:00:00');
    expect(play.account('marcus').codes.map((code) => code.end?.cause)).toEqual(['expired']);
    expect(play.account('marcus').session).not.toBeNull();
  });

  fact('[EDGE-7] where MFA goes off on disconnection, the code ends at that instant', {
    enforcement: 'optional',
    when: (play) => {
      disconnectWithCode(play);
      return play.account('dana').codes.map((code) => code.end?.cause ?? null);
    },
    then: (ends) => expect(ends).toEqual(['mfa-switched-off']),
    flips: [set('codeWhenMfaGoesOff', 'runs-on')],
  });

  test('a single-use code that is the last factor counts as ended by its use', () => {
    const play = new Play({ revision: 1, enforcement: 'optional', policy: setCode('uses', 'consume') });
    play.issue('dana');
    expect(types(play.signInByCode('dana'))).toEqual(['CodeEnded', 'SignedIn']);
    play.by('dana', { type: 'signOut' });
    expect(refusal(play.signInByCode('dana'))).toBe('code-used');
  });
});
