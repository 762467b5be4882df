// The lab in a real browser for component tests: any product, a store in memory, a clock moved by hand.
import { expect, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { createMemoryStore } from '../../src/lib/adapters/storage/memory-store';
import { Lab } from '../../src/lib/app/lab.svelte';
import type { LabParts } from '../../src/lib/app/opening';
import type { Product } from '../../src/lib/products/schema';
import type { RunStore } from '../../src/lib/ports';
import LabScreen from '../../src/lib/ui/LabScreen.svelte';
import '../../src/lib/ui/look/base.css';
import { product } from './play';
import { HandClock, partsOn, shippedWith } from './shell';

export interface LabWish {
  readonly product?: Product;
  readonly store?: RunStore;
  /** Other parts of the outside world than the usual ones. */
  readonly parts?: Partial<LabParts>;
}

export async function renderLab(wish: LabWish = {}) {
  const clock = new HandClock();
  const store = wish.store ?? createMemoryStore();
  const lab = new Lab({
    ...partsOn(store, clock),
    loadShipped: async () => shippedWith(wish.product ?? product),
    ...wish.parts,
  });
  const screen = await render(LabScreen, { wire: () => lab });
  await vi.waitFor(() => expect(lab.status).not.toBe('opening'));
  return { screen, lab, clock, store };
}
