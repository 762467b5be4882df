// What makes the site installable stands as files of their own: the manifest, and icons as large as it says.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';

const STATIC = resolve(import.meta.dirname, '../static');
const manifest = JSON.parse(readFileSync(join(STATIC, 'manifest.webmanifest'), 'utf8')) as {
  readonly start_url: string;
  readonly scope: string;
  readonly theme_color: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[];
};

test('the manifest stands for the site wherever it is put: all its addresses are relative', () => {
  const { start_url: start, scope, icons } = manifest;
  for (const address of [start, scope, ...icons.map(({ src }) => src)]) expect(address).not.toMatch(/^\/|:/);
  expect([start, scope]).toEqual(['./', './']);
});

test('every icon is there, in the size that the manifest says', () => {
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
  for (const { src, sizes, purpose } of manifest.icons) {
    const { width, height, data } = PNG.sync.read(readFileSync(join(STATIC, src)));
    expect(`${width}x${height}`).toBe(sizes);
    // What is cut to shape by the system has to reach into every corner; the others show what they stand on.
    expect(data[3], src).toBe(purpose === 'maskable' ? 255 : 0);
  }
});

test('its colours are those of the look', () => {
  const ground = /--ground: light-dark\((#\w+), (#\w+)\)/.exec(
    readFileSync(resolve(STATIC, '../src/lib/ui/look/tokens.css'), 'utf8'),
  );
  const layout = readFileSync(resolve(STATIC, '../src/routes/+layout.svelte'), 'utf8');
  expect(manifest.theme_color).toBe(ground?.[1]);
  expect(layout).toContain(`content="${ground?.[1]}" media="(prefers-color-scheme: light)"`);
  expect(layout).toContain(`content="${ground?.[2]}" media="(prefers-color-scheme: dark)"`);
});
