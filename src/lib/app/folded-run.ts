// A kept run as its events fold, which is fast; whether it can be trusted is found out elsewhere.
import { History } from '../domain/history';
import type { PolicyCatalogue } from '../domain/policy';
import type { LogRecord } from '../domain/record';
import type { StoredRun } from '../ports';

/** The run with the states it went through. Null where it does not even fold: somebody else wrote it, or it is damaged. */
export function foldedRun(stored: StoredRun, catalogue: PolicyCatalogue): History | null {
  try {
    const history = History.of(
      stored.records.map(({ record }) => record as LogRecord),
      catalogue,
    );
    return history.world.pins === null ? null : history;
  } catch {
    return null;
  }
}
