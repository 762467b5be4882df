import { describe, expect, test } from 'vitest';
import { memoryPreferences } from '../adapters/preferences/memory-preferences';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { noNeighbours } from '../adapters/windows/no-neighbours';
import type { RunStore } from '../ports';
import { ISSUE_TO_DANA, newRunOn, seededCryptography } from '../../../tests/support/shell';
import { Windows } from '../../../tests/support/windows';
import { runsOf, type RunsParts } from './run-keeping';
import { Witness, type Loss } from './witness';

const AT = 1_700_000_000_000;

function keepingOn(store: RunStore, parts: Partial<RunsParts> = {}) {
  let drawn = 0;
  return runsOf({
    ask: (work) => work(store),
    present: () => AT,
    cryptography: { ...seededCryptography('keeping'), randomHex: () => `copy-${(drawn += 1)}` },
    neighbours: noNeighbours,
    witness: new Witness(memoryPreferences()),
    ...parts,
  });
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
      value: { course: null, bytes: expect.any(Number) as number },
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

  test('an empty list tells of what is missed; one with runs, or with a trash, does not', async () => {
    const loss: Loss = { kind: 'all', runs: [] };
    const witness = { forget: () => undefined, missed: async () => loss };
    const store = createMemoryStore();
    const lossOf = async () => {
      const read = await keepingOn(store, { witness }).read();
      return read.isOk ? read.value.loss : read.failure;
    };
    expect(await lossOf()).toBe(loss);
    const run = await newRunOn(store);
    expect(await lossOf()).toBeNull();
    await keepingOn(store).remove(run.id);
    expect(await lossOf()).toBeNull();
  });

  test('what is deleted is missed no longer, and what could not be deleted still is', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    const forgotten: string[] = [];
    const witness = { forget: (id: string) => void forgotten.push(id), missed: async () => null };
    const runs = keepingOn(store, { witness });
    await runs.remove('another');
    await runs.duplicate(run.id, 'A copy');
    expect(forgotten).toEqual([]);
    await runs.remove(run.id);
    expect(forgotten).toEqual([run.id]);
    await runs.erase([run.id]);
    expect(forgotten).toEqual([run.id, run.id]);
  });

  test('other windows are told of whatever could be done, and of nothing else', async () => {
    const windows = new Windows();
    const store = createMemoryStore();
    const run = await newRunOn(store);
    const runs = keepingOn(store, { neighbours: windows.open('page') });
    const told = async (work: Promise<unknown>): Promise<number> => {
      const before = windows.told.length;
      await work;
      return windows.told.slice(before).filter(({ kind }) => kind === 'pointers').length;
    };
    expect(await told(runs.read())).toBe(0);
    expect(await told(runs.measure(run.id))).toBe(0);
    expect(await told(runs.rename('another', 'x'))).toBe(0);
    expect(await told(runs.rename(run.id, 'x'))).toBe(1);
    expect(await told(runs.duplicate(run.id, 'y'))).toBe(1);
    expect(await told(runs.open('copy-1'))).toBe(1);
    expect(await told(runs.remove(run.id))).toBe(1);
    expect(await told(runs.restore(run.id))).toBe(1);
    const file = await runs.file(run.id);
    expect(await told(runs.take(file.isOk ? file.value.text : ''))).toBe(1);
    expect(await told(runs.take('{}'))).toBe(0);
  });

  test('it is told what other windows change, and when this one comes back', async () => {
    const windows = new Windows();
    let calls = 0;
    const stop = keepingOn(createMemoryStore(), { neighbours: windows.open('page') }).watch(() => (calls += 1));
    windows.wake('page', { kind: 'run', run: 'another' });
    expect(calls).toBe(0);
    windows.wake('page', { kind: 'pointers' });
    windows.wake('page');
    expect(calls).toBe(2);
    stop();
    windows.wake('page');
    expect(calls).toBe(2);
  });

  test('a run goes out as a file and comes in again: the very same one is opened, a deleted one is taken anew', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    await run.submit(ISSUE_TO_DANA);
    const runs = keepingOn(store);
    const file = await runs.file(run.id);
    if (!file.isOk) throw new Error(file.failure.kind);
    await newRunOn(store);
    expect(await runs.take(file.value.text)).toMatchObject({ kind: 'taken', run: run.id, isNew: false });
    await runs.remove(run.id);
    expect(await runs.file(run.id)).toEqual({ isOk: false, failure: { kind: 'gone' } });
    expect(await runs.take(file.value.text)).toMatchObject({ kind: 'taken', run: 'copy-1', isNew: true });
    const book = await bookOf(store);
    expect(book.runs[0]).toMatchObject({ id: 'copy-1', isCurrent: true, title: run.row.title });
    expect(book.trash).toMatchObject([{ run: { id: run.id } }]);
  });

  test('a file that is cut short is refused, and nothing is changed', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    const runs = keepingOn(store);
    const file = await runs.file(run.id);
    const before = await bookOf(store);
    const taken = await runs.take(file.isOk ? file.value.text.slice(0, -40) : '');
    expect(taken.kind).toBe('refused');
    expect(await bookOf(store)).toEqual(before);
  });

  test('where storage fails, no file is saved and none is taken', async () => {
    const failure = { kind: 'blocked', detail: 'no answer' } as const;
    const runs = keepingOn(createMemoryStore(), { ask: async () => ({ isOk: false, failure }) });
    expect(await runs.file('one')).toEqual({ isOk: false, failure: { kind: 'storage', failure } });
    expect(await runs.take('{}')).toEqual({ kind: 'not-kept', failure });
  });

  test('every name that can be given can be saved and opened again', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    const runs = keepingOn(store);
    for (const title of ['Montag: was wäre, wenn? < 3', '木'.repeat(200), 'می\u200cخواهم 🔒']) {
      await runs.rename(run.id, title);
      expect((await runs.file(run.id)).isOk, title).toBe(true);
    }
  });
});
