// Opening a run: its records folded in order. Fast, and stable when rules change, because events are what is folded.
import { withRecord } from './evolve';
import type { PolicyCatalogue } from './policy';
import type { LogRecord } from './record';
import { emptyWorld, type World } from './world';

/** Version of the rules in this folder. A run made by other rules still opens; it is marked as not checked. */
export const RULES_VERSION = 7;

/** The world after these records. They must be well formed; `check` says whether the rules could have made them. */
export function replay(records: readonly LogRecord[], catalogue: PolicyCatalogue): World {
  return records.reduce(withRecord, emptyWorld(catalogue));
}
