// What the lab needs of storage to open a long run at once: a state kept beside its log. Interfaces only, part of the ports.
import type { Result, RunRow, StorageFailure, StoredRun } from './ports';

/**
 * What a run's log had come to at a position, kept beside the log so that the lab opens without reading all of it. A cache: it
 * leaves no browser, is good for nothing but showing the run, and goes by the log wherever the two differ.
 */
export interface KeptState {
  readonly position: number;
  /** Link of the record at that position. */
  readonly link: string;
  /** Digest of the rules that folded the log. A lab of other rules does not go by it. */
  readonly rulesDigest: string;
  readonly text: string;
  /** SHA-256 of the text, in hex. */
  readonly digest: string;
}

/** A run as it is read to be opened at once. */
export interface RecentRun {
  readonly row: RunRow;
  readonly state: KeptState;
  /** Those behind the state, oldest first. Unknown until they were validated. */
  readonly records: StoredRun['records'];
}

export interface StateKeeping {
  /** The run from the state on that was kept of it last, by these rules; null where there is none. */
  recent(run: string, rulesDigest: string): Promise<Result<RecentRun | null, StorageFailure>>;
  /** Keeps a state of the run in place of the one before; nothing where the run is not kept any more, or nothing outlives the page. */
  keepState(run: string, state: KeptState): Promise<Result<null, StorageFailure>>;
}
