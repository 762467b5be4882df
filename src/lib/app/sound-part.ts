// What is sound of a damaged run: the records before the damage, kept as a run of their own. The damaged run stays as it is.
import type { LogRecord } from '../domain/record';
import { failed, ok, type Result, type RunRow, type RunStore, type StoredRun } from '../ports';
import { catalogueOf } from '../products/edition';
import type { LabParts } from './opening';
import { pinnedProduct } from './pinned-product';
import type { LabProblem } from './problems';
import { readRun } from './read-run';
import { productIdOf } from './stored-run';

export interface SoundPart {
  readonly records: readonly { readonly record: LogRecord; readonly link: string }[];
  readonly row: RunRow;
}

/**
 * Keeps the longest beginning of a run that can be trusted as a run of its own, and makes it the current one; how many records it
 * has. Null where not even the first record can be. Refuses, and writes nothing, where storage does.
 * @param id of the damaged run
 */
export async function keepSoundPart(
  parts: LabParts,
  store: RunStore,
  id: string,
): Promise<Result<number | null, LabProblem>> {
  const stored = await store.read(id);
  if (!stored.isOk) return failed({ kind: 'storage', failure: stored.failure });
  if (stored.value === null) return failed({ kind: 'storage', failure: { kind: 'gone' } });
  const { row, records } = stored.value;
  const product = await pinnedProduct(parts, store, row.productDigest, productIdOf(records[0]?.record));
  if ('kind' in product) return ok(null);
  const sound = await soundPartOf(parts, stored.value, catalogueOf(product));
  if (sound === null) return ok(null);
  const created = await store.create(sound.row, sound.records, product);
  if (!created.isOk) return failed({ kind: 'storage', failure: created.failure });
  return ok(sound.records.length);
}

async function soundPartOf(
  { cryptography }: LabParts,
  { row, records }: StoredRun,
  catalogue: ReturnType<typeof catalogueOf>,
): Promise<SoundPart | null> {
  // What is wrong further on hides what is wrong before it: shapes are looked at first, then links, then rules.
  for (let length = records.length; length > 0;) {
    const part = records.slice(0, length);
    const link = part.at(-1)?.link;
    const head = { position: length - 1, link: typeof link === 'string' ? link : '' };
    const read = await readRun(cryptography, { row: { ...row, head }, records: part }, catalogue);
    if (!read.isSound) {
      length = Math.min(length - 1, 'position' in read.damage ? read.damage.position : length - 1);
      continue;
    }
    const { productDigest, startDigest, genesisLink } = row;
    return {
      records: read.records.map((record, position) => ({ record, link: String(part[position]?.link) })),
      row: {
        id: cryptography.randomHex(8),
        title: `${row.title} (what is sound of it)`,
        productDigest,
        ...(startDigest === undefined ? {} : { startDigest }),
        head,
        genesisLink,
        now: read.records.at(-1)?.at ?? row.now,
        ...(row.playedAt === undefined ? {} : { playedAt: row.playedAt }),
      },
    };
  }
  return null;
}
