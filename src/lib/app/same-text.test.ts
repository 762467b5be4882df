import { expect, test } from 'vitest';
import { isSameText } from './same-text';

test('texts are the same only where every symbol and the length are', () => {
  expect(isSameText('004821', '004821')).toBe(true);
  expect(isSameText('', '')).toBe(true);
  for (const other of ['104821', '004822', '4821', '00482', '0048210', '004821004821', '', '００４８２１']) {
    expect(isSameText('004821', other)).toBe(false);
    expect(isSameText(other, '004821')).toBe(false);
  }
});
