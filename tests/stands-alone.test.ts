// The project stands alone: it names no place outside its folder, and what it depends on is pinned.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder, nameOf, ROOT } from './support/source-files';

describe('the project stands alone', () => {
  const all = filesUnder(ROOT)
    .map(nameOf)
    .filter((path) => !/(^|\/)(node_modules|\.git|\.svelte-kit|build|test-results)(\/|$)/.test(path));

  test('nothing names a place outside its own folder', () => {
    const outside = all.filter((path) => {
      if (/\.(png|json)$/.test(path) || path === 'tests/stands-alone.test.ts') return false;
      const text = readFileSync(join(ROOT, path), 'utf8');
      return /\/work\/|\.\.\/shared|\/root\/|registry\.npmjs|(?<!\w)\/home\/[a-z]/.test(text);
    });
    expect(outside).toEqual([]);
  });

  test('dependencies stand at exact versions, few at run time, and installing runs no scripts', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, range]) => !/^\d/.test(range));
    expect(loose).toEqual([]);
    expect(Object.keys(dependencies)).toEqual([
      '@noble/hashes',
      'dexie',
      'jsonc-parser',
      'papaparse',
      'qrcode',
      'valibot',
    ]);
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  });
});
