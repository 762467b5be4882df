import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowOf, rowsOf, tableOf, withRow } from './table';

interface Row {
  readonly id: string;
  readonly value: number;
}

describe('a table', () => {
  test('answers as a map does, after any updates, and leaves every earlier version as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 150 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 160 }), fc.integer()), { maxLength: 60 }),
        (size, updates) => {
          const rows = Array.from({ length: size }, (_, index): Row => ({ id: `r${index}`, value: 0 }));
          const oracle = new Map(rows.map((row) => [row.id, row]));
          const first = tableOf(rows);
          let table = first;
          for (const [index, value] of updates) {
            const row: Row = { id: `r${index}`, value };
            table = withRow(table, row);
            if (oracle.has(row.id)) oracle.set(row.id, row);
          }
          expect(rowsOf(table)).toEqual([...oracle.values()]);
          for (let index = 0; index < 161; index += 1)
            expect(rowOf(table, `r${index}`)).toEqual(oracle.get(`r${index}`));
          expect(rowsOf(first)).toEqual(rows);
        },
      ),
    );
  });
});
