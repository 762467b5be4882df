import { expect, test } from 'vitest';
import { isActive, type IssuedCode } from './account';

const code: IssuedCode = {
  id: 'dana/code/1',
  family: 'temporaryCode',
  by: { kind: 'person', account: 'priya' },
  issuedAt: 0,
  endsAt: 86_400_000,
  atIssue: { enforcement: 'required', lastUnboundWithCode: 'off-now' },
  toldAt: null,
  readAt: null,
  end: null,
};

// Whoever asks between the end and the folding of its deadline is told the same as after it.
test('a code is good until just before its end, and not at it, even where nothing has ended it yet', () => {
  expect(isActive(code, 86_399_999)).toBe(true);
  expect(isActive(code, 86_400_000)).toBe(false);
  expect(isActive({ ...code, endsAt: null }, 86_400_000)).toBe(true);
  expect(isActive({ ...code, end: { cause: 'removed', at: 5 } }, 6)).toBe(false);
});
