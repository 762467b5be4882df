// Bad firm files, each made from the one that ships by one change, and the door through which somebody would open them.
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/lib/products/problem';
import shipped from '../../src/lib/scenarios/phone-on-the-train/start.json';
import { readStartingPointText } from '../../src/lib/scenarios/read-starting-point-text';

export type Item = Record<string, unknown>;
export type FirmFile = Item & {
  moments: Item[];
  firms: Item[];
  people: Item[];
  opening: Item[];
  support: Record<string, Item>;
  desks: Item;
};
export type Change = (start: FirmFile) => unknown;
export type Case = readonly [name: string, change: Change, path: string, expected: string | RegExp];

export const FIRM_FILE = JSON.stringify(shipped, null, 2);

/** The text of the firm file, changed. */
export function changed(change: Change): string {
  const start = JSON.parse(FIRM_FILE) as FirmFile;
  change(start);
  return JSON.stringify(start);
}

/** The problems with this text. */
export function problemsWith(text: string): readonly Problem[] {
  const read = readStartingPointText(text);
  return read.isRead ? [] : read.problems;
}

/** Holds each of the bad files against the reader: at least five of a class, each refused with its path and the reason. */
export function refuses(classes: Readonly<Record<string, readonly Case[]>>): void {
  describe('a firm file', () => {
    for (const [name, cases] of Object.entries(classes)) {
      test(`with ${name}: at least five kinds are held against the reader`, () => {
        expect(cases.length).toBeGreaterThanOrEqual(5);
      });
      for (const [what, change, path, expected] of cases) {
        test(`with ${name} (${what}) is refused with path and reason`, () => {
          const problems = problemsWith(changed(change));
          expect(problems).toContainEqual({
            path,
            found: expect.any(String) as string,
            expected: typeof expected === 'string' ? expected : (expect.stringMatching(expected) as string),
          });
        });
      }
    }
  });
}
