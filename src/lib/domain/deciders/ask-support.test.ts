import { describe, expect, test } from 'vitest';
import {
  ask,
  checkAddress,
  compare,
  heard,
  lookUpAll,
  passOn,
  say,
  strangerCalls,
  why,
} from '../../../../tests/support/call';
import { Play, PORTAL_TECH, refusal, REP, types } from '../../../../tests/support/play';
import { STRANGER } from '../actors';

describe('a stranger', () => {
  test('a stranger does nothing but ask: no other act is theirs', () => {
    const play = new Play();
    expect(refusal(play.does(STRANGER, { type: 'submitPassword', account: 'priya', card: 'right' }))).toBe('not-yours');
    const issue = { type: 'issueCode', account: 'dana', family: 'temporaryCode' } as const;
    expect(refusal(play.does(STRANGER, issue))).toBe('no-right');
    expect(refusal(play.does(STRANGER, { type: 'askSupport', account: 'dana', wish: 'issueCode' }))).toBe('no-right');
    const across = { type: 'askSupport', account: 'leo', claims: 'priya', wish: 'issueCode' } as const;
    expect(refusal(play.does(STRANGER, across))).toBe('other-firm');
  });

  test('a stranger with what stands on a website gets through where that is enough, and the chain says so', () => {
    const play = new Play();
    const request = strangerCalls(play, { licencePin: 'nothing', firmAddress: 'right' });
    lookUpAll(play);
    ask(play, request, 'firm-address');
    compare(play, request, 'firm-address');
    expect(types(passOn(play, request, 'address'))).toEqual(['RequestPassedOn']);
    expect(why(play)).toContain('strangerServed');
  });

  // Regression: the chain of a decision said that the proof had held, though it did not in truth, and that of what was done for a
  // stranger that the person named had asked.
  test('a decision tells which of its proofs held in truth, and whoever acts on it whom it served', () => {
    const play = new Play();
    play.by('priya', { type: 'loseDevice', device: 'priya/device/1', how: 'stolen' });
    play.by('priya', { type: 'signOut' });
    const request = strangerCalls(play, { licencePin: 'nothing', firmAddress: 'wrong' });
    lookUpAll(play);
    ask(play, request, 'firm-address');
    compare(play, request, 'firm-address');
    passOn(play, request, 'address');
    expect(why(play)).toEqual(expect.arrayContaining(['verifiedBy', 'comparedWrongly', 'strangerServed']));
    expect(why(play)).not.toContain('comparedRightly');
    play.does(PORTAL_TECH, { type: 'issueCode', account: 'priya', family: 'temporaryCode', request });
    expect(why(play)).toEqual(expect.arrayContaining(['requestPassedOn', 'strangerServed']));
  });

  test("a stranger's mail comes from an address that only looks like the one on file", () => {
    const play = new Play();
    const request = strangerCalls(play, { licencePin: 'right', firmAddress: 'nothing' });
    lookUpAll(play);
    say(play, request, 'mail-the-pin');
    expect(play.world.requests[0]?.messages).toMatchObject([{ kind: 'mail', sender: 'look-alike', pin: 'right' }]);
    compare(play, request, 'pin-mail', 'differs');
    expect(why(play)).toEqual(['comparedRightly']);
    say(play, request, 'look-it-up');
    expect(heard(play)).toBe('cannot-sign-in');
    say(play, request, 'may-not-say');
    expect(heard(play)).toBe('insists');
  });

  test('is who the code is read to; the person whose code it is knows nothing of it', () => {
    const play = new Play();
    play.by('priya', { type: 'loseDevice', device: 'priya/device/1', how: 'stolen' });
    play.by('priya', { type: 'signOut' });
    const request = strangerCalls(play, { licencePin: 'nothing', firmAddress: 'right' });
    lookUpAll(play);
    ask(play, request, 'firm-address');
    compare(play, request, 'firm-address');
    passOn(play, request, 'address');
    const issue = { type: 'issueCode', account: 'priya', family: 'temporaryCode', request } as const;
    expect(types(play.does(PORTAL_TECH, issue))).toEqual(['CodeIssued', 'RequestAnswered']);
    const code = play.account('priya').codes.at(-1)?.id ?? '';
    const [told] = play.does(PORTAL_TECH, { type: 'tellCode', account: 'priya', code });
    expect(told).toMatchObject({ type: 'CodeTold', isStranger: true });
    expect(play.account('priya').codes.at(-1)).toMatchObject({ toldAt: null, readAt: play.now });
    expect(why(play)).toContain('strangerServed');
  });

  test('who gets a code for somebody else does not hear it: it is read to its owner', () => {
    const play = new Play();
    for (const id of ['priya', 'tom']) {
      play.by(id, { type: 'loseDevice', device: `${id}/device/1`, how: 'stolen' });
      play.by(id, { type: 'signOut' });
    }
    const knows = { licencePin: 'nothing', firmAddress: 'right' } as const;
    const wish = { type: 'askSupport', account: 'tom', claims: 'priya', wish: 'issueCode', by: 'call', knows } as const;
    play.does(STRANGER, wish);
    play.does(REP, { type: 'answerCall', request: 'request/1' });
    checkAddress(play, 'request/1');
    passOn(play, 'request/1', 'address');
    play.does(PORTAL_TECH, { type: 'issueCode', account: 'tom', family: 'temporaryCode', request: 'request/1' });
    const code = play.account('tom').codes.at(-1)?.id ?? '';
    const told = { type: 'CodeTold', account: 'tom', code };
    expect(play.does(PORTAL_TECH, { type: 'tellCode', account: 'tom', code })).toEqual([told]);
    expect(play.account('tom').codes.at(-1)).toMatchObject({ toldAt: play.now, readAt: play.now });
  });
});
