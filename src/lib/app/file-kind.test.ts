import { expect, test } from 'vitest';
import { kindOf } from './file-kind';

for (const [text, kind] of [
  ['{"format":"lockout-lab-run"}', 'run'],
  ['{"format":"lockout-lab-run","rec', 'run'],
  ['{"people":[],"firms":[]}', 'firm'],
  ['{"steps":[],"teaches":""}', 'walkthrough'],
  ['{"id":"lanternbook","nodes":{}}', 'product'],
  ['{"policy":"strict"}', 'product'],
  ['{"name":"left-pad","version":"1.0.0"}', 'unknown'],
  ['{}', 'unknown'],
  ['{"nodes":', 'product'],
  ['[]', 'product'],
  // Regression: a letter was read as a product, and what is wrong in that was listed by line and column.
  ['Dear Dana,', 'unknown'],
] as const) {
  test(`${text} is taken for this kind: ${kind}`, () => expect(kindOf(text)).toBe(kind));
}
