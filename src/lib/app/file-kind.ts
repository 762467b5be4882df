// What a file that somebody opened is meant to be: they all end in .json, and nobody should have to know which door is for
// which.
import { RUN_FORMAT } from './run-file-format';

export type FileKind = 'run' | 'firm' | 'walkthrough' | 'product' | 'unknown';

/** A product file has most of these at its top; a file with none of them is no product that somebody got wrong. */
const OF_PRODUCTS = ['policy', 'words', 'desks', 'nodes', 'variants', 'defaultVariant'];

/**
 * A guess, by the keys at the top; its own reader says whether it is one. What begins as JSON and is none is taken for a
 * product, whose reader says where.
 */
export function kindOf(text: string): FileKind {
  const keys = topOf(text);
  // One that is cut short can be told by its beginning all the same.
  if (keys === null) {
    if (!/^\s*[[{]/.test(text)) return 'unknown';
    return text.slice(0, 1000).includes(`"${RUN_FORMAT}"`) ? 'run' : 'product';
  }
  if (keys['format'] === RUN_FORMAT) return 'run';
  if (Object.hasOwn(keys, 'people') && Object.hasOwn(keys, 'firms')) return 'firm';
  if (Object.hasOwn(keys, 'steps') && Object.hasOwn(keys, 'teaches')) return 'walkthrough';
  return OF_PRODUCTS.some((key) => Object.hasOwn(keys, key)) ? 'product' : 'unknown';
}

function topOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
