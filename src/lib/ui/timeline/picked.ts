// The event whose reasons are asked for: the one picked last, until something else happens. Looking at another desk in between
// neither ends nor renews it, and what other windows pick is theirs.
import type { Lab } from '../../app/lab.svelte';
import { placeLeftIn } from '../../app/own-place';
import type { LogRecord } from '../../domain/record';

type Asked = Pick<Lab, 'records' | 'placeOf' | 'past' | 'position' | 'isWalkedInPast' | 'pickedAt'>;

/** The picked record, or undefined where nothing is picked or something has happened since. */
export function pickedRecord(lab: Asked): LogRecord | undefined {
  const { subject } = lab.placeOf('lab');
  if (subject === null) return undefined;
  const { records, position } = lab;
  const picked = records[Number(subject)];
  if (lab.isWalkedInPast) return picked;
  let since = position;
  while (since >= 0 && records[since]?.kind === 'place') since -= 1;
  const pickedAt = lab.past === null ? lab.pickedAt : (placeLeftIn(records, position)?.pickedAt ?? -1);
  return pickedAt > since ? picked : undefined;
}
