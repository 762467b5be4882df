// What was added to a run since a position, in one transaction that reads no record where nothing was.
import { Dexie } from 'dexie';
import { failed, ok, type Pointers, type Result, type RunTail, type StorageFailure } from '../../ports';
import type { LabDatabase } from './lab-database';

/** The tail of a run; `replaced` where the database does not bear this mark, `gone` where it does and the run is not there. */
export function readAfter(
  database: LabDatabase,
  epoch: string,
  run: string,
  position: number,
): PromiseLike<Result<RunTail, StorageFailure>> {
  const { meta, runs, records } = database;
  return database.transaction('r', [meta, runs, records], async () => {
    const [mark, pointed, row] = await Promise.all([meta.get('epoch'), meta.get('pointers'), runs.get(run)]);
    if (mark?.value !== epoch) return failed({ kind: 'replaced' });
    if (row === undefined) return failed({ kind: 'gone' });
    const added =
      row.head.position <= position
        ? []
        : await records.where('[run+position]').between([run, position], [run, Dexie.maxKey], false, true).toArray();
    const pointers = (pointed?.value ?? { current: null, putAside: null }) as Pointers;
    return ok({ row, pointers, records: added.map(({ record, link }) => ({ record, link })) });
  });
}
