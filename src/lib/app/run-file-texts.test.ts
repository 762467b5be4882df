// Files of runs with texts that mean to be something else: markup, names that look like others, and somebody's real key.
import { describe, expect, test } from 'vitest';
import { PRODUCTS } from '../../../tests/support/play';
import { describeRefusals, opened, replaced, titled, withGoodFile } from '../../../tests/support/refused-files';
import {
  begunOtherwise,
  onProduct,
  relinked,
  sharedRun,
  type FileJson,
  type SharedRun,
} from '../../../tests/support/shared-run';

const saying = async (file: FileJson | Promise<FileJson>): Promise<string> => JSON.stringify(await file);
const named = ({ json }: SharedRun, name: string): Promise<string> =>
  saying(begunOtherwise(json, ({ directory }) => (directory[0].name = name)));
/** The file with a command about another account, and a chain that holds. */
const about = ({ json }: SharedRun, account: string): Promise<string> =>
  saying(
    relinked(json, (records) =>
      records.map((record) =>
        record.kind === 'command' ? { ...record, command: { ...record.command, account } as never } : record,
      ),
    ),
  );
const NO_KEY = 'expected: a simulated run, which holds no key';
const SAME = 'expected: words that are what they look like';
const SEEN = 'expected: a text without invisible characters';
const SECRET = 'JBSWY3DPEHPK3PXP';

withGoodFile();
describeRefusals({
  markup: [
    [
      'in the title',
      (good) => titled(good, '<script>alert(1)</script>'),
      'title has markup (<script…); expected: plain words',
    ],
    [
      'a picture in the title',
      (good) => titled(good, 'Run <img src=x onerror=alert(1)>'),
      'title has markup (<img src=x onerror=alert(1)…)',
    ],
    [
      'the end of something in the title',
      (good) => titled(good, 'a </title> b'),
      'title has markup (</title…); expected:',
    ],
    ['a comment in the title', (good) => titled(good, '<!-- a'), 'title has markup (<!-- a…); expected:'],
    [
      'in somebody’s name',
      (good) => named(good, 'Dana <b onclick=x>'),
      'directory.0.name has markup (<b onclick=x…); expected:',
    ],
    [
      'in the name of the firm',
      (good) => saying(begunOtherwise(good.json, ({ firms }) => (firms[0].name = '<a href=x>'))),
      'firms.0.name has markup',
    ],
    [
      'in the product',
      (good) => saying(onProduct(good.json, { ...PRODUCTS.onvio, name: '<svg/onload=x>' })),
      'product.name has "<svg/onload=x>"; expected: plain words',
    ],
  ],
  'a text that is not what it looks like': [
    [
      'turned around, in the title',
      (good) => titled(good, 'Run \u202egnitset'),
      `title has the character U+202E, which turns the text around; ${SEEN}`,
    ],
    [
      'isolated, in the title',
      (good) => titled(good, 'a \u2066b\u2069'),
      'title has the character U+2066, which turns the text around',
    ],
    [
      'marked right to left, in a name',
      (good) => named(good, 'Dana\u200f'),
      'name has the character U+200F, which turns the text around',
    ],
    [
      'with nothing in it that can be seen',
      (good) => titled(good, '\u200b\u2060'),
      `title has the invisible character U+200B; ${SEEN}`,
    ],
    ['with a joiner between letters', (good) => titled(good, 'Da\u200dna'), 'title has the invisible character U+200D'],
    ['in two lines', (good) => titled(good, 'a\nb'), 'title has the invisible character U+000A'],
    [
      'in the words of the product',
      (good) => saying(onProduct(good.json, { ...PRODUCTS.onvio, name: 'On\u202evio' })),
      'product.name has the character U+202E',
    ],
    [
      'with half of a sign',
      (good) => replaced(good, /"title": "/, '"title": "\\ud83d'),
      'title has the invisible character U+D83D',
    ],
    [
      'Cyrillic within Latin',
      (good) => titled(good, '\u041envio'),
      `title has “\u041envio”, which mixes Latin and Cyrillic letters; ${SAME}`,
    ],
    [
      'Greek within Latin',
      (good) => titled(good, 'The ph\u03bfne'),
      'title has “ph\u03bfne”, which mixes Latin and Greek letters',
    ],
    ['Cherokee within Latin', (good) => titled(good, 'O\u13a0nix'), 'which mixes Latin and Cherokee letters'],
    ['full-width within Latin', (good) => titled(good, '\uff2fnvio'), 'which mixes full-width and Latin letters'],
    [
      'in mathematical letters',
      (good) => titled(good, '\u{1d4de}\u{1d4f7}\u{1d4ff}\u{1d4f2}\u{1d4f8}'),
      'in signs that only look like letters',
    ],
    [
      'in somebody’s name',
      (good) => named(good, 'D\u0430na Whitlock'),
      'name has “D\u0430na”, which mixes Latin and Cyrillic letters',
    ],
    [
      'in the name of the product',
      (good) => saying(onProduct(good.json, { ...PRODUCTS.onvio, name: 'Onv\u0456o' })),
      'product.name has “Onv\u0456o”, which mixes',
    ],
    ['empty', (good) => titled(good, '  '), 'title has nothing; expected: some words'],
    ['too long', (good) => titled(good, 'a'.repeat(201)), 'title has 201 characters; expected: at most 200'],
  ],
  'somebody’s real key': [
    [
      'a key URI as the title',
      (good) => titled(good, `otpauth://totp/Bank:jo?secret=${SECRET}`),
      `title has a real key (otpauth:…); ${NO_KEY}`,
    ],
    [
      'a key URI in other letters',
      (good) => titled(good, 'OTPAUTH://hotp/x'),
      `title has a real key (otpauth:…); ${NO_KEY}`,
    ],
    [
      'a key URI percent-encoded',
      (good) => titled(good, 'otpauth%3A%2F%2Ftotp'),
      `title has a real key (otpauth:…); ${NO_KEY}`,
    ],
    [
      'an export of an app',
      (good) => titled(good, 'otpauth-migration://offline?data=x'),
      `title has a real key (otpauth:…); ${NO_KEY}`,
    ],
    [
      'a key URI by escapes',
      (good) => replaced(good, /"title": "/, '"title": "otp\\u0061uth:'),
      `title has a real key`,
    ],
    ['in a record', (good) => about(good, 'otpauth://totp/x'), 'record.command.account has a real key'],
    [
      'in the product',
      (good) => saying(onProduct(good.json, { ...PRODUCTS.onvio, name: 'otpauth://totp/x' })),
      'product.name has a real key',
    ],
    [
      'as a key',
      (good) => replaced(good, '"synthetic"', '"otpauth://totp/x": 1, "synthetic"'),
      `(the whole file) has a real key`,
    ],
    [
      'as the seed',
      (good) => saying(begunOtherwise(good.json, ({ pins }) => (pins.seed = SECRET))),
      `pins.seed has what looks like a real key; ${NO_KEY}`,
    ],
    [
      'a secret in groups',
      (good) => titled(good, 'My key: JBSW Y3DP EHPK 3PXP'),
      `title has what looks like a real key; ${NO_KEY}`,
    ],
    ['a secret in small letters', (good) => named(good, 'jbsw-y3dp-ehpk-3pxp'), 'name has what looks like a real key'],
  ],
});

describe('what only looks odd is taken as it is:', () => {
  const TITLES = [
    'a < b, and 1 <2',
    'Урок первый',
    'Ελληνικά και English',
    'العربية',
    '電話を忘れた',
    'ＭＦＡ の練習',
    'نمی\u200cدانم',
    '👩\u200d💻 laptop',
    'O’Brien & Søn, 50 % “quoted”',
  ];
  for (const title of TITLES) {
    test(title, async () => {
      const done = await opened(titled(await sharedRun(), title));
      expect(done).toMatchObject({ kind: 'taken', title });
    });
  }
});
