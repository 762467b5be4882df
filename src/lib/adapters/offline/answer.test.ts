import { beforeEach, describe, expect, test } from 'vitest';
import { hosting, ORIGIN, siteVersion, Stage } from '../../../../tests/support/site-host';
import { answerTo, isAnswered } from './answer';
import { keepFiles } from './kept-files';

const one = siteVersion('one');
const two = siteVersion('two');
let stage: Stage;

/** A request for a page, which only a browser itself can make. */
const page = (path: string): Request =>
  Object.defineProperty(new Request(ORIGIN + path), 'mode', { value: 'navigate' });
const file = (path: string): Request => new Request(ORIGIN + path);
const textOf = async (request: Request, site = two): Promise<string> => (await answerTo(request, site, stage)).text();
const leadsTo = async (request: Request): Promise<string | null> =>
  (await answerTo(request, two, stage)).headers.get('location');

beforeEach(async () => {
  stage = new Stage(hosting(one));
  await keepFiles(stage, one);
  stage.host = hosting(two);
  await keepFiles(stage, two);
  stage.host = null;
});

describe('without a network the worker answers', () => {
  test('with a page, whatever is asked of it', async () => {
    expect(await textOf(page('/lab-site/lab/?product=onix'))).toContain('start.two.js');
  });

  test('with the way to the page, where the slash at its end is missing, or its file is named', async () => {
    expect(await leadsTo(page('/lab-site/lab?tour=first'))).toBe(`${ORIGIN}/lab-site/lab/?tour=first`);
    expect(await leadsTo(page('/lab-site/lab/index.html'))).toBe(`${ORIGIN}/lab-site/lab/`);
  });

  test('with words, for a page that is not kept', async () => {
    expect(await leadsTo(page('/lab-site/player.html'))).toBe(`${ORIGIN}/lab-site/offline/?asked=%2Fplayer.html`);
  });

  test('with a part of an older version, for a page that came of it', async () => {
    expect(await textOf(file('/lab-site/_app/immutable/chunks/one.js'))).toContain('of one');
  });

  test('with its own file, where both versions have one of the name', async () => {
    expect(await textOf(file('/lab-site/manifest.webmanifest'))).toContain('of two');
    expect(await textOf(file('/lab-site/manifest.webmanifest'), one)).toContain('of one');
  });

  test('with the network’s own failure, for a file that is not kept', async () => {
    await expect(answerTo(file('/lab-site/other.json'), two, stage)).rejects.toThrow('Failed to fetch');
  });
});

test('with a network, what is kept is not asked for again, and what is not kept is', async () => {
  stage.asked.length = 0;
  stage.host = (request) => new Response(`the server's ${new URL(request.url).pathname}`);
  expect(await textOf(page('/lab-site/lab/'))).toContain('start.two.js');
  expect(stage.asked).toEqual([]);
  expect(await textOf(page('/lab-site/player.html'))).toBe("the server's /lab-site/player.html");
});

describe('the worker keeps out of', () => {
  const NOT_ANSWERED: readonly (readonly [string, { url: string; method?: string }])[] = [
    ['what the server says of its version', { url: `${ORIGIN}/lab-site/_app/version.json?x` }],
    ['another host', { url: 'https://other.example/lab-site/lab/' }],
    ['another site of the same host', { url: `${ORIGIN}/lab-site-2/` }],
    ['anything but reading', { url: `${ORIGIN}/lab-site/lab/`, method: 'POST' }],
  ];
  for (const [name, { url, method = 'GET' }] of NOT_ANSWERED) {
    test(name, () => expect(isAnswered({ url, method, mode: 'cors' }, one, ORIGIN)).toBe(false));
  }

  test('nothing else', () => {
    expect(isAnswered({ url: `${ORIGIN}/lab-site/lab/`, method: 'GET', mode: 'navigate' }, one, ORIGIN)).toBe(true);
  });
});
