import { expect, test } from 'vitest';
import { readMessage } from './messages';

test('what a page says is read, and anything else is no message', () => {
  expect(readMessage({ type: 'take-over' })).toEqual({ type: 'take-over' });
  expect(readMessage({ type: 'open', version: 'one', more: 1 })).toEqual({ type: 'open', version: 'one' });
  for (const none of [null, 'take-over', {}, { type: 'open' }, { type: 'open', version: 1 }, { type: 'other' }]) {
    expect(readMessage(none)).toBeNull();
  }
});
