import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '../instant';
import { Gaps } from './gaps';

test('the gaps of at least a length between two instants are those that going through all of them finds', () => {
  const spans = fc.array(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 5 * DAY })), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 6 * DAY }), fc.nat(), fc.nat(), (steps, least, one, other) => {
      const gaps = new Gaps();
      let at = 1000;
      const instants = steps.map((step) => (at += step));
      for (const each of instants) gaps.add(each);
      const range = at - 900;
      const [from, to] = [1000 + (one % range), 1000 + (other % range)].toSorted((a, b) => a - b) as [number, number];
      const all = instants.slice(1).map((end, index) => ({ from: instants[index] ?? 0, to: end }));
      const wanted = all.filter(
        (gap) => gap.to > gap.from && gap.to - gap.from >= least && gap.to > from && gap.from < to,
      );
      expect(gaps.between(from, to, least)).toEqual(wanted);
      expect(gaps.last).toBe(at);
    }),
  );
});
