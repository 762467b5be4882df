// How a lab comes to have a run: the one that is kept, a new one, or the one that a reset put aside. Never writes over
// anything: a run that cannot be opened stays as it is, beside the next one.
import { catalogueOf } from '../products/edition';
import type { Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';
import type { Cryptography, Pointers, RunRow, RunStore, StoredRun, WallClock } from '../ports';
import { canonicalJson } from './canonical-json';
import { chained, NO_LINK } from './chain';
import { newRun } from './new-run';
import { OpenRun } from './open-run';
import type { LabProblem, RunDamage } from './problems';
import { readRun } from './read-run';

export interface LabParts {
  readonly cryptography: Cryptography;
  readonly clock: WallClock;
  readonly product: Product;
  readonly start: StartingPoint;
  /** Opens the storage once; later calls give the same. */
  readonly openStore: () => Promise<{ readonly store: RunStore; readonly problem: LabProblem | null }>;
  readonly closeStore: () => void;
}

export interface Opened {
  readonly run: OpenRun | null;
  readonly product: Product;
  readonly damage: RunDamage | null;
  readonly problem: LabProblem | null;
  readonly canUndoReset: boolean;
  readonly isKept: boolean;
}

type OnChange = (run: OpenRun) => void;

/** Opens the run that is on screen, or begins one where there is none. */
export async function openLab(parts: LabParts, onChange: OnChange): Promise<Opened> {
  const { store, problem } = await parts.openStore();
  const pointers = await pointersOf(store);
  const stored = pointers.current === null ? null : await storedRun(store, pointers.current);
  if (stored === null) return { ...(await startRun(parts, onChange)), problem };
  return { ...(await openStored(parts, store, stored, onChange)), problem, canUndoReset: pointers.putAside !== null };
}

/** Begins a new run and puts the one on screen aside. */
export async function startRun(parts: LabParts, onChange: OnChange, moment?: string): Promise<Opened> {
  const { store } = await parts.openStore();
  const { cryptography, product, start } = parts;
  const productDigest = await cryptography.sha256Hex(canonicalJson(product));
  const begun = newRun({ product, productDigest, start, moment, seed: cryptography.randomHex(16) });
  const records = await chained(cryptography, NO_LINK, begun.records);
  const last = records.at(-1);
  const row: RunRow = {
    id: cryptography.randomHex(8),
    title: start.title,
    productDigest,
    head: { position: begun.world.position, link: last?.link ?? NO_LINK },
    genesisLink: records[0]?.link ?? NO_LINK,
    now: begun.now,
  };
  const created = await store.create(row, records, product);
  const run = new OpenRun({ store, cryptography, row, world: begun.world, records: begun.records, onChange });
  const { putAside } = await pointersOf(store);
  return {
    run,
    product,
    damage: null,
    problem: created.isOk ? null : { kind: 'storage', failure: created.failure },
    canUndoReset: putAside !== null,
    isKept: store.isKept,
  };
}

/** Brings back the run that the last reset put aside; the present one is put aside in its place. */
export async function undoReset(parts: LabParts, onChange: OnChange): Promise<Opened> {
  const { store } = await parts.openStore();
  await store.swap();
  return openLab(parts, onChange);
}

async function openStored(
  parts: LabParts,
  store: RunStore,
  stored: StoredRun,
  onChange: OnChange,
): Promise<Omit<Opened, 'problem' | 'canUndoReset'>> {
  const { cryptography } = parts;
  const { row } = stored;
  const pinned = await pinnedProduct(parts, store, row.productDigest);
  if ('kind' in pinned) return { run: null, product: parts.product, damage: pinned, isKept: store.isKept };
  const read = await readRun(cryptography, stored, catalogueOf(pinned));
  if (!read.isSound) return { run: null, product: pinned, damage: read.damage, isKept: store.isKept };
  const run = new OpenRun({ store, cryptography, row, world: read.world, records: read.records, onChange });
  return { run, product: pinned, damage: null, isKept: store.isKept };
}

/** The product a run is pinned to: the shipped one where it is the same, else the file kept beside the run. */
async function pinnedProduct(parts: LabParts, store: RunStore, digest: string): Promise<Product | RunDamage> {
  const shipped = await parts.cryptography.sha256Hex(canonicalJson(parts.product));
  if (shipped === digest) return parts.product;
  const kept = await store.readProduct(digest);
  if (!kept.isOk || kept.value === null) return { kind: 'product-missing', product: digest.slice(0, 12) };
  const { readProduct } = await import('../products/read-product');
  const read = readProduct(kept.value);
  if (read.isRead) return read.product;
  const [problem] = read.problems;
  const { path, found, expected } = problem ?? { path: '', found: '', expected: '' };
  return { kind: 'product-malformed', path, found, expected };
}

async function storedRun(store: RunStore, id: string): Promise<StoredRun | null> {
  const read = await store.read(id);
  return read.isOk ? read.value : null;
}

async function pointersOf(store: RunStore): Promise<Pointers> {
  const pointers = await store.pointers();
  return pointers.isOk ? pointers.value : { current: null, putAside: null };
}
