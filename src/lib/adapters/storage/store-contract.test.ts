import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { at, PLAYED, record, row } from '../../../../tests/support/stored-run';
import { createMemoryStore } from './memory-store';
import { openDexieStore } from './dexie-store';
import type { LogRecord } from '../../domain/record';
import type { RunRow, RunStore } from '../../ports';

let databases = 0;

const STORES: readonly (readonly [string, () => Promise<RunStore>])[] = [
  ['memory', async () => createMemoryStore()],
  [
    'IndexedDB',
    async () => {
      const opened = await openDexieStore(`contract-${(databases += 1)}`, 'epoch');
      if (!opened.isOk) throw new Error(opened.failure.kind);
      return opened.value;
    },
  ],
];

for (const [name, open] of STORES) {
  describe(`a run store in ${name}`, () => {
    let store: RunStore;
    beforeEach(async () => {
      store = await open();
      await store.create(row('one'), [record(0)], { a: 'product' });
    });

    const append = (seen: number, ...positions: number[]) =>
      store.append({ run: 'one', genesisLink: 'link-0', seen: at(seen), records: positions.map(record), ...PLAYED });

    test('reads back what was created, and the product beside it', async () => {
      const read = await store.read('one');
      expect(read).toMatchObject({ isOk: true, value: { row: row('one'), records: [record(0)] } });
      expect(await store.readProduct('digest')).toEqual({ isOk: true, value: { a: 'product' } });
      expect(await store.readProduct('another')).toEqual({ isOk: true, value: null });
      expect(await store.read('two')).toEqual({ isOk: true, value: null });
    });

    test('keeps the starting point a run begins from, each once and in their order, until it is forgotten', async () => {
      expect(await store.starts()).toEqual({ isOk: true, value: [] });
      await store.create({ ...row('two'), startDigest: 'late' }, [record(0)], {}, { title: 'Late' });
      await store.create({ ...row('three'), startDigest: 'early' }, [record(0)], {}, { title: 'Early' });
      await store.create({ ...row('four'), startDigest: 'late' }, [record(0)], {}, { title: 'Late' });
      const late = { digest: 'late', start: { title: 'Late' } };
      const early = { digest: 'early', start: { title: 'Early' } };
      expect(await store.starts()).toEqual({ isOk: true, value: [late, early] });
      expect(await store.read('four')).toMatchObject({ value: { row: { startDigest: 'late' } } });
      await store.forgetStart('late');
      expect(await store.starts()).toEqual({ isOk: true, value: [early] });
      expect(await store.read('two')).toMatchObject({ isOk: true, value: { row: { startDigest: 'late' } } });
    });

    test('keeps no starting point for a run that is not written', async () => {
      await store.create({ ...row('one'), startDigest: 'own' }, [record(0)], {}, { title: 'Own' });
      expect(await store.starts()).toEqual({ isOk: true, value: [] });
    });

    test('a run that came from elsewhere becomes the current one, and puts none aside', async () => {
      await store.create({ ...row('two'), cameBy: 'link' }, [record(0)], {});
      expect(await store.pointers()).toMatchObject({ value: { current: 'two', putAside: null } });
      await store.create(row('three'), [record(0)], {});
      await store.create({ ...row('four'), cameBy: 'file' }, [record(0)], {});
      expect(await store.pointers()).toMatchObject({ value: { current: 'four', putAside: null } });
      expect(await store.runs()).toMatchObject({ value: { length: 4 } });
    });

    test('refuses a second run of the same id', async () => {
      expect(await store.create(row('one'), [], {})).toEqual({ isOk: false, failure: { kind: 'replaced' } });
    });

    test('appends behind the head that was seen, and keeps the order', async () => {
      expect(await append(0, 1, 2)).toEqual({ isOk: true, value: at(2) });
      expect(await append(2, 3)).toEqual({ isOk: true, value: at(3) });
      const read = await store.read('one');
      const positions = read.isOk ? read.value?.records.map((each) => (each.record as LogRecord).position) : [];
      expect(positions).toEqual([0, 1, 2, 3]);
      expect(read).toMatchObject({ value: { row: { head: at(3), now: 2000 } } });
    });

    test('refuses an append that saw an old position, says what the head is, and writes nothing', async () => {
      await append(0, 1);
      expect(await append(0, 1)).toEqual({ isOk: false, failure: { kind: 'conflict', head: at(1) } });
      const read = await store.read('one');
      expect(read.isOk && read.value?.records.length).toBe(2);
    });

    test('refuses an append to another run of the same id', async () => {
      const other = await store.append({
        run: 'one',
        genesisLink: 'another',
        seen: at(0),
        records: [record(1)],
        ...PLAYED,
      });
      expect(other).toEqual({ isOk: false, failure: { kind: 'replaced' } });
    });

    test('of two appends at once one is refused', async () => {
      const both = await Promise.all([append(0, 1), append(0, 1)]);
      expect(both.filter((each) => each.isOk)).toHaveLength(1);
    });

    test('keeps the current instant without touching the log', async () => {
      await store.keepNow('one', { now: 5000, playedAt: 7 });
      const read = await store.read('one');
      expect(read).toMatchObject({ value: { row: { now: 5000, head: at(0) } } });
      expect(await store.keepNow('two', PLAYED)).toMatchObject({ isOk: false });
    });

    test('keeps when a run was last played, beside the log; one from before that was kept opens without it', async () => {
      const playedAt = async () => {
        const read = await store.read('one');
        return read.isOk ? read.value?.row.playedAt : read.failure;
      };
      expect(await playedAt()).toBeUndefined();
      await append(0, 1);
      expect(await playedAt()).toBe(PLAYED.playedAt);
      await store.keepNow('one', { now: 5000, playedAt: 7 });
      expect(await playedAt()).toBe(7);
      await store.create({ ...row('two'), playedAt: 9 }, [record(0)], {});
      expect(await store.read('two')).toMatchObject({ value: { row: { playedAt: 9 }, records: [record(0)] } });
      expect(await playedAt()).toBe(7);
    });

    test('the current instant never goes back, whoever keeps it', async () => {
      expect(await store.keepNow('one', { now: 5000, playedAt: 7 })).toEqual({ isOk: true, value: 5000 });
      expect(await store.keepNow('one', { now: 3000, playedAt: 8 })).toEqual({ isOk: true, value: 5000 });
      expect(await store.read('one')).toMatchObject({ value: { row: { now: 5000, playedAt: 7 } } });
      await append(0, 1);
      expect(await store.read('one')).toMatchObject({ value: { row: { now: 5000, head: at(1) } } });
    });

    test('tells what was added behind a position, and where nothing was, only how things stand', async () => {
      await append(0, 1, 2);
      const tail = (position: number) => store.readAfter('one', position);
      const pointers = { current: 'one', putAside: null };
      const head = { row: { ...row('one'), head: at(2), ...PLAYED }, pointers };
      expect(await tail(0)).toEqual({ isOk: true, value: { ...head, records: [record(1), record(2)] } });
      expect(await tail(2)).toEqual({ isOk: true, value: { ...head, records: [] } });
      expect(await store.readAfter('nine', 0)).toEqual({ isOk: false, failure: { kind: 'gone' } });
    });

    test('a new run puts the one before aside, and a swap brings it back', async () => {
      await store.create(row('two'), [record(0)], {});
      expect(await store.pointers()).toEqual({ isOk: true, value: { current: 'two', putAside: 'one' } });
      expect(await store.swap()).toEqual({ isOk: true, value: { current: 'one', putAside: 'two', isSwapped: true } });
      expect(await store.read('two')).toMatchObject({ isOk: true, value: { row: { id: 'two' } } });
    });

    const listed = async () => {
      const runs = await store.runs();
      return runs.isOk ? runs.value.map((each) => (each.row as RunRow).id) : runs.failure;
    };

    test('a run that parted from another puts nothing aside, and forgets nothing that was kept with it', async () => {
      const start = { digest: 'firm', start: { a: 'firm' } };
      await store.create({ ...row('two'), startDigest: 'firm' }, [record(0)], { a: 'product' }, start.start);
      const parent = { run: 'two', position: 0, at: 1000 };
      await store.create({ ...row('three'), startDigest: 'firm', parent }, [record(0)], { a: 'product' });
      expect(await store.pointers()).toMatchObject({ value: { current: 'three', putAside: null } });
      expect(await store.starts()).toMatchObject({ value: [start] });
      expect(await store.read('three')).toMatchObject({ value: { row: { parent } } });
      expect(await store.read('two')).toMatchObject({ isOk: true, value: { records: [record(0)] } });
    });

    test('lists every run with its row and its first record, the last to become the current one first', async () => {
      await store.create(row('two'), [record(0)], {});
      await append(0, 1);
      expect(await store.runs()).toEqual({
        isOk: true,
        value: [
          { row: row('two'), first: record(0).record },
          { row: { ...row('one'), head: at(1), ...PLAYED }, first: record(0).record },
        ],
      });
      await store.swap();
      expect(await listed()).toEqual(['one', 'two']);
    });

    test('lists a run without a single record, and changes nothing by listing', async () => {
      await store.create(row('a-bare-one'), [], {});
      const runs = await store.runs();
      expect(runs).toMatchObject({ isOk: true, value: [{ row: { id: 'a-bare-one' }, first: null }, {}] });
      expect(await store.pointers()).toEqual({ isOk: true, value: { current: 'a-bare-one', putAside: 'one' } });
    });

    test('opens a run that is kept: it is the current one then, and no other is lost', async () => {
      await store.create(row('two'), [record(0)], {});
      await store.create(row('three'), [record(0)], {});
      expect(await store.open('one')).toEqual({ isOk: true, value: { current: 'one', putAside: null } });
      expect(await store.pointers()).toEqual({ isOk: true, value: { current: 'one', putAside: null } });
      expect(await listed()).toEqual(['one', 'three', 'two']);
    });

    test('to open the run that is current already changes nothing: a reset can still be undone', async () => {
      await store.create(row('two'), [record(0)], {});
      expect(await store.open('two')).toEqual({ isOk: true, value: { current: 'two', putAside: 'one' } });
    });

    test('refuses to open a run that is not there, and leaves the current one', async () => {
      expect(await store.open('nine')).toEqual({ isOk: false, failure: { kind: 'replaced' } });
      expect(await store.pointers()).toEqual({ isOk: true, value: { current: 'one', putAside: null } });
    });
  });
}
