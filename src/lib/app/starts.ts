// Where a story can begin: the starting point that ships, and those that people made and this browser keeps.
import type { StartingPoint } from '../scenarios/starting-point';
import { canonicalJson } from './canonical-json';
import type { LabParts } from './opening';

export interface StartChoice {
  /** SHA-256 of one that somebody made; null for the one that ships. */
  readonly digest: string | null;
  readonly start: StartingPoint;
  /** Whether the run on screen began from it. */
  readonly isHere: boolean;
}

/**
 * The one that the run on screen began from comes first, then the others, latest first, and the one that ships last. One
 * that is kept but cannot be read is left out, and stays as it is.
 * @param here digest of the one that the run on screen began from; undefined for the one that ships
 */
export async function startChoices(parts: LabParts, here: string | undefined): Promise<readonly StartChoice[]> {
  const { store } = await parts.openStore();
  const [{ start }, kept] = await Promise.all([parts.loadShipped(), store.starts()]);
  const shipped: StartChoice = { digest: null, start, isHere: here === undefined };
  if (!kept.isOk || kept.value.length === 0) return [shipped];
  const { readStartingPoint } = await import('../scenarios/read-starting-point');
  const own = kept.value.flatMap((each): readonly StartChoice[] => {
    const read = readStartingPoint(each.start);
    return read.isRead ? [{ digest: each.digest, start: read.start, isHere: each.digest === here }] : [];
  });
  const all = [...own.toReversed(), shipped];
  return [...all.filter(({ isHere }) => isHere), ...all.filter(({ isHere }) => !isHere)];
}

/** Whether two starting points say the same. */
export function isSameStart(one: StartingPoint, other: StartingPoint): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
