// A copy of a run's row, as every store makes it.
import type { RunRow } from '../../ports';

/** The row of a copy: it parts from the run where that stands now, and was never played itself. */
export function copyOf({ playedAt: _, ...row }: RunRow, copy: { readonly id: string; readonly title: string }): RunRow {
  return { ...row, ...copy, parent: { run: row.id, position: row.head.position, at: row.now } };
}
