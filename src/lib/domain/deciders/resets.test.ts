// A reset: what it takes away, and who may ask for one.
import { describe, expect, test } from 'vitest';
import { assumed } from '../../../../tests/support/call';
import { Play, refusal, types } from '../../../../tests/support/play';
import { person } from '../actors';

const product = 'onix';

function reset(play: Play, account: string, by: string) {
  return play.does(person(by), { type: 'resetMfa', account });
}

describe('a reset', () => {
  test('removes what is set up, ends the codes that are alive, and clears the failures', () => {
    const play = new Play({ product });
    play.by('dana', { type: 'submitTotp' }, { isMissing: true });
    play.issue('dana');
    expect(play.account('dana').failures.count).toBe(1);
    expect(types(reset(play, 'dana', 'priya'))).toEqual(['MfaReset', 'AuthenticatorUnbound', 'CodeEnded']);
    // No article says it of the codes, and the lab says so.
    expect(assumed(play)).toContain('resetEndsCodes');
    expect(play.account('dana')).toMatchObject({ authenticators: [], failures: { count: 0, waitUntil: null } });
    expect(refusal(play.signInByCode('dana'))).toBe('code-ended-by-reset');
  });

  test('is refused where nothing is set up, and where it was done already', () => {
    const play = new Play({ product });
    expect(refusal(reset(play, 'elif', 'priya'))).toBe('nothing-to-reset');
    reset(play, 'marcus', 'priya');
    expect(refusal(reset(play, 'marcus', 'priya'))).toBe('nothing-to-reset');
  });

  test('is refused to whoever is not signed in, belongs elsewhere, lacks the right, or asks for themselves', () => {
    const play = new Play({ product });
    play.signInByTotp('hannah');
    play.signInByTotp('marcus');
    expect(refusal(reset(play, 'dana', 'ines'))).toBe('no-session');
    expect(refusal(reset(play, 'dana', 'hannah'))).toBe('other-firm');
    expect(refusal(reset(play, 'dana', 'marcus'))).toBe('no-right');
    expect(refusal(reset(play, 'dana', 'tom'))).toBe('no-right');
    expect(refusal(reset(play, 'priya', 'priya'))).toBe('own-account');
    expect(play.account('dana').authenticators).toHaveLength(1);
  });

  test('leaves an open session open, and asks for a new key at the next sign-in', () => {
    const play = new Play({ product });
    reset(play, 'tom', 'priya');
    expect(play.account('tom').session).not.toBeNull();
    play.by('tom', { type: 'signOut' });
    expect(types(play.by('tom', { type: 'submitPassword', card: 'right' }))).toEqual([
      'PasswordAccepted',
      'EnrolmentStarted',
    ]);
  });
});
