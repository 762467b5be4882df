// The kept runs as they parted from one another: each under the run it parted from, the families in the order in which one
// of them was opened last.
import type { Instant } from '../domain/instant';
import type { KeptRun } from './kept-runs';

/** Where a run parted, and from which. */
export interface Parted {
  readonly at: Instant;
  /** Title of the run it parted from, and where that is; null where it is in this browser no more. */
  readonly from: { readonly title: string; readonly place: 'above' | 'trash' } | null;
}

export interface RunNode {
  readonly run: KeptRun;
  readonly parted: Parted | null;
  readonly branches: readonly RunNode[];
}

/** The families of these runs. A run whose parent is not among them begins one; so does each of a circle that is none. */
export function familiesOf(runs: readonly KeptRun[], trash: readonly KeptRun[]): readonly RunNode[] {
  const listed = new Map(runs.map((run) => [run.id, run]));
  const trashed = new Map(trash.map((run) => [run.id, run]));
  const parents = new Map(runs.map((run) => [run.id, parentIn(listed, run)]));
  const branches = new Map<string | null, KeptRun[]>();
  for (const run of runs) {
    const parent = parents.get(run.id) ?? null;
    branches.set(parent, [...(branches.get(parent) ?? []), run]);
  }

  const nodeOf = (run: KeptRun): RunNode => ({
    run,
    parted: partedOf(run, listed, trashed),
    branches: (branches.get(run.id) ?? []).map(nodeOf),
  });
  const rank = ranksOf(runs, parents);
  const roots = (branches.get(null) ?? []).toSorted(
    (one, other) => (rank.get(one.id) ?? 0) - (rank.get(other.id) ?? 0),
  );
  return roots.map(nodeOf);
}

function parentIn(listed: ReadonlyMap<string, KeptRun>, run: KeptRun): string | null {
  const parent = parentOf(run);
  if (parent === null || !listed.has(parent)) return null;
  const seen = new Set<string>();
  for (let next: string | null = parent; next !== null; next = parentOf(listed.get(next))) {
    if (next === run.id) return null;
    // A circle further up, which this run is no part of, is broken there.
    if (seen.has(next)) break;
    seen.add(next);
  }
  return parent;
}

function parentOf(run: KeptRun | undefined): string | null {
  return run?.isSound === true ? (run.parent?.run ?? null) : null;
}

function partedOf(
  run: KeptRun,
  listed: ReadonlyMap<string, KeptRun>,
  trashed: ReadonlyMap<string, KeptRun>,
): Parted | null {
  if (!run.isSound || run.parent === null) return null;
  const { run: parent, at } = run.parent;
  const above = listed.get(parent);
  const from = above ?? trashed.get(parent);
  if (from === undefined) return { at, from: null };
  return { at, from: { title: from.title ?? '', place: above === undefined ? 'trash' : 'above' } };
}

/** For each run that begins a family, the place in the list of whichever of it comes first there. */
function ranksOf(runs: readonly KeptRun[], parents: ReadonlyMap<string, string | null>): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const [index, { id }] of runs.entries()) {
    let root = id;
    for (let next = parents.get(root) ?? null; next !== null; next = parents.get(root) ?? null) root = next;
    if (!ranks.has(root)) ranks.set(root, index);
  }
  return ranks;
}
