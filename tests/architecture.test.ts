// The layers, as far as a machine can keep them: who imports whom, and what may not be called where.
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf, importsOf, layerOf, LIB, nameOf, sources } from './support/source-files';

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  products: ['domain'],
  scenarios: ['domain', 'products'],
  ports: ['domain'],
  adapters: ['domain', 'ports'],
  app: ['domain', 'products', 'scenarios', 'ports'],
  ui: ['domain', 'products', 'scenarios', 'ports', 'app'],
  embed: ['domain', 'ports', 'app'],
  routes: ['ui', 'app'],
};

/** The service worker is a world of its own: it is wired where it begins. */
const isWiring = (path: string): boolean => /\/app\/wire-[a-z]+\.ts$|\/src\/service-worker\.ts$/.test(path);

describe('who imports whom', () => {
  test('every layer imports only what stands below it; one kind of file wires adapters to ports', () => {
    const wrong = sources.flatMap((path) => {
      const layer = layerOf(path);
      const allowed = [layer, ...(MAY_IMPORT[layer] ?? []), ...(isWiring(path) ? ['adapters'] : [])];
      return importsOf(path)
        .filter((target) => target.startsWith('.') || target.startsWith('$lib/'))
        .map((target) => (target.startsWith('.') ? resolve(dirname(path), target) : join(LIB, target.slice(5))))
        .filter((target) => !allowed.includes(layerOf(target)) && !/\.css$|\.md\?raw$/.test(target))
        .map((target) => `${nameOf(path)} imports ${nameOf(target)}`);
    });
    expect(wrong).toEqual([]);
  });

  test('only adapters import a storage, hash, passkey or QR library, and the rules import no library at all', () => {
    const packages = (path: string): string[] => importsOf(path).filter((each) => /^[@a-z]/.test(each));
    const libraries = sources.filter((path) => layerOf(path) !== 'adapters');
    expect(
      libraries.filter((path) => packages(path).some((each) => /^(dexie|@noble|@simplewebauthn|qrcode)/.test(each))),
    ).toEqual([]);
    expect(sources.filter((path) => layerOf(path) === 'domain' && packages(path).length > 0)).toEqual([]);
  });
});

describe('what may not be called', () => {
  const banned: readonly (readonly [string, RegExp, (path: string) => boolean])[] = [
    [
      'the rules read no clock, roll no dice, wait for nothing and print nothing',
      /\b(Date|crypto|async|await|setTimeout|setInterval|console|Math\.random|performance)\b/,
      (path) => layerOf(path) === 'domain',
    ],
    ['only adapters touch crypto.subtle', /crypto\.subtle/, (path) => layerOf(path) !== 'adapters'],
    ['chance comes from a port', /Math\.random/, () => true],
    [
      'real time is read by its adapter alone',
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/,
      (path) => !path.startsWith(join(LIB, 'adapters/time')),
    ],
    [
      'and the present is asked of it for a tied clock and for when a run was last played, by nobody else',
      /\b(clock|browserClock)\.present\(\)/,
      (path) => !/\/app\/(branch|clock-tie|open-run|opening|wire-home)\.ts$/.test(path),
    ],
    ['nothing is drawn as raw HTML', /\{@html|innerHTML/, () => true],
    ['no form is sent: a frame that may only run scripts never tells of it', /onsubmit/, () => true],
    ['nothing asks in an alert box', /\b(alert|confirm|prompt)\(/, () => true],
    ['stores of old are not used', /svelte\/store|\$app\/stores/, () => true],
    ['nothing calls out', /https?:\/\/(?!www\.w3\.org\/2000\/svg)|XMLHttpRequest|WebSocket|sendBeacon/, () => true],
  ];
  for (const [name, pattern, applies] of banned) {
    test(name, () => {
      const found = sources.filter(applies).filter((path) => pattern.test(codeOf(path)));
      expect(found.map(nameOf)).toEqual([]);
    });
  }
});
