// Which run is the current one, and in what order runs were made that. Read inside a transaction over `meta`.
import type { Pointers } from '../../ports';
import type { LabDatabase } from './lab-database';

const NO_POINTERS: Pointers = { current: null, putAside: null };

export async function readPointers({ meta }: LabDatabase): Promise<Pointers> {
  const row = await meta.get('pointers');
  return row === undefined ? NO_POINTERS : (row.value as Pointers);
}

/** Ids in the order in which they were made the current one, the last first; some may be gone. */
export async function readOpened({ meta }: LabDatabase): Promise<readonly string[]> {
  const value = (await meta.get('opened'))?.value;
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
