import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withDeadline, withoutDeadline, type Deadline } from './deadlines';

const deadline = (at: number, of: string): Deadline => ({ kind: 'code', account: 'a', of, at });

describe('deadlines', () => {
  test('come by instant, and at one instant in the order in which they were set', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }), (instants) => {
        const set = instants.map((at, index) => deadline(at, String(index)));
        const kept = set.reduce(withDeadline, [] as readonly Deadline[]);
        expect(kept).toEqual(set.toSorted((one, other) => one.at - other.at));
      }),
    );
  });

  test('are lifted by name, and an unknown name lifts nothing', () => {
    const kept = [deadline(1, 'a'), deadline(2, 'b')].reduce(withDeadline, [] as readonly Deadline[]);
    expect(withoutDeadline(kept, { kind: 'code', account: 'a', of: 'a' })).toEqual([deadline(2, 'b')]);
    expect(withoutDeadline(kept, { kind: 'push', account: 'a', of: 'a' })).toBe(kept);
  });
});
