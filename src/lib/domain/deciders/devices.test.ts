import { describe, expect, test } from 'vitest';
import { fact, set } from '../../../../tests/support/fact';
import { Play, refusal, types } from '../../../../tests/support/play';
import { activeCode } from '../account';

describe('registering a device', () => {
  fact('[EDGE-1] while a code is active: the code goes on standing in front until it ends or is removed', {
    when: (play) => {
      play.issue('dana');
      play.signInByCode('dana');
      play.register('dana');
      play.by('dana', { type: 'signOut' });
      const { way } = play.access('dana');
      return { way, atTheEnd: play.after('24:00:00').access('dana').way };
    },
    then: (seen) => expect(seen).toEqual({ way: 'code', atTheEnd: 'push' }),
    flips: [set('bindingWhileCodeActive', 'code-ends')],
  });

  test('switches MFA on for somebody who had it off', () => {
    const play = new Play({ enforcement: 'optional' });
    play.by('elif', { type: 'submitPassword', card: 'right' });
    expect(types(play.register('elif', 'elif/device/1'))).toEqual(['AuthenticatorBound', 'MfaSwitchedOn']);
    expect(play.account('elif').isMfaOn).toBe(true);
  });

  test('needs a device in hand, an enrolment under way and no earlier binding of that device', () => {
    const play = new Play();
    const bind = (device: string) => refusal(play.by('priya', { type: 'bindAuthenticator', device }));
    expect(bind('priya/device/1')).toBe('no-enrolment');
    play.by('priya', { type: 'startEnrolment' });
    expect(bind('priya/device/1')).toBe('device-already-bound');
    expect(bind('priya/device/9')).toBe('no-such-device');
    play.by('priya', { type: 'acquireDevice', kind: 'tablet' });
    play.by('priya', { type: 'loseDevice', device: 'priya/device/2', how: 'left-at-home' });
    expect(bind('priya/device/2')).toBe('device-not-at-hand');
    play.by('priya', { type: 'findDevice', device: 'priya/device/2' });
    expect(bind('priya/device/2')).toBe(null);
  });
});

describe('disconnecting a device', () => {
  test('is done in an open session only', () => {
    const play = new Play();
    const events = play.by('dana', { type: 'unbindAuthenticator', authenticator: 'dana/device/1/push' });
    expect(refusal(events)).toBe('no-session');
  });

  test('the last one, without a code, switches MFA off where it is optional', () => {
    const play = new Play({ enforcement: 'optional' });
    play.disconnectAll('priya');
    expect(play.account('priya').isMfaOn).toBe(false);
  });

  test('the last one, without a code, leaves MFA on where the setting says so', () => {
    const play = new Play({ enforcement: 'optional', policy: set('lastUnboundWithoutCode', 'stays-on') });
    play.disconnectAll('priya');
    expect(play.account('priya').isMfaOn).toBe(true);
  });

  test('one of two changes nothing else', () => {
    const play = new Play({ enforcement: 'optional' });
    play.by('marcus', { type: 'submitPassword', card: 'right' });
    const push = play.account('marcus').signIn.push?.id ?? '';
    play.by('marcus', { type: 'answerPush', push, device: 'marcus/device/1', answer: 'approve' });
    const events = play.by('marcus', { type: 'unbindAuthenticator', authenticator: 'marcus/device/1/push' });
    expect(types(events)).toEqual(['AuthenticatorUnbound']);
  });
});

describe('losing and finding', () => {
  test('a found phone answers prompts again, and a broken one cannot be found', () => {
    const play = new Play();
    expect(play.access('dana').obstacle).toBe('phone-away');
    play.by('dana', { type: 'findDevice', device: 'dana/device/1' });
    expect(play.access('dana').way).toBe('push');
    play.by('dana', { type: 'loseDevice', device: 'dana/device/1', how: 'broken' });
    expect(refusal(play.by('dana', { type: 'findDevice', device: 'dana/device/1' }))).toBe('device-beyond-repair');
    expect(activeCode(play.account('dana'), play.now)).toBeUndefined();
  });
});

test('MFA that is off already does not go off again when the last device is disconnected', () => {
  const play = new Play({
    product: 'onix',
    policy: (policy) => ({
      ...set('factorLeft', 'bound-and-at-hand')(set('lastUnboundWithoutCode', 'off-now')(policy)),
      enforcement: {
        ...policy.enforcement,
        choices: (['off', 'optional', 'required'] as const).map((value) => ({ value, label: value, cites: [] })),
      },
    }),
  });
  play.sit('marcus');
  for (const { id } of play.account('marcus').devices) {
    play.by('marcus', { type: 'loseDevice', device: id, how: 'stolen' });
  }
  play.lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' });
  expect(play.account('marcus').isMfaOn).toBe(false);
  play.lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'off' });
  play.disconnectAll('marcus');
  const off = play.history.filter(({ event }) => event.type === 'MfaSwitchedOff' && event.account === 'marcus');
  expect(off.length).toBe(1);
});
