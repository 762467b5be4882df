// Histories that no rule could have produced, well formed and with a hash chain that holds: each is refused, and where it
// cannot have gone on is named.
import { expect, test } from 'vitest';
import { chained, NO_LINK } from '../../src/lib/app/chain';
import { readRecord } from '../../src/lib/app/log-format';
import type { OpenRun } from '../../src/lib/app/open-run';
import { readRun } from '../../src/lib/app/read-run';
import type { LogRecord } from '../../src/lib/domain/record';
import { nodeCryptography as cryptography } from '../support/node-cryptography';
import { FORGERIES, type Forgery } from './forgeries';
import { PLAYED_PRODUCTS } from './played-products';
import { actOn, stageFor } from './random-play';
import { Random } from './random';
import { seedOf } from './simulate';

const SEED = 5;
const ACTS = 70;
const RUNS = 30;
const EACH = 14;

const runs: OpenRun[] = [];

/** The runs that forgers have to work with: every product in turn. Played as they are asked for. */
async function runAt(index: number): Promise<OpenRun> {
  const known = runs[index];
  if (known !== undefined) return known;
  const product = PLAYED_PRODUCTS[index % PLAYED_PRODUCTS.length];
  if (product === undefined) throw new Error('nothing to play');
  const { stage } = await stageFor(product, seedOf(SEED, index));
  for (let act = 0; act < ACTS; act += 1) await actOn(stage);
  runs[index] = stage.run;
  return stage.run;
}

async function verdictOn({ row, world }: OpenRun, records: readonly LogRecord[]) {
  const linked = await chained(cryptography, NO_LINK, records);
  const link = linked.at(-1)?.link ?? '';
  const stored = { row: { ...row, head: { position: records.length - 1, link }, genesisLink: linked[0]?.link ?? '' } };
  return readRun(cryptography, { ...stored, records: linked }, world.catalogue);
}

let refused = 0;

test.each(Object.entries(FORGERIES))('%s', async (_name: string, forge: Forgery) => {
  let found = 0;
  for (let index = 0; index < RUNS && found < EACH; index += 1) {
    const run = await runAt(index);
    const forged = forge(run.history, new Random(seedOf(SEED, index)));
    if (forged === null) continue;
    found += 1;
    expect(forged.records.filter((record) => !readRecord(record).isWellFormed)).toEqual([]);
    expect(await verdictOn(run, forged.records)).toMatchObject({
      isSound: false,
      damage: { kind: 'history-impossible', position: forged.position },
    });
  }
  expect(found).toBeGreaterThan(0);
  refused += found;
});

test('the runs they were made of are sound, and the forgeries are three hundred', async () => {
  for (const run of runs) expect((await verdictOn(run, run.records)).isSound).toBe(true);
  expect(refused).toBeGreaterThanOrEqual(300);
});
