// The lab in a real browser for component tests: any product, a store in memory, a clock moved by hand.
import { expect, vi } from 'vitest';
import { page } from 'vitest/browser';
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

/** Where things are in a lab that is drawn. */
export const places = {
  admin: page.getByRole('region', { name: 'Firm admin', exact: true }),
  user: page.getByRole('region', { name: 'User', exact: true }),
  support: page.getByRole('region', { name: 'Support desk', exact: true }),
  time: page.getByRole('region', { name: 'Simulated time', exact: true }),
  happenings: page.getByRole('region', { name: 'What happens', exact: true }),
};
