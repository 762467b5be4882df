// Builds what is shipped, from one source: the site in build/site, and the player as the single file build/player.html.
//   node scripts/build.mjs [site|player] [--verbose]   both without a word
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';

/**
 * @param {'site' | 'player'} which
 * @param {Record<string, string>} [env]
 */
export async function build(which, env = {}) {
  rmSync(`build/${which}`, { recursive: true, force: true });
  const isQuiet = !process.argv.includes('--verbose');
  const status = await run('npx', ['vite', 'build'], { env: { LAB_BUILD: which, ...env }, isQuiet });
  if (status !== 0) return status;
  if (which === 'player') {
    copyFileSync('build/player/index.html', 'build/player.html');
    // The site hands the player out as well: a frame may point at it there.
    if (existsSync('build/site')) copyFileSync('build/player.html', 'build/site/player.html');
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
