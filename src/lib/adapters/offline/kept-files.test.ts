import { describe, expect, test } from 'vitest';
import { hosting, siteVersion, Stage } from '../../../../tests/support/site-host';
import { keepFiles, keptFile, versionsKept } from './kept-files';

const one = siteVersion('one');
const NAME = 'lockout-lab /lab-site/ one';
const everything = [...one.hashed, ...one.fixed, ...one.pages].toSorted();

/** The host, but for what it answers to one path. */
function but(path: string, answer: () => Response | undefined) {
  return (request: Request) => (new URL(request.url).pathname === path ? answer() : hosting(one)(request));
}

describe('keeping a version of the site', () => {
  test('keeps every file of it, under a name that another site of the host has not', async () => {
    const stage = new Stage(hosting(one));
    await keepFiles(stage, one);
    expect(stage.keptIn(NAME)).toEqual(everything);
    await stage.caches.open('lockout-lab / one');
    await stage.caches.open('lockout-lab /lab-site/deeper/ one');
    expect(await versionsKept(stage, siteVersion('two'))).toEqual([NAME]);
  });

  test('asks the server again for what keeps its name, whatever the browser remembers of it', async () => {
    const stage = new Stage(hosting(one));
    await keepFiles(stage, one);
    const how = new Map(stage.asked.map(({ url, cache }) => [new URL(url).pathname, cache]));
    for (const path of [...one.fixed, ...one.pages]) expect(how.get(path), path).toBe('no-cache');
    for (const path of one.hashed) expect(how.get(path), path).toBe('default');
  });

  const redirected = (): Response =>
    Object.defineProperty(new Response('elsewhere', { headers: { 'content-type': 'text/plain' } }), 'redirected', {
      value: true,
    });
  const html = (text: string) => () => new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  const BAD: readonly (readonly [string, string, () => Response | undefined])[] = [
    ['a file that is not there', '/lab-site/_app/immutable/chunks/one.js', () => undefined],
    ['a page in place of a file', '/lab-site/_app/immutable/chunks/one.js', html('Please sign in to the network')],
    ['a page of another version', '/lab-site/lab/', html('import("../_app/immutable/entry/start.zero.js")')],
    ['an answer from elsewhere', '/lab-site/manifest.webmanifest', redirected],
  ];
  for (const [name, path, answer] of BAD) {
    test(`keeps nothing, and says so, where it meets ${name}`, async () => {
      const stage = new Stage(but(path, answer));
      await expect(keepFiles(stage, one)).rejects.toThrow(path);
      expect(await stage.caches.keys()).toEqual([]);
    });
  }

  test('finds a kept file, and none that is not', async () => {
    const stage = new Stage(hosting(one));
    await keepFiles(stage, one);
    expect(await (await keptFile(stage, one, '/lab-site/manifest.webmanifest'))?.text()).toContain('of one');
    expect(await keptFile(stage, one, '/lab-site/player.html')).toBeUndefined();
  });
});
