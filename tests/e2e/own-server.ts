// A server of a test's own, which can go away, come back on the same address, and then have another version of the site.
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import sirv from 'sirv';

export const SITE = 'build/site';

export class OwnServer {
  /** Where the site is: below a path of its own, as on a host that has other sites too. */
  readonly #at: string;
  #server: Server | null = null;
  #port = 0;

  constructor(at = '') {
    this.#at = at;
  }

  get address(): string {
    return `http://localhost:${this.#port}${this.#at}/`;
  }

  /** Serves the folder, on the address it had before. */
  async start(folder = SITE): Promise<this> {
    const files = sirv(folder, { etag: true });
    const server = createServer((request, response) => {
      const missing = (): void => void response.writeHead(404, { 'content-type': 'text/plain' }).end();
      if (request.url?.startsWith(`${this.#at}/`) !== true) return missing();
      request.url = request.url.slice(this.#at.length);
      files(request, response, missing);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, 'localhost', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  /** Gone: whoever is connected is cut off, and nobody connects. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  async deploy(folder: string): Promise<void> {
    await this.stop();
    await this.start(folder);
  }
}

/**
 * A copy of the site as a newer version would be: another version's name, `text` in other words, and every script under
 * another name. The scripts as they were are not there.
 */
export function newerSite(text: string, newText: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'lockout-lab-newer-'));
  cpSync(SITE, folder, { recursive: true });
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && /\.(js|html|json)$/.test(each.name) && each.name !== 'player.html')
    .map((each) => join(each.parentPath, each.name));
  const { version } = JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')) as { version: string };
  const digests = paths.flatMap((path) => /_app\/immutable\/.*?([\w-]{8})\.js$/.exec(path)?.[1] ?? []);
  const names = new RegExp([version, ...digests].join('|'), 'g');
  const renamed = (old: string): string => old.replace(names, (name) => [...name].toReversed().join(''));
  for (const path of paths) {
    const before = readFileSync(path, 'utf8');
    const after = renamed(before).replaceAll(text, newText);
    writeFileSync(path, path.endsWith('.html') ? allowed(before, after) : after);
    renameSync(path, join(folder, renamed(relative(folder, path))));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** A page whose content policy lets the script through that it begins with now. */
function allowed(before: string, after: string): string {
  return after.replace(digestOfScript(before), digestOfScript(after));
}

function digestOfScript(html: string): string {
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  return createHash('sha256').update(script).digest('base64');
}
