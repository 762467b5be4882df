// What a file that somebody opened is meant to be: they all end in .json, and nobody should have to know which door is for
// which.
import { RUN_FORMAT } from './run-file-format';

export type FileKind = 'run' | 'firm' | 'walkthrough' | 'product';

/** A guess, by the keys at the top; its own reader says whether it is one. What cannot be told is taken for a product. */
export function kindOf(text: string): FileKind {
  const keys = topOf(text);
  // One that is cut short can be told by its beginning all the same.
  if (keys === null) return text.slice(0, 1000).includes(`"${RUN_FORMAT}"`) ? 'run' : 'product';
  if (keys['format'] === RUN_FORMAT) return 'run';
  if (Object.hasOwn(keys, 'people') && Object.hasOwn(keys, 'firms')) return 'firm';
  return Object.hasOwn(keys, 'steps') && Object.hasOwn(keys, 'teaches') ? 'walkthrough' : 'product';
}

function topOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
