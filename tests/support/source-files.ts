// The project's own files, as the tests of its house rules look at them: which there are, what they say and import.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const LIB = join(ROOT, 'src/lib');

/** Every file below a folder. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** What is shipped, tests aside. */
export const sources = filesUnder(join(ROOT, 'src')).filter(
  (path) => /\.(ts|svelte)$/.test(path) && !/\.test\.ts$/.test(path),
);
export const textOf = (path: string): string => readFileSync(path, 'utf8');
/** A file as messages name it: from the project's folder on. */
export const nameOf = (path: string): string => relative(ROOT, path);
/** The source without comments, in which a rule may well be named. */
export const codeOf = (path: string): string =>
  textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1');

/** What a file imports, as it spells it. */
export function importsOf(path: string): string[] {
  return [...codeOf(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** The layer of a file in `src/lib`: its top folder, or `ports`; `routes` for everything outside. */
export function layerOf(path: string): string {
  const inside = relative(LIB, path);
  if (inside.startsWith('..')) return 'routes';
  return inside.startsWith('ports') ? 'ports' : (inside.split('/')[0] ?? '');
}
