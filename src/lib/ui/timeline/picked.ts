// The event whose reasons are asked for: the one picked last, until something else happens.
import type { Lab } from '../../app/lab.svelte';
import type { LogRecord } from '../../domain/record';

/** The picked record, or undefined where nothing is picked or something has happened since. */
export function pickedRecord(lab: Lab): LogRecord | undefined {
  const { subject } = lab.placeOf('lab');
  if (subject === null) return undefined;
  if (lab.isWalkedInPast) return lab.records[Number(subject)];
  const records = lab.past === null ? lab.records : lab.records.slice(0, lab.position + 1);
  const since = records.findLastIndex((record) => record.kind !== 'place');
  // Which event is picked is each window's own.
  const pickedAt =
    lab.past === null
      ? lab.walkedAt
      : records.findLastIndex((record) => record.kind === 'place' && record.desk === 'lab');
  return pickedAt < since ? undefined : records[Number(subject)];
}
