// Runs of one story are told apart by name: the second that begins has a number behind it.
import type { RunStore } from '../ports';

export const TITLE_MAX_CHARACTERS = 200;

/** The title that a new run has beside those that are kept. Where those cannot be read it is as it is: nothing depends on it. */
export async function freeTitleIn(store: Pick<RunStore, 'runs'>, title: string): Promise<string> {
  const kept = await store.runs();
  const taken = kept.isOk ? kept.value.map(({ row }) => titleOf(row)) : [];
  return freeTitle(title, taken);
}

/** Rows are unknown until they are validated; one without a title takes none. */
function titleOf(row: unknown): string {
  const title: unknown = typeof row === 'object' && row !== null && 'title' in row ? row.title : '';
  return typeof title === 'string' ? title : '';
}

/** The title that a new run has, given those that are taken: as it is, or with the first number that is free. */
export function freeTitle(title: string, taken: readonly string[]): string {
  let free = title;
  for (let number = 2; taken.includes(free); number += 1) free = withSuffix(title, ` (${number})`);
  return free;
}

/** The title and what stands behind it, no longer than a title may be. */
export function withSuffix(title: string, suffix: string): string {
  return cut(title, TITLE_MAX_CHARACTERS - suffix.length) + suffix;
}

/** At most so many characters, and no sign halved. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const sign of text) {
    if (kept.length + sign.length > most) break;
    kept += sign;
  }
  return kept;
}
