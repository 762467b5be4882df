// Whatever is played, on whatever product: a run saved as a file and one made a link open elsewhere as the very same run,
// with the same head, and neither holds a code, a key or anything that was typed.
import { describe, expect, test } from 'vitest';
import { nodeCryptography } from '../support/node-cryptography';
import { createMemoryStore } from '../../src/lib/adapters/storage/memory-store';
import { momentAfter } from '../../src/lib/app/moment';
import { openLab, type LabParts } from '../../src/lib/app/opening';
import { readLink } from '../../src/lib/app/read-link';
import { exportRun, importRun } from '../../src/lib/app/run-file';
import type { RunFileShape } from '../../src/lib/app/run-file-format';
import { PLAIN } from '../../src/lib/app/pictured';
import { makeLink } from '../../src/lib/app/run-link';
import type { LogRecord } from '../../src/lib/domain/record';
import { startingPoint } from '../support/play';
import { partsOn } from '../support/shell';
import { PLAYED_PRODUCTS } from './played-products';
import { actOn, holdsNoSecret, stageFor } from './random-play';
import { seedOf } from './simulate';

const SEED = 11;
const RUNS = 4;
const ACTS = 60;

/** A browser of somebody else, in which all these products ship. */
function elsewhere(): LabParts {
  const shipped = {
    start: startingPoint,
    products: PLAYED_PRODUCTS.map(({ id }) => id),
    loadProduct: async (id: string) => PLAYED_PRODUCTS.find((product) => product.id === id),
  };
  return { ...partsOn(createMemoryStore()), cryptography: nodeCryptography, loadShipped: async () => shipped };
}

async function played(product: (typeof PLAYED_PRODUCTS)[number], index: number) {
  const { stage, parts } = await stageFor(product, seedOf(SEED, index));
  for (let act = 0; act < ACTS; act += 1) await actOn(stage);
  return { stage, parts, run: stage.run };
}

describe.each(PLAYED_PRODUCTS.map((product) => [product.id, product] as const))('%s', (_id, product) => {
  test('a file opens as the run it was saved from', async () => {
    for (let index = 0; index < RUNS; index += 1) {
      const { stage, parts, run } = await played(product, index);
      const { store } = await parts.openStore();
      const saved = await exportRun({ store, cryptography: nodeCryptography }, run.id);
      if (!saved.isOk) throw new Error(JSON.stringify(saved.failure));
      const there = elsewhere();
      const kept = await there.openStore();
      const taken = await importRun(
        { store: kept.store, cryptography: nodeCryptography },
        new Blob([saved.value.text]),
      );
      expect(taken).toMatchObject({ kind: 'taken', isNew: true, isChecked: true });
      const opened = await openLab(there, () => undefined);
      expect(opened.run?.records).toEqual(run.records);
      expect(opened.run?.world).toEqual(run.world);
      expect(opened.run?.head).toEqual(run.head);
      expect(opened.run?.now).toBe(run.now);
      const { records, title } = JSON.parse(saved.value.text) as RunFileShape;
      // The links are hashes, in which any digits may stand.
      holdsNoSecret([...records.map(({ record }) => record as LogRecord), { title } as never], stage);
    }
  });

  test('a link opens as the run it was made from, and at the moment that is looked back at', async () => {
    for (let index = 0; index < RUNS; index += 1) {
      const { stage, parts, run } = await played(product, index);
      const moment = momentAfter(run.history, stage.random.below(run.records.length));
      const made = await makeLink(
        { ...parts, loadShipped: elsewhere().loadShipped },
        { row: run.row, records: run.records, product },
        { moment, place: null, passed: [], picture: PLAIN },
      );
      if (made.kind !== 'made') throw new Error(made.because);
      const read = await readLink(elsewhere(), made.data);
      if (!read.isRead) throw new Error(JSON.stringify(read.fault));
      expect(read.run.records.map(({ record }) => record)).toEqual(run.records);
      expect(read.run.records.at(-1)?.link).toBe(run.head.link);
      expect(read.run.now).toBe(run.now);
      expect(read.lookedAt).toEqual({ moment, place: null, passed: [], picture: PLAIN });
    }
  });
});
