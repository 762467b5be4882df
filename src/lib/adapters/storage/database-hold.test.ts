// A page's hold on its database, and what ends it: a newer version, somebody who deletes it, the browser itself.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LAB } from '../../domain/actors';
import type { RunRow, RunStore, StoredRecord } from '../../ports';
import { openDexieStore } from './dexie-store';

const PLACE = { persona: null, node: 'home', subject: null, code: null };

function record(position: number): StoredRecord {
  return {
    record: { kind: 'place', position, at: 1000 + position, actor: LAB, desk: 'lab', place: PLACE },
    link: `link-${position}`,
  };
}

const head = { position: 0, link: 'link-0' };
const row: RunRow = { id: 'one', title: 'A run', productDigest: 'digest', head, genesisLink: 'link-0', now: 1000 };

const PLAYED = { now: 2000, playedAt: 7 };

async function opened(name: string): Promise<RunStore> {
  const store = await openDexieStore(name, 'epoch');
  if (!store.isOk) throw new Error(store.failure.kind);
  await store.value.create(row, [record(0)], {});
  return store.value;
}

const settled = (request: IDBRequest) => new Promise((resolve) => (request.onsuccess = resolve));

/** Every connection that is opened from here on. */
function connectionsTo(name: string): IDBDatabase[] {
  const connections: IDBDatabase[] = [];
  const original = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((...asked) => {
    const request = original(...asked);
    request.addEventListener('success', () => asked[0] === name && connections.push(request.result));
    return request;
  });
  return connections;
}

/** Closes a connection as the browser does where it must, and tells the page. */
function closedByBrowser(connection: IDBDatabase | undefined): void {
  connection?.close();
  const phases = { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 };
  connection?.dispatchEvent({ ...phases, type: 'close', initialized: true, eventPath: [] } as unknown as Event);
}

afterEach(() => vi.restoreAllMocks());

describe('a database under an open page', () => {
  test('that a newer version takes over is let go, and the page is told', async () => {
    const store = await opened('taken-over');
    const told = new Promise((resolve) => store.onEnded(resolve));
    const request = indexedDB.open('taken-over', 990);
    expect(await told).toEqual({ kind: 'newer' });
    await settled(request);
    request.result.close();
    expect(await store.pointers()).toEqual({ isOk: false, failure: { kind: 'newer' } });
  });

  test('that is deleted is let go, the page is told, and nothing makes it anew', async () => {
    const store = await opened('deleted');
    const told = new Promise((resolve) => store.onEnded(resolve));
    const request = indexedDB.deleteDatabase('deleted');
    expect(await told).toEqual({ kind: 'replaced' });
    await settled(request);
    for (const refused of [
      await store.keepNow('one', PLAYED),
      await store.readAfter('one', 0),
      await store.create({ ...row, id: 'two' }, [record(0)], {}),
    ]) {
      expect(refused).toEqual({ isOk: false, failure: { kind: 'replaced' } });
    }
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('deleted');
  });

  test('that the browser closes is opened again and gone on with where it is the same', async () => {
    const connections = connectionsTo('closed');
    const store = await opened('closed');
    const told = vi.fn();
    store.onEnded(told);
    closedByBrowser(connections.at(-1));
    expect(await store.readAfter('one', 0)).toMatchObject({ isOk: true });
    expect(await store.keepNow('one', PLAYED)).toEqual({ isOk: true, value: 2000 });
    expect(told).not.toHaveBeenCalled();
  });

  test('that the browser closes because it was cleared is let go, and the page is told', async () => {
    const connections = connectionsTo('cleared');
    const store = await opened('cleared');
    const told = new Promise((resolve) => store.onEnded(resolve));
    const last = connections.at(-1);
    last?.close();
    await settled(indexedDB.deleteDatabase('cleared'));
    closedByBrowser(last);
    expect(await told).toEqual({ kind: 'replaced' });
    expect(await store.readAfter('one', 0)).toEqual({ isOk: false, failure: { kind: 'replaced' } });
  });

  test('that a newer version took over while the page was put aside is not written to', async () => {
    const connections = connectionsTo('aside');
    const store = await opened('aside');
    // As Dexie does for a page that may be restored: closed, and to be opened again at the next use.
    const last = connections.at(-1);
    last?.close();
    last?.onclose?.({ type: 'close' } as Event);
    const request = indexedDB.open('aside', 990);
    await settled(request);
    request.result.close();
    const append = { run: 'one', genesisLink: 'link-0', seen: head, records: [record(1)], ...PLAYED };
    expect(await store.append(append)).toEqual({ isOk: false, failure: { kind: 'newer' } });
  });
});

test("a database that has a mark is opened without writing to it: a full disk stands in nobody's way", async () => {
  (await opened('marked')).close();
  const modes: unknown[] = [];
  const asked = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction');
  const original = asked?.value as IDBDatabase['transaction'];
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...wish) {
    modes.push(wish[1]);
    return original.apply(this, wish);
  });
  expect(await openDexieStore('marked', 'another')).toMatchObject({ isOk: true, value: { epoch: 'epoch' } });
  expect(modes).toContain('readonly');
  expect(modes).not.toContain('readwrite');
});
