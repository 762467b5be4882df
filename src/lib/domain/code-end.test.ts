import { describe, expect, test } from 'vitest';
import { fact, set, setCode } from '../../../tests/support/fact';
import { Play, refusal, types, type PolicyChange } from '../../../tests/support/play';
import { settingsOfCode } from './policy';
import { accessOf } from './views/access';
import { upcoming } from './views/future';

/** Dana signs in with a code at 09:00, disconnects her lost phone, and time goes on. */
function disconnectWithCode(play: Play): void {
  play.issue('dana');
  play.signInByCode('dana');
  play.after('01:00:00').disconnectAll('dana');
}

function stateOf(play: Play, at: string) {
  play.after(at);
  const { isMfaOn } = play.account('dana');
  const { way, obstacle } = accessOf(play.world, { ...play.account('dana'), session: null }, play.now);
  return { isMfaOn, way, obstacle };
}

describe('the end of a code when every device was disconnected', () => {
  fact('[ONV-8a] optional, revision 1: the code is asked until its end, and at that instant MFA goes off', {
    revision: 1,
    enforcement: 'optional',
    when: (play) => {
      disconnectWithCode(play);
      return {
        after: stateOf(play, '02:00:00'),
        before: stateOf(play, '23:59:59'),
        at: stateOf(play, '24:00:00'),
        told: play.told.slice(-2),
      };
    },
    then: (seen) => {
      expect(seen.after).toEqual({ isMfaOn: true, way: 'code', obstacle: null });
      expect(seen.before).toEqual({ isMfaOn: true, way: 'code', obstacle: null });
      expect(seen.at).toEqual({ isMfaOn: false, way: 'password', obstacle: null });
      expect(seen.told).toEqual(['86400 CodeEnded', '86400 MfaSwitchedOff']);
    },
    flips: [set('lastUnboundWithCode', 'needed-after-code-end'), set('lastUnboundWithCode', 'off-now')],
  });

  fact('[ONV-8b] optional, revision 2: MFA goes off at once and no code is asked', {
    enforcement: 'optional',
    when: (play) => {
      disconnectWithCode(play);
      return { state: stateOf(play, '01:00:00'), told: play.told.slice(-3) };
    },
    then: ({ state, told }) => {
      expect(state).toEqual({ isMfaOn: false, way: 'password', obstacle: null });
      expect(told).toEqual(['3600 AuthenticatorUnbound', '3600 MfaSwitchedOff', '3600 CodeEnded']);
    },
    flips: [set('lastUnboundWithCode', 'off-at-code-end')],
  });

  fact('[ONV-8c] optional, revision 1 read without condition: MFA stays on, and another code or a device is needed', {
    revision: 1,
    enforcement: 'optional',
    policy: set('lastUnboundWithCode', 'needed-after-code-end'),
    when: (play) => {
      disconnectWithCode(play);
      return stateOf(play, '24:00:00');
    },
    then: (state) => expect(state).toEqual({ isMfaOn: true, way: null, obstacle: 'no-device' }),
    flips: [set('lastUnboundWithCode', 'off-at-code-end')],
  });

  for (const revision of [1, 2] as const) {
    fact(`[ONV-9] required, revision ${revision}: the code until its end, then a new code or a registered device`, {
      revision,
      when: (play) => {
        disconnectWithCode(play);
        const before = stateOf(play, '23:59:59');
        const after = stateOf(play, '24:00:00');
        play.by('dana', { type: 'signOut' });
        play.issue('dana');
        const withNewCode = stateOf(play, '24:01:00');
        return { before, after, withNewCode };
      },
      then: ({ before, after, withNewCode }) => {
        expect(before).toEqual({ isMfaOn: true, way: 'code', obstacle: null });
        expect(after).toEqual({ isMfaOn: true, way: null, obstacle: 'no-device' });
        expect(withNewCode).toEqual({ isMfaOn: true, way: 'code', obstacle: null });
      },
      flips: [{ revision, enforcement: 'optional' }],
    });
  }

  fact('[ONV-9] required: a device registered in the open session is the way in after the code', {
    when: (play) => {
      disconnectWithCode(play);
      play.register('dana');
      return stateOf(play, '24:00:00');
    },
    then: (state) => expect(state).toEqual({ isMfaOn: true, way: 'push', obstacle: null }),
  });
});

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

describe('elapsed hours', () => {
  for (const [moment, hours] of [
    ['clocks-go-forward', 24],
    ['clocks-go-back', 24],
  ] as const) {
    fact(`[ONV-6] a code lives ${hours} elapsed hours on the day when the ${moment.replaceAll('-', ' ')}`, {
      moment,
      when: (play) => {
        play.issue('dana');
        play.signInByCode('dana');
        const [code] = play.account('dana').codes;
        const atTheEnd = stateOf(play, '23:59:59').way;
        return {
          hours: ((code?.endsAt ?? 0) - play.opened) / 3_600_000,
          atTheEnd,
          after: stateOf(play, '24:00:00').way,
        };
      },
      then: (seen) => expect(seen).toEqual({ hours: 24, atTheEnd: 'code', after: null }),
      flips: [setCode('lifeSeconds', 3600)],
    });
  }
});

describe('what will happen', () => {
  test('is what then happens, at the same instant and with the same events', () => {
    const play = new Play({ revision: 1, enforcement: 'optional' });
    disconnectWithCode(play);
    const [next] = upcoming(play.world);
    expect(next?.at).toBe(play.opened + 24 * 3_600_000);
    expect(next?.after.way).toBe('password');
    play.after('30:00:00');
    expect(play.history.filter(({ at }) => at === next?.at).map(({ event }) => event)).toEqual(next?.events);
  });
});

describe('the end of a code that does not stand for the app', () => {
  /** Onvio with saved and mailed codes besides, and a person who has nothing else and MFA on. */
  const withOtherCodes: PolicyChange = (policy) => {
    const code = settingsOfCode(policy, 'temporaryCode');
    const uses = { ...code.uses, value: 'consume' } as const;
    const life = { ...code.lifeSeconds, value: 600 };
    const howMany = { value: 3, label: 'How many', cites: [] };
    return {
      ...set('lastUnboundWithoutCode', 'stays-on')(policy),
      emailedCodes: { value: 'on', label: 'By mail', cites: [] },
      codes: {
        ...policy.codes,
        recoveryCode: { ...code, uses, howMany },
        emailedCode: { ...code, uses, lifeSeconds: life },
      },
    };
  };
  function leftWithCodes(): Play {
    const play = new Play({ revision: 1, enforcement: 'optional', policy: withOtherCodes });
    play.sit('marcus');
    play.by('marcus', { type: 'renewRecoveryCode' });
    play.disconnectAll('marcus');
    play.by('marcus', { type: 'signOut' });
    play.by('marcus', { type: 'submitPassword', card: 'right' });
    expect(play.account('marcus')).toMatchObject({ isMfaOn: true, authenticators: [], session: null });
    return play;
  }

  test('leaves MFA on: one of three saved codes is used', () => {
    const play = leftWithCodes();
    const [first] = play.account('marcus').codes;
    const events = play.by('marcus', { type: 'submitCode', family: 'recoveryCode' }, { matchedCode: first?.id ?? '' });
    expect(types(events)).toEqual(['CodeEnded', 'SignedIn']);
    expect(play.account('marcus').isMfaOn).toBe(true);
  });

  test('leaves MFA on: a mailed code expires unused, as anybody with the password could have it', () => {
    const play = leftWithCodes();
    play.by('marcus', { type: 'requestEmailedCode' });
    play.after('01:00:00');
    expect(play.account('marcus').codes.at(-1)?.end?.cause).toBe('expired');
    expect(play.account('marcus').isMfaOn).toBe(true);
  });
});
