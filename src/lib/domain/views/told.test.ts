import { describe, expect, test } from 'vitest';
import { ask, compare, drawnCalls, lookUpAll, passOn, say, strangerCalls } from '../../../../tests/support/call';
import { Play, REP } from '../../../../tests/support/play';
import type { DrawnCaller } from '../support-request';
import { eventsOf } from '../record';
import { reasonsToldOf, toldOf } from './told';

/** All that observers are told of a play, as it stands at its end: who did what, what came of it and why. */
const told = (play: Play) =>
  play.records
    .filter(({ kind }) => kind === 'command')
    .map((record) => ({
      actor: record.actor,
      events: eventsOf(record).map((event) => toldOf(play.world, event)),
      reasons: reasonsToldOf(play.world, record),
    }));

/** Somebody drawn by chance calls, says what they know, mails it, and the rep compares all of it; undecided. */
function played(drawn: Partial<DrawnCaller>): Play {
  const play = new Play();
  const request = drawnCalls(play, drawn);
  lookUpAll(play);
  ask(play, request, 'who-are-you');
  ask(play, request, 'licence-pin');
  ask(play, request, 'firm-address');
  say(play, request, 'mail-the-pin');
  say(play, request, 'may-not-say');
  compare(play, request, 'firm-address');
  compare(play, request, 'pin-mail', 'differs');
  play.does(REP, { type: 'endCall', request });
  return play;
}

const RIGHT = { licencePin: 'right', firmAddress: 'right' } as const;
const WRONG = { licencePin: 'wrong', firmAddress: 'wrong' } as const;

describe('of somebody drawn by chance, until the request is decided', () => {
  test('a stranger is told exactly as the person themself, and what is right exactly as what is wrong', () => {
    const themself = told(played({ isStranger: false, knows: RIGHT }));
    expect(told(played({ isStranger: true, knows: RIGHT }))).toEqual(themself);
    expect(told(played({ isStranger: false, knows: WRONG }))).toEqual(themself);
    expect(told(played({ isStranger: true, knows: WRONG }))).toEqual(themself);
  });

  test('a letter is told without where it comes from', () => {
    const [onFile, lookAlike] = (['on-file', 'look-alike'] as const).map((sender) => {
      const play = new Play({ revision: 1 });
      drawnCalls(play, { sender }, 'scan');
      return told(play);
    });
    expect(onFile).toEqual(lookAlike);
    expect(JSON.stringify(onFile)).toContain('MessageReceived');
  });

  test('that something was compared is told with its sources; whether it was right is left open', () => {
    const play = played({ knows: WRONG });
    const [, reasons] = told(play).flatMap(({ events, reasons }) =>
      events.some(({ type }) => type === 'ProofCompared') ? [reasons] : [],
    );
    expect(reasons).toMatchObject([{ because: 'truthUntold', detail: { setting: 'differs' } }]);
    expect(reasons?.[0]?.cites).toContain('ONV-16');
  });
});

test('once the request is decided, everything is told, of what came before it too', () => {
  const play = played({ isStranger: true, knows: { ...RIGHT, licencePin: 'wrong' } });
  passOn(play, 'request/1', 'address');
  for (const record of play.records) {
    expect(eventsOf(record).map((event) => toldOf(play.world, event))).toEqual(eventsOf(record));
  }
  const keys = told(play).flatMap(({ reasons }) => reasons.map(({ because }) => because));
  expect(keys).toEqual(expect.arrayContaining(['comparedRightly', 'strangerServed']));
  expect(keys).not.toContain('truthUntold');
});

test('of a stranger whom somebody chose everything is told at once', () => {
  const play = new Play();
  const request = strangerCalls(play, WRONG);
  ask(play, request, 'firm-address');
  expect(told(play).flatMap(({ events }) => events)).toEqual(
    play.records.filter(({ kind }) => kind === 'command').flatMap((record) => [...eventsOf(record)]),
  );
});
