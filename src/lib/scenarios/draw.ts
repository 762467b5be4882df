// What a seed decides about a scenario. The same seed draws the same on any machine.
import { mergePatch } from '../products/merge-patch';
import type { Scenario } from './scenario';
import type { StartingPoint } from './starting-point';

/** The variant that is played. */
export function variantFor({ product }: Pick<Scenario, 'product'>, seed: string): string {
  const { variants } = product;
  return variants[hashOf(seed) % variants.length] ?? '';
}

/** Where it begins: the starting point it is made from, with what is different here. */
export function startFor({ start, product }: Pick<Scenario, 'start' | 'product'>, from: StartingPoint): StartingPoint {
  return { ...(mergePatch(from, start.changes ?? {}) as StartingPoint), product: product.id };
}

/** FNV-1a over UTF-16 code units, in 32 bits, folded so that its low bits depend on all. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
