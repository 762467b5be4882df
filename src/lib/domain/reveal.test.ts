import { describe, expect, test } from 'vitest';
import { checkAddress, drawnCalls, heard, passOn, say, strangerCalls, why } from '../../../tests/support/call';
import { Play, PORTAL_TECH, product, refusal, REP, types } from '../../../tests/support/play';
import { catalogueOf } from '../products/edition';
import { LAB, STRANGER } from './actors';
import { check } from './check';
import type { LogRecord } from './record';
import { replay } from './replay';

const CATALOGUE = catalogueOf(product);
const KNOWS = { licencePin: 'wrong', firmAddress: 'right' } as const;

/** What the last record says of who it really was. */
const revealed = (play: Play) =>
  play.history.filter(({ event }) => event.type === 'CallerRevealed').map(({ event }) => event);

describe('somebody drawn by chance', () => {
  test('is sent by the lab alone, and only with what was drawn', () => {
    const play = new Play();
    const ask = { type: 'askSupport', account: 'priya', claims: 'priya', wish: 'issueCode' } as const;
    expect(refusal(play.does(LAB, ask))).toBe('no-right');
    const drawnCaller = { isStranger: false, knows: KNOWS, sender: 'on-file', isSigned: true } as const;
    expect(refusal(play.does(REP, ask, { drawnCaller }))).toBe('no-right');
    expect(play.does(STRANGER, ask, { drawnCaller })).toMatchObject([{ isStranger: true }]);
    expect(play.world.requests.at(-1)?.isHidden).toBe(false);
  });

  test('knows and sends what was drawn, whatever the command says', () => {
    const play = new Play({ revision: 1 });
    drawnCalls(play, { isStranger: true, knows: KNOWS, sender: 'private', isSigned: false }, 'scan');
    expect(play.world.requests).toMatchObject([
      {
        from: 'priya',
        isStranger: true,
        isHidden: true,
        knows: KNOWS,
        messages: [{ sender: 'private', isSigned: false }],
      },
    ]);
  });

  for (const isStranger of [false, true]) {
    const truth = { type: 'CallerRevealed', request: 'request/1', ...(isStranger ? { isStranger } : {}) };
    const who = isStranger ? 'a stranger' : 'the person themself';

    test(`${who} is revealed when the request is passed on, not when the call ends, and once`, () => {
      const play = new Play();
      const request = drawnCalls(play, { isStranger, knows: KNOWS });
      checkAddress(play, request);
      play.does(REP, { type: 'endCall', request });
      expect([revealed(play), play.world.requests[0]?.isHidden]).toEqual([[], true]);
      expect(passOn(play, request, 'address')).toEqual([expect.objectContaining({ type: 'RequestPassedOn' }), truth]);
      expect(play.world.requests[0]).toMatchObject({ isHidden: false, isStranger });
      expect(why(play).includes('strangerServed')).toBe(isStranger);
      play.does(PORTAL_TECH, { type: 'sendBackRequest', request });
      expect(revealed(play)).toEqual([truth]);
    });

    test(`${who} is revealed when the request is sent back, at the desk or on the call`, () => {
      const atDesk = new Play();
      atDesk.does(REP, { type: 'sendBackRequest', request: drawnCalls(atDesk, { isStranger }) });
      expect(revealed(atDesk)).toEqual([truth]);
      const onCall = new Play();
      const drawnCaller = { isStranger, knows: KNOWS, sender: 'on-file', isSigned: true } as const;
      onCall.does(
        LAB,
        { type: 'askSupport', account: 'dana', claims: 'dana', wish: 'issueCode', by: 'call' },
        { drawnCaller },
      );
      onCall.does(REP, { type: 'answerCall', request: 'request/1' });
      expect(types(say(onCall, 'request/1', 'ask-your-firm'))).toEqual([
        'CallerTold',
        'CallerSaid',
        'RequestSentBack',
        'CallerRevealed',
      ]);
      expect(revealed(onCall)).toEqual([truth]);
    });
  }

  test('does not give themself away by pressing on: whoever lacks the PIN does, stranger or not', () => {
    for (const licencePin of ['right', 'wrong', 'nothing'] as const) {
      const lines = [false, true].map((isStranger) => {
        const play = new Play();
        say(play, drawnCalls(play, { isStranger, knows: { ...KNOWS, licencePin } }), 'may-not-say');
        return heard(play);
      });
      expect(lines).toEqual(licencePin === 'nothing' ? ['insists', 'insists'] : ['understands', 'understands']);
    }
  });
});

test('somebody who was chosen is no secret, and is not revealed: what logs held before chance came in is as it was', () => {
  const play = new Play();
  const request = strangerCalls(play, KNOWS);
  const asked = { request, from: 'priya', about: 'priya', wish: 'issueCode', by: 'call', knows: KNOWS } as const;
  expect(play.records.at(-2)).toMatchObject({ events: [{ type: 'SupportAsked', ...asked, isStranger: true }] });
  expect(JSON.stringify(play.records)).not.toContain('isDrawn');
  expect(play.world.requests[0]?.isHidden).toBe(false);
  checkAddress(play, request);
  expect(types(passOn(play, request, 'address'))).toEqual(['RequestPassedOn']);
});

describe('a history with somebody drawn by chance', () => {
  function story(): readonly LogRecord[] {
    const play = new Play();
    const request = drawnCalls(play, { isStranger: true, knows: KNOWS });
    checkAddress(play, request);
    passOn(play, request, 'address');
    return JSON.parse(JSON.stringify(play.records)) as LogRecord[];
  }

  test('is decided again to the same, and comes to the same state', () => {
    const result = check(story(), CATALOGUE);
    expect(result.isSound && result.world).toEqual(replay(story(), CATALOGUE));
  });

  test('is refused where the truth told is not the one that was drawn', () => {
    const forged = story().map((record) =>
      'events' in record
        ? {
            ...record,
            events: record.events.map((event) =>
              event.type === 'CallerRevealed' ? ({ type: event.type, request: event.request } as const) : event,
            ),
          }
        : record,
    );
    expect(check(forged, CATALOGUE)).toMatchObject({ isSound: false, finding: 'outcome-differs' });
  });
});
