// Two builds from one source: the site (path routes, prerendered) and the player (one file, hash routes), which
// `LAB_BUILD=player` asks for.
import process from 'node:process';
import adapter from '@sveltejs/adapter-static';

const isPlayer = process.env['LAB_BUILD'] === 'player';
const out = isPlayer ? 'build/player' : 'build/site';

/** @type {import('@sveltejs/kit').Config} */
const config = {
  kit: {
    adapter: adapter({ pages: out, assets: out, strict: true }),
    outDir: isPlayer ? '.svelte-kit/player' : '.svelte-kit/site',
    ...(isPlayer
      ? {
          files: { routes: 'src/player', assets: 'src/player/assets' },
          router: { type: 'hash' },
          output: { bundleStrategy: 'inline' },
        }
      : {}),
  },
};

export default config;
