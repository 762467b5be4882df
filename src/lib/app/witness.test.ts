// The witness: a loss is told apart from a beginning, and nothing is ever missed that was not acknowledged.
import { describe, expect, test } from 'vitest';
import 'fake-indexeddb/auto';
import { memoryPreferences } from '../adapters/preferences/memory-preferences';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { openDexieStore } from '../adapters/storage/dexie-store';
import type { Preferences, RunStore } from '../ports';
import { ISSUE_TO_DANA, newRunOn } from '../../../tests/support/shell';
import type { OpenRun } from './open-run';
import { Witness } from './witness';

let databases = 0;

async function store(name: string, epoch: string): Promise<RunStore> {
  const opened = await openDexieStore(name, epoch);
  if (!opened.isOk) throw new Error(opened.failure.kind);
  return opened.value;
}

/** A run that was played, and what is remembered of it. */
async function played() {
  const name = `witness-${(databases += 1)}`;
  const kept = await store(name, 'first');
  const preferences = memoryPreferences();
  const run = await newRunOn(kept);
  const note = (each: OpenRun) => new Witness(preferences).note(kept.epoch, each.row, each.world);
  await run.submit(ISSUE_TO_DANA);
  note(run);
  return { name, kept, preferences, run, note };
}

const missed = (preferences: Preferences, of: RunStore) => new Witness(preferences).missed(of, null);

describe('what was acknowledged', () => {
  test('is not missed while it is there, nor once it has gone on', async () => {
    const { kept, preferences, run } = await played();
    expect(await missed(preferences, kept)).toBeNull();
    await run.submit({
      actor: ISSUE_TO_DANA.actor,
      command: { type: 'issueCode', account: 'tom', family: 'temporaryCode' },
    });
    expect(await missed(preferences, kept)).toBeNull();
  });

  test('is missed where the database is empty, and told by title, records and simulated time', async () => {
    const { name, kept, preferences, run } = await played();
    kept.close();
    indexedDB.deleteDatabase(name);
    const again = await store(name, 'second');
    const { title, head } = run.row;
    expect(await missed(preferences, again)).toMatchObject({
      kind: 'all',
      runs: [
        { run: run.id, title, position: head.position, link: head.link, now: run.now, timeZone: 'America/New_York' },
      ],
    });
  });

  test('tells the simulated time that the clock was moved to, also where nothing happened on the way', async () => {
    const { kept, preferences, run } = await played();
    const witness = new Witness(preferences);
    witness.note(kept.epoch, run.row, run.world);
    const { head } = run;
    await run.advanceTo(run.now + 60_000);
    expect(run.head).toEqual(head);
    witness.note(kept.epoch, run.row, run.world);
    expect(witness.runs()).toMatchObject([{ run: run.id, now: run.now }]);
  });

  test('is missed where the run has a shorter log than was acknowledged', async () => {
    const { kept, preferences, run } = await played();
    const { position, link } = run.head;
    const further = { ...run.row, head: { position: position + 5, link: `${link}-on` } };
    new Witness(preferences).note(kept.epoch, further, run.world);
    expect(await missed(preferences, kept)).toMatchObject({ kind: 'tail', run: { run: run.id }, left: position + 1 });
  });

  test('is missed where the log is as long and says something else', async () => {
    const { kept, preferences, run } = await played();
    const { position } = run.head;
    new Witness(preferences).note(kept.epoch, { ...run.row, head: { position, link: 'other' } }, run.world);
    expect(await missed(preferences, kept)).toMatchObject({ kind: 'tail', left: position });
  });

  test('is missed where the run that was written to last is not there any more', async () => {
    const { kept, preferences, run } = await played();
    new Witness(preferences).note(kept.epoch, { ...run.row, id: 'lost', title: 'Lost' }, run.world);
    expect(await missed(preferences, kept)).toMatchObject({ kind: 'run', runs: [{ run: 'lost', title: 'Lost' }] });
  });

  test('is spoken of where the database cannot be reached', async () => {
    const { preferences, run } = await played();
    const failure = { kind: 'blocked', detail: 'no answer' } as const;
    expect(await new Witness(preferences).missed(createMemoryStore(), failure)).toMatchObject({
      kind: 'unreachable',
      failure,
      runs: [{ run: run.id }],
    });
  });
});

describe('nothing is missed', () => {
  test('on a first visit', async () => {
    expect(await missed(memoryPreferences(), await store('witness-none', 'first'))).toBeNull();
  });

  test('of what was only kept in memory', async () => {
    const preferences = memoryPreferences();
    const run = await newRunOn(createMemoryStore());
    new Witness(preferences).note(createMemoryStore().epoch, run.row, run.world);
    expect(preferences.read('witness')).toBeNull();
  });

  test('that is in the trash, also where it was noted after it was put there', async () => {
    const { kept, preferences, run, note } = await played();
    const upkeep = await kept.upkeep();
    await upkeep.remove(run.id, 5);
    note(run);
    expect(await missed(preferences, kept)).toBeNull();
    await upkeep.erase(run.id);
    expect(await missed(preferences, kept)).toMatchObject({ kind: 'run' });
  });

  test('that somebody wished to be rid of', async () => {
    const { name, kept, preferences, run } = await played();
    const other = { ...run.row, id: 'deleted' };
    new Witness(preferences).note(kept.epoch, other, run.world);
    new Witness(preferences).forget('deleted');
    expect(await missed(preferences, kept)).toBeNull();
    new Witness(preferences).forgetAll();
    kept.close();
    indexedDB.deleteDatabase(name);
    expect(await missed(preferences, await store(name, 'second'))).toBeNull();
  });

  test('where what is remembered is damaged or foreign', async () => {
    const { kept, preferences } = await played();
    for (const text of ['{', '7', '{"epoch":"other"}', '{"epoch":"other","runs":[{"run":1}]}']) {
      preferences.keep('witness', text);
      expect(await missed(preferences, kept), text).toBeNull();
    }
  });
});

describe('what is remembered', () => {
  test('is written once for what was acknowledged', async () => {
    const { kept, run } = await played();
    let writes = 0;
    const counted: Preferences = { ...memoryPreferences(), keep: () => void (writes += 1) };
    const witness = new Witness(counted);
    witness.note(kept.epoch, run.row, run.world);
    witness.note(kept.epoch, run.row, run.world);
    expect(writes).toBe(1);
    await run.submit(ISSUE_TO_DANA);
    witness.note(kept.epoch, run.row, run.world);
    expect(writes).toBe(2);
  });

  test('is of the last runs, the one that was written to last first', async () => {
    const { kept, preferences, run } = await played();
    const witness = new Witness(preferences);
    for (let each = 0; each < 30; each += 1) witness.note(kept.epoch, { ...run.row, id: `run-${each}` }, run.world);
    expect(witness.runs().map((each) => each.run)).toEqual(Array.from({ length: 20 }, (_, each) => `run-${29 - each}`));
  });
});
