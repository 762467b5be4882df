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

  // Regression: it lay over the button of a folded stretch, and cut what it says.
  test('keeps clear of a button beside it, on the side of the playhead, as long as it stands above that', () => {
    const folded = [{ from: 320, to: 376 }];
    const clear = ({ middle, half }: { middle: number; half: number }): boolean =>
      middle + half <= 320 || middle - half >= 376;
    expect(clear(flagAt('Mon 09:00', 300, 600))).toBe(false);
    for (const x of [290, 300, 310, 319, 377, 390]) {
      const flag = flagAt('Mon 09:00', x, 600, folded);
      expect(clear(flag)).toBe(true);
      expect(Math.abs(flag.middle - x)).toBeLessThanOrEqual(flag.half + 2);
      expect(flag.middle < 348).toBe(x < 348);
    }
    // Where there is no room for it, it stays above the playhead.
    expect(flagAt('Mon 09:00', 348, 600, folded).middle).toBe(348);
    expect(flagAt('Mon 09:00', 30, 600, [{ from: 36, to: 92 }]).middle).toBeCloseTo(
      flagAt('Mon 09:00', 30, 600).middle,
    );
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
