// What was added to a run since a position, in one transaction that reads no record where nothing was.
import { failed, ok, type Pointers, type Result, type RunTail, type StorageFailure } from '../../ports';
import type { LabDatabase } from './lab-database';
import { recordsBehind } from './packed-records';

/** The tail of a run; `replaced` where the database does not bear this mark, `gone` where it does and the run is not there. */
export function readAfter(
  database: LabDatabase,
  epoch: string,
  run: string,
  position: number,
): PromiseLike<Result<RunTail, StorageFailure>> {
  const { meta, runs, records, packs } = database;
  return database.transaction('r', [meta, runs, records, packs], async () => {
    const [mark, pointed, row] = await Promise.all([meta.get('epoch'), meta.get('pointers'), runs.get(run)]);
    if (mark?.value !== epoch) return failed({ kind: 'replaced' });
    if (row === undefined) return failed({ kind: 'gone' });
    const added = row.head.position <= position ? [] : await recordsBehind(database, run, position);
    const pointers = (pointed?.value ?? { current: null, putAside: null }) as Pointers;
    return ok({ row, pointers, records: added });
  });
}
