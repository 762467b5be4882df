// Builds what is shipped, from one source: the player as the single file build/player.html, and the site in build/site, which
// hands that file out as well.
//   node scripts/build.mjs [player|site] [--verbose]   both without a word
import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';

const PLAYER = 'build/player.html';

/**
 * Builds one of the two. The site takes the player that is there, and says how large it is; without one it offers none.
 * @param {'site' | 'player'} which
 * @param {Record<string, string>} [env]
 */
export async function build(which, env = {}) {
  rmSync(`build/${which}`, { recursive: true, force: true });
  const isQuiet = !process.argv.includes('--verbose');
  // The sources of both are read by the site's settings for TypeScript, which a fresh clone does not have yet.
  const synced = await run('npx', ['svelte-kit', 'sync'], { isQuiet: true });
  if (synced !== 0) return synced;
  const hasPlayer = which === 'site' && existsSync(PLAYER);
  const player = hasPlayer ? { VITE_PLAYER_BYTES: String(statSync(PLAYER).size) } : {};
  const status = await run('npx', ['vite', 'build'], { env: { LAB_BUILD: which, ...player, ...env }, isQuiet });
  if (status !== 0) return status;
  // Beside the pages and in none of them: it is fetched by whoever asks for it.
  if (hasPlayer) copyFileSync(PLAYER, 'build/site/player.html');
  if (which === 'player') {
    copyFileSync('build/player/index.html', PLAYER);
    rmSync('build/player', { recursive: true });
  }
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wanted = process.argv.slice(2).find((word) => !word.startsWith('--'));
  for (const which of /** @type {const} */ (['player', 'site'])) {
    if (wanted !== undefined && wanted !== which) continue;
    const status = await build(which);
    if (status !== 0) process.exit(status);
    console.log(`Built the ${which}: ${which === 'site' ? 'build/site/' : 'build/player.html'}`);
  }
}
