import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import type { RunStore } from '../ports';
import { ISSUE_TO_DANA, newRunOn } from '../../../tests/support/shell';
import { runsOf } from './run-keeping';

const AT = 1_700_000_000_000;

function keepingOn(store: RunStore) {
  let drawn = 0;
  return runsOf({ ask: (work) => work(store), present: () => AT, drawId: () => `copy-${(drawn += 1)}` });
}

async function bookOf(store: RunStore) {
  const read = await keepingOn(store).read();
  if (!read.isOk) throw new Error(read.failure.kind);
  return read.value;
}

describe('the runs on their page', () => {
  test('are those that are listed, and apart from them those in the trash', async () => {
    const store = createMemoryStore();
    const first = await newRunOn(store);
    const second = await newRunOn(store);
    const runs = keepingOn(store);
    await runs.remove(first.id);
    expect(await bookOf(store)).toMatchObject({
      runs: [{ id: second.id, isCurrent: true }],
      trash: [{ run: { id: first.id, isSound: true, isCurrent: false, product: 'Onvio, revision 2' }, removedAt: AT }],
    });
    await runs.restore(first.id);
    expect(await bookOf(store)).toMatchObject({ runs: [{ id: second.id }, { id: first.id }], trash: [] });
  });

  test('a copy is a run as the one it is of, under an id of its own', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    await run.submit(ISSUE_TO_DANA);
    expect(await keepingOn(store).duplicate(run.id, 'Once more')).toEqual({ isOk: true, value: 'copy-1' });
    const { runs } = await bookOf(store);
    expect(runs).toMatchObject([
      { id: run.id },
      { id: 'copy-1', title: 'Once more', isSound: true, parent: { run: run.id, at: run.now } },
    ]);
    expect(await keepingOn(store).measure('copy-1')).toMatchObject({ value: { course: { happened: 1 } } });
  });

  test('each is measured: how far it has come, and what its records take up', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    const before = await keepingOn(store).measure(run.id);
    await run.submit(ISSUE_TO_DANA);
    const after = await keepingOn(store).measure(run.id);
    if (!before.isOk || !after.isOk || before.value === null || after.value === null) throw new Error('not there');
    const stored = await store.read(run.id);
    expect(after.value.bytes).toBe(Buffer.byteLength(JSON.stringify(stored.isOk && stored.value?.records)));
    expect(after.value.bytes).toBeGreaterThan(before.value.bytes);
    expect([before.value.course?.happened, after.value.course?.happened]).toEqual([0, 1]);
    expect(await keepingOn(store).measure('another')).toEqual({ isOk: true, value: null });
  });

  test('one whose log does not tell is measured all the same', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    const spoiled: RunStore = { ...store, readProduct: async () => ({ isOk: true, value: null }) };
    expect(await keepingOn(spoiled).measure(run.id)).toMatchObject({
      value: { course: null, bytes: expect.any(Number) },
    });
  });

  test('what is in the trash and damaged goes by the id that it is kept under', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    await keepingOn(store).remove(run.id);
    const upkeep = await store.upkeep();
    const trash = await upkeep.trash();
    const spoiled = (trash.isOk ? trash.value : []).map((each) => ({ ...each, row: 'none' }));
    const broken: RunStore = {
      ...store,
      upkeep: async () => ({ ...upkeep, trash: async () => ({ isOk: true, value: spoiled }) }),
    };
    expect((await bookOf(broken)).trash).toMatchObject([
      { run: { id: run.id, isSound: false, damage: 'row-malformed' } },
    ]);
  });

  test('the trash is emptied one after another, and stops where that fails', async () => {
    const store = createMemoryStore();
    const ids = [(await newRunOn(store)).id, (await newRunOn(store)).id];
    for (const id of ids) await keepingOn(store).remove(id);
    expect(await keepingOn(store).erase([ids[0] ?? '', 'another', ids[1] ?? ''])).toEqual({
      isOk: false,
      failure: { kind: 'replaced' },
    });
    expect((await bookOf(store)).trash).toMatchObject([{ run: { id: ids[1] } }]);
  });

  test('says why there is nothing where storage fails', async () => {
    const failure = { kind: 'newer' } as const;
    const store: RunStore = { ...createMemoryStore(), runs: async () => ({ isOk: false, failure }) };
    expect(await keepingOn(store).read()).toEqual({ isOk: false, failure });
  });
});
