// Serves the built site on localhost, as any static host would.
//   node scripts/serve.mjs [--port N]
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

/** For an address that no page has. It is read without any of the site's files. */
const NOTHING_HERE = `<!doctype html><html lang="en"><meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width"><title>Not here · Lockout Lab, a simulation</title>
<main style="max-width:40rem;margin:4rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif">
<h1>There is no such page</h1><p><a href="/">The home page</a> leads to all there are, and <a href="/lab/">the lab</a> is one of them.</p>
</main></html>`;
const FIRST_PORT = 4173;
const PORTS_TRIED = 20;

/**
 * Serves a folder.
 * @param {string} folder
 * @param {number} [port] the very port; without it the first free one from 4173 on
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(folder, port) {
  const files = sirv(folder, { etag: true });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.endsWith('/') && existsSync(`${folder}${url.pathname}/index.html`)) {
      response.writeHead(308, { location: `${url.pathname}/${url.search}` });
      response.end();
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(NOTHING_HERE);
    });
  });
  const first = port ?? FIRST_PORT;
  const last = port ?? FIRST_PORT + PORTS_TRIED;
  for (let each = first; each <= last; each += 1) {
    if (await listens(server, each)) {
      return { address: `http://localhost:${each}/`, close: () => server.close() };
    }
  }
  throw new Error(first === last ? `Port ${first} is taken` : `No port from ${first} to ${last} is free`);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function listens(server, port) {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, 'localhost', () => resolve(true));
  });
}

/**
 * Says what is wrong with the port that was named, and ends.
 * @param {string} found
 * @returns {never}
 */
function refuse(found) {
  console.error(`${found}. Expected a free port, a whole number from 1 to 65535, such as: npm start -- --port 4200`);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--port');
  const named = at < 0 ? process.env['PORT'] : process.argv[at + 1];
  const port = named === undefined || named === '' ? undefined : Number(named);
  if (at >= 0 && named === undefined) refuse('--port names no port');
  if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65_535)) refuse(`The port is “${named}”`);
  const { address } = await serve('build/site', port).catch((error) => refuse(String(error.message ?? error)));
  console.log(`\n  Lockout Lab is at ${address}\n  Stop it with Ctrl+C.\n`);
}
