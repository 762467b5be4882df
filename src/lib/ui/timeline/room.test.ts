import { expect, test } from 'vitest';
import { fitting, isBefore, roomOf } from './room';

const LONG = 'code alive, ends Tue 10 Mar, 09:00';
const SHORT = 'code alive';

test('of several words those are written that have room, the longest first', () => {
  expect(fitting([LONG, SHORT], roomOf(LONG))).toBe(LONG);
  expect(fitting([LONG, SHORT], roomOf(LONG) - 1)).toBe(SHORT);
  expect(fitting([LONG, SHORT], roomOf(SHORT) - 1)).toBe('');
});

test('words stand after their mark, and before it where they would be cut off', () => {
  expect(isBefore(100, SHORT, 1000)).toBe(false);
  expect(isBefore(1000 - roomOf(SHORT) - 3, SHORT, 1000)).toBe(false);
  expect(isBefore(1000 - roomOf(SHORT), SHORT, 1000)).toBe(true);
});
