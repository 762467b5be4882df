import { expect, test } from 'vitest';
import { linesInView } from './lines-in-view';

const wish = { count: 100_000, here: 100_000, moreLater: 0, moreEarlier: 0 };

test('of a very long list only what stands around the moment is drawn', () => {
  const { from, to } = linesInView(wish);
  expect(to).toBe(100_000);
  expect(to - from).toBeLessThanOrEqual(80);
  const middle = linesInView({ ...wish, here: 50_000 });
  expect(middle.from).toBeLessThan(50_000);
  expect(middle.to).toBeGreaterThan(50_000);
  expect(middle.to - middle.from).toBeLessThanOrEqual(130);
});

test('more are drawn on demand, on either side, and never more than there are', () => {
  const middle = linesInView({ ...wish, here: 50_000 });
  expect(linesInView({ ...wish, here: 50_000, moreLater: 100 }).to).toBe(middle.to + 100);
  expect(linesInView({ ...wish, here: 50_000, moreEarlier: 100 }).from).toBe(middle.from - 100);
  expect(linesInView({ count: 7, here: 3, moreLater: 500, moreEarlier: 500 })).toEqual({ from: 0, to: 7 });
});

test('a step in time leaves most of the list as it is', () => {
  const froms = Array.from({ length: 10 }, (_, step) => linesInView({ ...wish, here: 50_000 + step }).from);
  expect(new Set(froms).size).toBeLessThanOrEqual(2);
});
