// The name of a version of the site: a digest of everything it is built from. Built twice from the same source it is the
// same version, and nobody is told of a newer one that is none.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const SOURCES = ['src', 'static'];
const FILES = ['package-lock.json', 'svelte.config.js', 'vite.config.ts'];
const DIGITS = 12;

/** @returns {string} */
export function sourceVersion() {
  const digest = createHash('sha256');
  const paths = SOURCES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && !/\.test\.ts$/.test(each.name))
      .map((each) => join(each.parentPath, each.name)),
  );
  for (const path of [...paths.sort(), ...FILES]) {
    digest.update(`${path}\n`);
    digest.update(readFileSync(path));
  }
  // What the build is told from outside.
  digest.update(process.env['VITE_PLAYER_BYTES'] ?? '');
  return digest.digest('hex').slice(0, DIGITS);
}
