import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../domain/instant';
import { barsIn, ticksIn } from './drawn';
import { Scale } from './scale';

const scale = new Scale({ width: 600, perPixel: MINUTE, anchor: { at: 0, x: 0 } }, () => []);
const ticksAt = (minutes: readonly number[]) => minutes.map((minute) => ({ at: minute * MINUTE }));

describe('ticks', () => {
  test('that fall on the same few pixels are drawn as one, with their number', () => {
    const drawn = ticksIn(ticksAt([5, 6, 7, 100, 300, 301]), scale);
    expect(drawn.map(({ count }) => count)).toEqual([3, 1, 2]);
    expect(drawn[0]?.tick.at).toBe(7 * MINUTE);
  });

  test('out of view are not drawn, and none in view is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 1500 }), { maxLength: 80 }), (minutes) => {
        const drawn = ticksIn(ticksAt(minutes.toSorted((one, other) => one - other)), scale);
        const inView = minutes.filter((minute) => minute >= 0 && minute <= 600).length;
        const counted = drawn.reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBeGreaterThanOrEqual(inView);
        expect(drawn.every(({ x }) => x >= -30 && x <= 630)).toBe(true);
        drawn.slice(1).forEach(({ x }, index) => expect(x).toBeGreaterThan(drawn[index]?.x ?? 0));
      }),
    );
  });

  test('that the number of others would cover are counted with them', () => {
    expect(ticksIn(ticksAt([100, 113, 114, 114]), scale).map(({ count }) => count)).toEqual([4]);
    expect(ticksIn(ticksAt([100, 113, 140, 140]), scale).map(({ count }) => count)).toEqual([2, 2]);
    expect(ticksIn(ticksAt([100, 114, 128]), scale).map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  test('of a very long log are never more than the picture has room for, and few are looked at', () => {
    let looked = 0;
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      get at() {
        looked += 1;
        return index * 360;
      },
    }));
    expect(ticksIn(many, scale).length).toBeLessThan(60);
    expect(looked).toBeLessThan(5000);
  });
});

describe('bars', () => {
  test('in view alone are drawn, and one that still holds ends now', () => {
    const bars = [
      { from: -90 * MINUTE, to: -50 * MINUTE },
      { from: -20 * MINUTE, to: 40 * MINUTE },
      { from: 100 * MINUTE, to: null },
    ];
    expect(barsIn(bars, scale, 160 * MINUTE)).toMatchObject([
      { x: -12, width: 52 },
      { x: 100, width: 60 },
    ]);
    expect(barsIn([{ from: 700 * MINUTE, to: 800 * MINUTE }], scale, DAY)).toEqual([]);
  });

  test('thinner than a pixel are drawn once a pixel', () => {
    const bars = Array.from({ length: 10_000 }, (_, index) => ({ from: index * 3000, to: index * 3000 + 1000 }));
    const drawn = barsIn(bars, scale, DAY);
    expect(drawn.length).toBeLessThan(610);
    expect(drawn.length).toBeGreaterThan(200);
  });
});
