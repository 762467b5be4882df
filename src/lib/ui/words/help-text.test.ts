import { expect, test } from 'vitest';
import { Play, PORTAL_TECH, PRODUCTS, REP } from '../../../../tests/support/play';
import { recoveryCode } from '../../../../tests/support/portal';
import { person } from '../../domain/actors';
import { editionOf } from '../../products/edition';
import { helpText } from './help-text';

// Regression: after a reset only a new phone was named, though an admin's code lets somebody in without one (ONX-1).
test('without a device a code is named beside a new phone, where somebody may issue one', () => {
  const product = PRODUCTS.onix;
  const play = new Play({ product: 'onix' });
  for (const { id } of play.account('dana').devices)
    play.does(person('dana'), { type: 'loseDevice', account: 'dana', device: id, how: 'stolen' });
  play.does(person('priya'), { type: 'resetMfa', account: 'dana' });
  const access = play.access('dana');
  expect(access.obstacle).toBe('no-device');
  const help = helpText(play.world, editionOf(product, product.defaultVariant), play.account('dana'), access, play.now);
  expect(help).toBe(
    "Finding Dana's phone helps, or getting a new phone; without one, Priya Lowe can issue a code: Settings › Users & Roles › Select › Get access code.",
  );
  play.does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
  play.does(person('priya'), { type: 'tellCode', account: 'dana', code: play.account('dana').codes.at(-1)?.id ?? '' });
  expect(play.access('dana').way).toBe('code');
});

// Regression: the only admin, with nothing paired and no device, was told of a new phone alone, though Support can help (ONV-13).
test('without a device and with no other admin Support is named, where it may issue a code', () => {
  const { onvio } = PRODUCTS;
  const play = new Play({ revision: 1 });
  play.sit('priya');
  play.disconnectAll('priya');
  for (const { id } of play.account('priya').devices)
    play.does(person('priya'), { type: 'loseDevice', account: 'priya', device: id, how: 'broken' });
  play.by('priya', { type: 'signOut' });
  const access = play.access('priya');
  expect(access.obstacle).toBe('no-device');
  expect(helpText(play.world, editionOf(onvio, 'revision-1'), play.account('priya'), access, play.now)).toBe(
    "Getting a new phone helps; without one, Support can issue a code, at the primary admin's request: no admin of the firm can now.",
  );
});

// Regression: an admin with a code that nobody had read out yet was named as one who can issue a code, and could not come in.
test('an admin who is locked out too is not named as one who can issue a code', () => {
  const { onvio } = PRODUCTS;
  const play = new Play({ revision: 1 });
  const request = play.askSupport('issueCode', 'priya');
  for (const { id } of play.account('priya').devices)
    play.does(person('priya'), { type: 'loseDevice', account: 'priya', device: id, how: 'stolen' });
  play.by('priya', { type: 'signOut' });
  play.does(PORTAL_TECH, { type: 'issueCode', account: 'priya', family: 'temporaryCode', request });
  expect(play.access('priya').obstacle).toBe('code-untold');
  const help = helpText(
    play.world,
    editionOf(onvio, 'revision-1'),
    play.account('dana'),
    play.access('dana'),
    play.now,
  );
  expect(help).toBe(
    "Priya Lowe has the right to issue a code, and is locked out too: help there first. Support can issue Priya Lowe one, at the primary admin's request.",
  );
});

test('a reset is named beside the code where an admin has the right to it, and what it takes (ONX-1, ONX-4)', () => {
  const { onix } = PRODUCTS;
  const helpIn = (play: Play): string | null =>
    helpText(play.world, editionOf(onix, onix.defaultVariant), play.account('dana'), play.access('dana'), play.now);
  expect(helpIn(new Play({ product: 'onix' }))).toBe(
    'Priya Lowe can issue a code: Settings › Users & Roles › Select › Get access code. Where Dana has another phone, a reset by Priya Lowe helps as well: Settings › Users & Roles › Select › Reset two-factor authentication.',
  );
  const optional = new Play({ product: 'onix', enforcement: 'off' });
  expect(helpIn(optional)).toMatch(/A reset by Priya Lowe helps as well, and the password alone then lets Dana in: /);
});

// Regression: a code that was shown once and is on no screen any more was to be read out where it was issued.
test('a code that nobody has read out is read from the screen it is on, or issued anew by who can', () => {
  const { onvio } = PRODUCTS;
  const play = new Play();
  const help = (id = 'dana'): string | null =>
    helpText(play.world, editionOf(onvio, onvio.defaultVariant), play.account(id), play.access(id), play.now);
  play.does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
  expect(help()).toBe(
    'It was shown once and is on no screen any more. Priya Lowe can issue another: Setup › Staff › Edit › Onvio Access › View Setting › generate a temporary, 24-hour code.',
  );
  const code = play.account('dana').codes.at(-1)?.id ?? null;
  play.place('admin', { persona: 'priya', node: 'staff-issued', subject: 'dana', code });
  expect(help()).toBe("Read it out: it is on the screen at the firm admin's desk.");
});

// Regression: help for the only admin, whose code Support had issued and nobody had read out, named what nobody can do.
test('of a code that Support has issued and that is on no screen, Support is named again', () => {
  const { onvio } = PRODUCTS;
  const play = new Play({ revision: 1 });
  const request = play.askSupport('issueCode', 'priya');
  for (const { id } of play.account('priya').devices)
    play.does(person('priya'), { type: 'loseDevice', account: 'priya', device: id, how: 'stolen' });
  play.by('priya', { type: 'signOut' });
  play.does(PORTAL_TECH, { type: 'issueCode', account: 'priya', family: 'temporaryCode', request });
  expect(
    helpText(play.world, editionOf(onvio, 'revision-1'), play.account('priya'), play.access('priya'), play.now),
  ).toBe(
    "It was shown once and is on no screen any more. Support can issue another, at the primary admin's request: no admin of the firm can now.",
  );
});

// Regression: after Support's reset, Support was named as a help once more; and whoever was still signed in was sent there for a
// code that they can make anew themselves.
test('at the portal what is named does help: a renewal, a reset while there is something to reset, then a device', () => {
  const { portal } = PRODUCTS;
  const play = new Play({ product: 'portal' });
  const help = (): string | null =>
    helpText(play.world, editionOf(portal, portal.defaultVariant), play.account('dana'), play.access('dana'), play.now);
  recoveryCode(play, 'dana');
  play.by('dana', { type: 'closeTab' });
  expect(help()).toMatch(/^While signed in, Dana can get another code: Account › Get a new recovery code\.$/);
  play.by('dana', { type: 'signOut' });
  expect(help()).toBe('Support resets what is set up, for the person who asks. Then another phone can be set up.');
  const request = play.askSupport('resetMfa', 'dana', 'dana');
  play.does(REP, { type: 'resetMfa', account: 'dana', request });
  expect(play.access('dana').obstacle).toBe('no-device');
  expect(help()).toBe(
    "Finding Dana's phone helps, or getting a new phone. Nothing is set up that Support could reset.",
  );
});
