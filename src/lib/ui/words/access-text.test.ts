import { expect, test } from 'vitest';
import { Play, PRODUCTS } from '../../../../tests/support/play';
import { person } from '../../domain/actors';
import { upcoming } from '../../domain/views/future';
import { editionOf } from '../../products/edition';
import { helpText } from './help-text';
import { TimeText } from './time-text';
import { accessText, afterwardsLine, afterwardsMark, afterwardsText, stateLine } from './access-text';

const TIME = new TimeText('America/New_York', 'en');

/** What is said of the next end of Dana's code: in a sentence, beside its mark, and in the list of what is to come. */
function saidOfTheEnd(play: Play) {
  const next = upcoming(play.world).find(({ deadline }) => deadline.account === 'dana');
  if (next === undefined) throw new Error('Nothing is to come for Dana.');
  const sentence = afterwardsText(TIME, play.account('dana'), next, play.now);
  return { sentence, mark: afterwardsMark(next).text, line: afterwardsLine(play.account('dana'), next)?.text ?? null };
}

// Regression: a code that is gone with its first use was told as good until the next day.
test('a code that works one time is told so', () => {
  const play = new Play({ product: 'onix' });
  play.issue('dana');
  const said = (): string => accessText(TIME, play.account('dana'), play.access('dana'), play.now);
  expect(said()).toMatch(/^Dana can sign in once with the code until Tue /);
  const often = new Play();
  often.issue('dana');
  expect(accessText(TIME, often.account('dana'), often.access('dana'), often.now)).toMatch(
    /sign in with the code until/,
  );
});

test('whoever is locked out before the end as after it stays so', () => {
  const play = new Play();
  play.does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
  expect(saidOfTheEnd(play)).toMatchObject({
    sentence: expect.stringContaining('Dana stays locked out, unless'),
    line: 'Dana stays locked out from there, unless something changes first.',
  });
});

// Regression: of somebody who is signed in the list told nothing of it, where the picture said “no way back in”.
test('the mark, the sentence and the line of the end agree: who is signed in by then is not said to be locked out', () => {
  const play = new Play();
  play.issue('dana');
  expect(saidOfTheEnd(play)).toEqual({
    sentence: expect.stringContaining('Dana is locked out, unless'),
    mark: 'locked out, unless…',
    line: 'Dana is locked out from there, unless something changes first.',
  });
  play.signInByCode('dana');
  expect(saidOfTheEnd(play)).toEqual({
    sentence: expect.stringContaining('Dana cannot sign in again, unless'),
    mark: 'no way back in, unless…',
    line: 'Dana has no way back in from there, unless something changes first.',
  });
});

test('where somebody gets in after the end, the line says how', () => {
  const play = new Play();
  play.issue('dana');
  play.signInByCode('dana');
  const [phone] = play.account('dana').authenticators;
  play.by('dana', { type: 'acquireDevice', kind: 'phone' });
  play.by('dana', { type: 'unbindAuthenticator', authenticator: phone?.id ?? '' });
  expect(saidOfTheEnd(play).line).toBe('Dana has to register a device at the next sign-in.');
  const found = new Play();
  found.issue('dana');
  found.by('dana', { type: 'findDevice', device: phone?.device ?? '' });
  expect(saidOfTheEnd(found).line).toBe('The app is asked again from there.');
  const off = new Play({ enforcement: 'optional', revision: 1 });
  off.issue('dana');
  off.signInByCode('dana');
  off.by('dana', { type: 'unbindAuthenticator', authenticator: phone?.id ?? '' });
  // That MFA goes off is told by what happens then.
  expect(saidOfTheEnd(off)).toMatchObject({ mark: 'MFA goes off', line: null });
});

// Regression: the phone was named though it was the tablet that is still in hand.
test('the device is named that is in hand', () => {
  const play = new Play();
  const [phone] = play.account('marcus').devices;
  play.does(person('marcus'), { type: 'loseDevice', account: 'marcus', device: phone?.id ?? '', how: 'stolen' });
  const said = accessText(TIME, play.account('marcus'), play.access('marcus'), play.now);
  expect(said).toMatch(/by approving a prompt on Marcus's tablet\.$/);
});

// Regression: somebody whose right code would be refused for a while was said to be able to sign in, and no more.
test('whoever has to wait after failures is told until when', () => {
  const play = new Play();
  play.issue('dana');
  const said = (): string => accessText(TIME, play.account('dana'), play.access('dana'), play.now);
  expect(said()).not.toContain('wait');
  play.by('dana', { type: 'cancelSignIn' });
  play.by('dana', { type: 'submitPassword', card: 'right' });
  for (let tries = 0; tries < 12; tries += 1) play.code('dana', null);
  expect(said()).toMatch(/After failures Dana has to wait first, until \d/);
});

// Regression: somebody whose phone runs four minutes fast was said to be able to sign in with a code of its app (STD-2).
test('a clock that is too far off to be accepted is named, and what helps is to set it right', () => {
  const { onix } = PRODUCTS;
  const play = new Play({ product: 'onix' });
  play.by('tom', { type: 'signOut' });
  const [phone] = play.account('tom').devices;
  const set = (seconds: number): unknown =>
    play.by('tom', { type: 'setDeviceClock', device: phone?.id ?? '', seconds });
  const said = (): string => accessText(TIME, play.account('tom'), play.access('tom'), play.now);
  const help = (): string | null =>
    helpText(play.world, editionOf(onix, onix.defaultVariant), play.account('tom'), play.access('tom'), play.now);
  set(45);
  expect(play.access('tom').way).toBe('totp');
  set(240);
  expect(play.access('tom')).toMatchObject({ way: null, obstacle: 'clock-off', isLockedOut: true });
  expect(said()).toBe(
    "Tom is locked out: the clock of Tom's phone is 4 minutes fast, and the codes of its app are refused.",
  );
  expect(help()).toBe("Setting the clock of Tom's phone right helps.");
  expect(stateLine(play.account('tom'), play.access('tom'), true)).toBe('locked out · MFA on · phone, clock wrong');
  set(-240);
  expect(said()).toContain("Tom's phone is 4 minutes slow");
  play.issue('tom');
  expect(said()).toMatch(
    /^Tom can sign in once with the code until .*\. The clock of Tom's phone is 4 minutes slow, and the codes of its app/,
  );
  set(0);
  expect(said()).toMatch(/^Tom can sign in with a code of the app on Tom's phone/);
});
