// The runs that began as the one on screen did and went on otherwise: as a list tells of them, and read to be compared.
import * as v from 'valibot';
import { History } from '../domain/history';
import type { Instant } from '../domain/instant';
import type { PolicyCatalogue } from '../domain/policy';
import { failed, ok, type Cryptography, type ListedRun, type Result, type RunStore } from '../ports';
import type { LabProblem } from './problems';

export interface Branch {
  readonly id: string;
  readonly title: string;
  readonly now: Instant;
  /** How many records it has. */
  readonly length: number;
  /** Where it parted from which; null for one that did not part from any. */
  readonly parent: { readonly run: string; readonly position: number; readonly at: Instant } | null;
}

const instant = v.pipe(v.number(), v.integer(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const position = v.pipe(v.number(), v.integer(), v.minValue(0));

const branchRow = v.object({
  id: v.string(),
  title: v.pipe(v.string(), v.maxLength(400)),
  genesisLink: v.string(),
  head: v.object({ position }),
  now: instant,
  parent: v.optional(v.object({ run: v.string(), position, at: instant })),
});

/** Those of the kept runs that have this beginning, in their order. What cannot be read as a run is passed over. */
export function branchesIn(runs: readonly ListedRun[], genesisLink: string): readonly Branch[] {
  return runs.flatMap(({ row }) => {
    const read = v.safeParse(branchRow, row);
    if (!read.success || read.output.genesisLink !== genesisLink) return [];
    const { id, title, now, head, parent = null } = read.output;
    return [{ id, title, now, length: head.position + 1, parent }];
  });
}

/** Why another run cannot be read: it was deleted, or the whole database was. */
export async function whyNotThere(store: Pick<RunStore, 'readAfter'>, id: string): Promise<LabProblem> {
  const asked = await store.readAfter(id, 0);
  const failure = asked.isOk ? ({ kind: 'replaced' } as const) : asked.failure;
  return failure.kind === 'gone' ? { kind: 'other-gone' } : { kind: 'storage', failure };
}

/** The history and the present instant of another run of the same product, verified; nothing is opened by it. */
export async function readBranch(
  { store, cryptography }: { readonly store: RunStore; readonly cryptography: Cryptography },
  id: string,
  catalogue: PolicyCatalogue,
): Promise<Result<{ readonly history: History; readonly now: Instant }, LabProblem>> {
  const stored = await store.read(id);
  if (!stored.isOk) return failed({ kind: 'storage', failure: stored.failure });
  if (stored.value === null) return failed(await whyNotThere(store, id));
  const { readRun } = await import('./read-run');
  const read = await readRun(cryptography, stored.value, catalogue);
  if (!read.isSound) return failed({ kind: 'damaged', run: id, damage: read.damage });
  return ok({ history: History.of(read.records, catalogue), now: Math.max(stored.value.row.now, read.world.at) });
}
