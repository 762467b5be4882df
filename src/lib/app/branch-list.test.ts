import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { newRunOn, partsOn, seededCryptography } from '../../../tests/support/shell';
import { product } from '../../../tests/support/play';
import { HOUR } from '../domain/instant';
import { catalogueOf } from '../products/edition';
import type { ListedRun, RunStore } from '../ports';
import { branchOff } from './branch';
import { branchesIn, readBranch } from './branch-list';
import { momentAt } from './moment';

async function runs(store: RunStore): Promise<readonly ListedRun[]> {
  const listed = await store.runs();
  return listed.isOk ? listed.value : [];
}

const cryptography = seededCryptography('test');

describe('the branches of a run', () => {
  test('are the runs with its beginning, and no other', async () => {
    const store = createMemoryStore();
    await newRunOn(store);
    const run = await newRunOn(store);
    const moment = momentAt(run.history, run.now - HOUR);
    await branchOff(partsOn(store), () => undefined, { from: run, title: 'Otherwise', product, moment });
    const found = branchesIn(await runs(store), run.row.genesisLink);
    expect(found).toMatchObject([
      { title: 'Otherwise', now: moment.at, length: moment.position + 1, parent: { run: run.id, at: moment.at } },
      { id: run.id, parent: null },
    ]);
  });

  test('a row that is damaged is passed over', () => {
    expect(branchesIn([{ row: { id: 'one', genesisLink: 'same' }, first: null }], 'same')).toEqual([]);
    expect(branchesIn([{ row: 7, first: null }], 'same')).toEqual([]);
  });

  test('one is read with its history, and one that was changed is refused', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    const catalogue = catalogueOf(product);
    const read = await readBranch({ store, cryptography }, run.id, catalogue);
    expect(read).toMatchObject({ isOk: true, value: { now: run.now } });
    expect(read.isOk && read.value.history.world).toEqual(run.world);
    const stored = await store.read(run.id);
    if (!stored.isOk || stored.value === null) throw new Error('not kept');
    const records = stored.value.records.with(3, { record: stored.value.records[3]?.record, link: 'forged' });
    const damaged: RunStore = { ...store, read: async () => ({ isOk: true, value: { row: run.row, records } }) };
    expect(await readBranch({ store: damaged, cryptography }, run.id, catalogue)).toMatchObject({
      isOk: false,
      failure: { kind: 'damaged', damage: { kind: 'link-broken', position: 3 } },
    });
    expect(await readBranch({ store, cryptography }, 'another', catalogue)).toMatchObject({
      failure: { kind: 'other-gone' },
    });
  });
});
