// What a build is told apart by: digests of its sources. Built twice from the same source it is the same version, and nobody is
// told of a newer one that is none.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const DIGITS = 12;

/**
 * The name of a version of the site: of everything it is built from.
 * @returns {string}
 */
export function sourceVersion() {
  const paths = [...['src', 'static'].flatMap(sourcesIn), 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
  // What the build is told from outside.
  return digestOf(paths, process.env['VITE_PLAYER_BYTES'] ?? '');
}

/**
 * What the states are marked with that the rules fold a log to: of the rules, and of how a product's policies are read.
 * @returns {string}
 */
export function rulesDigest() {
  return digestOf(['src/lib/domain', 'src/lib/products'].flatMap(sourcesIn).filter((path) => path.endsWith('.ts')));
}

/** @param {string} folder */
function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && !/\.test\.ts$/.test(each.name))
    .map((each) => join(each.parentPath, each.name))
    .sort();
}

/**
 * @param {readonly string[]} paths
 * @param {string} [besides]
 */
function digestOf(paths, besides = '') {
  const digest = createHash('sha256');
  for (const path of paths) {
    digest.update(`${path}\n`);
    digest.update(readFileSync(path));
  }
  digest.update(besides);
  return digest.digest('hex').slice(0, DIGITS);
}
