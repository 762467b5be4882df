// Wires the outside world to the home page: the runs kept in this browser. The storage is open only while it is asked,
// so that the page never stands in the way of a lab that upgrades it.
import { loadCryptography } from '../adapters/crypto/load-cryptography';
import { browserPreferences } from '../adapters/preferences/browser-preferences';
import { browserClock } from '../adapters/time/browser-clock';
import type { Instant } from '../domain/instant';
import { failed, ok, type Result, type RunStore, type StorageFailure } from '../ports';
import { keptRuns, type KeptRun } from './kept-runs';
import type { RunCourse } from './run-course';
import { openSiteStore } from './wire-storage';
import { Witness, type Loss } from './witness';

export interface KeptRuns {
  /** Every run, the last to be opened first; or why none can be kept here. */
  list(): Promise<Result<readonly KeptRun[], StorageFailure>>;
  /** What was kept here and is not any more, as far as this browser remembers; null where nothing is missed. */
  missed(): Promise<Loss | null>;
  /** How far these runs have come, by their ids; whose log tells of nothing is left out. */
  courses(runs: readonly string[]): Promise<Result<ReadonlyMap<string, RunCourse>, StorageFailure>>;
  /** The present by the computer's clock, which tells today from yesterday. */
  present(): Instant;
  /** Makes a run the one that the lab opens. */
  open(run: string): Promise<Result<unknown, StorageFailure>>;
}

/** The runs kept in this browser. */
export function wireHome(): KeptRuns {
  return {
    list: () => withStore(keptRuns),
    missed: async () => {
      const looked = await withStore(async (store) => ok(await new Witness(browserPreferences()).missed(store, null)));
      return looked.isOk ? looked.value : null;
    },
    courses: (runs) => withStore((store) => coursesOf(store, runs)),
    present: () => browserClock.present(),
    open: (run) => withStore((store) => store.open(run)),
  };
}

/** One after another: a long log is not to stand in the way of the page. */
async function coursesOf(store: RunStore, runs: readonly string[]) {
  // Folding takes the rules, which a page without runs does not need.
  const { courseOf } = await import('./run-course');
  const courses = new Map<string, RunCourse>();
  for (const run of runs) {
    const course = await courseOf(store, run);
    if (course !== null) courses.set(run, course);
  }
  return ok(courses);
}

/** Asks the storage, which is open no longer than that. */
export async function withStore<Value>(
  ask: (store: RunStore) => Promise<Result<Value, StorageFailure>>,
): Promise<Result<Value, StorageFailure>> {
  const { store, problem } = await openSiteStore(loadCryptography(), () => undefined);
  try {
    return problem?.kind === 'storage' ? failed(problem.failure) : await ask(store);
  } finally {
    store.close();
  }
}
