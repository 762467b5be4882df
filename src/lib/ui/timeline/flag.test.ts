import { describe, expect, test } from 'vitest';
import { flagAt, isCovered } from './flag';

describe("the playhead's flag", () => {
  test('stands above the playhead, and within the picture at its edges', () => {
    expect(flagAt('09:00', 300, 600).middle).toBe(300);
    for (const [x, edge] of [
      [0, 0],
      [600, 600],
    ] as const) {
      const { middle, half } = flagAt('Mon 09:00', x, 600);
      expect(Math.abs(middle - edge)).toBeCloseTo(half);
    }
  });

  // Regression: it cut the time of the axis that stood beside it, and the word for the present.
  test('covers the words that it would cut, on either side, and no others', () => {
    const flag = flagAt('Mon 08:57', 300, 600);
    for (const x of [flag.middle - flag.half - 10, flag.middle, flag.middle + flag.half + 10])
      expect(isCovered(flag, '08:00', x)).toBe(true);
    for (const x of [flag.middle - flag.half - 20, flag.middle + flag.half + 20])
      expect(isCovered(flag, '08:00', x)).toBe(false);
    expect(isCovered(null, '08:00', 300)).toBe(false);
  });
});
