// How far a kept run has come: its log, folded. It is not verified here and nothing is sent to it; whoever opens it does that.
import { eventsOf, type LogRecord } from '../domain/record';
import type { World } from '../domain/world';
import { catalogueOf } from '../products/edition';
import { readProduct } from '../products/read-product';
import type { RunStore, StoredRun } from '../ports';
import { foldedRun } from './folded-run';
import { readRecord } from './log-format';

export interface RunCourse {
  readonly world: World;
  /** The product as it is in the run now, with its variant where it has several. */
  readonly product: string;
  /** How many things happened since the lab opened, or the branch parted. */
  readonly happened: number;
  /** The last of them, or null where nothing did. */
  readonly last: LogRecord | null;
}

/** The course of the run with this id, or null where its log does not tell of one. */
export async function courseOf(store: RunStore, id: string): Promise<RunCourse | null> {
  const stored = await store.read(id);
  return stored.isOk && stored.value !== null ? courseOfStored(store, stored.value) : null;
}

/** The same of a run that was read. */
export async function courseOfStored(store: RunStore, stored: StoredRun): Promise<RunCourse | null> {
  const kept = await store.readProduct(stored.row.productDigest);
  const read = kept.isOk ? readProduct(kept.value) : null;
  if (read?.isRead !== true) return null;
  const { product } = read;
  const history = foldedRun(stored, catalogueOf(product));
  if (history === null) return null;
  const { world, records } = history;
  const opensAt = world.pins?.opensAt ?? 0;
  // A branch may part from a moment before the lab opened: what was done from there on was done in it.
  const parted = stored.row.parent?.position ?? Number.POSITIVE_INFINITY;
  const happened = records.filter(
    (record) => (record.at >= opensAt || record.position > parted) && eventsOf(record).length > 0,
  );
  const last = happened.at(-1) ?? null;
  // What folds need not be one of ours, and this one is put into words.
  if (last !== null && !readRecord(last).isWellFormed) return null;
  return { world, product: product.variants[world.variant]?.label ?? product.name, happened: happened.length, last };
}
