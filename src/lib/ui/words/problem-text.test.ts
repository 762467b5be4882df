// Why something could not be opened, in words that need no programmer.
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../app/log-format';
import { damageText } from './problem-text';

describe('a damaged record', () => {
  const kept: readonly (readonly [name: string, record: unknown, words: string])[] = [
    ['without what it is', { position: 3 }, 'has nothing; expected:'],
    ['that is a word', 'gone', 'has "gone"; expected: a group { … }'],
    ['that is a number', 7, 'has 7; expected: a group { … }'],
  ];
  for (const [name, record, words] of kept) {
    test(`${name} is told in plain words`, () => {
      const shape = readRecord(record);
      if (shape.isWellFormed) throw new Error('It is well formed.');
      const { path, found, expected } = shape;
      const { text } = damageText({ kind: 'record-malformed', position: 3, path, found, expected });
      expect(text).toContain(words);
      expect(text).not.toMatch(/undefined|\bObject\b|\bArray\b|Invalid/);
    });
  }
});
