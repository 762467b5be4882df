// Builds what is shipped, from one source: the site in build/site, and the player as the single file build/player.html.
//   node scripts/build.mjs [site|player] [--verbose]   both without a word
import { copyFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';

/** @param {'site' | 'player'} which */
export async function build(which) {
  rmSync(`build/${which}`, { recursive: true, force: true });
  const status = await run('npx', ['vite', 'build'], { LAB_BUILD: which }, !process.argv.includes('--verbose'));
  if (status !== 0) return status;
  if (which === 'player') {
    copyFileSync('build/player/index.html', 'build/player.html');
    rmSync('build/player', { recursive: true });
  }
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wanted = process.argv.slice(2).find((word) => !word.startsWith('--'));
  for (const which of /** @type {const} */ (['site', 'player'])) {
    if (wanted !== undefined && wanted !== which) continue;
    const status = await build(which);
    if (status !== 0) process.exit(status);
    console.log(`Built the ${which}: ${which === 'site' ? 'build/site/' : 'build/player.html'}`);
  }
}
