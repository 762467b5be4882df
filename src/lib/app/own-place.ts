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

/** Where it stood last at or before a position, whichever window wrote that; null where it never was walked. */
export function placeLeftIn(records: readonly LogRecord[], position = records.length - 1): OwnPlace | null {
  let last: PlaceRecord | null = null;
  let pickedAt = -1;
  for (const walk of walksBack(records, position)) {
    last ??= walk;
    if (walk.place.subject !== last.place.subject) break;
    pickedAt = walk.position;
  }
  return last === null ? null : { place: last.place, pickedAt };
}

/** The walks of the lab's own desk, the last first. */
function* walksBack(records: readonly LogRecord[], from: number): Generator<PlaceRecord> {
  for (let at = from; at >= 0; at -= 1) {
    const record = records[at];
    if (isOfLab(record)) yield record;
  }
}

function isOfLab(record: LogRecord | undefined): record is PlaceRecord {
  return record?.kind === 'place' && record.desk === 'lab';
}
