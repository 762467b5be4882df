// The event whose reasons are asked for: the one picked last, until something else happens.
import type { Lab } from '../../app/lab.svelte';
import type { LogRecord } from '../../domain/record';

/** The picked record, or undefined where nothing is picked or something has happened since. */
export function pickedRecord(lab: Lab): LogRecord | undefined {
  const { subject } = lab.placeOf('lab');
  if (subject === null) return undefined;
  const since = lab.records.findLastIndex((record) => record.kind !== 'place');
  const pickedAt = lab.records.findLastIndex((record) => record.kind === 'place' && record.desk === 'lab');
  return pickedAt < since ? undefined : lab.records[Number(subject)];
}
