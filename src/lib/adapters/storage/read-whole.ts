// A run read to its beginning, some packs at a time: the page works on, and others append, while a long one is read. What is in
// a pack never changes, and records go from rows of their own into later packs only, so that no part contradicts another.
import { Dexie } from 'dexie';
import type { RunRow, StoredRun } from '../../ports';
import type { LabDatabase, RecordRow } from './lab-database';
import { joined, unpack, type PackRow, type Placed } from './packed-records';

/** Packs read at once: reading their texts takes about as long as a frame or two. */
const PACKS = 10;

interface Part {
  readonly packs: readonly PackRow[];
  /** What stands behind the last packs, read together with these; null where there may be more of them. */
  readonly rest: { readonly row: RunRow | undefined; readonly rows: readonly RecordRow[] } | null;
}

/** The run with this id, or null. */
export async function readWhole(database: LabDatabase, run: string): Promise<StoredRun | null> {
  const packed: Placed[] = [];
  let reading = partBehind(database, run, Dexie.minKey);
  for (;;) {
    const { packs, rest } = await reading;
    // The next part comes out of the database while this one is read.
    if (rest === null) reading = partBehind(database, run, packs.at(-1)?.from ?? 0);
    for (const each of packs) packed.push(...unpack(each));
    if (rest === null) continue;
    return rest.row === undefined ? null : { row: rest.row, records: joined(packed, rest.rows) };
  }
}

function partBehind(database: LabDatabase, run: string, from: unknown): PromiseLike<Part> {
  const { runs, records, packs } = database;
  return database.transaction('r', [runs, records, packs], async () => {
    const some = await packs
      .where('[run+from]')
      .between([run, from], [run, Dexie.maxKey], false, true)
      .limit(PACKS)
      .toArray();
    if (some.length === PACKS) return { packs: some, rest: null };
    const rows = await records.where('[run+position]').between([run, Dexie.minKey], [run, Dexie.maxKey]).toArray();
    return { packs: some, rest: { row: await runs.get(run), rows } };
  });
}
