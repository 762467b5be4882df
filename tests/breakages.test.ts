// The list that `npm run mutation` walks: each breakage is found in its file, once. One that has gone stale would stop the walk.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BREAKAGES } from './breakages.mjs';

describe('the list of breakages', () => {
  test('names each once', () => {
    const names = BREAKAGES.map(({ what }) => what);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('has of each the words that are broken, found once in its file, and others to put there', () => {
    const places = ({ file, was }: (typeof BREAKAGES)[number]) => readFileSync(file, 'utf8').split(was).length - 1;
    expect(BREAKAGES.filter((each) => places(each) !== 1 || each.was === each.is).map(({ what }) => what)).toEqual([]);
  });
});
