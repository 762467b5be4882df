import { describe, expect, test } from 'vitest';
import { ask, call, compare, heard, KNOWS_NOTHING, lookUpAll, say, why } from '../../../../tests/support/call';
import { fact } from '../../../../tests/support/fact';
import { Play, REP, refusal, types } from '../../../../tests/support/play';
import { person } from '../actors';

describe('what is said on a call', () => {
  test('staff are sent to an admin of their firm, and so is an admin whom another can help', () => {
    for (const from of ['dana', 'tom']) {
      const play = new Play();
      say(play, call(play, from), 'ask-your-firm');
      expect([heard(play), play.world.requests[0]?.status, why(play)]).toEqual([
        'will-ask-admin',
        'sent-back',
        ['staffSentToAdmin'],
      ]);
    }
  });

  test('the last admin cannot be sent away: they say so, and the request stands', () => {
    const play = new Play();
    say(play, call(play), 'ask-your-firm');
    expect([heard(play), play.world.requests[0]?.status]).toEqual(['i-am-the-last-admin', 'received']);
  });

  fact('[ONV-15] a PIN that was read out is a disclosure on record, and proves nothing any more', {
    when: (play) => {
      const request = call(play, 'priya', 'priya', KNOWS_NOTHING);
      lookUpAll(play);
      ask(play, request, 'licence-pin');
      const forgotten = heard(play);
      const [told] = say(play, request, 'read-pin');
      say(play, request, 'mail-the-pin');
      const mailed = play.world.requests[0]?.messages.at(-1)?.pin;
      return { forgotten, told, mailed, refused: refusal(compare(play, request, 'pin-mail')) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        forgotten: 'pin-forgotten',
        told: { type: 'CallerTold', request: 'request/1', saying: 'read-pin', discloses: 'licence-pin' },
        mailed: 'right',
        refused: 'was-read-out',
      }),
    flips: [({ licencePin: _, ...policy }) => policy],
  });

  test('part of the PIN is a disclosure too, and does not make anybody know it (ONV-15)', () => {
    const play = new Play();
    const request = call(play, 'priya', 'priya', KNOWS_NOTHING);
    lookUpAll(play);
    const [told] = say(play, request, 'read-part-of-pin');
    expect(told).toMatchObject({ type: 'CallerTold', discloses: 'licence-pin' });
    ask(play, request, 'licence-pin');
    expect(heard(play)).toBe('pin-forgotten');
  });

  // Regression: a PIN was read out, and stood as disclosed, that the rep had never looked at.
  test('nothing is read out that is not before the rep', () => {
    const play = new Play();
    const request = call(play, 'priya', 'priya', KNOWS_NOTHING);
    for (const saying of ['read-pin', 'read-part-of-pin', 'read-address'] as const) {
      expect(refusal(say(play, request, saying))).toBe('not-looked-up');
    }
    lookUpAll(play);
    expect(refusal(say(play, request, 'read-address'))).toBeNull();
  });

  test('whoever forgot it looks under Manage Firm, if they can sign in, which a locked-out admin cannot (ONV-15)', () => {
    const inside = new Play();
    const first = call(inside, 'priya', 'dana', KNOWS_NOTHING);
    say(inside, first, 'look-it-up');
    expect(heard(inside)).toBe('found-it');
    ask(inside, first, 'licence-pin');
    expect(inside.world.requests[0]?.said.at(-1)).toMatchObject({ line: 'pin', given: 'right' });

    const outside = new Play();
    outside.by('priya', { type: 'loseDevice', device: 'priya/device/1', how: 'stolen' });
    outside.by('priya', { type: 'signOut' });
    say(outside, call(outside, 'priya', 'priya', KNOWS_NOTHING), 'look-it-up');
    expect(heard(outside)).toBe('cannot-sign-in');
  });

  test('a letter asked for on a call comes in as a scan, from the sender on file', () => {
    const play = new Play({ revision: 1 });
    say(play, call(play), 'send-a-letter');
    expect(play.world.requests[0]?.messages).toMatchObject([
      { kind: 'scan', sender: 'on-file', encloses: 'letterhead', isSigned: true },
    ]);
  });
});

describe('a call', () => {
  test('one caller at a time: a second one rings until the first has gone', () => {
    const play = new Play();
    const first = call(play);
    play.does(person('tom'), { type: 'askSupport', account: 'tom', wish: 'issueCode', by: 'call' });
    const second = play.world.requests.at(-1)?.id ?? '';
    expect(refusal(play.does(REP, { type: 'answerCall', request: second }))).toBe('on-another-call');
    expect(refusal(ask(play, second, 'who-are-you'))).toBe('no-call');
    play.does(REP, { type: 'endCall', request: first });
    expect(types(play.does(REP, { type: 'answerCall', request: second }))).toEqual(['CallAnswered']);
    expect(refusal(ask(play, first, 'who-are-you'))).toBe('no-call');
  });
});
