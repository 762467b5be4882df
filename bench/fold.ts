// How much the persistent state costs against changing plain objects in place: the same log, the same final state.
import { isDeepStrictEqual } from 'node:util';
import { eventsOf, type LogRecord } from '../src/lib/domain/record';
import { replay } from '../src/lib/domain/replay';
import { rowsOf } from '../src/lib/domain/table';
import { catalogueOf } from '../src/lib/products/edition';
import type { Product } from '../src/lib/products/schema';
import onvio from '../src/lib/products/onvio/product.json';
import { foldInPlace } from './in-place';
import { randomLog } from './random-log';

const ROUNDS = 31;

export interface FoldResult {
  readonly events: number;
  readonly people: number;
  readonly foldMilliseconds: number;
  readonly inPlaceMilliseconds: number;
  /** Median of the ratios of rounds measured one after the other. */
  readonly ratio: number;
}

/** Folds a log of `events` events both ways, in turn, and compares what comes of it. */
export function measureFold(wish: { people: number; events: number; seed: number }): FoldResult {
  const records = randomLog(wish);
  const catalogue = catalogueOf(onvio as unknown as Product);
  const persistent = replay(records, catalogue);
  const plain = foldInPlace(records);
  const isSame =
    isDeepStrictEqual(rowsOf(persistent.accounts), [...plain.accounts.values()]) &&
    isDeepStrictEqual(persistent.deadlines, plain.deadlines) &&
    persistent.at === plain.at;
  if (!isSame) throw new Error('The two folds do not come to the same state.');
  const pairs = Array.from({ length: ROUNDS }, () => [
    timed(() => replay(records, catalogue)),
    timed(() => foldInPlace(records)),
  ]);
  return {
    events: records.reduce((sum, record: LogRecord) => sum + eventsOf(record).length, 0),
    people: wish.people,
    foldMilliseconds: median(pairs.map(([fold = 0]) => fold)),
    inPlaceMilliseconds: median(pairs.map(([, inPlace = 0]) => inPlace)),
    ratio: median(pairs.map(([fold = 0, inPlace = 1]) => fold / inPlace)),
  };
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
