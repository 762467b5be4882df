import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { product, startingPoint } from '../../../tests/support/play';
import { sharedRun, type SharedRun } from '../../../tests/support/shared-run';
import { newRunOn, partsOn } from '../../../tests/support/shell';
import { DAY } from '../domain/instant';
import { canonicalJson } from './canonical-json';
import { momentAfter } from './moment';
import { startRun } from './opening';
import { readLink, type LinkFault } from './read-link';
import { PLAIN, type Pictured } from './pictured';
import { makeLink } from './run-link';

const ZOOMED: Pictured = {
  stretch: { kind: 'free', span: 3_600_000, share: 0.25, at: 1_773_061_200_000.5, beside: 1_773_061_200_000 },
  isFolding: false,
  unfolded: [1_773_061_200_000],
  picked: ['dana'],
  others: 24,
  ahead: null,
};
const NOW = { moment: null, place: null, passed: [], picture: PLAIN };

let shared: SharedRun;
let data: string;
beforeAll(async () => {
  shared = await sharedRun();
  data = await linkOf(shared);
});

async function linkOf({ parts, run }: SharedRun, lookedAt: Parameters<typeof makeLink>[2] = NOW): Promise<string> {
  const made = await makeLink(parts, { row: run.row, records: run.records, product }, lookedAt);
  if (made.kind !== 'made') throw new Error(made.because);
  return made.data;
}

const read = (said: string) => readLink(partsOn(), said);

async function faultOf(said: string): Promise<LinkFault> {
  const done = await read(said);
  if (done.isRead) throw new Error('It was read.');
  return done.fault;
}

type Link = Record<string, any>;

/** The link with what it says made otherwise, packed and checked as a careful forger would. */
const forged = (change: (link: Link) => void): string => {
  const link = JSON.parse(inflateRawSync(Buffer.from(data.split('.')[1] ?? '', 'base64url')).toString()) as Link;
  change(link);
  return packed(canonicalJson(link));
};
const packed = (text: string): string => lettered(deflateRawSync(text).toString('base64url'));
const lettered = (letters: string): string =>
  `1.${letters}.${createHash('sha256').update(letters).digest('hex').slice(0, 8)}`;

describe('the link of a run', () => {
  test('holds letters that every address takes, and is short', () => {
    expect(data).toMatch(/^1\.[\w-]+\.[0-9a-f]{8}$/);
    expect(data.length).toBeLessThan(1000);
  });

  test('gives the very same log, decided from nothing, at the very same instant', async () => {
    const done = await read(data);
    if (!done.isRead) throw new Error(done.fault.kind);
    expect(done.run.records.map(({ record }) => record)).toEqual(shared.run.records);
    expect(done.run.records.at(-1)?.link).toBe(shared.run.head.link);
    expect(done.run).toMatchObject({ now: shared.run.now, title: startingPoint.title, isChecked: true });
    expect(done.lookedAt).toEqual(NOW);
  });

  test('gives the moment that is looked back at, and what is picked in it', async () => {
    const moment = momentAfter(shared.run.history, 9);
    const place = { persona: null, node: '', subject: '8', code: null };
    const lookedAt = { moment, place, passed: [10, 12], picture: ZOOMED };
    expect(await read(await linkOf(shared, lookedAt))).toMatchObject({ isRead: true, lookedAt });
  });

  test('leaves out a picture with more in it than a link is read with', async () => {
    const picture = { ...ZOOMED, picked: Array.from({ length: 201 }, (_, index) => `person-${index}`) };
    expect(await read(await linkOf(shared, { ...NOW, picture }))).toMatchObject({ isRead: true, lookedAt: NOW });
  });

  test('gives a title of its own, and no parent', async () => {
    const row = { ...shared.run.row, title: 'After the call', parent: { run: 'else', position: 3, at: 0 } };
    const made = await makeLink(partsOn(), { row, records: shared.run.records, product }, NOW);
    const done = await read(made.kind === 'made' ? made.data : '');
    expect(done).toMatchObject({ isRead: true, run: { title: 'After the call' } });
    expect(done).not.toHaveProperty('run.parent');
  });

  test('of a run that parted where two things are due at once gives what had happened then', async () => {
    const run = await newRunOn(createMemoryStore());
    for (const account of ['dana', 'tom']) {
      await run.submit({
        actor: { kind: 'person', account: 'priya' },
        command: { type: 'issueCode', account, family: 'temporaryCode' },
      });
    }
    await run.advanceTo(run.now + DAY);
    const position = run.records.findIndex(
      (record) => record.kind === 'deadline' && record.deadline.of === 'dana/code/1',
    );
    const records = run.records.slice(0, position + 1);
    const at = records.at(-1)?.at ?? 0;
    const { chained } = await import('./chain');
    const linked = await chained(partsOn().cryptography, '', records);
    const row = { ...run.row, now: at, head: { position, link: linked.at(-1)?.link ?? '' } };
    expect(run.records[position + 1]?.at, 'the other falls due at the same instant').toBe(at);
    const made = await makeLink(partsOn(), { row, records, product }, NOW);
    const done = await read(made.kind === 'made' ? made.data : '');
    expect(done.isRead && done.run.records.length).toBe(position + 1);
  });
});

describe('no link is made', () => {
  test('of a run on a product that does not ship as it is', async () => {
    const store = createMemoryStore();
    const own = { ...product, version: '9.9.9' };
    const { run } = await startRun(partsOn(store), () => undefined, { product: own });
    if (run === null) throw new Error('not started');
    const made = await makeLink(partsOn(), { row: run.row, records: run.records, product: own }, NOW);
    expect(made).toEqual({ kind: 'file-only', because: 'own-product' });
  });

  test('of a run from a firm that does not ship, or that ships otherwise by now', async () => {
    const store = createMemoryStore();
    const start = { ...startingPoint, people: startingPoint.people.slice(0, -1) };
    const { run } = await startRun(partsOn(store), () => undefined, { start });
    if (run === null) throw new Error('not started');
    const { startDigest, ...asShipped } = run.row;
    expect(startDigest).toBeDefined();
    for (const row of [run.row, asShipped]) {
      const made = await makeLink(partsOn(), { row, records: run.records, product }, NOW);
      expect(made).toEqual({ kind: 'file-only', because: 'own-start' });
    }
  });

  test('of a run that other rules have made', async () => {
    const records = structuredClone(shared.run.records) as unknown as Link[];
    records[0]!['events'][0].pins.rulesVersion = 1;
    const made = await makeLink(partsOn(), { row: shared.run.row, records: records as never, product }, NOW);
    expect(made).toEqual({ kind: 'file-only', because: 'other-rules' });
  });
});

type BadLink = readonly [name: string, link: () => string, fault: Partial<LinkFault>];
const CUT: Partial<LinkFault> = { kind: 'damaged', found: 'too few letters, or mistyped ones' };
const damaged = (found: string): Partial<LinkFault> => ({ kind: 'damaged', found });

const zoomed = (stretch: object): object => ({ ...ZOOMED, stretch: { ...ZOOMED.stretch, ...stretch } });

const CLASSES: Readonly<Record<string, readonly BadLink[]>> = {
  'cut short or mistyped': [
    ['nothing is left', () => '', damaged('no link of a run')],
    ['the version alone', () => '1', CUT],
    ['its first half', () => data.slice(0, data.length / 2), CUT],
    ['without its last letter', () => data.slice(0, -1), CUT],
    ['without what it is checked by', () => data.slice(0, -9), CUT],
    [
      'a letter in the middle',
      () => data.replace(/^(.{60})(.)/, (_all, before, letter) => before + (letter === 'a' ? 'b' : 'a')),
      CUT,
    ],
    ['something behind it', () => `${data}.more`, CUT],
    ['with a full stop of the sentence', () => `${data}.`, CUT],
  ],
  'another version': [
    ['2', () => data.replace('1.', '2.'), { kind: 'newer', found: '2' }],
    ['10', () => data.replace('1.', '10.'), damaged('no link of a run')],
    ['0', () => data.replace('1.', '0.'), damaged('no link of a run')],
    ['01', () => data.replace('1.', '01.'), damaged('no link of a run')],
    ['none', () => data.slice(2), damaged('no link of a run')],
    ['text', () => data.replace('1.', 'one.'), damaged('no link of a run')],
  ],
  'too much in it': [
    ['letters without end', () => lettered('A'.repeat(100_000)), { kind: 'damaged' }],
    ['a bomb', () => packed(' '.repeat(11_000_000)), damaged('more than any link of the lab holds')],
    [
      'a hundred levels',
      () => packed('['.repeat(100) + ']'.repeat(100)),
      damaged('100 levels of brackets in brackets at (the whole file)'),
    ],
    [
      'a million levels',
      () => packed('['.repeat(1_000_000)),
      damaged('1000000 levels of brackets in brackets at (the whole file)'),
    ],
    [
      'a hundred thousand lines',
      () => forged((link) => (link['l'] = Array.from({ length: 100_000 }, () => [0, '>lab', {}]))),
      { kind: 'damaged' },
    ],
  ],
  'what is no link': [
    ['letters of other kinds', () => lettered('%%%%'), damaged('letters that stand for nothing')],
    ['a number of letters that cannot be', () => lettered('AAAAA'), damaged('letters that stand for nothing')],
    ['bytes that unpack to nothing', () => lettered('AAAA'), damaged('what cannot be unpacked')],
    ['no JSON', () => packed('run'), { kind: 'damaged' }],
    ['a list', () => packed('[]'), { kind: 'damaged' }],
    ['a key twice', () => packed('{"r":3,"r":3}'), damaged('the same entry a second time, in line 1 at r')],
    ['a key too many', () => forged((link) => (link['x'] = 1)), { kind: 'damaged' }],
    ['a picture of no time', () => forged((link) => (link['z'] = zoomed({ span: 0 }))), { kind: 'damaged' }],
    ['a picture of all time', () => forged((link) => (link['z'] = zoomed({ span: 1e300 }))), { kind: 'damaged' }],
    ['a picture far beside itself', () => forged((link) => (link['z'] = zoomed({ share: -11 }))), { kind: 'damaged' }],
    [
      'a picture of the year 275761',
      () => forged((link) => (link['z'] = zoomed({ at: 8.64e15 }))),
      { kind: 'damaged' },
    ],
    ['a picture of another kind', () => forged((link) => (link['z'] = zoomed({ kind: 'film' }))), { kind: 'damaged' }],
    ['a picture with an entry more', () => forged((link) => (link['z'] = zoomed({ of: 'Dana' }))), { kind: 'damaged' }],
    ['a key that is missing', () => forged((link) => delete link['s']), { kind: 'damaged' }],
    ['a key __proto__', () => packed('{"__proto__":{"isRead":true}}'), { kind: 'damaged' }],
    ['a number that is none', () => packed('{"n":1e999}'), damaged('a number too large to be one at n')],
    ['the year 275761', () => forged((link) => (link['n'] = 8_640_000_000_000_001)), { kind: 'damaged' }],
    ['the year 10000', () => forged((link) => (link['n'] = 253_402_300_800_000)), { kind: 'damaged' }],
    [
      'a wait of ten thousand years',
      () => forged((link) => (link['l'].at(-1)[0] = 8e15)),
      damaged('something that cannot be asked'),
    ],
    [
      'somebody’s key URI',
      () => forged((link) => (link['t'] = 'otpauth://totp/x')),
      damaged('a real key (otpauth:…) at t'),
    ],
    [
      'a title turned around',
      () => forged((link) => (link['t'] = '\u202ex')),
      damaged('the character U+202E, which turns the text around at t'),
    ],
    ['a title that looks like another', () => forged((link) => (link['t'] = '\u041envio')), { kind: 'damaged' }],
    [
      'a title with markup',
      () => forged((link) => (link['t'] = '<img src=x>')),
      damaged('markup (<img src=x…) at title'),
    ],
  ],
  'what did not come about so': [
    [
      'a command that there is not',
      () => forged((link) => (link['l'].at(-2)[2] = 'eatDevice')),
      damaged('something that cannot be asked'),
    ],
    ['a command too few', () => forged((link) => link['l'].pop()), { kind: 'other-log' }],
    ['another seed', () => forged((link) => (link['s'] = 'other')), { kind: 'other-log' }],
    ['another beginning', () => forged((link) => (link['b'] += 1000)), { kind: 'other-log' }],
    ['another head', () => forged((link) => (link['h'][1] = '0'.repeat(64))), { kind: 'other-log' }],
    ['a head that is further on', () => forged((link) => (link['h'][0] += 1)), { kind: 'damaged' }],
    ['a head that is further back', () => forged((link) => (link['h'][0] -= 1)), { kind: 'other-log' }],
    ['an instant before the last record', () => forged((link) => (link['n'] = link['b'])), { kind: 'other-log' }],
    [
      'a moment that has not come',
      () => forged((link) => (link['m'] = [99, 0])),
      damaged('a moment that the run does not have'),
    ],
    [
      'something on the way that did not happen',
      () => forged((link) => (link['y'] = [99])),
      damaged('records that the run does not have'),
    ],
    [
      'a moment before its record',
      () => forged((link) => (link['m'] = [9, 0])),
      damaged('a moment that the run does not have'),
    ],
    [
      'a moment behind the next record',
      () => forged((link) => (link['m'] = [9, link['n']])),
      damaged('a moment that the run does not have'),
    ],
  ],
  'what is not here': [
    ['other rules', () => forged((link) => (link['r'] = 2)), { kind: 'other-rules', found: 2 }],
    [
      'a product that does not ship',
      () => forged((link) => (link['p'][0] = 'lanternbook')),
      { kind: 'other-product', found: 'lanternbook' },
    ],
    [
      'a product in another wording',
      () => forged((link) => (link['p'][2] = '000000000000')),
      { kind: 'other-product' },
    ],
    ['a variant that there is not', () => forged((link) => (link['p'][1] = 'revision-9')), { kind: 'other-product' }],
    [
      'another starting point',
      () => forged((link) => (link['f'][0] = 'my-firm')),
      { kind: 'other-start', found: 'my-firm' },
    ],
    [
      'the starting point in another wording',
      () => forged((link) => (link['f'][1] = '000000000000')),
      { kind: 'other-start' },
    ],
  ],
};

for (const [name, cases] of Object.entries(CLASSES)) {
  describe(`a link is refused for ${name}:`, () => {
    test('in at least five ways', () => expect(cases.length).toBeGreaterThanOrEqual(5));
    for (const [what, link, fault] of cases) {
      test(what, async () => {
        expect(await faultOf(link())).toMatchObject(fault);
        expect('isRead' in {}).toBe(false);
      });
    }
  });
}

test('a link that was taken apart and put together again is read', async () => {
  expect(await read(forged(() => undefined))).toMatchObject({ isRead: true });
});

test('a link cut anywhere is never read', async () => {
  for (let length = 0; length < data.length; length += 7)
    expect((await read(data.slice(0, length))).isRead).toBe(false);
});
