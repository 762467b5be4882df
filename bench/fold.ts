// How much the persistent state costs against changing plain objects in place: the same log, the same final state. Beside
// it, the same log folded by two libraries for persistent state.
import { isDeepStrictEqual } from 'node:util';
import { accountAfter } from '../src/lib/domain/evolve-account';
import { deadlinesAfter } from '../src/lib/domain/evolve-deadlines';
import { accountAtStart } from '../src/lib/domain/evolve-start';
import type { EventOf } from '../src/lib/domain/events';
import { eventsOf, type LogRecord } from '../src/lib/domain/record';
import { replay } from '../src/lib/domain/replay';
import { rowsOf } from '../src/lib/domain/table';
import { catalogueOf } from '../src/lib/products/edition';
import type { Product } from '../src/lib/products/schema';
import onvio from '../src/lib/products/onvio/product.json';
import { changeInPlace, foldInPlace } from './in-place';
import { randomLog } from './random-log';

export interface FoldWish {
  readonly people: number;
  readonly events: number;
  readonly seed: number;
  readonly rounds: number;
  /** Folds by other libraries, where they are installed. */
  readonly peers?: Peers;
}

/** What `bench/peers/folds.mjs` offers. */
export interface Peers {
  foldWithImmutable(records: readonly LogRecord[], rules: object): Folded;
  foldWithMutative(records: readonly LogRecord[], change: typeof changeInPlace): Folded;
}

interface Folded {
  readonly accounts: readonly unknown[];
  readonly deadlines: readonly unknown[];
}

export interface FoldResult {
  readonly events: number;
  readonly people: number;
  readonly foldMilliseconds: number;
  readonly inPlaceMilliseconds: number;
  /** Median of the ratios of rounds measured one after the other. */
  readonly ratio: number;
  /** The same for each peer, over fewer rounds. */
  readonly peers: Readonly<Record<string, number>>;
}

/** Our own rules for one account, for a peer that brings its own table. */
const RULES = {
  start: ({ directory }: EventOf<'RunStarted'>, at: number) =>
    directory.map((entry) => accountAtStart(entry, 'push', at)),
  account: accountAfter,
  deadlines: deadlinesAfter,
};

/** Folds a log of `events` events both ways, in turn, and compares what comes of it. */
export function measureFold({ rounds, peers, ...wish }: FoldWish): FoldResult {
  const records = randomLog(wish);
  const catalogue = catalogueOf(onvio as unknown as Product);
  const ways: Readonly<Record<string, () => Folded>> = {
    ours: () => {
      const { accounts, deadlines } = replay(records, catalogue);
      return { accounts: rowsOf(accounts), deadlines };
    },
    ...(peers === undefined
      ? {}
      : {
          immutable: () => peers.foldWithImmutable(records, RULES),
          mutative: () => peers.foldWithMutative(records, changeInPlace),
        }),
  };
  const floor = (): Folded => {
    const { accounts, deadlines } = foldInPlace(records);
    return { accounts: [...accounts.values()], deadlines };
  };
  const expected = floor();
  for (const [name, fold] of Object.entries(ways)) {
    if (!isDeepStrictEqual(byId(fold()), byId(expected)))
      throw new Error(`The fold of ${name} does not come to the same state.`);
  }
  const measured = Object.entries(ways).map(([name, fold]) => {
    const times = Array.from({ length: name === 'ours' ? rounds : Math.min(rounds, 3) }, () => [
      timed(fold),
      timed(floor),
    ]);
    return { name, times };
  });
  const ours = measured[0]?.times ?? [];
  return {
    events: records.reduce((sum, record: LogRecord) => sum + eventsOf(record).length, 0),
    people: wish.people,
    foldMilliseconds: median(ours.map(([fold = 0]) => fold)),
    inPlaceMilliseconds: median(ours.map(([, inPlace = 0]) => inPlace)),
    ratio: ratioOf(ours),
    peers: Object.fromEntries(measured.slice(1).map(({ name, times }) => [name, ratioOf(times)])),
  };
}

/** A table by hash keeps no order: accounts are compared by id. */
function byId({ accounts, deadlines }: Folded): object {
  return {
    accounts: new Map(accounts.map((account) => [(account as { readonly id: string }).id, account])),
    deadlines,
  };
}

function ratioOf(times: readonly (readonly number[])[]): number {
  return median(times.map(([fold = 0, floor = 1]) => fold / floor));
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
