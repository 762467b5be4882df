// Installs from the lockfile when that is needed: on a fresh clone, and after the lockfile has changed. Uses nothing
// but Node itself, because nothing else is there yet.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { run } from './run.mjs';

const STAMP = 'node_modules/.installed-from';
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

export async function ensureInstalled() {
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`This is Node ${process.versions.node}; Lockout Lab needs Node 20.19 or newer.`);
    process.exit(1);
  }
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.log('Installing the dependencies from the lockfile…');
  const status = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) {
    console.error('The dependencies could not be installed; the lines above say why. Nothing was started.');
    process.exit(status);
  }
  writeFileSync(STAMP, lock);
}
