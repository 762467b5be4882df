// A test of a rule of the standards that no decision makes, such as how codes are drawn or how the log is chained. What it
// proved is written down for the coverage of facts once it has passed.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'vitest';
import { TESTED_FILE } from './observed';

/** `standard('[STD-11] ...', work)`. */
export function standard(title: string, work: () => void | Promise<void>): void {
  const ids = [...title.matchAll(/\[(STD-\d+)\]/g)].map((match) => match[1] ?? '');
  test(title, async () => {
    await work();
    mkdirSync(dirname(TESTED_FILE), { recursive: true });
    appendFileSync(TESTED_FILE, ids.map((id) => `${JSON.stringify({ id })}\n`).join(''));
  });
}
