import { describe, expect, test } from 'vitest';
import { fact, set, setCode } from '../../../tests/support/fact';
import { disconnectWithCode, stateOf } from '../../../tests/support/left-with-a-code';
import { Play } from '../../../tests/support/play';
import { upcoming } from './views/future';

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
