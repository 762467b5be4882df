// The event whose reasons are asked for: the one picked last, until something else happens. Looking at another desk in between
// neither ends nor renews it.
import type { Lab } from '../../app/lab.svelte';
import type { LogRecord, PlaceRecord } from '../../domain/record';

/** The picked record, or undefined where nothing is picked or something has happened since. */
export function pickedRecord(
  lab: Pick<Lab, 'records' | 'placeOf' | 'past' | 'position' | 'isWalkedInPast'>,
): LogRecord | undefined {
  const { subject } = lab.placeOf('lab');
  if (subject === null) return undefined;
  if (lab.isWalkedInPast) return lab.records[Number(subject)];
  const records = lab.past === null ? lab.records : lab.records.slice(0, lab.position + 1);
  const since = records.findLastIndex((record) => record.kind !== 'place');
  const before = records.findLastIndex((record) => isOfLab(record) && record.place.subject !== subject);
  const pickedAt = records.findIndex((record, index) => index > before && isOfLab(record));
  return pickedAt < since ? undefined : records[Number(subject)];
}

function isOfLab(record: LogRecord): record is PlaceRecord {
  return record.kind === 'place' && record.desk === 'lab';
}
