import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { ISSUE_TO_DANA, newRunOn, partsOn, seededCryptography } from '../../../tests/support/shell';
import { product } from '../../../tests/support/play';
import { DAY } from '../domain/instant';
import { catalogueOf } from '../products/edition';
import { branchOff } from './branch';
import { momentAt } from './moment';
import { OpenRun } from './open-run';
import { openLab } from './opening';
import { readRun } from './read-run';

async function playedStory() {
  const store = createMemoryStore();
  const run = await newRunOn(store);
  await run.submit(ISSUE_TO_DANA);
  await run.advanceTo(run.now + 2 * DAY);
  return { store, run, parts: partsOn(store) };
}

describe('going on from an earlier moment', () => {
  test('makes a run with what had happened by then, and leaves the one it parts from as it was', async () => {
    const { store, run, parts } = await playedStory();
    const before = JSON.stringify(await store.read(run.id));
    const moment = momentAt(run.history, run.now - DAY - 1);
    const done = await branchOff(parts, () => undefined, { from: run, title: 'A branch', product, moment });
    if (!done.isOk || done.value.run === null) throw new Error('no branch');
    const { run: branch } = done.value;
    expect(branch.now).toBe(moment.at);
    expect(branch.records).toEqual(run.records.slice(0, moment.position + 1));
    expect(branch.world).toEqual(run.history.worldAt(moment.position));
    expect(JSON.stringify(await store.read(run.id))).toBe(before);
    expect(await store.pointers()).toMatchObject({ value: { current: branch.id, putAside: null } });
  });

  // Regression: two branches from the same moment had the same name, and the second was said to have parted from its own.
  test('is told apart by name from another from the same moment', async () => {
    const { run, parts } = await playedStory();
    const titles: (string | undefined)[] = [];
    for (let times = 0; times < 3; times += 1) {
      const moment = momentAt(run.history, run.now - DAY);
      const done = await branchOff(parts, () => undefined, { from: run, title: 'A branch', product, moment });
      titles.push(done.isOk ? done.value.run?.row.title : 'none');
    }
    expect(titles).toEqual(['A branch', 'A branch (2)', 'A branch (3)']);
  });

  test('is a run like any other: it is played on, kept, verified and opened again', async () => {
    const { store, run, parts } = await playedStory();
    const moment = momentAt(run.history, run.now - DAY);
    const done = await branchOff(parts, () => undefined, { from: run, title: 'A branch', product, moment });
    if (!done.isOk || done.value.run === null) throw new Error('no branch');
    const { run: branch } = done.value;
    expect((await branch.submit(ISSUE_TO_DANA)).isOk).toBe(true);
    const opened = await openLab(parts, () => undefined);
    expect(opened.run?.records).toEqual(branch.records);
    expect(await opened.verify?.()).toBeNull();
    const stored = await store.read(branch.id);
    if (!stored.isOk || stored.value === null) throw new Error('not kept');
    const read = await readRun(seededCryptography('test'), stored.value, catalogueOf(product));
    expect(read).toMatchObject({ isSound: true, isChecked: true });
    expect(stored.value.row.title).toBe('A branch');
    expect(stored.value.row.parent).toEqual({ run: run.id, position: moment.position, at: moment.at });
  });

  test('is refused on a damaged log, and writes nothing', async () => {
    const { store, run, parts } = await playedStory();
    const damage = { kind: 'link-broken', position: 3 } as const;
    const { row, history } = run;
    const damaged = new OpenRun({
      store,
      cryptography: parts.cryptography,
      clock: parts.clock,
      row,
      history,
      verify: async () => damage,
    });
    const moment = momentAt(run.history, run.now - DAY);
    const done = await branchOff(parts, () => undefined, { from: damaged, title: 'A branch', product, moment });
    expect(done).toEqual({ isOk: false, failure: { kind: 'damaged', run: run.id, damage } });
    expect(await store.runs()).toMatchObject({ value: [{ row: { id: run.id } }] });
  });

  test('is refused where the run is gone', async () => {
    const { run } = await playedStory();
    const moment = momentAt(run.history, run.now - DAY);
    const done = await branchOff(partsOn(createMemoryStore()), () => undefined, {
      from: run,
      title: 'A branch',
      product,
      moment,
    });
    expect(done).toEqual({ isOk: false, failure: { kind: 'storage', failure: { kind: 'gone' } } });
  });
});
