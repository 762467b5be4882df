// The state that is kept of a run beside its log: written over each time, and read with no more of the log than came behind it.
import { ok, type Result, type StorageFailure } from '../../ports';
import type { KeptState, RecentRun } from '../../ports-states';
import type { LabDatabase, StateRow } from './lab-database';
import { recordsBehind } from './packed-records';

/** The run from its state on; null where no state of these rules is kept, or the run is not there. */
export function readRecent(database: LabDatabase, run: string, rulesDigest: string): PromiseLike<RecentRun | null> {
  const { runs, records, packs, states } = database;
  return database.transaction('r', [runs, records, packs, states], async () => {
    const [row, kept] = await Promise.all([runs.get(run), states.get(run)]);
    if (row === undefined || kept?.rulesDigest !== rulesDigest) return null;
    return { row, state: stateIn(kept), records: await recordsBehind(database, run, kept.position) };
  });
}

/** Keeps a state in place of the one before, where the run is there. */
export function keepState(
  database: LabDatabase,
  run: string,
  state: KeptState,
): PromiseLike<Result<null, StorageFailure>> {
  const { runs, states } = database;
  return database.transaction('rw', [runs, states], async () => {
    if ((await runs.get(run)) !== undefined) await states.put({ run, ...state });
    return ok(null);
  });
}

function stateIn({ run: _, ...state }: StateRow): KeptState {
  return state;
}
