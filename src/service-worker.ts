// The service worker: keeps this version of the site, and answers with it. Joins the platform's events to what
// `lib/adapters/offline` makes of them, and decides nothing itself. A newer one waits until somebody asks for it, or until
// no page of this version is left, which is the platform's own way.
import { base, build, files, prerendered, version } from '$service-worker';
import { answerTo, isAnswered } from './lib/adapters/offline/answer';
import { keepFiles, type Outside, type SiteVersion } from './lib/adapters/offline/kept-files';
import { readMessage } from './lib/adapters/offline/messages';
import { sweep } from './lib/adapters/offline/sweep';
import type { WorkerScope } from './lib/adapters/offline/worker-scope';

const worker = globalThis as unknown as WorkerScope;
const site: SiteVersion = { base, version, hashed: build, fixed: files, pages: prerendered };
const outside: Outside = {
  caches: worker.caches,
  origin: worker.location.origin,
  fetch: (request) => worker.fetch(request),
};

worker.addEventListener('install', (event) => event.waitUntil(keepFiles(outside, site)));

// The page of the very first visit came before this worker, and loads its lazy parts through it from now on.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  if (isAnswered(event.request, site, outside.origin)) event.respondWith(answerTo(event.request, site, outside));
});

worker.addEventListener('message', (event) => {
  const message = readMessage(event.data);
  if (message?.type === 'take-over') event.waitUntil(worker.skipWaiting());
  if (message?.type !== 'open' || event.source === null) return;
  const onlookers = {
    windows: async () =>
      (await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).map(({ id }) => id),
    isNewerComing: () => worker.registration.installing !== null || worker.registration.waiting !== null,
  };
  event.waitUntil(sweep(outside, site, onlookers, { page: event.source.id, version: message.version }));
});
