// The shell without a browser: a run that is being played on a store, with hashes by Node's own WebCrypto.
import { qrCodes } from '../../src/lib/adapters/qr/qr-code';
import { webCrypto } from '../../src/lib/adapters/crypto/web-crypto';
import { memoryPreferences } from '../../src/lib/adapters/preferences/memory-preferences';
import { createMemoryStore } from '../../src/lib/adapters/storage/memory-store';
import { noNeighbours } from '../../src/lib/adapters/windows/no-neighbours';
import type { LabParts } from '../../src/lib/app/opening';
import { startRun } from '../../src/lib/app/opening';
import type { Shipped } from '../../src/lib/app/shipped';
import type { Product } from '../../src/lib/products/schema';
import type { OpenRun } from '../../src/lib/app/open-run';
import { person } from '../../src/lib/domain/actors';
import type { Command } from '../../src/lib/domain/commands';
import type { Cryptography, RunStore, WallClock } from '../../src/lib/ports';
import { product, startingPoint } from './play';

/** A clock that only moves when it is told to; the present it tells can be set, forward or back. */
export class HandClock implements WallClock {
  #now = 0;
  /** What the computer's clock says when nothing has passed yet. */
  epoch = 0;
  readonly #callbacks = new Set<() => void>();

  elapsed(): number {
    return this.#now;
  }

  present(): number {
    return this.epoch + this.#now;
  }

  every(_milliseconds: number, callback: () => void): () => void {
    this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }

  idle(): Promise<void> {
    return Promise.resolve();
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const callback of this.#callbacks) callback();
  }
}

let drawn = 0;
/** Hashes by the platform, and instead of chance a count: no two draws are alike. */
export function seededCryptography(seed: string): Cryptography {
  return {
    ...webCrypto,
    randomHex: (bytes) => {
      drawn += 1;
      return `${drawn}-${seed}`.padEnd(bytes * 2, '0').slice(0, bytes * 2);
    },
  };
}

/** What ships, were it this product alone. */
export function shippedWith(only: Product): Shipped {
  return {
    start: { ...startingPoint, product: only.id },
    products: [only.id],
    loadProduct: async (id) => (id === only.id ? only : undefined),
  };
}

export function partsOn(store: RunStore = createMemoryStore(), clock: WallClock = new HandClock()): LabParts {
  return {
    cryptography: seededCryptography('test'),
    clock,
    qrCodes,
    preferences: memoryPreferences(),
    neighbours: noNeighbours,
    isSecure: () => true,
    isFramed: () => false,
    loadShipped: async () => shippedWith(product),
    openStore: async () => ({ store, problem: null }),
    closeStore: () => undefined,
    reopenStore: async () => ({ store, problem: null }),
  };
}

/** A new run of the shipped story on this store. */
export async function newRunOn(store: RunStore, moment?: string): Promise<OpenRun> {
  const { run } = await startRun(partsOn(store), () => undefined, { moment });
  if (run === null) throw new Error('The run did not start.');
  return run;
}

export const ISSUE_TO_DANA: { actor: ReturnType<typeof person>; command: Command } = {
  actor: person('priya'),
  command: { type: 'issueCode', account: 'dana', family: 'temporaryCode' },
};
