// No product is special: nothing outside a product's own folder knows which it is.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf, layerOf, LIB, nameOf, sources } from './support/source-files';

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
