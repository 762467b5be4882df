// A world that is kept as text and read back is the same world, and goes on as the log does: whatever happened before.
import { expect, test } from 'vitest';
import { History } from '../../src/lib/domain/history';
import { keptWorld, worldOf, type KeptWorld } from '../../src/lib/domain/kept-world';
import { PLAYED_PRODUCTS } from './played-products';
import { actOn, stageFor } from './random-play';
import { seedOf } from './simulate';

const RUNS = 3;
const ACTS = 50;

test.each(PLAYED_PRODUCTS)('$id: read back from any moment of a random run', async (product) => {
  for (let run = 0; run < RUNS; run += 1) {
    const { stage } = await stageFor(product, seedOf(17, run));
    for (let act = 0; act < ACTS; act += 1) await actOn(stage);
    const { history, records, world: last } = stage.run;
    for (let position = 0; position < records.length; position += 7) {
      const world = history.worldAt(position);
      const back = worldOf(JSON.parse(JSON.stringify(keptWorld(world))) as KeptWorld, world.catalogue);
      expect(back).toEqual(world);
      expect(History.behind(back, records.slice(position + 1)).world).toEqual(last);
    }
  }
});
