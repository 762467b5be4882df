// The records of a long run, many to a row: a row each costs more to read than what is in it. The last ones stay by
// themselves, so that an append writes no more than what is new; so does the first, by which runs are told apart in a list.
import { Dexie } from 'dexie';
import type { StoredRecord, StoredRun } from '../../ports';
import type { LabDatabase, RecordRow } from './lab-database';

/** How many records are packed into a row, and how many at least stay behind them in rows of their own. */
export const PACK = 500;
/** How many rows an append packs at most, where a run was kept for long before any was. */
const PACKS_AT_ONCE = 20;

/** So many records of a run, one behind the other. */
export interface PackRow {
  readonly run: string;
  /** Position of the first of them. */
  readonly from: number;
  readonly count: number;
  /** JSON: a record and its link for each. One text is read in a fraction of the time that its records take. */
  readonly text: string;
}

type Kept = StoredRun['records'][number];
export type Placed = Kept & { readonly position: number };

/** Whether an append from one position to another fills a pack. Only then are packs in its transaction. */
export function fillsPack(before: number, after: number): boolean {
  return Math.floor(after / PACK) > Math.floor(before / PACK);
}

/** A new run's records as they are kept. */
export function packedAtOnce(
  run: string,
  stored: readonly StoredRecord[],
): { readonly packs: readonly PackRow[]; readonly loose: readonly StoredRecord[] } {
  const packs: PackRow[] = [];
  let from = 1;
  for (; from + PACK + PACK <= stored.length; from += PACK) {
    const part = stored.slice(from, from + PACK);
    // One whose positions are not in order stays as it is: it is told of by whoever reads it.
    if (part.some(({ record }, index) => record.position !== from + index)) break;
    packs.push(packOf(run, from, part));
  }
  return { packs, loose: [...stored.slice(0, 1), ...stored.slice(from)] };
}

/** Packs what has become long ago by now. Inside a transaction over records and packs. */
export async function pack({ records, packs }: LabDatabase, run: string, head: number): Promise<void> {
  const rows = await records
    .where('[run+position]')
    .between([run, 1], [run, head - PACK], true, true)
    .limit(PACK * PACKS_AT_ONCE)
    .toArray();
  for (let index = 0; index + PACK <= rows.length; index += PACK) {
    const part = rows.slice(index, index + PACK);
    const from = part[0]?.position ?? 0;
    if (part.some(({ position }, nth) => position !== from + nth)) return;
    await packs.add(packOf(run, from, part));
    await records.bulkDelete(part.map(({ position }): [string, number] => [run, position]));
  }
}

/** What is kept of a run behind a position, in order. Inside a transaction over records and packs. */
export async function recordsBehind(
  { records, packs }: LabDatabase,
  run: string,
  position: number,
): Promise<readonly Kept[]> {
  const rows = await records
    .where('[run+position]')
    .between([run, position], [run, Dexie.maxKey], false, true)
    .toArray();
  // The usual case: what is behind it stands in rows of its own from there on.
  if (position >= 0 && rows[0]?.position === position + 1) return rows.map(keptOf);
  // A pack from further back than its length ends before what is asked for.
  const packed = await packs
    .where('[run+from]')
    .between([run, position + 1 - PACK], [run, Dexie.maxKey], false, true)
    .toArray();
  if (packed.length === 0) return rows.map(keptOf);
  return joined(
    packed.flatMap(unpack).filter((each) => each.position > position),
    rows,
  );
}

/** The packs of a run. */
export function packsOf(packs: LabDatabase['packs'], run: string) {
  return packs.where('[run+from]').between([run, Dexie.minKey], [run, Dexie.maxKey]);
}

function packOf(
  run: string,
  from: number,
  part: readonly { readonly record: unknown; readonly link: unknown }[],
): PackRow {
  const text = JSON.stringify(part.map(({ record, link }) => [record, link]));
  return { run, from, count: part.length, text };
}

/** What is in packs and what stands in rows of its own, as one log. */
export function joined(packed: readonly Placed[], rows: readonly RecordRow[]): readonly Kept[] {
  return inPlace(packed, rows).map(keptOf);
}

/** A pack that cannot be read has as many records as it says, of which nothing is known. */
export function unpack({ from, count, text }: PackRow): readonly Placed[] {
  const pairs = pairsIn(text);
  return Array.from({ length: pairs?.length ?? count }, (_, index) => {
    const [record = null, link = null] = pairs?.[index] ?? [];
    return { position: from + index, record, link };
  });
}

function pairsIn(text: string): readonly (readonly unknown[])[] | null {
  try {
    const pairs: unknown = JSON.parse(text);
    return Array.isArray(pairs) && pairs.every((pair) => Array.isArray(pair)) ? pairs : null;
  } catch {
    return null;
  }
}

/** Both in the order of their positions: packs stand between the first row and the last ones. */
function inPlace(packed: readonly Placed[], rows: readonly RecordRow[]): readonly Placed[] {
  const [from = 0] = packed.map(({ position }) => position);
  const before = rows.findIndex(({ position }) => position >= from);
  const at = before === -1 ? rows.length : before;
  return [...rows.slice(0, at), ...packed, ...rows.slice(at)];
}

function keptOf({ record, link }: Kept): Kept {
  return { record, link };
}
