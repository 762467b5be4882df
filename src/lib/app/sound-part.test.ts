import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { ISSUE_TO_DANA, newRunOn, partsOn } from '../../../tests/support/shell';
import { ok, type RunStore, type StoredRun } from '../ports';
import { openLab } from './opening';
import { recordsBefore } from './problems';
import { keepSoundPart } from './sound-part';

const nothing = (): void => undefined;

/** A store whose run is read changed, as damage would have it; what is written beside it is as ever. */
async function damaged(change: (stored: StoredRun) => StoredRun) {
  const store = createMemoryStore();
  const run = await newRunOn(store);
  await run.submit(ISSUE_TO_DANA);
  const read: RunStore['read'] = async (id) => {
    const stored = await store.read(id);
    return stored.isOk && stored.value !== null && id === run.id ? ok(change(stored.value)) : stored;
  };
  return { run, parts: partsOn({ ...store, read }), store: { ...store, read } };
}

/** The records with the one at `position` made otherwise. */
const changedAt =
  (position: number, change: (each: any) => unknown) =>
  (stored: StoredRun): StoredRun => ({
    ...stored,
    records: stored.records.map((each, index) => (index === position ? (change(each) as typeof each) : each)),
  });

describe('what is sound of a damaged run', () => {
  test.each<[string, (stored: StoredRun) => StoredRun, number]>([
    ['a record that was changed', changedAt(5, (each) => ({ ...each, record: { ...each.record, at: 0 } })), 5],
    ['a record that is none', changedAt(7, () => ({ record: { kind: 'nonsense' }, link: 'x' })), 7],
    [
      'a changed record before one that is none',
      (stored) =>
        changedAt(3, (each) => ({ ...each, link: 'other' }))(
          changedAt(8, () => ({ record: null, link: null }))(stored),
        ),
      3,
    ],
    ['an end that is gone', (stored) => ({ ...stored, records: stored.records.slice(0, 6) }), 6],
    ['a record that is gone', (stored) => ({ ...stored, records: stored.records.filter((_, at) => at !== 4) }), 4],
  ])('with %s goes on as a run of its own, and the damaged one stays', async (_, change, sound) => {
    const { run, parts, store } = await damaged(change);
    const before = await store.read(run.id);
    const found = await openLab(parts, nothing);
    const damage = found.damage ?? (await found.verify?.()) ?? null;
    expect(damage === null ? 0 : recordsBefore(damage)).toBeGreaterThanOrEqual(sound);
    expect(await keepSoundPart(parts, store, run.id)).toEqual({ isOk: true, value: sound });
    const opened = await openLab(parts, nothing);
    expect(opened.damage).toBeNull();
    expect(await opened.verify?.()).toBeNull();
    expect(opened.run?.records).toEqual(run.records.slice(0, sound));
    expect(opened.run?.row.title).toContain('what is sound of it');
    expect(await opened.run?.submit(ISSUE_TO_DANA)).toMatchObject({ isOk: true });
    expect(await store.read(run.id)).toEqual(before);
  });

  test('is nothing where the first record is damaged, and nothing is written', async () => {
    const { run, parts, store } = await damaged(changedAt(0, () => ({ record: null, link: null })));
    const before = await store.runs();
    expect(await keepSoundPart(parts, store, run.id)).toEqual({ isOk: true, value: null });
    expect(await store.runs()).toEqual(before);
  });
});
