// What other windows have added to a run behind the own head: read, found to be sound, and joined to what is known. Cheap
// where they have added nothing.
import type { History } from '../domain/history';
import { failed, ok, type Cryptography, type Pointers, type Result, type RunRow, type RunStore } from '../ports';
import type { KnownLog } from './known-log';
import type { LabProblem } from './problems';

/** A run as this window has it. */
export interface Known {
  readonly row: RunRow;
  readonly history: History;
}

export interface Followed {
  /** The run as it is now; null where it is as it was. */
  readonly known: Known | null;
  readonly pointers: Pointers;
}

/** Reads what came behind the own head. Changes nothing; time in it never goes back. */
export async function follow(
  { store, cryptography }: { readonly store: RunStore; readonly cryptography: Cryptography },
  own: RunRow,
  log: KnownLog,
): Promise<Result<Followed, LabProblem>> {
  // What others have added is judged by what the log says before it, and not by a state that was kept.
  const whole = await log.whole();
  if (!whole.isOk) return whole;
  const { history } = log;
  const { id, genesisLink, head } = own;
  const read = await store.readAfter(id, head.position);
  if (!read.isOk) return failed({ kind: 'storage', failure: read.failure });
  const { row, pointers } = read.value;
  if (row.genesisLink !== genesisLink) return failed({ kind: 'storage', failure: { kind: 'replaced' } });
  const now = Math.max(row.now, own.now);
  if (row.head.position === head.position && row.head.link === head.link)
    return ok({ known: now > own.now ? { row: { ...row, now }, history } : null, pointers });
  const { readTail } = await import('./read-tail');
  const tail = await readTail(cryptography, read.value, { head, world: history.world });
  if (!tail.isSound) return failed({ kind: 'damaged', run: id, damage: tail.damage });
  const after = history.with(tail.records);
  return ok({ known: { row: { ...row, now: Math.max(now, after.world.at) }, history: after }, pointers });
}
