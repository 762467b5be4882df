import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import type { LogRecord } from '../domain/record';
import type { RunStore, StoredRecord, StoredRun } from '../ports';
import { ISSUE_TO_DANA, newRunOn, partsOn, seededCryptography, shippedWith } from '../../../tests/support/shell';
import { product } from '../../../tests/support/play';
import { chained, NO_LINK } from './chain';
import { openLab, startRun, undoReset, type Opened } from './opening';
import type { RunDamage } from './problems';

const OPEN = (store: RunStore): Promise<Opened> => openLab(partsOn(store), () => undefined);

/** A store that holds a run of which something was changed behind the lab's back. */
async function tamperedStore(
  change: (stored: StoredRun) => StoredRun | Promise<StoredRun>,
): Promise<{ store: RunStore; kept: () => Promise<unknown> }> {
  const store = createMemoryStore();
  const run = await newRunOn(store);
  await run.submit(ISSUE_TO_DANA);
  const read = await store.read(run.id);
  if (!read.isOk || read.value === null) throw new Error('nothing to change');
  const changed = await change(read.value);
  return {
    store: { ...store, read: async () => ({ isOk: true, value: structuredClone(changed) }) },
    kept: () => store.read(run.id),
  };
}

/** The same with a chain that holds, as a careful forger would leave it. */
async function relinked(stored: StoredRun, records: readonly LogRecord[]): Promise<StoredRun> {
  const linked: readonly StoredRecord[] = await chained(seededCryptography('test'), NO_LINK, records);
  const last = linked.at(-1);
  const head = { position: records.length - 1, link: last?.link ?? NO_LINK };
  return { row: { ...stored.row, head, genesisLink: linked[0]?.link ?? '' }, records: linked };
}

function recordsOf(stored: StoredRun): LogRecord[] {
  return stored.records.map(({ record }) => record as LogRecord);
}

async function damageOf(store: RunStore): Promise<RunDamage | null> {
  const opened = await OPEN(store);
  return opened.damage ?? (await opened.verify?.()) ?? null;
}

const CASES: readonly (readonly [string, (stored: StoredRun) => StoredRun | Promise<StoredRun>, Partial<RunDamage>])[] =
  [
    [
      'an unknown event',
      (stored) =>
        relinked(
          stored,
          recordsOf(stored).map((record) =>
            record.kind === 'command' && record.command.type === 'issueCode'
              ? ({ ...record, events: [{ type: 'CodeDoubled', account: 'dana' }] } as unknown as LogRecord)
              : record,
          ),
        ),
      { kind: 'record-malformed', position: 11 },
    ],
    [
      'a truncated record',
      (stored) => ({
        ...stored,
        records: stored.records.with(5, { record: { kind: 'command', position: 5 }, link: stored.records[5]?.link }),
      }),
      { kind: 'record-malformed', position: 5 },
    ],
    [
      'a record that is no record',
      (stored) => ({ ...stored, records: stored.records.with(3, { record: 'gone', link: '' }) }),
      { kind: 'record-malformed', position: 3, found: '"gone"' },
    ],
    [
      'a log cut short',
      (stored) => ({ ...stored, records: stored.records.slice(0, -2) }),
      { kind: 'log-cut-short', found: 10, expected: 12 },
    ],
    [
      'a record changed after it was written',
      (stored) => ({
        ...stored,
        records: stored.records.map(({ record, link }) => {
          const line = record as LogRecord;
          return { record: line.kind === 'place' ? { ...line, at: line.at + 1 } : line, link };
        }),
      }),
      { kind: 'link-broken', position: 1 },
    ],
    [
      'a record whose events its command could not have produced',
      (stored) =>
        relinked(
          stored,
          recordsOf(stored).map((record) =>
            record.kind === 'command' && record.command.type === 'issueCode'
              ? {
                  ...record,
                  events: record.events.map((event) =>
                    event.type === 'CodeIssued' ? { ...event, endsAt: (event.endsAt ?? 0) + 1 } : event,
                  ),
                }
              : record,
          ),
        ),
      { kind: 'history-impossible', position: 11, finding: 'outcome-differs' },
    ],
    [
      'a missing deadline',
      (stored) =>
        relinked(
          stored,
          recordsOf(stored)
            .filter((record) => record.kind !== 'deadline')
            .map((record, position) => ({ ...record, position })),
        ),
      { kind: 'history-impossible', finding: 'deadline-missing' },
    ],
    [
      'time going back',
      (stored) =>
        relinked(
          stored,
          recordsOf(stored).map((record) =>
            record.kind === 'place' ? { ...record, at: record.at - 7_200_000 } : record,
          ),
        ),
      { kind: 'history-impossible', finding: 'time-goes-back' },
    ],
  ];

describe('a kept run that is damaged or foreign', () => {
  for (const [name, change, expected] of CASES) {
    test(`${name} is found, named and left as it is`, async () => {
      const { store, kept } = await tamperedStore(change);
      const before = JSON.stringify(await kept());
      expect(await damageOf(store)).toMatchObject(expected);
      expect(JSON.stringify(await kept())).toBe(before);
    });
  }

  test('takes no command, also before it was found out', async () => {
    const [, change] = CASES.find(([name]) => name.startsWith('a record whose events')) ?? [];
    const { store, kept } = await tamperedStore(change ?? ((stored) => stored));
    // The store would refuse too; what is asked of it is what is counted.
    let appends = 0;
    const counted: RunStore = {
      ...store,
      append: (append) => {
        appends += 1;
        return store.append(append);
      },
    };
    const opened = await OPEN(counted);
    const before = JSON.stringify(await kept());
    expect(await opened.run?.submit(ISSUE_TO_DANA)).toMatchObject({ isOk: false, failure: { kind: 'damaged' } });
    expect(appends).toBe(0);
    expect(JSON.stringify(await kept())).toBe(before);
  });

  test('made with a product that is not here is not opened', async () => {
    const store = createMemoryStore();
    await newRunOn(store);
    const changed = { ...product, version: '9.9.9' };
    const parts = {
      ...partsOn(store),
      loadShipped: async () => shippedWith(changed),
    };
    const withoutFile: RunStore = { ...store, readProduct: async () => ({ isOk: true, value: null }) };
    const opened = await openLab(
      { ...parts, openStore: async () => ({ store: withoutFile, problem: null }) },
      () => undefined,
    );
    expect(opened.damage).toMatchObject({ kind: 'product-missing' });
    const beside = await openLab(parts, () => undefined);
    expect(beside.damage).toBeNull();
    expect(beside.product.version).toBe(product.version);
  });

  test('made with a product file of a wrong type is not opened, and the path is named', async () => {
    const store = createMemoryStore();
    await newRunOn(store);
    const broken = {
      ...product,
      policy: { ...product.policy, pushLifeSeconds: { ...product.policy.pushLifeSeconds, value: '300' } },
    };
    const changed = { ...product, version: '9.9.9' };
    const opened = await openLab(
      {
        ...partsOn(store),
        loadShipped: async () => shippedWith(changed),
        openStore: async () => ({
          store: { ...store, readProduct: async () => ({ isOk: true, value: broken }) },
          problem: null,
        }),
      },
      () => undefined,
    );
    expect(opened.damage).toEqual({
      kind: 'product-malformed',
      path: 'policy.pushLifeSeconds.value',
      found: '"300"',
      expected: 'a number, without quotation marks',
    });
  });
});

describe('beginning and opening', () => {
  test('a run that is opened again is the very same', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    await run.submit(ISSUE_TO_DANA);
    await run.advanceTo(run.now + 90_000);
    const again = await OPEN(store);
    expect(await again.verify?.()).toBeNull();
    expect(again.run?.world).toEqual(run.world);
    expect(again.run?.now).toBe(run.now);
    expect(again.run?.head).toEqual(run.head);
  });

  test('a reset puts the run aside and undoing it brings back the same', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    await run.submit(ISSUE_TO_DANA);
    const anew = await startRun(partsOn(store), () => undefined, { moment: 'clocks-go-back' });
    expect(anew.canUndoReset).toBe(true);
    expect(anew.run?.world.pins?.startedAt).toBe(Date.parse('2026-10-31T11:00:00Z'));
    const back = await undoReset(partsOn(store), () => undefined);
    expect(back.run?.id).toBe(run.id);
    expect(back.run?.world).toEqual(run.world);
  });

  test('storage that fails to read begins nothing new over what it holds', async () => {
    const store = createMemoryStore();
    await newRunOn(store);
    const failing: RunStore = {
      ...store,
      read: async () => ({ isOk: false, failure: { kind: 'blocked', detail: '' } }),
    };
    const opened = await OPEN(failing);
    expect(opened).toMatchObject({ run: null, problem: { kind: 'storage', failure: { kind: 'blocked' } } });
    expect(await store.pointers()).toMatchObject({ value: { putAside: null } });
  });
});
