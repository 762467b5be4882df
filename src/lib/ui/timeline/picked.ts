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
  const { records, position } = lab;
  const picked = records[Number(subject)];
  if (lab.isWalkedInPast) return picked;
  // Walks of desks since the last event: the lab's own among them tell whether it was picked after everything that happened.
  let since = position;
  while (since >= 0 && records[since]?.kind === 'place') since -= 1;
  const walks = records.slice(since + 1, position + 1).filter(isOfLab);
  if (walks.length === 0) return undefined;
  if (walks.some((walk) => walk.place.subject !== subject)) return picked;
  let before = since;
  while (before >= 0 && !isOfLab(records[before])) before -= 1;
  const last = records[before];
  return isOfLab(last) && last.place.subject === subject ? undefined : picked;
}

function isOfLab(record: LogRecord | undefined): record is PlaceRecord {
  return record?.kind === 'place' && record.desk === 'lab';
}
