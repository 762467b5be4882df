// Runs kept in memory only: for the player, for pages where storage is blocked, and for tests. The same contract as
// the database, but nothing outlives the page.
import {
  failed,
  ok,
  type Append,
  type Head,
  type Pointers,
  type Result,
  type RunRow,
  type RunStore,
  type StorageFailure,
  type StoredRecord,
} from '../../ports';
import { inOrder, isBegunAnew, lastOpened } from './last-opened';

interface KeptRun {
  row: RunRow;
  readonly records: StoredRecord[];
}

/** A store of its own, empty. */
export function createMemoryStore(): RunStore {
  const runs = new Map<string, KeptRun>();
  const products = new Map<string, unknown>();
  const starts = new Map<string, unknown>();
  let pointers: Pointers = { current: null, putAside: null };
  /** Ids in the order in which they were made the current one, the last first. */
  let opened: readonly string[] = [];

  const point = (next: Pointers) => {
    pointers = next;
    if (next.current !== null) opened = lastOpened(opened, next.current);
    return ok(next);
  };

  return {
    isKept: false,
    epoch: '',
    create: async (row, records, product, start) => {
      if (runs.has(row.id)) return failed({ kind: 'replaced' });
      runs.set(row.id, { row, records: structuredClone([...records]) });
      products.set(row.productDigest, product);
      if (row.startDigest !== undefined && start !== undefined && !starts.has(row.startDigest))
        starts.set(row.startDigest, start);
      point({ current: row.id, putAside: isBegunAnew(row) ? pointers.current : null });
      return ok(null);
    },
    append: async (wish) => appendTo(runs.get(wish.run), wish),
    keepNow: async (run, { now, playedAt }) => {
      const kept = runs.get(run);
      if (kept === undefined) return failed({ kind: 'replaced' });
      if (now > kept.row.now) kept.row = { ...kept.row, now, playedAt };
      return ok(kept.row.now);
    },
    read: async (run) => {
      const kept = runs.get(run);
      return ok(kept === undefined ? null : { row: kept.row, records: structuredClone(kept.records) });
    },
    readAfter: async (run, position) => {
      const kept = runs.get(run);
      if (kept === undefined) return failed({ kind: 'gone' });
      return ok({ row: kept.row, pointers, records: structuredClone(kept.records.slice(position + 1)) });
    },
    readProduct: async (digest) => ok(products.get(digest) ?? null),
    runs: async () =>
      ok(
        inOrder([...runs.keys()], opened).map((id) => {
          const kept = runs.get(id);
          return { row: kept?.row ?? null, first: structuredClone(kept?.records[0]?.record ?? null) };
        }),
      ),
    open: async (run) => {
      if (!runs.has(run)) return failed({ kind: 'replaced' });
      return run === pointers.current ? ok(pointers) : point({ current: run, putAside: null });
    },
    starts: async () => ok([...starts].map(([digest, start]) => ({ digest, start }))),
    forgetStart: async (digest) => {
      starts.delete(digest);
      return ok(null);
    },
    pointers: async () => ok(pointers),
    swap: async () =>
      point({ current: pointers.putAside, putAside: pointers.current, isSwapped: pointers.isSwapped !== true }),
    onEnded: () => undefined,
    close: () => undefined,
  };
}

/** Adds records to a run whose end is still where whoever adds them saw it. */
function appendTo(
  kept: KeptRun | undefined,
  { genesisLink, seen, records, now, playedAt }: Append,
): Result<Head, StorageFailure> {
  if (kept === undefined || kept.row.genesisLink !== genesisLink) return failed({ kind: 'replaced' });
  const { head } = kept.row;
  if (head.position !== seen.position || head.link !== seen.link) return failed({ kind: 'conflict', head });
  kept.records.push(...structuredClone(records));
  const last = records.at(-1);
  const next = last === undefined ? head : { position: last.record.position, link: last.link };
  kept.row = { ...kept.row, head: next, now: Math.max(kept.row.now, now), playedAt };
  return ok(next);
}
