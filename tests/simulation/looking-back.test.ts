// Looking back at any instant shows what a replay from nothing up to it gives, state for state, in branches too.
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { branchOff } from '../../src/lib/app/branch';
import { momentAt } from '../../src/lib/app/moment';
import type { OpenRun } from '../../src/lib/app/open-run';
import { HOUR } from '../../src/lib/domain/instant';
import { replay } from '../../src/lib/domain/replay';
import type { Product } from '../../src/lib/products/schema';
import { PLAYED_PRODUCTS } from './played-products';
import { promise } from './oracle/promise';
import { actOn, stageFor } from './random-play';
import { Random } from './random';
import { seedOf } from './simulate';
import { Stage } from './stage';

const SEED = 11;
const RUNS = 4;
const ACTS = 60;
const TIMES = 10_000;
/** Each run and its branch. */
const TIMES_EACH = Math.ceil(TIMES / (PLAYED_PRODUCTS.length * RUNS * 2));

/** A run played at random, and a branch from a random moment of it, played on at random. */
async function runAndBranch(product: Product, seed: number): Promise<readonly OpenRun[]> {
  const { stage, parts: begun } = await stageFor(product, seed);
  const parts = { ...begun, cryptography: { ...begun.cryptography, randomHex: () => 'a-branch' } };
  for (let act = 0; act < ACTS; act += 1) await actOn(stage);
  const { run, random } = stage;
  const [first] = run.records;
  const span = run.now - (first?.at ?? 0);
  const moment = momentAt(run.history, (first?.at ?? 0) + random.below(span));
  const done = await branchOff(parts, () => undefined, { from: run, title: 'Branch', product, moment });
  if (!done.isOk || done.value.run === null) throw new Error('no branch');
  const branch = new Stage(done.value.run, random);
  for (let act = 0; act < ACTS / 2; act += 1) await actOn(branch);
  return [run, branch.run];
}

function lookEverywhere({ history, now }: OpenRun, random: Random): void {
  const { records, world } = history;
  const begun = records[0]?.at ?? 0;
  for (let time = 0; time < TIMES_EACH; time += 1) {
    // Around the events as well as anywhere: at one, right before it, and between two.
    const at = random.once(2)
      ? random.pick(records).at - random.below(2)
      : begun - HOUR + random.below(now - begun + 2 * HOUR);
    const until = records.filter((record) => record.at <= at);
    const seen = history.worldAt(history.positionAt(at));
    promise(
      isDeepStrictEqual(seen, replay(until, world.catalogue)),
      `looking at ${at} shows what had happened by then`,
    );
  }
}

test.each(PLAYED_PRODUCTS)(`$id: at ${TIMES_EACH * RUNS * 2} random times`, async (product) => {
  let branched = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const seed = seedOf(SEED, run);
    const [played, branch] = await runAndBranch(product, seed);
    for (const each of [played, branch]) if (each !== undefined) lookEverywhere(each, new Random(seed));
    if (branch !== undefined && !isDeepStrictEqual(branch.world, played?.world)) branched += 1;
  }
  expect(branched).toBeGreaterThan(RUNS / 2);
});
