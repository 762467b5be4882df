// Long runs as IndexedDB keeps them: many records to a row, and nobody who reads them can tell.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { at, PLAYED, record, row } from '../../../../tests/support/stored-run';
import type { RunRow, RunStore } from '../../ports';
import { openDexieStore } from './dexie-store';
import { PACK } from './packed-records';

const records = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => record(from + index));
const rowOf = (id: string, last: number): RunRow => ({ ...row(id), head: at(last) });

async function open(name: string): Promise<RunStore> {
  const opened = await openDexieStore(name, 'epoch');
  if (!opened.isOk) throw new Error(opened.failure.kind);
  return opened.value;
}

async function recordsIn(store: RunStore, run: string) {
  const read = await store.read(run);
  return read.isOk ? read.value?.records : read.failure;
}

async function raw(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  await new Promise((resolve) => (request.onsuccess = resolve));
  return request.result;
}

/** How many rows of a table there are. */
async function rowsIn(name: string, table: string): Promise<number> {
  const database = await raw(name);
  const count = database.transaction(table).objectStore(table).count();
  await new Promise((resolve) => (count.onsuccess = resolve));
  database.close();
  return count.result;
}

const append = (store: RunStore, seen: number, to: number) =>
  store.append({ run: 'one', genesisLink: 'link-0', seen: at(seen), records: records(seen + 1, to + 1), ...PLAYED });

describe('a long run', () => {
  test('that is created is packed but for its first and its last records, and read back as it was', async () => {
    const store = await open('created');
    const all = records(0, 3 * PACK + 7);
    await store.create(rowOf('one', all.length - 1), all, {});
    expect(await rowsIn('created', 'packs')).toBe(2);
    expect(await rowsIn('created', 'records')).toBe(PACK + 7);
    expect(await recordsIn(store, 'one')).toEqual(all);
    expect(await store.runs()).toMatchObject({ value: [{ first: all[0]?.record }] });
  });

  test('that grows is packed on its way, and read back as it was; what comes behind a position, too', async () => {
    const store = await open('grown');
    await store.create(row('one'), [record(0)], {});
    const end = 4 * PACK + 3;
    for (let seen = 0; seen < end; seen += 37)
      expect(await append(store, seen, Math.min(end, seen + 37))).toMatchObject({ isOk: true });
    const all = records(0, end + 1);
    expect(await rowsIn('grown', 'packs')).toBe(3);
    expect(await recordsIn(store, 'one')).toEqual(all);
    for (const position of [0, 1, PACK - 1, PACK, PACK + 1, 3 * PACK, 3 * PACK + 1, end - 1, end, end + 5]) {
      const tail = await store.readAfter('one', position);
      expect(tail.isOk && tail.value.records, `behind ${position}`).toEqual(all.slice(position + 1));
    }
  });

  test('that was kept when nothing was packed is packed bit by bit', async () => {
    const store = await open('older');
    await store.create(rowOf('one', 0), [record(0)], {});
    const database = await raw('older');
    const change = database.transaction(['records', 'runs'], 'readwrite');
    const end = 3 * PACK - 1;
    for (const each of records(1, end + 1))
      change.objectStore('records').put({ run: 'one', position: each.record.position, ...each });
    change.objectStore('runs').put(rowOf('one', end));
    await new Promise((resolve) => (change.oncomplete = resolve));
    database.close();
    expect(await recordsIn(store, 'one')).toEqual(records(0, end + 1));
    await append(store, end, end + 1);
    expect(await rowsIn('older', 'packs')).toBe(2);
    expect(await recordsIn(store, 'one')).toEqual(records(0, end + 2));
  });

  test('is copied and deleted with its packs', async () => {
    const store = await open('copied');
    const all = records(0, 2 * PACK + 1);
    await store.create(rowOf('one', all.length - 1), all, {});
    const upkeep = await store.upkeep();
    await upkeep.duplicate('one', { id: 'two', title: 'Two' });
    await upkeep.remove('one', 1);
    await upkeep.erase('one');
    expect(await recordsIn(store, 'two')).toEqual(all);
    expect(await rowsIn('copied', 'packs')).toBe(1);
  });

  test.each([
    ['torn', (text: string) => text.slice(0, -20)],
    ['nonsense', () => '{"a":1}'],
    ['pairs of nothing', () => '[1,2]'],
  ])('with a pack that is %s has as many records, of which nothing is known', async (name, change) => {
    const store = await open(name);
    const all = records(0, 2 * PACK + 1);
    await store.create(rowOf('one', all.length - 1), all, {});
    const database = await raw(name);
    const transaction = database.transaction('packs', 'readwrite');
    const kept = transaction.objectStore('packs').getAll();
    await new Promise((resolve) => (kept.onsuccess = resolve));
    for (const each of kept.result as { text: string }[])
      transaction.objectStore('packs').put({ ...each, text: change(each.text) });
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
    const read = await recordsIn(store, 'one');
    expect(read).toHaveLength(all.length);
    expect(Array.isArray(read) && read.slice(1, PACK + 1)).toEqual(
      Array.from({ length: PACK }, () => ({ record: null, link: null })),
    );
    expect(Array.isArray(read) && read.slice(PACK + 1)).toEqual(all.slice(PACK + 1));
  });
});
