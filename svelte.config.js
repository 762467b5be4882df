// Two builds from one source: the site (path routes, prerendered) and the player (one file, hash routes), which
// `LAB_BUILD=player` asks for.
import process from 'node:process';
import adapter from '@sveltejs/adapter-static';
import { sourceVersion } from './scripts/source-version.mjs';

const isPlayer = process.env['LAB_BUILD'] === 'player';
const out = isPlayer ? 'build/player' : 'build/site';

/**
 * Nothing leaves the browser and nothing foreign runs in it. Kit adds the hashes of its own inline script; the one
 * hashed style attribute is that of its route announcer.
 * @type {NonNullable<NonNullable<import('@sveltejs/kit').Config['kit']>['csp']>['directives']}
 */
const directives = {
  'default-src': ['none'],
  'script-src': ['self'],
  'style-src': ['self'],
  'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
  'img-src': ['self', 'data:', 'blob:'],
  'connect-src': ['self'],
  'font-src': ['self'],
  // The page for writers of documentation shows what an embedded walkthrough looks like.
  ...(isPlayer ? {} : { 'frame-src': ['self'] }),
  'manifest-src': ['self'],
  'worker-src': ['self'],
  'base-uri': ['none'],
  'form-action': ['none'],
  'object-src': ['none'],
  'require-trusted-types-for': ['script'],
  // The second lets through the address of the service worker and no other; the player has none.
  'trusted-types': ['svelte-trusted-html', ...(isPlayer ? [] : ['lockout-lab-service-worker'])],
};

/** @type {import('@sveltejs/kit').Config} */
const config = {
  kit: {
    adapter: adapter({ pages: out, assets: out, strict: true }),
    csp: { mode: 'hash', directives },
    outDir: isPlayer ? '.svelte-kit/player' : '.svelte-kit/site',
    version: { name: sourceVersion() },
    // Registered by hand: where storage is blocked, Kit's own way leaves a rejection that nobody handles.
    serviceWorker: { register: false },
    ...(isPlayer
      ? {
          files: {
            routes: 'src/player',
            hooks: { client: 'src/player/hooks.client' },
            serviceWorker: 'src/player/no-service-worker',
          },
          router: { type: 'hash' },
          output: { bundleStrategy: 'inline' },
        }
      : {}),
  },
};

export default config;
