// The house rules that a machine can keep, from the outside: who imports whom, what may not be called where, how long a
// file may be, and that the project stands alone.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const LIB = join(ROOT, 'src/lib');

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const sources = filesUnder(join(ROOT, 'src')).filter(
  (path) => /\.(ts|svelte)$/.test(path) && !/\.test\.ts$/.test(path),
);
const textOf = (path: string): string => readFileSync(path, 'utf8');
const nameOf = (path: string): string => relative(ROOT, path);
/** The source without comments, in which a rule may well be named. */
const codeOf = (path: string): string =>
  textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1');

function importsOf(path: string): string[] {
  return [...codeOf(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** The layer of a file in `src/lib`: its top folder, or `ports`; `routes` for everything outside. */
function layerOf(path: string): string {
  const inside = relative(LIB, path);
  if (inside.startsWith('..')) return 'routes';
  return inside.startsWith('ports') ? 'ports' : (inside.split('/')[0] ?? '');
}

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
      'and the present is asked of it for a tied clock and for when a run was last played or deleted, by nobody else',
      /\b(clock|browserClock)\.present\(\)/,
      (path) => !/\/app\/(branch|clock-tie|open-run|opening|wire-home|wire-runs)\.ts$/.test(path),
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

describe('no product is special', () => {
  const folders = readdirSync(join(LIB, 'products'), { withFileTypes: true }).filter((each) => each.isDirectory());
  const products = folders.map(({ name: folder }) => {
    const { id, name } = JSON.parse(readFileSync(join(LIB, 'products', folder, 'product.json'), 'utf8')) as {
      readonly id: string;
      readonly name: string;
    };
    return { folder, id, name };
  });
  const inFolder = (path: string): boolean =>
    folders.some(({ name }) => path.startsWith(join(LIB, 'products', name) + sep));
  const outside = sources.filter((path) => !inFolder(path));

  test('the products and the places are found that this is about', () => {
    expect(products.length).toBeGreaterThan(3);
    const layers = new Set(outside.map(layerOf));
    for (const layer of ['domain', 'products', 'scenarios', 'adapters', 'app', 'ui', 'routes']) {
      expect(layers, layer).toContain(layer);
    }
  });

  test("nothing outside a product's folder holds its id, its folder or its name", () => {
    const knowing = outside.filter((path) => products.some((each) => knows(codeOf(path), each)));
    expect(knowing.map(nameOf)).toEqual([]);
  });

  test("nothing compares a product's id or name with a text, or chooses by it", () => {
    expect(outside.filter((path) => comparesProduct(codeOf(path))).map(nameOf)).toEqual([]);
  });

  const guilty: readonly string[] = [
    "if (product.id === 'portal') return;",
    'const isIt = id === "portal";',
    'switch (run.product) { case `portal`: }',
    "import('./products/portal/product.json')",
    'const words = { portal: 1 };',
    "title: 'Client Portal'",
    '<p>In the Client Portal, press</p>',
    "if (name.startsWith('Client Portal')) return;",
  ];
  for (const line of guilty) {
    test(`it is seen in: ${line}`, () => {
      expect(knows(line, { id: 'portal', folder: 'portal', name: 'Client Portal' })).toBe(true);
    });
  }

  test('it is seen where a folder is called otherwise than its product', () => {
    expect(knows("import('./products/shop/product.json')", { id: 'store', folder: 'shop', name: 'Store' })).toBe(true);
  });

  const comparing: readonly string[] = [
    "if (product.id === 'mine') return;",
    "if ('mine' !== lab.product.id) return;",
    'if (product?.id == `mine`) return;',
    "if (product.name === 'Mine') return;",
    'switch (product.id) {',
    "['a', 'b'].includes(product.id)",
    "product.id.startsWith('m')",
    "if (pins.product.variant === 'article') return;",
  ];
  for (const line of comparing) {
    test(`a comparison is seen in: ${line}`, () => expect(comparesProduct(line)).toBe(true));
  }

  test('what is innocent is let be', () => {
    const portal = { id: 'portal', folder: 'portal', name: 'Client Portal' };
    for (const line of ["actor.kind === 'portalTech'", '// the portal', "'the portal tech'", 'const portalOf = 1;']) {
      expect(knows(line.replace(/\/\/.*/, ''), portal), line).toBe(false);
    }
    for (const line of ['each.id === lab.product.id', 'product.id !== other', 'key: `${product.id}/${variant}`']) {
      expect(comparesProduct(line), line).toBe(false);
    }
  });
});

interface ProductName {
  readonly id: string;
  readonly folder: string;
  readonly name: string;
}

/** Whether code holds a product's id or folder as a text, a key or a step of a path, or its name anywhere. */
function knows(code: string, { id, folder, name }: ProductName): boolean {
  const ids = [...new Set([id, folder])].join('|');
  const asText = new RegExp(`['"\`/](${ids})(/[^'"\`]*)?['"\`]`);
  const asKey = new RegExp(`[{,]\\s*(${ids})\\s*:`);
  return asText.test(code) || asKey.test(code) || new RegExp(`\\b${name}\\b`).test(code);
}

/** Whether code asks which product it is: compares what tells one from another with a text, or chooses by it. */
function comparesProduct(code: string): boolean {
  const which = String.raw`product\??\.(id|name|variant)`;
  const patterns = [
    String.raw`${which}\s*[!=]==?\s*['"\`]`,
    String.raw`['"\`]\s*[!=]==?\s*[\w.?]*${which}`,
    String.raw`switch\s*\([\w.?]*${which}`,
    String.raw`(includes|has|test)\([\w.?]*${which}`,
    String.raw`${which}\.(startsWith|endsWith|includes|match)`,
  ];
  return patterns.some((pattern) => new RegExp(pattern).test(code));
}

describe('the shape of a file', () => {
  const LINES_MAX = 250;

  test(`no source file is over ${LINES_MAX} lines, but for those with a reason`, () => {
    const withReason = new Set([
      'src/lib/app/lab.svelte.ts',
      // Grown on one day by several hands, and still to be split.
      'src/lib/ports.ts',
      'src/lib/ui/time/TimeBar.svelte',
      'src/lib/ui/timeline/LaneTrack.svelte',
      'src/lib/ui/train/Coach.svelte',
    ]);
    const long = sources.filter((path) => textOf(path).split('\n').length > LINES_MAX).map(nameOf);
    expect(long.filter((path) => !withReason.has(path))).toEqual([]);
  });

  test('every file opens with what it is for', () => {
    const silent = sources.filter((path) => {
      const isExempt = /\/(routes|player)\/|app\.d\.ts$/.test(path);
      return !isExempt && !/^(\/\/ |<!-- )/.test(textOf(path));
    });
    expect(silent.map(nameOf)).toEqual([]);
  });

  test('no drawer of odds and ends', () => {
    const drawers = sources.filter((path) =>
      /\/(utils?|helpers?|common|manager|service|types)\.(ts|svelte)$/.test(path),
    );
    expect(drawers.map(nameOf)).toEqual([]);
  });

  /** Made and tested, and drawn by no screen yet. One that comes into use has to leave this list. */

  test('every source file is used by something', () => {
    const imported = new Set(
      sources.flatMap((path) =>
        importsOf(path).map((target) =>
          target.startsWith('$lib/') ? join(LIB, target.slice(5)) : resolve(dirname(path), target),
        ),
      ),
    );
    const entry = /\/(routes|player)\/|app\.d\.ts$|\/src\/service-worker\.ts$/;
    const dead = sources.filter(
      (path) => !entry.test(path) && !imported.has(path) && !imported.has(path.replace(/\.ts$/, '')),
    );
    expect(dead.map(nameOf).sort()).toEqual([]);
  });
});

describe('the titles of tests', () => {
  test('a fact id in brackets stands only where it is observed: in `fact(...)`', () => {
    const tests = [...filesUnder(join(ROOT, 'src')), ...filesUnder(join(ROOT, 'tests'))].filter((path) =>
      /\.(test|e2e)\.ts$/.test(path),
    );
    const unobserved = tests.filter((path) => /\b(test|it|describe)\(\s*['"`]\[[A-Z]{3,4}-\d/.test(textOf(path)));
    expect(unobserved.map(nameOf)).toEqual([]);
  });
});

describe('the project stands alone', () => {
  const all = filesUnder(ROOT)
    .map(nameOf)
    .filter((path) => !/(^|\/)(node_modules|\.git|\.svelte-kit|build|test-results)(\/|$)/.test(path));

  test('nothing names a place outside its own folder', () => {
    const outside = all.filter((path) => {
      if (/\.(png|json)$/.test(path) || path === 'tests/architecture.test.ts') return false;
      const text = readFileSync(join(ROOT, path), 'utf8');
      return /\/work\/|\.\.\/shared|\/root\/|registry\.npmjs|(?<!\w)\/home\/[a-z]/.test(text);
    });
    expect(outside).toEqual([]);
  });

  test('dependencies stand at exact versions, few at run time, and installing runs no scripts', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, range]) => !/^\d/.test(range));
    expect(loose).toEqual([]);
    expect(Object.keys(dependencies)).toEqual([
      '@noble/hashes',
      'dexie',
      'jsonc-parser',
      'papaparse',
      'qrcode',
      'valibot',
    ]);
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  });
});
