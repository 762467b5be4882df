// The state of a long run, kept beside its log so that the lab opens without reading all of it. A cache: one that other
// rules have folded, that is not what was kept, or that stands nowhere in this log is passed over, and nothing is told of it.
import { keptWorld, type KeptWorld } from '../domain/kept-world';
import type { History } from '../domain/history';
import type { LogRecord } from '../domain/record';
import { isSameData } from '../domain/same-data';
import type { World } from '../domain/world';
import type { Cryptography, RunStore, StoredRun } from '../ports';
import type { KeptState, RecentRun } from '../ports-states';
import { linkOf } from './chain';

/** A shorter log is read to its beginning about as fast. */
const LENGTH_MIN = 2000;
/** Records that come behind a state before it is kept anew. */
export const BEHIND_MAX = 500;

/** What a state says of the world, or null where the lab cannot go by it. */
export async function worldKept(
  cryptography: Cryptography,
  { row, state, records }: RecentRun,
): Promise<KeptWorld | null> {
  if (state.position + records.length !== row.head.position) return null;
  if (!(await isLinked(cryptography, state, { row, records }))) return null;
  if ((await cryptography.sha256Hex(state.text)) !== state.digest) return null;
  try {
    const kept = JSON.parse(state.text) as KeptWorld;
    return kept.position === state.position ? kept : null;
  } catch {
    return null;
  }
}

/** What marks a state: the rules that folded it. Where they are not known, none are kept. */
interface StateParts {
  readonly cryptography: Cryptography;
  readonly rulesDigest?: string | undefined;
}

/**
 * Keeps the state of a run that was read from storage to its beginning, where that is worth it.
 * @param known the world of the state that is kept, where one is.
 */
export async function keepReadState(
  parts: StateParts,
  store: RunStore,
  { stored, history, known }: { readonly stored: StoredRun; readonly history: History; readonly known: World | null },
): Promise<void> {
  const { row, records } = stored;
  if (records.at(-1)?.link !== row.head.link || (known !== null && !isOutdated(history, known))) return;
  await keepState(parts, store, { row, history });
}

/** Keeps the state of a run that is known to its beginning, where it is long enough for that. */
export async function keepState(
  { cryptography, rulesDigest }: StateParts,
  store: RunStore,
  { row, history }: { readonly row: StoredRun['row']; readonly history: History },
): Promise<void> {
  const { position } = history.world;
  if (rulesDigest === undefined || position + 1 < LENGTH_MIN || position !== row.head.position) return;
  const text = JSON.stringify(keptWorld(history.world));
  const digest = await cryptography.sha256Hex(text);
  await store.keepState(row.id, { position, link: row.head.link, rulesDigest, text, digest });
}

function isOutdated(history: History, known: World): boolean {
  const isFar = history.world.position - known.position >= BEHIND_MAX;
  return isFar || !isSameData(history.worldAt(known.position), known);
}

/** Whether what stands behind the state follows it by its link; the rest of the chain is verified with the log. */
async function isLinked(
  cryptography: Cryptography,
  { link }: KeptState,
  { row, records }: Pick<StoredRun, 'row' | 'records'>,
): Promise<boolean> {
  const [first] = records;
  if (first === undefined) return link === row.head.link;
  return (await linkOf(cryptography, link, first.record as LogRecord)) === first.link;
}
