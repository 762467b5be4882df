// Runs kept in memory only: for the player, for pages where storage is blocked, and for tests. The same contract as
// the database, but nothing outlives the page.
import {
  failed,
  ok,
  type Append,
  type Pointers,
  type RunRow,
  type RunStore,
  type RunUpkeep,
  type StoredRecord,
} from '../../ports';
import { inOrder, isBegunAnew, lastOpened } from './last-opened';

export interface KeptRun {
  row: RunRow;
  readonly records: StoredRecord[];
}

/** What a store in memory is made of. */
export interface MemoryState {
  readonly runs: Map<string, KeptRun>;
  readonly products: Map<string, unknown>;
  readonly starts: Map<string, unknown>;
  pointers: Pointers;
  /** Ids in the order in which they were made the current one, the last first. */
  opened: readonly string[];
}

/** A store of its own, empty. */
export function createMemoryStore(): RunStore {
  const state: MemoryState = {
    runs: new Map(),
    products: new Map(),
    starts: new Map(),
    pointers: { current: null, putAside: null },
    opened: [],
  };
  /** One for the store: what is in the trash is kept by it. */
  let upkeep: Promise<RunUpkeep> | null = null;
  return {
    isKept: false,
    epoch: '',
    upkeep: () => (upkeep ??= import('./memory-upkeep').then(({ memoryUpkeep }) => memoryUpkeep(state))),
    ...writingTo(state),
    ...readingFrom(state),
    ...pointingIn(state),
    onEnded: () => undefined,
    close: () => undefined,
  };
}

function point(state: MemoryState, next: Pointers) {
  state.pointers = next;
  if (next.current !== null) state.opened = lastOpened(state.opened, next.current);
  return ok(next);
}

function writingTo(state: MemoryState): Pick<RunStore, 'create' | 'append' | 'keepNow' | 'forgetStart'> {
  const { runs, products, starts } = state;
  return {
    create: async (row, records, product, start) => {
      if (runs.has(row.id)) return failed({ kind: 'replaced' });
      runs.set(row.id, { row, records: structuredClone([...records]) });
      products.set(row.productDigest, product);
      if (row.startDigest !== undefined && start !== undefined && !starts.has(row.startDigest))
        starts.set(row.startDigest, start);
      point(state, { current: row.id, putAside: isBegunAnew(row) ? state.pointers.current : null });
      return ok(null);
    },
    append: async ({ run, genesisLink, seen, records, now, playedAt }: Append) => {
      const kept = runs.get(run);
      if (kept === undefined) return failed({ kind: 'gone' });
      if (kept.row.genesisLink !== genesisLink) return failed({ kind: 'replaced' });
      const { head } = kept.row;
      if (head.position !== seen.position || head.link !== seen.link) return failed({ kind: 'conflict', head });
      kept.records.push(...structuredClone(records));
      const last = records.at(-1);
      const next = last === undefined ? head : { position: last.record.position, link: last.link };
      kept.row = { ...kept.row, head: next, now: Math.max(kept.row.now, now), playedAt };
      return ok(next);
    },
    keepNow: async (run, { now, playedAt }) => {
      const kept = runs.get(run);
      if (kept === undefined) return failed({ kind: 'gone' });
      if (now > kept.row.now) kept.row = { ...kept.row, now, playedAt };
      return ok(kept.row.now);
    },
    forgetStart: async (digest) => {
      starts.delete(digest);
      return ok(null);
    },
  };
}

function readingFrom(
  state: MemoryState,
): Pick<RunStore, 'read' | 'recent' | 'keepState' | 'readAfter' | 'readProduct' | 'runs' | 'starts'> {
  const { runs, products, starts } = state;
  return {
    read: async (run) => {
      const kept = runs.get(run);
      return ok(kept === undefined ? null : { row: kept.row, records: structuredClone(kept.records) });
    },
    // A run is opened once where nothing outlives the page.
    recent: async () => ok(null),
    keepState: async () => ok(null),
    readAfter: async (run, position) => {
      const kept = runs.get(run);
      if (kept === undefined) return failed({ kind: 'gone' });
      const { pointers } = state;
      return ok({ row: kept.row, pointers, records: structuredClone(kept.records.slice(position + 1)) });
    },
    readProduct: async (digest) => ok(products.get(digest) ?? null),
    runs: async () =>
      ok(
        inOrder([...runs.keys()], state.opened).map((id) => {
          const kept = runs.get(id);
          return { row: kept?.row ?? null, first: structuredClone(kept?.records[0]?.record ?? null) };
        }),
      ),
    starts: async () => ok([...starts].map(([digest, start]) => ({ digest, start }))),
  };
}

function pointingIn(state: MemoryState): Pick<RunStore, 'open' | 'pointers' | 'swap'> {
  return {
    open: async (run) => {
      if (!state.runs.has(run)) return failed({ kind: 'replaced' });
      return run === state.pointers.current ? ok(state.pointers) : point(state, { current: run, putAside: null });
    },
    pointers: async () => ok(state.pointers),
    swap: async () => {
      const { current, putAside, isSwapped } = state.pointers;
      return point(state, { current: putAside, putAside: current, isSwapped: isSwapped !== true });
    },
  };
}
