// Rules of the standards that belong to no single decider: what is told when, who acts where, time far ahead, and a code that
// takes the place of another.
import { describe, expect } from 'vitest';
import { signInView } from '../src/lib/domain/views/sign-in';
import { person } from '../src/lib/domain/actors';
import type { LogRecord } from '../src/lib/domain/record';
import { fact, set, setCode, withoutRight } from './support/fact';
import { refusal, types, type Play } from './support/play';

/** Every text in a value, keys apart. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const seen = (play: Play) => signInView(play.world, play.account('dana'), play.now);

describe('standards', () => {
  fact('[STD-9] “expired” and “wrong” are told apart after the password, and before it everything looks the same', {
    when: (play) => {
      play.issue('dana');
      play.after('24:00:00').by('dana', { type: 'cancelSignIn' });
      const untouched = seen(play);
      play.by('dana', { type: 'submitPassword', card: 'old' });
      const wrongPassword = seen(play);
      play.code('dana');
      const expiredBefore = seen(play);
      play.code('dana', null);
      const wrongBefore = seen(play);
      play.by('dana', { type: 'submitPassword', card: 'right' });
      const wrong = refusal(play.code('dana', null));
      return {
        untouched,
        before: [wrongPassword, expiredBefore, wrongBefore],
        wrong,
        expired: refusal(play.code('dana')),
      };
    },
    then: ({ untouched, before, wrong, expired }) => {
      expect(untouched).toEqual({ stage: 'password', isRefused: false });
      expect(before).toEqual(Array(3).fill({ stage: 'password', isRefused: true }));
      expect([wrong, expired]).toEqual(['code-wrong', 'code-expired']);
    },
    flips: [setCode('lifeSeconds', 200_000)],
  });

  fact(
    '[STD-12] nobody reaches another firm, themselves or beyond their tier, and a right that is gone is gone at once',
    {
      when: (play) => {
        const issue = (by: string, account: string) =>
          refusal(play.does(person(by), { type: 'issueCode', account, family: 'temporaryCode' }));
        play.sit('hannah');
        play.sit('marcus');
        const within = issue('priya', 'dana');
        const across = [issue('priya', 'leo'), issue('hannah', 'dana')];
        const self = [issue('priya', 'priya'), issue('hannah', 'hannah')];
        const beyond = [issue('tom', 'dana'), issue('marcus', 'dana')];
        const others = refusal(play.does(person('tom'), { type: 'signOut', account: 'priya' }));
        // The session ends in one tab; the console is still open in another.
        play.by('priya', { type: 'signOut' });
        return { within, across, self, beyond, others, gone: issue('priya', 'dana') };
      },
      then: (seen) =>
        expect(seen).toEqual({
          within: null,
          across: ['other-firm', 'other-firm'],
          self: ['own-account', 'own-account'],
          beyond: ['no-right', 'no-right'],
          others: 'not-yours',
          gone: 'no-session',
        }),
      flips: [withoutRight(({ role }) => role === 'admin')],
    },
  );

  fact('[STD-13] a new code takes the place of the old one in one step, and no code stands in the log', {
    product: 'onix',
    when: (play) => {
      play.sit('priya');
      play.issue('marcus');
      const events = types(play.issue('marcus'));
      play.by('marcus', { type: 'submitPassword', card: 'right' });
      play.code('marcus', 'marcus/code/1');
      const inLog = play.records.slice(1).flatMap((record: LogRecord) => textsIn(record));
      return { events, codes: inLog.filter((text) => /\d{8}|\d{4} \d{4}/.test(text)) };
    },
    then: (seen) => expect(seen).toEqual({ events: ['CodeEnded', 'CodeIssued'], codes: [] }),
    flips: [setCode('issuingAgain', 'refuse')],
  });

  fact('[STD-3] a time step beyond 32 bits is the right one at its time, and the step it would be cut to is not', {
    product: 'onix',
    when: (play) => {
      // Some four thousand years on: time steps of 30 seconds no longer fit into 32 bits.
      play.after(`${36_000_000}:00:00`);
      play.by('marcus', { type: 'submitPassword', card: 'right' });
      const cut = refusal(play.totp('marcus', -(2 ** 32)));
      const whole = types(play.totp('marcus'));
      return { cut, whole, step: (play.account('marcus').authenticators.at(-1)?.lastAcceptedTimeStep ?? 0) > 2 ** 32 };
    },
    then: (seen) => expect(seen).toEqual({ cut: 'totp-wrong', whole: ['SignedIn'], step: true }),
    flips: [set('totp', { algorithm: 'SHA-1', digits: 6, periodSeconds: 60 })],
  });
});
