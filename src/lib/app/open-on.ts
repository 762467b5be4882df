// Opening the lab on a product that a link names. A link may be followed again and again, so it never throws a run away:
// it goes on with the run that was last played on the product, and begins one only where there is none.
import type { OpenRun, WrittenBy } from './open-run';
import { canonicalJson } from './canonical-json';
import { openLab, startRun, type LabParts, type Opened } from './opening';

export interface OpenedOn {
  readonly opened: Opened;
  /** What was done, for whoever does not see it. */
  readonly said: string;
  /** Whether there is another run, which somebody may have thought to find. */
  readonly isAnother: boolean;
}

/** Opens the lab on the shipped product with this id; where none such ships, as it would be without the link. */
export async function openOn(
  parts: LabParts,
  onChange: (run: OpenRun, by: WrittenBy) => void,
  id: string,
): Promise<OpenedOn> {
  const [{ store, problem }, shipped] = await Promise.all([parts.openStore(), parts.loadShipped()]);
  const product = shipped.products.includes(id) ? await shipped.loadProduct(id) : undefined;
  if (product === undefined) {
    const opened = await openLab(parts, onChange);
    const missing = { kind: 'no-such-product', found: id.slice(0, 40), expected: shipped.products } as const;
    return { opened: { ...opened, problem: opened.problem ?? missing }, said: '', isAnother: false };
  }
  const runs = await store.runs();
  if (!runs.isOk) return { opened: await openLab(parts, onChange), said: '', isAnother: false };
  const digest = await parts.cryptography.sha256Hex(canonicalJson(product));
  const last = runs.value.map(({ row }) => idOn(digest, row)).find((run) => run !== undefined);
  if (last === undefined) {
    const opened = await startRun(parts, onChange, { product });
    const before = runs.value.length > 0 ? ' The run before it is kept and stands in the list of last runs.' : '';
    return {
      opened: { ...opened, problem: opened.problem ?? problem },
      said: `A run begins on ${product.name}.${before}`,
      isAnother: before !== '',
    };
  }
  const pointed = await store.open(last);
  const said = pointed.isOk ? `The lab goes on with the last run on ${product.name}.` : '';
  return { opened: await openLab(parts, onChange), said, isAnother: runs.value.length > 1 };
}

/** The id of a run that is pinned to the product with this digest. */
function idOn(digest: string, row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null || !('productDigest' in row) || !('id' in row)) return undefined;
  return row.productDigest === digest && typeof row.id === 'string' ? row.id : undefined;
}
