// What a history with its states takes in memory, against the length of the same run as JSON.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { History } from '../src/lib/domain/history';
import type { LogRecord } from '../src/lib/domain/record';
import { catalogueOf } from '../src/lib/products/edition';
import type { Product } from '../src/lib/products/schema';
import onvio from '../src/lib/products/onvio/product.json';
import { randomLog } from './random-log';

export interface MemoryResult {
  readonly records: number;
  readonly jsonBytes: number;
  /** Of the records alone, parsed; and of the history, records and states together. */
  readonly recordBytes: number;
  readonly historyBytes: number;
  readonly ratio: number;
}

/** Measures the heap before and after, each time with everything collected that nothing holds. */
export function measureMemory(wish: { people: number; events: number; seed: number }): MemoryResult {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = (): number => {
    collect();
    collect();
    return process.memoryUsage().heapUsed;
  };
  const catalogue = catalogueOf(onvio as unknown as Product);
  const json = JSON.stringify(randomLog(wish));
  const empty = heap();
  const records = JSON.parse(json) as LogRecord[];
  const parsed = heap();
  const history = History.of(records, catalogue);
  const folded = heap();
  const jsonBytes = Buffer.byteLength(json);
  return {
    records: history.records.length,
    jsonBytes,
    recordBytes: parsed - empty,
    historyBytes: folded - empty,
    ratio: (folded - empty) / jsonBytes,
  };
}
