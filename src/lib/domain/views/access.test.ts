import { expect, test } from 'vitest';
import { Play, refusal } from '../../../../tests/support/play';
import { password } from '../../../../tests/support/portal';
import { person } from '../actors';
import { reasonsOf } from '../record';

// Regression: a code that stands beside the app took away the set-up that somebody with nothing paired was in the middle of.
test('a code that stands beside takes nobody their set-up, and lets in whoever has no device to set up (ONX-3, ONX-5)', () => {
  const play = new Play({ product: 'onix' });
  expect(play.access('elif').way).toBe('enrol');
  play.by('elif', { type: 'submitPassword', card: 'right' });
  play.does(person('priya'), { type: 'issueCode', account: 'elif', family: 'temporaryCode' });
  expect(play.access('elif')).toMatchObject({ way: 'enrol', isLockedOut: false });
  for (const { id } of play.account('elif').devices)
    play.by('elif', { type: 'loseDevice', device: id, how: 'left-at-home' });
  expect(play.access('elif')).toMatchObject({ way: null, obstacle: 'code-untold' });
  const code = play.account('elif').codes.at(-1)?.id ?? '';
  play.does(person('priya'), { type: 'tellCode', account: 'elif', code });
  expect(play.access('elif')).toMatchObject({ way: 'code', isOnce: true });
  expect(refusal(play.signInByCode('elif'))).toBeNull();
});

test('a code that stands in front is asked for before anything is set up (ONV-10)', () => {
  const play = new Play();
  expect(play.access('elif').way).toBe('enrol');
  play.does(person('priya'), { type: 'issueCode', account: 'elif', family: 'temporaryCode' });
  expect(play.access('elif')).toMatchObject({ way: null, obstacle: 'code-untold' });
});

// Regression: while the last failures were to be waited for, the badge said “Can sign in” and no reason spoke of the wait.
test('whoever has to wait after failures is told so, and why (STD-4)', () => {
  const play = new Play();
  play.issue('dana');
  play.by('dana', { type: 'cancelSignIn' });
  play.by('dana', { type: 'submitPassword', card: 'right' });
  expect(play.access('dana').waitsUntil).toBeNull();
  for (let tries = 0; tries < 12; tries += 1) play.code('dana', null);
  const { waitsUntil, isLockedOut, reasons } = play.access('dana');
  expect(waitsUntil).toBe(play.account('dana').failures.waitUntil);
  expect(isLockedOut).toBe(false);
  expect(reasons.map(({ because }) => because)).toContain('throttled');
});

// Regressions: that MFA is off was said to be so since before the firm made it optional; and its reason named the revision, which
// a walkthrough asks for.
test.each([1, 2] as const)(
  'that MFA is off rests on what the firm has chosen, whichever revision applies (%i)',
  (revision) => {
    const play = new Play({ revision });
    play.after('01:00:00').lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' });
    expect(play.access('elif').reasons).toEqual([
      { because: 'mfaOff', cites: ['ONV-8a', 'ONV-8b'], detail: { account: 'elif' } },
    ]);
  },
);

// Regression: a choice by which MFA goes off for whoever has nothing left was explained by a disconnection of the day before.
test('where MFA becomes optional, it goes off for want of anything to ask for, and not by a disconnection', () => {
  const play = new Play({ revision: 1 });
  play.sit('tom');
  play.disconnectAll('tom');
  play.by('tom', { type: 'signOut' });
  play.after('48:00:00').lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' });
  const last = play.records.at(-1);
  expect(last).toMatchObject({ events: expect.arrayContaining([{ type: 'MfaSwitchedOff', account: 'tom' }]) });
  const keys = last === undefined ? [] : reasonsOf(last).map(({ because }) => because);
  expect(keys).toContain('nothingToAskFor');
  expect(keys).not.toContain('lastUnbound');
});

// Regression: the end of a code was said to rest on revision 2, which says nothing of it (ONV-8b).
test('the end of a code that revision 2 does not speak of is assumed, and said to be', () => {
  const play = new Play({ revision: 1, enforcement: 'optional' });
  play.issue('dana');
  play.signInByCode('dana');
  play.disconnectAll('dana');
  play.lab({ type: 'setVariant', variant: 'revision-2' });
  play.after('24:00:00');
  const end = play.records.flatMap(reasonsOf).filter(({ because }) => because === 'codeEndedWithoutFactor');
  expect(end).toEqual([expect.objectContaining({ cites: ['EDGE-4'], isAssumed: true })]);
});

// Regression: who has to wait because of codes that did not confirm a key was said to be able to sign in (STD-4).
test('a set-up that is confirmed by a code waits after failures, as a sign-in does', () => {
  const play = new Play({ product: 'portal' });
  password(play, 'elif');
  play.by('elif', { type: 'startEnrolment' });
  play.by('elif', { type: 'addAppEntry', device: 'elif/device/1', entry: 'time', how: 'scanned' });
  const wrong = { matchedAuthenticator: null, matchedTimeStep: null };
  for (let tries = 0; tries < 5; tries += 1)
    play.by('elif', { type: 'confirmEnrolment', device: 'elif/device/1' }, wrong);
  expect(play.access('elif').way).toBe('enrol');
  expect(play.access('elif').waitsUntil).toBe(play.account('elif').failures.waitUntil);
  expect(play.access('elif').waitsUntil).not.toBeNull();
});
