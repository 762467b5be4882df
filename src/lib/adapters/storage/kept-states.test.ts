// The state that is kept of a run beside its log in IndexedDB, and a log that is read in parts.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { at, PLAYED, record, row } from '../../../../tests/support/stored-run';
import type { RunStore } from '../../ports';
import { openDexieStore } from './dexie-store';
import { PACK } from './packed-records';

const records = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => record(from + index));
const stateAt = (position: number, text = 'text') => ({
  ...at(position),
  rulesDigest: 'these',
  text,
  digest: 'digest',
});

async function storeWith(name: string, length: number): Promise<RunStore> {
  const opened = await openDexieStore(name, 'epoch');
  if (!opened.isOk) throw new Error(opened.failure.kind);
  await opened.value.create({ ...row('one'), head: at(length - 1) }, records(0, length), {});
  return opened.value;
}

describe('the state of a run', () => {
  test('is read with what came behind it, wherever that stands by now, and no more', async () => {
    const store = await storeWith('state', 2 * PACK + 3);
    for (const position of [0, 1, PACK - 1, PACK, PACK + 1, 2 * PACK + 2]) {
      await store.keepState('one', stateAt(position));
      expect(await store.recent('one', 'these')).toMatchObject({
        value: {
          row: { head: at(2 * PACK + 2) },
          state: stateAt(position),
          records: records(position + 1, 2 * PACK + 3),
        },
      });
    }
  });

  test('takes the place of the one before', async () => {
    const store = await storeWith('again', 3);
    await store.keepState('one', stateAt(1, 'before'));
    await store.keepState('one', stateAt(2, 'after'));
    expect(await store.recent('one', 'these')).toMatchObject({ value: { state: stateAt(2, 'after') } });
  });

  test('is not gone by where other rules kept it, none is kept, or the run is not there', async () => {
    const store = await storeWith('none', 3);
    expect(await store.recent('one', 'these')).toEqual({ isOk: true, value: null });
    await store.keepState('one', stateAt(1));
    expect(await store.recent('one', 'others')).toEqual({ isOk: true, value: null });
    expect(await store.recent('two', 'these')).toEqual({ isOk: true, value: null });
  });

  test('goes with a copy of the run, and is deleted for good with each by itself', async () => {
    const store = await storeWith('own', 3);
    await store.keepState('one', stateAt(1));
    const upkeep = await store.upkeep();
    await upkeep.duplicate('one', { id: 'two', title: 'Two' });
    await store.keepState('one', stateAt(2));
    expect(await store.recent('two', 'these')).toMatchObject({ value: { row: { id: 'two' }, state: stateAt(1) } });
    await upkeep.remove('one', 1);
    expect(await store.recent('one', 'these')).toEqual({ isOk: true, value: null });
    await upkeep.erase('one');
    await store.keepState('one', stateAt(2));
    await store.create(row('one'), [record(0)], {});
    expect(await store.recent('one', 'these')).toEqual({ isOk: true, value: null });
    expect(await store.recent('two', 'these')).toMatchObject({ value: { state: stateAt(1) } });
  });
});

test('a long log that grows while it is read in parts is read without a gap, and without anything twice', async () => {
  const end = 13 * PACK + 7;
  const store = await storeWith('parts', end);
  const reading = store.read('one');
  const added = records(end, end + PACK);
  await store.append({ run: 'one', genesisLink: 'link-0', seen: at(end - 1), records: added, ...PLAYED });
  const read = await reading;
  const kept = read.isOk ? (read.value?.records ?? []) : [];
  expect([end, end + PACK]).toContain(kept.length);
  expect(kept).toEqual(records(0, kept.length));
  expect(await store.read('one')).toMatchObject({ value: { row: { head: at(end + PACK - 1) } } });
  expect((await store.readAfter('one', -1)).isOk).toBe(true);
});
