// Where one window's own part of the lab stands: which desk is in view, and what is picked to be asked about. It is written
// to the log, so that a reload shows it again; but other windows write theirs as well, and each keeps its own.
import type { LogRecord, Place, PlaceRecord } from '../domain/record';

export interface OwnPlace {
  readonly place: Place;
  /** Position of the record by which it was picked: looking at another desk since neither ends nor renews it. */
  readonly pickedAt: number;
}

/** Where it stands after it was walked by a record. */
export function walkedTo(
  before: OwnPlace | null,
  { place, position }: Pick<PlaceRecord, 'place' | 'position'>,
): OwnPlace {
  const isSame = before !== null && before.place.subject === place.subject;
  return { place, pickedAt: isSame ? before.pickedAt : position };
}

/** Where it stood last, whichever window wrote that; null where it never was walked. */
export function placeLeftIn(records: readonly LogRecord[]): OwnPlace | null {
  const last = records.findLast(isOfLab);
  if (last === undefined) return null;
  const before = records.findLastIndex((record) => isOfLab(record) && record.place.subject !== last.place.subject);
  const pickedAt = records.findIndex((record, index) => index > before && isOfLab(record));
  return { place: last.place, pickedAt };
}

function isOfLab(record: LogRecord): record is PlaceRecord {
  return record.kind === 'place' && record.desk === 'lab';
}
