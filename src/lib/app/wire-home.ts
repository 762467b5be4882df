// Wires the outside world to the home page: the runs kept in this browser. The storage is open only while it is asked,
// so that the page never stands in the way of a lab that upgrades it.
import { loadCryptography } from '../adapters/crypto/load-cryptography';
import { failed, type Result, type RunStore, type StorageFailure } from '../ports';
import { keptRuns, type KeptRun } from './kept-runs';
import { openSiteStore } from './wire-storage';

export interface KeptRuns {
  /** Every run, the last to be opened first; or why none can be kept here. */
  list(): Promise<Result<readonly KeptRun[], StorageFailure>>;
  /** Makes a run the one that the lab opens. */
  open(run: string): Promise<Result<unknown, StorageFailure>>;
}

/** The runs kept in this browser. */
export function wireHome(): KeptRuns {
  return {
    list: () => withStore(keptRuns),
    open: (run) => withStore((store) => store.open(run)),
  };
}

async function withStore<Value>(
  ask: (store: RunStore) => Promise<Result<Value, StorageFailure>>,
): Promise<Result<Value, StorageFailure>> {
  const { store, problem } = await openSiteStore(loadCryptography(), () => undefined);
  try {
    return problem?.kind === 'storage' ? failed(problem.failure) : await ask(store);
  } finally {
    store.close();
  }
}
