// The shape of a file: how long it may be, what it opens with, that it is used; and what titles of tests may claim.
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder, importsOf, LIB, nameOf, ROOT, sources, textOf } from './support/source-files';

describe('the shape of a file', () => {
  const LINES_MAX = 250;

  test(`no source file is over ${LINES_MAX} lines, but for those with a reason`, () => {
    const withReason = new Set(['src/lib/app/lab.svelte.ts']);
    const long = sources.filter((path) => textOf(path).split('\n').length > LINES_MAX).map(nameOf);
    expect(long.filter((path) => !withReason.has(path))).toEqual([]);
  });

  test('every file opens with what it is for', () => {
    const silent = sources.filter((path) => {
      const isExempt = /\/(routes|player)\/|app\.d\.ts$/.test(path);
      return !isExempt && !/^(\/\/ |<!-- )/.test(textOf(path));
    });
    expect(silent.map(nameOf)).toEqual([]);
  });

  test('no drawer of odds and ends', () => {
    const drawers = sources.filter((path) =>
      /\/(utils?|helpers?|common|manager|service|types)\.(ts|svelte)$/.test(path),
    );
    expect(drawers.map(nameOf)).toEqual([]);
  });

  test('every source file is used by something', () => {
    const imported = new Set(
      sources.flatMap((path) =>
        importsOf(path).map((target) =>
          target.startsWith('$lib/') ? join(LIB, target.slice(5)) : resolve(dirname(path), target),
        ),
      ),
    );
    const entry = /\/(routes|player)\/|app\.d\.ts$|\/src\/service-worker\.ts$/;
    const dead = sources.filter(
      (path) => !entry.test(path) && !imported.has(path) && !imported.has(path.replace(/\.ts$/, '')),
    );
    expect(dead.map(nameOf).sort()).toEqual([]);
  });
});

describe('the titles of tests', () => {
  test('a fact id in brackets stands only where it is observed: in `fact(...)`', () => {
    const tests = [...filesUnder(join(ROOT, 'src')), ...filesUnder(join(ROOT, 'tests'))].filter((path) =>
      /\.(test|e2e)\.ts$/.test(path),
    );
    const unobserved = tests.filter((path) => /\b(test|it|describe)\(\s*['"`]\[[A-Z]{3,4}-\d/.test(textOf(path)));
    expect(unobserved.map(nameOf)).toEqual([]);
  });
});
