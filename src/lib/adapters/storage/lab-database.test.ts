// The database through its versions and other pages: what is taken over, refused and let go of.
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { PLAYED, at, record, row } from '../../../../tests/support/stored-run';
import { openDexieStore } from './dexie-store';
import type { RunRow } from '../../ports';

/** A database as the first version of the lab left it, with a run in it. */
async function makeDatabaseOfVersion1(name: string): Promise<void> {
  const request = indexedDB.open(name, 10);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('meta', { keyPath: 'key' });
    request.result.createObjectStore('runs', { keyPath: 'id' });
    request.result.createObjectStore('records', { keyPath: ['run', 'position'] });
    request.result.createObjectStore('products', { keyPath: 'digest' });
  };
  await new Promise((resolve) => (request.onsuccess = resolve));
  const change = request.result.transaction(['meta', 'runs', 'records', 'products'], 'readwrite');
  change.objectStore('meta').put({ key: 'epoch', value: 'first' });
  change.objectStore('meta').put({ key: 'pointers', value: { current: 'one', putAside: 'none' } });
  change.objectStore('runs').put(row('one'));
  for (const position of [0, 1]) change.objectStore('records').put({ run: 'one', position, ...record(position) });
  change.objectStore('products').put({ digest: 'digest', product: { a: 'product' } });
  await new Promise((resolve) => (change.oncomplete = resolve));
  request.result.close();
}

describe('a database', () => {
  test('from before runs were listed in order lists them all the same', async () => {
    const opened = await openDexieStore('older', 'epoch');
    if (!opened.isOk) throw new Error('not opened');
    for (const id of ['one', 'two', 'three']) await opened.value.create(row(id), [record(0)], {});
    const raw = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('older');
      request.onsuccess = () => resolve(request.result);
    });
    const change = raw.transaction('meta', 'readwrite');
    change.objectStore('meta').delete('opened');
    await new Promise((resolve) => (change.oncomplete = resolve));
    raw.close();
    await opened.value.open('two');
    const runs = await opened.value.runs();
    const ids = runs.isOk ? runs.value.map((each) => (each.row as RunRow).id) : [];
    expect(ids[0]).toBe('two');
    expect(ids.toSorted()).toEqual(['one', 'three', 'two']);
  });

  test('of the first version is taken over with everything in it, and then keeps starting points and a trash too', async () => {
    await makeDatabaseOfVersion1('first-version');
    const opened = await openDexieStore('first-version', 'second');
    if (!opened.isOk) throw new Error(opened.failure.kind);
    const store = opened.value;
    expect(await store.pointers()).toEqual({ isOk: true, value: { current: 'one', putAside: 'none' } });
    expect(await store.read('one')).toEqual({
      isOk: true,
      value: { row: row('one'), records: [record(0), record(1)] },
    });
    expect(await store.readProduct('digest')).toEqual({ isOk: true, value: { a: 'product' } });
    expect(await store.starts()).toEqual({ isOk: true, value: [] });
    expect(await (await store.upkeep()).trash()).toEqual({ isOk: true, value: [] });
    const seen = { position: 0, link: 'link-0' };
    expect(
      await store.append({ run: 'one', genesisLink: 'link-0', seen, records: [record(2)], ...PLAYED }),
    ).toMatchObject({ isOk: true });
    await store.create({ ...row('two'), startDigest: 'own' }, [record(0)], {}, { title: 'Own' });
    expect(await store.starts()).toEqual({ isOk: true, value: [{ digest: 'own', start: { title: 'Own' } }] });
  });

  test('of a newer version is refused, not opened', async () => {
    const request = indexedDB.open('newer', 990);
    await new Promise((resolve) => (request.onsuccess = resolve));
    request.result.close();
    expect(await openDexieStore('newer', 'epoch')).toEqual({ isOk: false, failure: { kind: 'newer' } });
  });

  test('that was deleted and made anew under an open page refuses its appends', async () => {
    const opened = await openDexieStore('replaced', 'first');
    if (!opened.isOk) throw new Error('not opened');
    await opened.value.create(row('one'), [record(0)], {});
    const raw = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('replaced');
      request.onsuccess = () => resolve(request.result);
    });
    const change = raw.transaction('meta', 'readwrite');
    change.objectStore('meta').put({ key: 'epoch', value: 'second' });
    await new Promise((resolve) => (change.oncomplete = resolve));
    raw.close();
    const refused = await opened.value.append({
      run: 'one',
      genesisLink: 'link-0',
      seen: at(0),
      records: [record(1)],
      now: 1,
      playedAt: 1,
    });
    expect(refused).toEqual({ isOk: false, failure: { kind: 'replaced' } });
  });
});
