import { describe, expect, test } from 'vitest';
import { ask, compare, drawnCalls, lookUpAll, passOn, say } from '../../../../tests/support/call';
import { Play, REP } from '../../../../tests/support/play';
import { eventsOf } from '../../domain/record';
import { toldOf, type ToldSupportEvent } from '../../domain/views/told';
import { revealNews, supportEventText } from './support-text';

/** What the list says of everything since the call came in, as it stands now. */
const lines = (play: Play): readonly string[] =>
  play.records
    .slice(play.records.findIndex((each) => isAsking(each)))
    .flatMap((record) =>
      eventsOf(record).map((event) => supportEventText(play.world, toldOf(play.world, event) as ToldSupportEvent)),
    );

const isAsking = (record: Play['records'][number]): boolean =>
  record.kind === 'command' && record.command.type === 'askSupport';

function played(isStranger: boolean): Play {
  const play = new Play();
  const request = drawnCalls(play, { isStranger, knows: { licencePin: 'wrong', firmAddress: 'right' } });
  lookUpAll(play);
  ask(play, request, 'licence-pin');
  ask(play, request, 'firm-address');
  say(play, request, 'mail-the-pin');
  compare(play, request, 'firm-address');
  play.does(REP, { type: 'endCall', request });
  return play;
}

const SAYS = 'Somebody who claims to be Priya Lowe calls Support, to issue a code for Priya Lowe';

describe('of somebody drawn by chance', () => {
  test('the list says what the rep could know, and that the rest comes later', () => {
    for (const isStranger of [false, true]) {
      const told = lines(played(isStranger));
      expect(told[0]).toBe(SAYS);
      expect(told).toContain('The caller says a licence PIN');
      expect(told).toContain('The caller says an address');
      expect(told).toContain('The caller sends it');
      expect(told).toContain('A mail comes in, with a PIN');
      expect(told.at(-1)).toBe('The call ends. Who it was is told once the request is passed on or sent back');
      expect(told.join()).not.toMatch(/stranger|wrong|Priya says|look alike|on file/);
    }
  });

  test('once the request is decided it says plainly who it was, and what was true before', () => {
    const stranger = played(true);
    passOn(stranger, 'request/1', 'address');
    const told = lines(stranger);
    expect(told.at(-1)).toBe('It was a stranger, who only claimed to be Priya Lowe');
    expect(told).toContain('The stranger says a wrong licence PIN');
    expect(told).toContain("The stranger says the firm's address");
    expect(told).toContain('A mail comes in from a sender made to look alike, with a wrong PIN');
    const themself = played(false);
    themself.does(REP, { type: 'sendBackRequest', request: 'request/1' });
    expect(lines(themself).slice(-2)).toEqual(['Support sends the request back', 'It was really Priya Lowe']);
    expect(lines(themself)).toContain('Priya says a wrong licence PIN');
    expect(lines(themself)[0]).toBe(SAYS);
  });

  test('what was made of whom is one sentence, whichever of the four it was', () => {
    const news = [true, false].flatMap((isStranger) =>
      [true, false].map((isBack) => {
        const play = played(isStranger);
        const events = isBack
          ? play.does(REP, { type: 'sendBackRequest', request: 'request/1' })
          : passOn(play, 'request/1', 'address');
        return revealNews(play.world, events);
      }),
    );
    expect(news).toEqual([
      'It was a stranger, who only claimed to be Priya Lowe, and was sent back.',
      'It was a stranger, who only claimed to be Priya Lowe, and was believed.',
      'It was really Priya Lowe, who was sent back.',
      'It was really Priya Lowe, who was believed.',
    ]);
  });
});
