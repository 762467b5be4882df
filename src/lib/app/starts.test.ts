import { describe, expect, test } from 'vitest';
import { PRODUCTS, startingPoint } from '../../../tests/support/play';
import { ISSUE_TO_DANA, newRunOn, partsOn, shippedWith } from '../../../tests/support/shell';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { accountOf } from '../domain/world';
import type { RunStore } from '../ports';
import { settled, withoutPerson, withPerson } from '../scenarios/firm-edits';
import { readStartingPoint } from '../scenarios/read-starting-point';
import type { StartingPoint } from '../scenarios/starting-point';
import { newRun } from './new-run';
import { openLab, startRun, undoReset } from './opening';
import { readRecord } from './log-format';
import { startOfMoment } from './start-of-moment';
import { isSameStart, startChoices } from './starts';

const own = (title: string): StartingPoint => ({ ...settled(withoutPerson(startingPoint, 'marcus')).start, title });

async function begin(store: RunStore, start: StartingPoint) {
  const opened = await startRun(partsOn(store), () => undefined, { start });
  if (opened.run === null || opened.startDigest === undefined) throw new Error('The run did not start.');
  return { run: opened.run, digest: opened.startDigest };
}

const titles = async (store: RunStore, here: string | undefined): Promise<readonly string[]> =>
  (await startChoices(partsOn(store), here)).map(({ start, isHere }) => `${start.title}${isHere ? ', here' : ''}`);

describe('a run on a firm of one’s own', () => {
  test('has its people, remembers where it began, and is the very same when it is opened again', async () => {
    const store = createMemoryStore();
    const { run, digest } = await begin(store, own('Mine'));
    expect(accountOf(run.world, 'marcus')).toBeUndefined();
    expect(accountOf(run.world, 'dana')).toBeDefined();
    await run.submit(ISSUE_TO_DANA);
    const again = await openLab(partsOn(store), () => undefined);
    expect(again.startDigest).toBe(digest);
    expect(await again.verify?.()).toBeNull();
    expect(again.run?.world).toEqual(run.world);
  });

  test('puts the one before aside, as it was, and gives it back', async () => {
    const store = createMemoryStore();
    const before = await newRunOn(store);
    await before.submit(ISSUE_TO_DANA);
    const kept = JSON.stringify(await store.read(before.id));
    await begin(store, own('Mine'));
    expect(JSON.stringify(await store.read(before.id))).toBe(kept);
    const back = await undoReset(partsOn(store), () => undefined);
    expect(back.run?.id).toBe(before.id);
    expect(back.startDigest).toBeUndefined();
    expect(back.run?.world).toEqual(before.world);
  });

  test('can be played on every product, and each of its records is read again', () => {
    const silent = withPerson(startingPoint, {
      ...startingPoint.people.find(({ id }) => id === 'tom')!,
      isMfaOn: false,
      devices: [],
    });
    for (const product of Object.values(PRODUCTS)) {
      for (const start of [startingPoint, own('Mine'), silent]) {
        expect(readStartingPoint(start).isRead).toBe(true);
        const { records } = newRun({ product, productDigest: 'test', start, seed: 'test' });
        expect(records.map((record) => readRecord(record)).filter((each) => !each.isWellFormed)).toEqual([]);
      }
    }
  });
});

describe('where a story can begin', () => {
  test('is where the run did, then one’s own from the latest on, then what ships', async () => {
    const store = createMemoryStore();
    expect(await titles(store, undefined)).toEqual(['The phone on the train, here']);
    const first = await begin(store, own('First'));
    await begin(store, own('Second'));
    await begin(store, own('Third'));
    expect(await titles(store, first.digest)).toEqual(['First, here', 'Third', 'Second', 'The phone on the train']);
    expect(await titles(store, undefined)).toEqual(['The phone on the train, here', 'Third', 'Second', 'First']);
    await store.forgetStart(first.digest);
    expect(await titles(store, first.digest)).toEqual(['Third', 'Second', 'The phone on the train']);
  });

  test('leaves out what was kept and cannot be read', async () => {
    const store = createMemoryStore();
    const broken: RunStore = {
      ...store,
      starts: async () => ({ isOk: true, value: [{ digest: 'x', start: { ...startingPoint, people: 'gone' } }] }),
    };
    expect(await titles(broken, 'x')).toEqual(['The phone on the train']);
    const failing: RunStore = {
      ...store,
      starts: async () => ({ isOk: false, failure: { kind: 'blocked', detail: '' } }),
    };
    expect(await titles(failing, undefined)).toEqual(['The phone on the train, here']);
  });

  test('knows the one that ships again, whatever the order of its keys', () => {
    const { title, ...rest } = startingPoint;
    expect(isSameStart({ ...rest, title }, startingPoint)).toBe(true);
    expect(isSameStart({ ...rest, title: 'Mine' }, startingPoint)).toBe(false);
    expect(shippedWith(PRODUCTS.onvio).start.title).toBe(title);
  });
});

describe('a run as a starting point', () => {
  test('has the devices, pairings and losses as they stand, and begins when it was taken', async () => {
    const run = await newRunOn(createMemoryStore());
    const { start, devicesLeftOut } = startOfMoment(run.world, run.now, startingPoint);
    expect(devicesLeftOut).toBe(0);
    expect(readStartingPoint(start)).toMatchObject({ isRead: true });
    const begun = newRun({ product: PRODUCTS.onvio, productDigest: 'test', start, seed: 'test' });
    expect(begun.now).toBe(run.now);
    for (const { id } of startingPoint.people) {
      const [before, after] = [accountOf(run.world, id), accountOf(begun.world, id)];
      expect(after?.isMfaOn).toBe(before?.isMfaOn);
      expect(after?.authenticators.map(({ device }) => device)).toEqual(
        before?.authenticators.map(({ device }) => device),
      );
      expect(after?.devices.map(({ label, loss }) => [label, loss?.how])).toEqual(
        before?.devices.map(({ label, loss }) => [label, loss?.how]),
      );
      expect(after?.session).toBeNull();
    }
  });

  test('begins with one lost device a person at most, and says how many it left out', async () => {
    const run = await newRunOn(createMemoryStore());
    const actor = { kind: 'person', account: 'marcus' } as const;
    for (const device of ['marcus/device/1', 'marcus/device/2']) {
      await run.submit({ actor, command: { type: 'loseDevice', account: 'marcus', device, how: 'stolen' } });
    }
    const { start, devicesLeftOut } = startOfMoment(run.world, run.now, startingPoint);
    expect(devicesLeftOut).toBe(1);
    expect(start.people.find(({ id }) => id === 'marcus')?.devices).toHaveLength(1);
    expect(start.opening.map(({ person }) => person)).toEqual(['dana', 'marcus']);
  });
});
