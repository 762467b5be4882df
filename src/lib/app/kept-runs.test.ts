import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../adapters/storage/memory-store';
import type { ListedRun, RunStore } from '../ports';
import { ISSUE_TO_DANA, newRunOn } from '../../../tests/support/shell';
import { keptRuns } from './kept-runs';

async function listOf(store: RunStore) {
  const kept = await keptRuns(store);
  if (!kept.isOk) throw new Error(kept.failure.kind);
  return kept.value;
}

/** A store whose list has one run, of which something was changed behind the lab's back. */
async function tampered(change: (run: { row: Record<string, unknown>; first: unknown }) => ListedRun) {
  const store = createMemoryStore();
  await newRunOn(store);
  const runs = await store.runs();
  const [run] = runs.isOk ? runs.value : [];
  const changed = change({ row: { ...(run?.row as object) }, first: run?.first });
  return { ...store, runs: async () => ({ isOk: true, value: [changed] }) as const };
}

describe('the list of kept runs', () => {
  test('is empty where nothing was played', async () => {
    expect(await listOf(createMemoryStore())).toEqual([]);
  });

  test('tells title, product with its variant, and where time stands; the run of the lab is marked', async () => {
    const store = createMemoryStore();
    const first = await newRunOn(store);
    await first.submit(ISSUE_TO_DANA);
    await first.advanceTo(Date.parse('2026-03-10T13:00:00Z'));
    const second = await newRunOn(store, 'clocks-go-forward');
    expect(await listOf(store)).toMatchObject([
      { isSound: true, id: second.id, isCurrent: true, now: Date.parse('2026-03-07T14:00:00Z') },
      {
        isSound: true,
        id: first.id,
        isCurrent: false,
        title: 'The phone on the train',
        product: 'Onvio, revision 2',
        now: Date.parse('2026-03-10T13:00:00Z'),
        timeZone: 'America/New_York',
      },
    ]);
  });

  test('tells when a run was last played, where that was kept and is a time', async () => {
    const kept = async (playedAt: unknown) => {
      const [line] = await listOf(await tampered(({ row, first }) => ({ row: { ...row, playedAt }, first })));
      return line?.isSound === true ? line.playedAt : 'not sound';
    };
    expect(await kept(1_700_000_000_000)).toBe(1_700_000_000_000);
    for (const none of [undefined, null, 'yesterday', Number.NaN, 9e15]) expect(await kept(none)).toBeNull();
    const [old] = await listOf(
      await tampered(({ row: { playedAt, ...row }, first }) => (void playedAt, { row, first })),
    );
    expect(old).toMatchObject({ isSound: true, playedAt: null });
  });

  test('says why there is none where storage fails', async () => {
    const failure = { kind: 'newer' } as const;
    const store: RunStore = { ...createMemoryStore(), runs: async () => ({ isOk: false, failure }) };
    expect(await keptRuns(store)).toEqual({ isOk: false, failure });
  });

  const DAMAGES: readonly (readonly [string, Parameters<typeof tampered>[0], string])[] = [
    ['a row that is none', () => ({ row: 'gone', first: null }), 'row-malformed'],
    ['a position that is no number', ({ row, first }) => ({ row: { ...row, head: {} }, first }), 'row-malformed'],
    ['a time that is none', ({ row, first }) => ({ row: { ...row, now: Number.NaN }, first }), 'row-malformed'],
    ['no first record', ({ row }) => ({ row, first: null }), 'beginning-malformed'],
    [
      'a time zone that no browser knows',
      ({ row }) => ({
        row,
        first: {
          kind: 'genesis',
          events: [{ type: 'RunStarted', pins: { timeZone: 'Nowhere/Else', locale: 'en-GB' } }],
        },
      }),
      'beginning-malformed',
    ],
    [
      'a product file that is not here',
      ({ row, first }) => ({ row: { ...row, productDigest: '0'.repeat(64) }, first }),
      'product-missing',
    ],
  ];
  for (const [name, change, damage] of DAMAGES) {
    test(`keeps a run with ${name} in the list, and says what is wrong`, async () => {
      expect(await listOf(await tampered(change))).toMatchObject([{ isSound: false, damage }]);
    });
  }
});
