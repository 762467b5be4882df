// Where one window's own part of the lab stands: which desk is in view, and what is picked to be asked about. It is written
// to the log, so that a reload shows it again; but other windows write theirs as well, and each keeps its own.
import type { LogRecord, Place, PlaceRecord } from '../domain/record';
import type { World } from '../domain/world';

/** Stands for the record of a place that is known by the state alone. */
const NOT_READ = -2;

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
  for (let at = position; at >= 0; at -= 1) {
    const record = records[at];
    if (!isOfLab(record)) continue;
    last ??= record;
    if (record.place.subject !== last.place.subject) break;
    pickedAt = at;
  }
  return last === null ? null : { place: last.place, pickedAt };
}

/** Where it stood last by the state alone: by which record is known once the log is read to its beginning. */
export function placeKeptIn({ places }: World): OwnPlace | null {
  return places.lab === undefined ? null : { place: places.lab, pickedAt: NOT_READ };
}

/** The same place, with the record by which it was picked, now that the log is read to its beginning. */
export function pickedIn(records: readonly LogRecord[], own: OwnPlace | null): OwnPlace | null {
  if (own?.pickedAt !== NOT_READ) return own;
  const picked = records.findLastIndex((record) => isOfLab(record) && record.place.subject === own.place.subject);
  return { ...own, pickedAt: placeLeftIn(records, picked)?.pickedAt ?? -1 };
}

function isOfLab(record: LogRecord | undefined): record is PlaceRecord {
  return record?.kind === 'place' && record.desk === 'lab';
}
