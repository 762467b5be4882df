import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import { LAB, person } from '../domain/actors';
import { MINUTE } from '../domain/instant';
import type { LogRecord } from '../domain/record';
import type { RunStore } from '../ports';
import { HandClock, ISSUE_TO_DANA, newRunOn, partsOn } from '../../../tests/support/shell';
import { product } from '../../../tests/support/play';
import { branchOff } from './branch';
import { momentAt } from './moment';
import { startRun } from './opening';
import { courseOf } from './run-course';

/** A store that reads this run with its last record changed behind the lab's back. */
function tampered(store: RunStore, change: (record: object) => unknown): RunStore {
  return {
    ...store,
    read: async (id) => {
      const read = await store.read(id);
      if (!read.isOk || read.value === null) return read;
      const records = read.value.records.map((each, index, { length }) =>
        index === length - 1 ? { ...each, record: change(each.record as object) } : each,
      );
      return { isOk: true, value: { ...read.value, records } };
    },
  };
}

describe('the course of a kept run', () => {
  test('is nothing as long as nobody did anything, whatever the story begins with', async () => {
    const store = createMemoryStore();
    const { id } = await newRunOn(store);
    expect(await courseOf(store, id)).toMatchObject({ happened: 0, last: null, product: 'Onvio, revision 2' });
  });

  test('counts what happened since the lab opened, by people and by itself, and not where the desks stand', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    await run.submit(ISSUE_TO_DANA);
    const place = { persona: 'tom', node: '', subject: null, code: null };
    await run.goTo(LAB, () => ({ desk: 'user', place }));
    const issued = await courseOf(store, run.id);
    expect(issued).toMatchObject({ happened: 1, last: { actor: person('priya') } });
    await run.advanceTo(run.now + 25 * 3_600_000);
    const course = await courseOf(store, run.id);
    expect(course).toMatchObject({ happened: 2, last: { kind: 'deadline', events: [{ type: 'CodeEnded' }] } });
    expect(course?.world.accounts).toEqual(run.world.accounts);
  });

  test('of a branch counts what was done in it, though it parted before the lab opened', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    const moment = momentAt(run.history, run.now - MINUTE);
    const wish = { from: run, title: 'A branch', product, moment };
    const done = await branchOff(partsOn(store), () => undefined, wish);
    if (!done.isOk || done.value.run === null) throw new Error('no branch');
    const { run: branch } = done.value;
    expect(await courseOf(store, branch.id)).toMatchObject({ happened: 0, last: null });
    await branch.submit(ISSUE_TO_DANA);
    expect(branch.now).toBeLessThan(run.now);
    expect(await courseOf(store, branch.id)).toMatchObject({ happened: 1, last: { actor: person('priya') } });
  });

  test('names the variant that is in force by now', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    await run.submit({ actor: LAB, command: { type: 'setVariant', variant: 'revision-1' } });
    expect(await courseOf(store, run.id)).toMatchObject({ product: 'Onvio, revision 1' });
  });

  const FOREIGN: readonly (readonly [string, (record: object) => unknown])[] = [
    ['a record that is none', () => null],
    ['an event of which nobody has heard', (record) => ({ ...record, events: [{ type: 'CodeDoubled' }] })],
    ['an event that lacks what it tells of', (record) => ({ ...record, events: [{ type: 'CodeIssued', code: 'x' }] })],
  ];
  for (const [name, change] of FOREIGN) {
    test(`is not told where the log ends with ${name}`, async () => {
      const store = createMemoryStore();
      const run = await newRunOn(store);
      await run.submit(ISSUE_TO_DANA);
      expect(await courseOf(tampered(store, change), run.id)).toBeNull();
    });
  }

  test('is not told where the run or its product file is not there', async () => {
    const store = createMemoryStore();
    const run = await newRunOn(store);
    expect(await courseOf(store, 'nowhere')).toBeNull();
    const without = { ...store, readProduct: async () => ({ isOk: true, value: null }) as const };
    expect(await courseOf(without, run.id)).toBeNull();
  });
});

describe('when a run was last played', () => {
  const PRESENT = Date.UTC(2031, 4, 6, 7, 8, 9);

  test('is kept in its row when it begins, when something is done and when time goes on; and nowhere in its log', async () => {
    const store = createMemoryStore();
    const clock = new HandClock();
    clock.epoch = PRESENT;
    const { run } = await startRun(partsOn(store, clock), () => undefined);
    if (run === null) throw new Error('The run did not start.');
    const row = async () => {
      const read = await store.read(run.id);
      return read.isOk ? read.value?.row : undefined;
    };
    expect(await row()).toMatchObject({ playedAt: PRESENT });
    clock.epoch = PRESENT + 1000;
    await run.submit(ISSUE_TO_DANA);
    expect(await row()).toMatchObject({ playedAt: PRESENT + 1000 });
    clock.epoch = PRESENT + 2000;
    await run.advanceTo(run.now + 1000);
    expect(await row()).toMatchObject({ playedAt: PRESENT + 2000, now: run.now });
    const read = await store.read(run.id);
    const records = read.isOk ? (read.value?.records ?? []) : [];
    const years = records.map(({ record }) => new Date((record as LogRecord).at).getUTCFullYear());
    expect(new Set(years)).toEqual(new Set([2026]));
    expect(JSON.stringify(records)).not.toContain(String(PRESENT).slice(0, 7));
  });
});
