// What a database threw, as one of the ways in which storage can fail.
import { Dexie } from 'dexie';
import type { StorageFailure } from '../../ports';

/** The failure behind an error of Dexie or of IndexedDB itself; `blocked`, with its words, for any that is not known. */
export function failureOf(error: unknown): StorageFailure {
  const name = nameOf(error);
  const inner = error instanceof Dexie.DexieError ? nameOf(error.inner) : '';
  if ([name, inner].includes('QuotaExceededError')) return { kind: 'full' };
  if ([name, inner].includes('VersionError')) return { kind: 'newer' };
  if (name === 'ConstraintError') return { kind: 'replaced' };
  return { kind: 'blocked', detail: error instanceof Error ? error.message : String(error) };
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
