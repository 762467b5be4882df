// A run that is kept goes by the rules that made it. Random play of every product that ships, as links, which hold what was asked
// and the head of what came of it: where the rules of the same version decide one of them otherwise, the version was not raised.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from '../src/lib/app/canonical-json';
import type { LinkData } from '../src/lib/app/link-format';
import type { LabParts } from '../src/lib/app/opening';
import { readLink } from '../src/lib/app/read-link';
import { makeLink } from '../src/lib/app/run-link';
import { PLAIN } from '../src/lib/app/pictured';
import { RULES_VERSION } from '../src/lib/domain/replay';
import { actOn, stageFor } from './simulation/random-play';
import { seedOf } from './simulation/simulate';
import { PRODUCTS, startingPoint } from './support/play';
import { partsOn } from './support/shell';

const FILE = 'tests/vectors/decided.json';
const RUNS = 6;
const ACTS = 90;
const NOW = { moment: null, place: null, passed: [], picture: PLAIN };

const parts = (): LabParts => ({
  ...partsOn(),
  loadShipped: async () => ({
    start: startingPoint,
    products: Object.keys(PRODUCTS),
    loadProduct: async (id) => PRODUCTS[id as keyof typeof PRODUCTS],
  }),
});

interface Decided {
  readonly rules: number;
  readonly links: readonly string[];
}

if (process.env['LAB_RECORD'] === 'yes') {
  test('what these rules decide is recorded', async () => {
    const links: string[] = [];
    for (const product of Object.values(PRODUCTS)) {
      for (let run = 0; run < RUNS; run += 1) links.push(await linkOf(product, seedOf(11, run)));
    }
    const decided: Decided = { rules: RULES_VERSION, links };
    writeFileSync(FILE, `${JSON.stringify(decided, null, 2)}\n`);
  });
}

async function linkOf(product: (typeof PRODUCTS)[keyof typeof PRODUCTS], seed: number): Promise<string> {
  const { stage } = await stageFor(product, seed);
  for (let act = 0; act < ACTS; act += 1) await actOn(stage);
  const { row, records } = stage.run;
  const made = await makeLink(parts(), { row, records, product }, NOW);
  if (made.kind !== 'made') throw new Error(made.because);
  return made.data;
}

const decided: Decided = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Decided)
  : { rules: 0, links: [] };

const ADVICE =
  'Rules that decide differently raise RULES_VERSION in src/lib/domain/replay.ts, so that runs of before open as made by other rules. ' +
  'Then, as after a change of a product file: LAB_RECORD=yes npx vitest run --project unit tests/rules-version.test.ts';

test('rules of the same version decide the same', { timeout: 60_000 }, async () => {
  expect({ rules: decided.rules }, ADVICE).toEqual({ rules: RULES_VERSION });
  expect(decided.links).toHaveLength(RUNS * Object.keys(PRODUCTS).length);
  for (const [index, link] of decided.links.entries()) {
    const read = await readLink(parts(), link);
    expect(read.isRead ? 'as before' : read.fault, `Link ${index}. ${ADVICE}`).toBe('as before');
  }
});

test('another decision would be seen', async () => {
  const [, letters = ''] = (decided.links[0] ?? '').split('.');
  const data = JSON.parse(inflateRawSync(Buffer.from(letters, 'base64url')).toString()) as LinkData;
  const link = data.h[1];
  const forged = { ...data, h: [data.h[0], `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`] };
  const packed = deflateRawSync(canonicalJson(forged)).toString('base64url');
  const check = createHash('sha256').update(packed).digest('hex').slice(0, 8);
  const read = await readLink(parts(), `1.${packed}.${check}`);
  expect(read).toMatchObject({ isRead: false, fault: { kind: 'other-log' } });
});
