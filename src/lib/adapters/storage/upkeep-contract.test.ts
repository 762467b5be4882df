// What every store does with runs beside playing them: names, copies, the trash.
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RunRow, RunStore, RunUpkeep } from '../../ports';
import { at, PLAYED, record, row } from '../../../../tests/support/stored-run';
import { openDexieStore } from './dexie-store';
import { createMemoryStore } from './memory-store';

let databases = 0;

const STORES: readonly (readonly [string, () => Promise<RunStore>])[] = [
  ['memory', async () => createMemoryStore()],
  [
    'IndexedDB',
    async () => {
      const opened = await openDexieStore(`upkeep-${(databases += 1)}`, 'epoch');
      if (!opened.isOk) throw new Error(opened.failure.kind);
      return opened.value;
    },
  ],
];

const GONE = { isOk: false, failure: { kind: 'replaced' } };
const DONE = { isOk: true, value: null };

for (const [name, open] of STORES) {
  describe(`the upkeep of runs in ${name}`, () => {
    let store: RunStore;
    let upkeep: RunUpkeep;
    beforeEach(async () => {
      store = await open();
      upkeep = await store.upkeep();
      for (const id of ['one', 'two', 'three']) await store.create(row(id), [record(0)], { of: id });
    });

    const listed = async () => {
      const runs = await store.runs();
      return runs.isOk ? runs.value.map((each) => (each.row as RunRow).id) : runs.failure;
    };
    const trashed = async () => {
      const trash = await upkeep.trash();
      return trash.isOk ? trash.value.map(({ id }) => id) : trash.failure;
    };
    const current = async () => {
      const pointers = await store.pointers();
      return pointers.isOk ? pointers.value : pointers.failure;
    };
    const append = (run: string) =>
      store.append({ run, genesisLink: 'link-0', seen: at(0), records: [record(1)], ...PLAYED });

    test('a run is called otherwise, and stays what it is', async () => {
      expect(await upkeep.rename('two', 'Another name')).toEqual(DONE);
      expect(await upkeep.rename('two', 'Another name')).toEqual(DONE);
      expect(await store.read('two')).toMatchObject({
        value: { row: { ...row('two'), title: 'Another name' }, records: [record(0)] },
      });
      expect(await listed()).toEqual(['three', 'two', 'one']);
      expect(await upkeep.rename('nine', 'x')).toEqual(GONE);
    });

    test('a copy has every record, parts from the run where that stands, and neither changes with the other', async () => {
      await append('one');
      expect(await upkeep.duplicate('one', { id: 'copy', title: 'A copy' })).toEqual(DONE);
      expect(
        await store.append({ run: 'copy', genesisLink: 'link-0', seen: at(1), records: [record(2)], ...PLAYED }),
      ).toMatchObject({ isOk: true });
      const read = await store.read('copy');
      expect(read).toMatchObject({
        value: {
          row: { id: 'copy', title: 'A copy', parent: { run: 'one', position: 1, at: PLAYED.now } },
          records: [record(0), record(1), record(2)],
        },
      });
      expect(await store.read('one')).toMatchObject({
        value: { row: { head: at(1) }, records: [record(0), record(1)] },
      });
      expect(await current()).toMatchObject({ current: 'three' });
    });

    test('a copy was never played, takes no place that is taken, and is of a run that is there', async () => {
      await append('one');
      await upkeep.duplicate('one', { id: 'copy', title: 'A copy' });
      const read = await store.read('copy');
      expect(read.isOk && Object.keys(read.value?.row ?? {})).not.toContain('playedAt');
      expect(await upkeep.duplicate('one', { id: 'two', title: 'x' })).toEqual(GONE);
      expect(await store.read('two')).toMatchObject({ value: { row: row('two') } });
      expect(await upkeep.duplicate('nine', { id: 'ten', title: 'x' })).toEqual(GONE);
    });

    test('what is in the trash is not listed, not read, not opened and not played on', async () => {
      expect(await upkeep.remove('two', 5)).toEqual(DONE);
      expect(await listed()).toEqual(['three', 'one']);
      expect(await upkeep.trash()).toEqual({
        isOk: true,
        value: [{ id: 'two', row: row('two'), removedAt: 5, first: record(0).record }],
      });
      expect(await store.read('two')).toEqual({ isOk: true, value: null });
      expect(await store.open('two')).toEqual(GONE);
      expect(await append('two')).toEqual({ isOk: false, failure: { kind: 'gone' } });
      expect(await store.keepNow('two', PLAYED)).toEqual({ isOk: false, failure: { kind: 'gone' } });
      expect(await store.readAfter('two', 0)).toEqual({ isOk: false, failure: { kind: 'gone' } });
      expect(await upkeep.remove('two', 6)).toEqual(GONE);
    });

    test('it comes back as it was, to its place', async () => {
      await append('two');
      const before = await store.read('two');
      await upkeep.remove('two', 5);
      expect(await upkeep.restore('two')).toEqual(DONE);
      expect(await store.read('two')).toEqual(before);
      expect(await listed()).toEqual(['three', 'two', 'one']);
      expect([await trashed(), await current()]).toMatchObject([[], { current: 'three' }]);
      expect(await upkeep.restore('two')).toEqual(GONE);
    });

    test('where the current run goes, the one opened before it is current; it comes back as the current one', async () => {
      await store.open('one');
      await upkeep.remove('one', 5);
      expect(await current()).toEqual({ current: 'three', putAside: null });
      await upkeep.restore('one');
      expect(await current()).toEqual({ current: 'one', putAside: null });
      expect(await listed()).toEqual(['one', 'three', 'two']);
    });

    test('it comes back beside a run that was opened since', async () => {
      await upkeep.remove('three', 5);
      await store.open('one');
      await upkeep.restore('three');
      expect(await current()).toMatchObject({ current: 'one' });
    });

    test('where the last run goes, none is current, and it comes back as that', async () => {
      for (const id of ['one', 'two', 'three']) await upkeep.remove(id, 5);
      expect(await current()).toEqual({ current: null, putAside: null });
      await upkeep.restore('three');
      expect(await current()).toEqual({ current: 'three', putAside: null });
    });

    test('a reset cannot be undone to a run in the trash', async () => {
      expect(await current()).toEqual({ current: 'three', putAside: 'two' });
      await upkeep.remove('two', 5);
      expect(await current()).toEqual({ current: 'three', putAside: null });
    });

    test('the trash has what was put there last first', async () => {
      await upkeep.remove('one', 7);
      await upkeep.remove('three', 9);
      await upkeep.remove('two', 8);
      expect(await trashed()).toEqual(['three', 'two', 'one']);
    });

    test('deleted for good, it is gone with its records, and no other run is touched', async () => {
      await upkeep.remove('two', 5);
      expect(await upkeep.erase('two')).toEqual(DONE);
      expect(await trashed()).toEqual([]);
      expect(await upkeep.restore('two')).toEqual(GONE);
      expect(await upkeep.erase('two')).toEqual(GONE);
      await store.create(row('two'), [record(0)], {});
      expect(await store.read('two')).toMatchObject({ value: { records: [record(0)] } });
      expect(await store.read('one')).toMatchObject({ value: { records: [record(0)] } });
    });

    test('nothing is deleted for good that was not in the trash', async () => {
      expect(await upkeep.erase('one')).toEqual(GONE);
      expect(await listed()).toContain('one');
    });

    test('a product file goes with the last run that is pinned to it, in the trash or not', async () => {
      await store.create({ ...row('four'), productDigest: 'other' }, [record(0)], { an: 'other' });
      await upkeep.duplicate('four', { id: 'five', title: 'x' });
      await upkeep.remove('four', 5);
      await upkeep.remove('five', 6);
      await upkeep.erase('four');
      expect(await store.readProduct('other')).toMatchObject({ value: { an: 'other' } });
      await upkeep.erase('five');
      expect(await store.readProduct('other')).toEqual({ isOk: true, value: null });
      expect(await store.readProduct('digest')).not.toEqual({ isOk: true, value: null });
    });
  });
}
