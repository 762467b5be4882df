// The runs kept in this browser, as a list tells of them: a line each, read from its row and its first record alone. A
// run is not verified here; what cannot be opened is listed all the same, with what is wrong, and stays as it is.
import * as v from 'valibot';
import type { Instant } from '../domain/instant';
import { failed, ok, type ListedRun, type Result, type RunStore, type StorageFailure } from '../ports';

/** A run that can be opened, as far as its line tells. */
export interface RunLine {
  readonly id: string;
  readonly title: string;
  /** The product as it was when the run began, with its variant where it has several. */
  readonly product: string;
  /** Where simulated time stands in it. */
  readonly now: Instant;
  readonly timeZone: string;
  readonly locale: string;
  /** When it was last played, by the computer's clock; null where that was not kept. */
  readonly playedAt: Instant | null;
  /** Whether it is the run that the lab opens. */
  readonly isCurrent: boolean;
  /** Where it parted from which run; null for one that began by itself. */
  readonly parent: { readonly run: string; readonly at: Instant } | null;
}

/** What is wrong with a line: its row, its first record, or the product file it was made with. */
export type LineDamage = 'row-malformed' | 'beginning-malformed' | 'product-missing';

export type KeptRun =
  | ({ readonly isSound: true } & RunLine)
  | { readonly isSound: false; readonly id: string; readonly title: string | null; readonly damage: LineDamage };

const instant = v.pipe(v.number(), v.integer(), v.minValue(-8.64e15), v.maxValue(8.64e15));

const row = v.object({
  id: v.string(),
  title: v.pipe(v.string(), v.maxLength(400)),
  productDigest: v.string(),
  head: v.object({ position: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  now: instant,
  // Nothing depends on it: where it is none, nothing is said of it.
  playedAt: v.fallback(v.nullable(instant), null),
  parent: v.fallback(v.nullable(v.object({ run: v.string(), at: instant })), null),
});

const beginning = v.object({
  kind: v.literal('genesis'),
  events: v.looseTuple([
    v.object({
      type: v.literal('RunStarted'),
      pins: v.pipe(
        v.object({ timeZone: v.string(), locale: v.string(), product: v.object({ variant: v.string() }) }),
        v.check(({ timeZone, locale }) => isTold(timeZone, locale)),
      ),
    }),
  ]),
});

const label = v.pipe(v.string(), v.maxLength(400));
const productFile = v.object({
  name: label,
  variants: v.fallback(v.record(v.string(), v.object({ label })), {}),
});
type ProductFile = v.InferOutput<typeof productFile>;

/** Every run of the store, the last to be opened first. */
export async function keptRuns(store: RunStore): Promise<Result<readonly KeptRun[], StorageFailure>> {
  const [runs, pointers] = await Promise.all([store.runs(), store.pointers()]);
  if (!runs.isOk) return failed(runs.failure);
  if (!pointers.isOk) return failed(pointers.failure);
  return ok(await linesOf(store, runs.value, pointers.value.current));
}

/** A line for each of these runs, of which one may be the current one. */
export async function linesOf(
  store: RunStore,
  runs: readonly ListedRun[],
  current: string | null,
): Promise<readonly KeptRun[]> {
  const files = new Map<string, ProductFile | null>();
  const lines: KeptRun[] = [];
  for (const each of runs) lines.push(await lineOf(store, files, each, current));
  return lines;
}

async function lineOf(
  store: RunStore,
  files: Map<string, ProductFile | null>,
  { row: kept, first }: ListedRun,
  current: string | null,
): Promise<KeptRun> {
  const read = v.safeParse(row, kept);
  if (!read.success) return { isSound: false, ...known(kept), damage: 'row-malformed' };
  const { id, title, productDigest: digest, now, playedAt, parent } = read.output;
  const begun = v.safeParse(beginning, first);
  if (!begun.success) return { isSound: false, id, title, damage: 'beginning-malformed' };
  const file = files.get(digest) ?? (await productOf(store, digest));
  files.set(digest, file);
  if (file === null) return { isSound: false, id, title, damage: 'product-missing' };
  const { timeZone, locale, product: pinned } = begun.output.events[0].pins;
  const product = file.variants[pinned.variant]?.label ?? file.name;
  const isCurrent = id === current;
  return { isSound: true, id, title, product, now, timeZone, locale, playedAt, isCurrent, parent };
}

async function productOf(store: RunStore, digest: string): Promise<ProductFile | null> {
  const kept = await store.readProduct(digest);
  const read = v.safeParse(productFile, kept.isOk ? kept.value : null);
  return read.success ? read.output : null;
}

/** What can still be told of a row that is none. */
function known(kept: unknown): { readonly id: string; readonly title: string | null } {
  const read = v.safeParse(v.object({ id: v.string(), title: v.optional(v.string()) }), kept);
  return read.success ? { id: read.output.id, title: read.output.title ?? null } : { id: '', title: null };
}

/** Whether this browser can tell times in that zone and language. */
function isTold(timeZone: string, locale: string): boolean {
  try {
    return new Intl.DateTimeFormat(locale, { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
