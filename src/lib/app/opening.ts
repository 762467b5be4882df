// How a lab comes to have a run: the one that is kept, a new one, or the one that a reset put aside. Never writes over
// anything: a run that cannot be opened stays as it is, beside the next one.
import type { Command } from '../domain/commands';
import { History } from '../domain/history';
import type { Instant } from '../domain/instant';
import { catalogueOf } from '../products/edition';
import type { Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';
import {
  ok,
  type Cryptography,
  type Preferences,
  type QrCodes,
  type RunRow,
  type RunStore,
  type StorageFailure,
  type WallClock,
} from '../ports';
import type { Neighbours } from '../ports-windows';
import { canonicalJson } from './canonical-json';
import { chained, NO_LINK } from './chain';
import { OpenRun, type WrittenBy } from './open-run';
import type { LabProblem, RunDamage } from './problems';
import { firstProduct, type Shipped } from './shipped';
import { openStored } from './stored-run';

export interface LabParts {
  readonly cryptography: Cryptography;
  readonly clock: WallClock;
  readonly qrCodes: QrCodes;
  readonly preferences: Preferences;
  /** What this tab remembers, also over a reload; without it a reload shows the present. */
  readonly tab?: Preferences;
  readonly neighbours: Neighbours;
  /** Whether the page came by a way on which nobody could have changed it: https, this computer, or a file. */
  readonly isSecure: () => boolean;
  /** Whether the page is in a frame of another site, where browsers keep things apart from those of the site itself. */
  readonly isFramed: () => boolean;
  /** Loads what ships with the lab once; later calls give the same. */
  readonly loadShipped: () => Promise<Shipped>;
  /** Opens the storage once; later calls give the same. */
  readonly openStore: () => Promise<{ readonly store: RunStore; readonly problem: LabProblem | null }>;
  readonly closeStore: () => void;
  /** Lets go of the storage and opens it again, or one in memory: after it was deleted, or cannot be written to. */
  readonly reopenStore: (where: 'kept' | 'in memory') => ReturnType<LabParts['openStore']>;
  /** The address that a run has by these data; null where this page has none that others could open. */
  readonly linkTo?: (data: string) => string | null;
  /** Digest of the rules of this lab, which marks the states that it keeps of long runs; without it none are kept. */
  readonly rulesDigest?: string;
  /** How the first run begins where none is kept; the starting point's own way without it. */
  readonly firstRun?: RunWish;
}

export interface Opened {
  readonly run: OpenRun | null;
  readonly product: Product;
  readonly damage: RunDamage | null;
  readonly problem: LabProblem | null;
  readonly canUndoReset: boolean;
  /** Whether the last reset was undone, so that it can be done again. */
  readonly isResetUndone?: boolean;
  readonly isKept: boolean;
  /** Digest of the starting point that the run began from, where somebody made it. */
  readonly startDigest?: string | undefined;
  /** Verifies the log, once: what is wrong with it, or null. A run just begun needs none. */
  readonly verify?: () => Promise<RunDamage | null>;
}

type OnChange = (run: OpenRun, by: WrittenBy) => void;

/** Opens the run that is on screen, or begins one where there is none. */
export async function openLab(parts: LabParts, onChange: OnChange): Promise<Opened> {
  const [{ store, problem }] = await Promise.all([parts.openStore(), parts.loadShipped()]);
  const pointers = await store.pointers();
  if (!pointers.isOk) return unopened(parts, store, pointers.failure);
  const { current, putAside, isSwapped = false } = pointers.value;
  const stored = current === null ? ok(null) : await openStored(parts, store, current, onChange);
  if (!stored.isOk) return unopened(parts, store, stored.failure);
  if (stored.value === null) return { ...(await startRun(parts, onChange, parts.firstRun)), problem };
  return {
    ...stored.value,
    problem,
    canUndoReset: putAside !== null,
    isResetUndone: isSwapped,
  };
}

export interface RunWish {
  /** A starting point that somebody made, to be kept with the run; the one that ships without it. */
  readonly start?: StartingPoint | undefined;
  /** Id of one of the starting point's moments; the first without it. */
  readonly moment?: string | undefined;
  /** The instant at which the lab is to open, instead of one of the moments. */
  readonly opensAt?: Instant | undefined;
  /** The product to play on; the starting point's own without it. */
  readonly product?: Product | undefined;
  readonly variant?: string | undefined;
  readonly acts?: readonly Command[] | undefined;
  /** What the run's codes are computed from; a new one without it. */
  readonly seed?: string | undefined;
}

/** Begins a new run and puts the one on screen aside. */
export async function startRun(parts: LabParts, onChange: OnChange, wish: RunWish = {}): Promise<Opened> {
  const { store } = await parts.openStore();
  const { cryptography, clock } = parts;
  const shipped = await parts.loadShipped();
  const start = wish.start ?? shipped.start;
  const product = wish.product ?? (await firstProduct(shipped));
  const productDigest = await cryptography.sha256Hex(canonicalJson(product));
  const [{ newRun }, { freeTitleIn }] = await Promise.all([import('./new-run'), import('./title-suffix')]);
  const begun = newRun({ ...wish, product, productDigest, start, seed: wish.seed ?? cryptography.randomHex(16) });
  const records = await chained(cryptography, NO_LINK, begun.records);
  const last = records.at(-1);
  const row: RunRow = {
    id: cryptography.randomHex(8),
    title: await freeTitleIn(store, start.title),
    productDigest,
    ...(wish.start === undefined ? {} : { startDigest: await cryptography.sha256Hex(canonicalJson(wish.start)) }),
    head: { position: begun.world.position, link: last?.link ?? NO_LINK },
    genesisLink: records[0]?.link ?? NO_LINK,
    now: begun.now,
    playedAt: clock.present(),
  };
  const created = await store.create(row, records, product, wish.start);
  const history = History.of(begun.records, catalogueOf(product));
  const run = new OpenRun({ store, cryptography, clock, row, history, onChange });
  if (!created.isOk) return unopened(parts, store, created.failure);
  const pointers = await store.pointers();
  return {
    run,
    product,
    damage: null,
    problem: null,
    startDigest: row.startDigest,
    canUndoReset: pointers.isOk && pointers.value.putAside !== null,
    isKept: store.isKept,
  };
}

/** Brings back the run that the last reset put aside; the present one is put aside in its place. */
export async function undoReset(parts: LabParts, onChange: OnChange): Promise<Opened> {
  const { store } = await parts.openStore();
  const swapped = await store.swap();
  return swapped.isOk ? openLab(parts, onChange) : unopened(parts, store, swapped.failure);
}

/** No run: storage refused. Nothing was changed there. */
async function unopened(parts: LabParts, store: RunStore, failure: StorageFailure): Promise<Opened> {
  const product = await firstProduct(await parts.loadShipped());
  const problem: LabProblem = { kind: 'storage', failure };
  return { run: null, product, damage: null, problem, canUndoReset: false, isKept: store.isKept };
}
