// A persistent table of rows by id: an update copies one chunk and the spine, never the whole table, so that a fold
// over many thousand events of a large firm stays cheap and every earlier state stays valid.

const CHUNK_BITS = 5;
const CHUNK_SIZE = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_SIZE - 1;

export interface Table<Row> {
  /** Slot of each id. Shared by all versions of a table: rows are never added after it was made. */
  readonly slots: ReadonlyMap<string, number>;
  readonly chunks: readonly (readonly Row[])[];
}

/** A table of `rows` in the order given. Ids must differ; a later row with the same id wins. */
export function tableOf<Row extends { readonly id: string }>(rows: readonly Row[]): Table<Row> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const unique = [...byId.values()];
  const chunks: Row[][] = [];
  for (let start = 0; start < unique.length; start += CHUNK_SIZE) {
    chunks.push(unique.slice(start, start + CHUNK_SIZE));
  }
  return { slots: new Map(unique.map((row, slot) => [row.id, slot])), chunks };
}

/** The row with this id, or undefined. */
export function rowOf<Row>(table: Table<Row>, id: string): Row | undefined {
  const slot = table.slots.get(id);
  return slot === undefined ? undefined : table.chunks[slot >> CHUNK_BITS]?.[slot & CHUNK_MASK];
}

/** The table with the row of `row.id` replaced. An id the table does not hold leaves it unchanged. */
export function withRow<Row extends { readonly id: string }>(table: Table<Row>, row: Row): Table<Row> {
  const slot = table.slots.get(row.id);
  if (slot === undefined) return table;
  const chunks = table.chunks.slice();
  const chunk = (chunks[slot >> CHUNK_BITS] ?? []).slice();
  chunk[slot & CHUNK_MASK] = row;
  chunks[slot >> CHUNK_BITS] = chunk;
  return { slots: table.slots, chunks };
}

/** All rows, in the order in which the table was made. */
export function rowsOf<Row>(table: Table<Row>): readonly Row[] {
  return table.chunks.flat();
}
