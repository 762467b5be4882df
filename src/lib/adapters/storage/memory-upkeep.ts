// What is done with runs kept in memory beside playing them. The same contract as the database's.
import { failed, ok, type RunUpkeep, type TrashedRun } from '../../ports';
import { inOrder } from './last-opened';
import type { KeptRun, MemoryState } from './memory-store';
import { copyOf } from './run-copy';

interface Trashed {
  readonly kept: KeptRun;
  readonly removedAt: number;
  /** The run that became the current one in its place; without it, it was not the current one. */
  readonly successor?: string | null;
}

const GONE = failed({ kind: 'replaced' } as const);

/** @param state the store's own, which both work on */
export function memoryUpkeep(state: MemoryState): RunUpkeep {
  const { runs, products } = state;
  const trash = new Map<string, Trashed>();
  const isPinned = (digest: string): boolean =>
    [...runs.values(), ...[...trash.values()].map(({ kept }) => kept)].some(({ row }) => row.productDigest === digest);

  return {
    rename: async (run, title) => {
      const kept = runs.get(run);
      if (kept === undefined) return GONE;
      kept.row = { ...kept.row, title };
      return ok(null);
    },
    duplicate: async (run, copy) => {
      const kept = runs.get(run);
      if (kept === undefined || runs.has(copy.id)) return GONE;
      runs.set(copy.id, { row: copyOf(kept.row, copy), records: structuredClone(kept.records) });
      return ok(null);
    },
    remove: async (run, removedAt) => {
      const kept = runs.get(run);
      if (kept === undefined) return GONE;
      runs.delete(run);
      const { current, putAside } = state.pointers;
      const [next = null] = inOrder([...runs.keys()], state.opened);
      trash.set(run, { kept, removedAt, ...(current === run ? { successor: next } : {}) });
      if (current === run) state.pointers = { current: next, putAside: null };
      else if (putAside === run) state.pointers = { ...state.pointers, putAside: null };
      return ok(null);
    },
    restore: async (run) => {
      const trashed = trash.get(run);
      if (trashed === undefined) return GONE;
      runs.set(run, trashed.kept);
      trash.delete(run);
      const { successor } = trashed;
      if (successor !== undefined && successor === state.pointers.current) {
        state.pointers = { current: run, putAside: null };
      }
      return ok(null);
    },
    erase: async (run) => {
      const digest = trash.get(run)?.kept.row.productDigest;
      if (digest === undefined) return GONE;
      trash.delete(run);
      state.opened = state.opened.filter((each) => each !== run);
      if (!isPinned(digest)) products.delete(digest);
      return ok(null);
    },
    trash: async () => {
      const all = [...trash].map(([id, { kept, removedAt }]): TrashedRun => {
        return { id, row: kept.row, removedAt, first: structuredClone(kept.records[0]?.record ?? null) };
      });
      return ok(all.toSorted((one, other) => other.removedAt - one.removedAt));
    },
  };
}
