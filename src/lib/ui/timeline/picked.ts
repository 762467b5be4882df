// The event whose reasons are asked for: the one picked last, until something else happens.
import type { Lab } from '../../app/lab.svelte';
import type { LogRecord } from '../../domain/record';

/** The picked record, or undefined where nothing is picked or something has happened since. */
export function pickedRecord(lab: Lab): LogRecord | undefined {
  const { subject } = lab.placeOf('lab');
  if (subject === null) return undefined;
  const picked = lab.records[Number(subject)];
  if (lab.isWalkedInPast) return picked;
  // Walks of desks since the last event: where the lab's own was among them, it was picked after everything that happened.
  for (let position = lab.position; position >= 0; position -= 1) {
    const record = lab.records[position];
    if (record?.kind !== 'place') return undefined;
    if (record.desk === 'lab') return picked;
  }
  return undefined;
}
