// Following what another window has written: only what is new is read, and it is believed no more than a file would be.
import { describe, expect, test } from 'vitest';
import { LAB, person } from '../domain/actors';
import { HOUR } from '../domain/instant';
import type { LogRecord } from '../domain/record';
import { createMemoryStore } from '../adapters/storage/memory-store';
import type { Head, RunStore, RunTail } from '../ports';
import { ISSUE_TO_DANA, newRunOn, partsOn, seededCryptography } from '../../../tests/support/shell';
import { linkOf } from './chain';
import type { OpenRun } from './open-run';
import { openLab } from './opening';

const WALK = { desk: 'lab', place: { persona: null, node: 'support', subject: null, code: null } } as const;
const PASSWORD = {
  actor: person('dana'),
  command: { type: 'submitPassword', account: 'dana', card: 'right' },
} as const;

/** A run in two windows: the store counts what is read of it. */
async function inTwoWindows(store: RunStore = createMemoryStore()) {
  const read = { whole: 0, after: [] as number[] };
  const counting: RunStore = {
    ...store,
    read: (run) => {
      read.whole += 1;
      return store.read(run);
    },
    readAfter: (run, position) => {
      read.after.push(position);
      return store.readAfter(run, position);
    },
  };
  const mine = await newRunOn(counting);
  const other = (await openLab(partsOn(store), () => undefined)).run as OpenRun;
  read.whole = 0;
  return { mine, other, read, store };
}

describe('a run that another window has written to', () => {
  test('is followed from the own head on, without reading what is known already', async () => {
    const { mine, other, read } = await inTwoWindows();
    const head = mine.head.position;
    await other.submit(ISSUE_TO_DANA);
    await other.advanceTo(other.now + HOUR);
    expect(await mine.refresh()).toMatchObject({ isOk: true, value: { current: mine.id } });
    expect(mine.records).toEqual(other.records);
    expect(mine.world).toEqual(other.world);
    expect(mine.now).toBe(other.now);
    expect(read).toEqual({ whole: 0, after: [head] });
    expect((await mine.submit(PASSWORD)).isOk).toBe(true);
  });

  test('is followed in its time alone, where nothing happened, and never back', async () => {
    const { mine, other } = await inTwoWindows();
    const began = mine.now;
    await other.advanceTo(began + HOUR);
    await mine.refresh();
    expect(mine.now).toBe(began + HOUR);
    await mine.advanceTo(began + 2 * HOUR);
    await other.goTo(LAB, () => WALK);
    await mine.refresh();
    expect(mine.now).toBe(began + 2 * HOUR);
  });

  test('is looked at once for many hints', async () => {
    const { mine, other, read } = await inTwoWindows();
    await other.submit(ISSUE_TO_DANA);
    await Promise.all([mine.refresh(), mine.refresh(), mine.refresh()]);
    expect(read.after).toHaveLength(1);
    expect(mine.head).toEqual(other.head);
  });

  test('decides a command as if it had come a moment later where only a desk was walked meanwhile', async () => {
    const { mine, other } = await inTwoWindows();
    await other.goTo(LAB, () => WALK);
    const done = await mine.submit(ISSUE_TO_DANA);
    expect(done).toMatchObject({ isOk: true, value: [{ type: 'CodeIssued' }] });
    expect(mine.records.filter((each) => each.kind === 'place').at(-1)).toMatchObject({ place: { node: 'support' } });
  });

  test('is gone where somebody deleted it', async () => {
    const store = createMemoryStore();
    const { mine } = await inTwoWindows({
      ...store,
      readAfter: async () => ({ isOk: false, failure: { kind: 'gone' } }),
    });
    expect(await mine.refresh()).toEqual({ isOk: false, failure: { kind: 'storage', failure: { kind: 'gone' } } });
  });
});

/** What each forgery makes of a tail that another window really wrote, and what is found wrong with it. */
const FORGERIES: readonly (readonly [string, (tail: RunTail, own: Head) => Promise<RunTail>, object])[] = [
  [
    'a record of a wrong shape',
    async (tail) => ({ ...tail, records: tail.records.map((each) => ({ ...each, record: { kind: 'command' } })) }),
    { kind: 'record-malformed' },
  ],
  [
    'a record that was changed',
    async (tail) => ({
      ...tail,
      records: tail.records.map((each) => ({
        ...each,
        record: { ...(each.record as LogRecord), at: (each.record as LogRecord).at + 1 },
      })),
    }),
    { kind: 'link-broken' },
  ],
  [
    'another head than the last record has',
    async (tail) => ({ ...tail, row: { ...tail.row, head: { ...tail.row.head, link: 'another' } } }),
    { kind: 'link-broken' },
  ],
  ['a record too few', async (tail) => ({ ...tail, records: tail.records.slice(0, -1) }), { kind: 'log-cut-short' }],
  [
    'an end before what is known already',
    async (tail) => ({ ...tail, row: { ...tail.row, head: { position: 3, link: 'three' } }, records: [] }),
    { kind: 'log-cut-short', found: 4 },
  ],
  [
    'an outcome that no rule gives, well linked',
    async (tail, own) => {
      const [first] = tail.records;
      const record = { ...(first?.record as LogRecord), events: [], reasons: [] } as LogRecord;
      const link = await linkOf(seededCryptography('test'), own.link, record);
      return { ...tail, row: { ...tail.row, head: { position: record.position, link } }, records: [{ record, link }] };
    },
    { kind: 'history-impossible', finding: 'outcome-differs' },
  ],
];

describe('what another window is said to have written', () => {
  for (const [what, forge, damage] of FORGERIES) {
    test(`is not followed with ${what}`, async () => {
      const store = createMemoryStore();
      const { mine, other } = await inTwoWindows({
        ...store,
        readAfter: async (run, position) => {
          const tail = await store.readAfter(run, position);
          return tail.isOk ? { isOk: true, value: await forge(tail.value, mine.head) } : tail;
        },
      });
      const before = mine.records;
      await other.submit(ISSUE_TO_DANA);
      expect(await mine.refresh()).toMatchObject({ isOk: false, failure: { kind: 'damaged', damage } });
      expect(mine.records).toBe(before);
    });
  }
});
