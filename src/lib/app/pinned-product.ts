// The product that a kept run is pinned to, by its digest.
import type { RunStore } from '../ports';
import type { Product } from '../products/schema';
import { canonicalJson } from './canonical-json';
import type { LabParts } from './opening';
import type { RunDamage } from './problems';

/**
 * The product a run is pinned to: the shipped one where it is the same, else the file kept beside the run.
 * @param hint the id that the run names: only where to look first, the digest decides.
 */
export async function pinnedProduct(
  parts: LabParts,
  store: RunStore,
  digest: string,
  hint: string | undefined,
): Promise<Product | RunDamage> {
  const shipped = await parts.loadShipped();
  const product = await shipped.loadProduct(hint ?? shipped.start.product);
  if (product !== undefined && (await parts.cryptography.sha256Hex(canonicalJson(product))) === digest) return product;
  const kept = await store.readProduct(digest);
  if (!kept.isOk || kept.value === null) return { kind: 'product-missing', product: digest.slice(0, 12) };
  const { readProduct } = await import('../products/read-product');
  const read = readProduct(kept.value);
  if (read.isRead) return read.product;
  const [problem] = read.problems;
  const { path, found, expected } = problem ?? { path: '', found: '', expected: '' };
  return { kind: 'product-malformed', path, found, expected };
}
