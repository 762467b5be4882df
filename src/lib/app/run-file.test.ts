import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { PRODUCTS, startingPoint } from '../../../tests/support/play';
import { begunOtherwise, sharedRun, type SharedRun } from '../../../tests/support/shared-run';
import { newRunOn, partsOn, seededCryptography } from '../../../tests/support/shell';
import { DAY } from '../domain/instant';
import type { RunStore } from '../ports';
import { branchOff } from './branch';
import { FILE_MAX_BYTES } from './file-text';
import { momentAt } from './moment';
import { openLab, startRun } from './opening';
import { exportRun, importRun } from './run-file';

const cryptography = seededCryptography('test');

async function saved(store: RunStore, run: string): Promise<string> {
  const done = await exportRun({ store, cryptography }, run);
  if (!done.isOk) throw new Error(JSON.stringify(done.failure));
  return done.value.text;
}

const opened = (store: RunStore, file: string | Uint8Array<ArrayBuffer>) =>
  importRun({ store, cryptography }, new Blob([file]));

let shared: SharedRun;
beforeAll(async () => {
  shared = await sharedRun();
});

describe('a run saved as a file', () => {
  test('says what it is, and holds product, instant, head and every record with its link', () => {
    const { json, run } = shared;
    expect(json).toMatchObject({
      format: 'lockout-lab-run',
      version: 1,
      synthetic: true,
      title: startingPoint.title,
      now: run.now,
      head: run.head,
      productDigest: run.row.productDigest,
      product: { id: 'onvio' },
    });
    expect(json.records.map(({ record }) => record)).toEqual(run.records);
    expect(json).not.toHaveProperty('start');
  });

  test('has a name made of its title and its day', async () => {
    const done = await exportRun({ store: shared.store, cryptography }, shared.run.id);
    expect(done).toMatchObject({
      value: { name: 'the-phone-on-the-train-2026-03-11.run.json', type: 'application/json' },
    });
  });

  test('opens elsewhere as the same run, which is verified and played on', async () => {
    const store = createMemoryStore();
    const done = await opened(store, shared.text);
    expect(done).toMatchObject({ kind: 'taken', isNew: true, isChecked: true, title: startingPoint.title });
    const lab = await openLab(partsOn(store), () => undefined);
    expect(lab.run?.records).toEqual(shared.run.records);
    expect(lab.run?.world).toEqual(shared.run.world);
    expect(lab.run?.now).toBe(shared.run.now);
    expect(await lab.verify?.()).toBeNull();
    expect((await lab.run?.advanceTo(shared.run.now + DAY))?.isOk).toBe(true);
    expect(lab.canUndoReset).toBe(false);
  });

  test('opens when it is packed by gzip, and when an editor has put a byte order mark before it', async () => {
    expect(await opened(createMemoryStore(), new Uint8Array(gzipSync(shared.text)))).toMatchObject({ kind: 'taken' });
    expect(await opened(createMemoryStore(), `\ufeff${shared.text}`)).toMatchObject({ kind: 'taken' });
  });

  test('is opened and not doubled where it is kept already, and doubled where that one was played on', async () => {
    const store = createMemoryStore();
    const first = await opened(store, shared.text);
    if (first.kind !== 'taken') throw new Error('not taken');
    await newRunOn(store);
    expect(await opened(store, shared.text)).toMatchObject({ kind: 'taken', run: first.run, isNew: false });
    expect(await store.pointers()).toMatchObject({ value: { current: first.run, putAside: null } });
    const lab = await openLab(partsOn(store), () => undefined);
    await lab.run?.advanceTo(shared.run.now + DAY);
    expect(await opened(store, shared.text)).toMatchObject({ kind: 'taken', isNew: true });
    expect((await store.runs()).isOk && (await store.runs())).toMatchObject({ value: { length: 3 } });
  });

  test('carries the starting point that somebody made, which is kept where the run is opened', async () => {
    const from = createMemoryStore();
    const start = { ...startingPoint, id: 'my-firm', title: 'My firm' };
    const { run } = await startRun(partsOn(from), () => undefined, { start });
    const text = await saved(from, run?.id ?? '');
    const store = createMemoryStore();
    expect(await opened(store, text)).toMatchObject({ kind: 'taken', title: 'My firm' });
    expect(await store.starts()).toEqual(await from.starts());
    await from.forgetStart(run?.row.startDigest ?? '');
    const without = JSON.parse(await saved(from, run?.id ?? '')) as object;
    expect(without).not.toHaveProperty('start');
    expect(await opened(createMemoryStore(), JSON.stringify(without))).toMatchObject({ kind: 'taken' });
  });

  test('is known as a branch where the run it parted from is kept, and stands alone elsewhere', async () => {
    const { store, run, parts } = await sharedRun();
    const moment = momentAt(run.history, run.now - DAY);
    const wish = { from: run, title: 'Branch', product: PRODUCTS.onvio, moment };
    const branch = await branchOff(parts, () => undefined, wish);
    if (!branch.isOk || branch.value.run === null) throw new Error('no branch');
    const text = await saved(store, branch.value.run.id);
    const other = createMemoryStore();
    const alone = await opened(other, text);
    expect(alone.kind === 'taken' && (await other.read(alone.run))).not.toHaveProperty('value.row.parent');
    await branch.value.run.advanceTo(run.now);
    const beside = await opened(store, text);
    expect(beside.kind === 'taken' && (await store.read(beside.run))).toMatchObject({
      value: { row: { parent: { run: run.id, position: moment.position }, cameBy: 'file' } },
    });
  });

  test('made by other rules opens, is told as not checked, and still has to hold together', async () => {
    const file = await begunOtherwise(shared.json, ({ pins }) => (pins.rulesVersion = 1));
    const store = createMemoryStore();
    expect(await opened(store, JSON.stringify(file))).toMatchObject({ kind: 'taken', isChecked: false });
    const broken = { ...file, records: file.records.with(4, { ...file.records[5]!, link: file.records[4]!.link }) };
    expect(await opened(store, JSON.stringify(broken))).toMatchObject({ kind: 'refused' });
  });
});

describe('a run that is not saved', () => {
  test('is one that is not kept, or whose product file is gone', async () => {
    const store = createMemoryStore();
    expect(await exportRun({ store, cryptography }, 'nobody')).toEqual({ isOk: false, failure: { kind: 'gone' } });
    const without: RunStore = { ...shared.store, readProduct: async () => ({ isOk: true, value: null }) };
    const done = await exportRun({ store: without, cryptography }, shared.run.id);
    expect(done).toEqual({ isOk: false, failure: { kind: 'gone' } });
  });

  test('is one that storage does not give', async () => {
    const failure = { kind: 'blocked', detail: 'test' } as const;
    const store: RunStore = { ...shared.store, read: async () => ({ isOk: false, failure }) };
    const done = await exportRun({ store, cryptography }, shared.run.id);
    expect(done).toEqual({ isOk: false, failure: { kind: 'storage', failure } });
  });

  test('is one that is damaged: no lab would open its file', async () => {
    const stored = await shared.store.read(shared.run.id);
    if (!stored.isOk || stored.value === null) throw new Error('nothing kept');
    const value = { ...stored.value, records: stored.value.records.with(3, { record: 'gone', link: '' }) };
    const store: RunStore = { ...shared.store, read: async () => ({ isOk: true, value }) };
    const done = await exportRun({ store, cryptography }, shared.run.id);
    expect(done).toMatchObject({ isOk: false, failure: { kind: 'refused', problems: [{ path: 'records.3.link' }] } });
  });

  test('is one larger than a file may be, and says by how much', async () => {
    const product = { ...(shared.json.product as object), notes: 'x'.repeat(FILE_MAX_BYTES) };
    const store: RunStore = { ...shared.store, readProduct: async () => ({ isOk: true, value: product }) };
    const done = await exportRun({ store, cryptography }, shared.run.id);
    if (done.isOk || done.failure.kind !== 'refused') throw new Error('saved');
    expect(done.failure.problems).toEqual([
      {
        path: '(the whole file)',
        found: expect.stringMatching(/^10,0\d\d,\d{3} bytes$/),
        expected: 'at most 10,000,000 bytes',
      },
    ]);
  });
});

test('a run that storage does not take is not open, and storage is as it was', async () => {
  const kept = createMemoryStore();
  const failure = { kind: 'full' } as const;
  const store: RunStore = { ...kept, create: async () => ({ isOk: false, failure }) };
  expect(await opened(store, shared.text)).toEqual({ kind: 'not-kept', failure });
  expect(await kept.runs()).toEqual({ isOk: true, value: [] });
});
