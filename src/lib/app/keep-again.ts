// Keeping a run once more that the page still has, after the database it was in was deleted or made anew under the page, or
// the run alone was. The page's copy is whole, since nothing is shown that was not written first; its links come out the same.
import { failed, ok, type Result, type RunRow, type RunStore, type StorageFailure, type StoredRun } from '../ports';
import type { Product } from '../products/schema';
import { chained, NO_LINK } from './chain';
import type { OpenRun, WrittenBy } from './open-run';
import { openLab, type LabParts, type Opened } from './opening';
import type { LabProblem } from './problems';

export interface KeptAgain {
  readonly opened: Opened;
  /** Mark of the database that it is in now. */
  readonly epoch: string;
}

/** Writes the run into the database as it is now, and makes it the current one; a damaged one it does not. */
export async function keepAgain(
  parts: LabParts,
  onChange: (run: OpenRun, by: WrittenBy) => void,
  { run, product }: { readonly run: OpenRun; readonly product: Product },
): Promise<Result<KeptAgain, LabProblem>> {
  const { cryptography } = parts;
  const ready = await run.log.ready();
  if (!ready.isOk) return ready;
  const { store, problem } = await parts.reopenStore('kept');
  if (problem !== null) return failed(problem);
  const there = await readOrBringBack(store, run.id);
  if (!there.isOk) return failed({ kind: 'storage', failure: there.failure });
  // Another window may have kept its copy before; where that one came less far, both are kept.
  const isThere = there.value?.row.head.link === run.head.link;
  const row: RunRow = there.value === null ? run.row : { ...run.row, id: cryptography.randomHex(8) };
  const records = isThere ? [] : await chained(cryptography, NO_LINK, run.records);
  const kept = isThere ? await store.open(run.id) : await store.create(row, records, product);
  if (!kept.isOk) return failed({ kind: 'storage', failure: kept.failure });
  return ok({ opened: await openLab(parts, onChange), epoch: store.epoch });
}

/** The run as it is kept; one in the trash is brought back from there first. */
async function readOrBringBack(store: RunStore, id: string): Promise<Result<StoredRun | null, StorageFailure>> {
  const there = await store.read(id);
  if (!there.isOk || there.value !== null) return there;
  const restored = await (await store.upkeep()).restore(id);
  return restored.isOk ? store.read(id) : there;
}
