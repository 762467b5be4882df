import { describe, expect, test } from 'vitest';
import { Play } from '../../../../tests/support/play';
import { peopleWhoDiffer, rulesThatDiffer, sharedRecords } from './compare';

/** Two plays of one story, alike up to the code that is issued. */
function twoPlays(): [Play, Play] {
  const plays: [Play, Play] = [new Play({ enforcement: 'optional' }), new Play({ enforcement: 'optional' })];
  for (const play of plays) play.issue('dana');
  return plays;
}

const standing = ({ world, now }: Play) => ({ world, now });

describe('two runs with one beginning', () => {
  test('part where the first record differs', () => {
    const [one, other] = twoPlays();
    const shared = one.records.length;
    expect(sharedRecords(one.records, other.records)).toBe(shared);
    one.signInByCode('dana');
    expect(sharedRecords(one.records, other.records)).toBe(shared);
    other.issue('dana');
    expect(sharedRecords(one.records, other.records)).toBe(shared);
    expect(sharedRecords(one.records, one.records.slice(1))).toBe(0);
  });

  test('differ for nobody while both are alike', () => {
    const [one, other] = twoPlays();
    expect(peopleWhoDiffer(standing(one), standing(other))).toEqual([]);
    expect(rulesThatDiffer(standing(one), standing(other))).toEqual([]);
  });

  test('differ for whom something was done in one of them, and say what', () => {
    const [one, other] = twoPlays();
    one.signInByCode('dana');
    one.disconnectAll('dana');
    one.after('30:00:00');
    other.after('30:00:00');
    const [dana, ...others] = peopleWhoDiffer(standing(one), standing(other));
    expect(others).toEqual([]);
    expect(dana).toMatchObject({
      account: 'dana',
      facets: ['mfa', 'access', 'authenticators'],
      left: { mfa: false, authenticators: [], access: { way: 'password' } },
      right: { mfa: true, authenticators: [{ isAtHand: false }], access: { isLockedOut: true } },
    });
  });

  test('say once what a new phone that is paired makes different', () => {
    const [one, other] = twoPlays();
    one.signInByCode('dana');
    one.register('dana');
    expect(peopleWhoDiffer(standing(one), standing(other))[0]?.facets).not.toContain('devices');
    one.by('dana', { type: 'acquireDevice', kind: 'phone' });
    expect(peopleWhoDiffer(standing(one), standing(other))[0]?.facets).toContain('devices');
  });

  test('differ by the time alone: a code that is alive in one has ended in the other', () => {
    const [one, other] = twoPlays();
    other.after('24:00:00');
    const [dana] = peopleWhoDiffer(standing(one), standing(other));
    expect(dana).toMatchObject({ account: 'dana', left: { codes: [{ isTold: true }] }, right: { codes: [] } });
  });

  test('differ by their rules, and then for whom the rules mean something else', () => {
    const [one, other] = twoPlays();
    other.lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'required' });
    other.lab({ type: 'setVariant', variant: 'revision-1' });
    other.lab({ type: 'setSetting', name: 'sessionAtCodeEnd', value: 'ends' });
    expect(rulesThatDiffer(standing(one), standing(other))).toEqual([
      { kind: 'variant', left: 'revision-2', right: 'revision-1' },
      { kind: 'enforcement', firm: 'birch-lowe', left: 'optional', right: 'required' },
      { kind: 'setting', setting: 'sessionAtCodeEnd', left: null, right: 'ends' },
    ]);
    const people = peopleWhoDiffer(standing(one), standing(other)).map(({ account }) => account);
    expect(people).toContain('elif');
    expect(people).not.toContain('dana');
  });
});
