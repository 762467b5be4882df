// A kept run as its events fold, which is fast; whether it can be trusted is found out elsewhere.
import { History } from '../domain/history';
import type { PolicyCatalogue } from '../domain/policy';
import type { LogRecord } from '../domain/record';
import type { StoredRun } from '../ports';
import { turn } from './turn';

/** Records folded at once where a page works meanwhile: about a frame's worth. */
const PART = 4000;

/** The run with the states it went through. Null where it does not even fold: somebody else wrote it, or it is damaged. */
export function foldedRun(stored: StoredRun, catalogue: PolicyCatalogue): History | null {
  try {
    return begun(History.of(recordsOf(stored), catalogue));
  } catch {
    return null;
  }
}

/** The same in parts, with a turn for whatever else is to be done between them. */
export async function foldedInParts(stored: StoredRun, catalogue: PolicyCatalogue): Promise<History | null> {
  const records = recordsOf(stored);
  try {
    let history = History.of([], catalogue);
    for (let from = 0; from < records.length; from += PART) {
      if (from > 0) await turn();
      history = history.with(records.slice(from, from + PART));
    }
    return begun(history);
  } catch {
    return null;
  }
}

function recordsOf({ records }: StoredRun): readonly LogRecord[] {
  return records.map(({ record }) => record as LogRecord);
}

function begun(history: History): History | null {
  return history.world.pins === null ? null : history;
}
