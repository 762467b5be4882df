import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../domain/instant';
import { Zone } from './zone';

const NEW_YORK = new Zone('America/New_York');
const wall = (text: string): number => Date.parse(`${text}Z`);

describe('the clocks of a zone', () => {
  test('show a time at one instant, and the offset of that instant', () => {
    expect(NEW_YORK.instantOf(wall('2026-03-09T09:00:00'))).toBe(Date.parse('2026-03-09T13:00:00Z'));
    expect(NEW_YORK.offset(Date.parse('2026-03-09T13:00:00Z'))).toBe(-4 * HOUR);
    expect(new Zone('Asia/Kathmandu').offset(0)).toBe(5 * HOUR + 30 * MINUTE);
  });

  test('leap over an hour in spring: it is had by no instant, and stands for one as much later', () => {
    const leapt = wall('2026-03-08T02:30:00');
    expect(NEW_YORK.instantsOf(leapt)).toEqual([]);
    expect(NEW_YORK.wallOf(NEW_YORK.instantOf(leapt))).toBe(wall('2026-03-08T03:30:00'));
    expect(NEW_YORK.instantsOf(wall('2026-03-08T03:00:00'))).toHaveLength(1);
    expect(NEW_YORK.instantsOf(wall('2026-03-08T01:59:59'))).toHaveLength(1);
  });

  test('show an hour twice in autumn: the first of the two is meant', () => {
    const twice = wall('2026-11-01T01:30:00');
    expect(NEW_YORK.instantOf(twice)).toBe(Date.parse('2026-11-01T05:30:00Z'));
    expect(NEW_YORK.instantsOf(twice)).toEqual(['05', '06'].map((hour) => Date.parse(`2026-11-01T${hour}:30:00Z`)));
    expect(NEW_YORK.wallOf(Date.parse('2026-11-01T06:30:00Z'))).toBe(twice);
  });
});
