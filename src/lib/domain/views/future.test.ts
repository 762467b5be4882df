import { describe, expect, test } from 'vitest';
import { Play } from '../../../../tests/support/play';
import { DAY } from '../instant';
import { lossOfAccess, upcoming } from './future';

describe('until somebody is locked out', () => {
  test('is the end of the last way in that they have', () => {
    const play = new Play();
    play.issue('dana');
    const loss = lossOfAccess(play.world, 'dana');
    expect(loss).toMatchObject({ at: play.opened + DAY, after: { isLockedOut: true } });
  });

  test('is nothing where nothing foreseen takes it: the phone is in hand, or there is no way in already', () => {
    const play = new Play();
    expect(play.access('dana').isLockedOut).toBe(true);
    expect(lossOfAccess(play.world, 'dana')).toBeNull();
    play.does({ kind: 'person', account: 'priya' }, { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
    expect(play.access('dana').way, 'nobody has read it to her').toBeNull();
    expect(lossOfAccess(play.world, 'dana')).toBeNull();
    play.issue('marcus');
    expect(lossOfAccess(play.world, 'marcus')).toBeNull();
  });

  test('is found behind any number of things that happen to others', () => {
    const play = new Play();
    for (const who of ['tom', 'marcus', 'elif']) play.issue(who);
    play.after('00:00:01').issue('dana');
    expect(upcoming(play.world, 2).map(({ deadline }) => deadline.account)).not.toContain('dana');
    expect(lossOfAccess(play.world, 'dana')?.deadline.account).toBe('dana');
    expect(upcoming(play.world, 0)).toEqual([]);
  });

  test('tells somebody who is signed in and has no way back from somebody who is out', () => {
    const play = new Play();
    play.issue('dana');
    play.signInByCode('dana');
    expect(lossOfAccess(play.world, 'dana')).toMatchObject({
      after: { isSignedIn: true, isLockedOut: false, way: null },
    });
  });
});
