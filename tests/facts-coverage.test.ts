// Coverage of facts, observed: what the tests of rules and the walks in the browser wrote down, held against the list.
// Runs after them; `npm test` does it in order.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OBSERVED_FILE, TESTED_FILE, WALKED_FILE } from './support/observed';

interface Fact {
  readonly id: string;
  readonly proofs: readonly string[];
}

function factsListed(): readonly Fact[] {
  const rows = [
    ...readFileSync('docs/facts.md', 'utf8').matchAll(/^\| ([A-Z]{3,4}-\d+[a-z]?) +\|.*\| ([a-z, ]+?) +\|$/gm),
  ];
  return rows.map((row) => ({ id: row[1] ?? '', proofs: (row[2] ?? '').split(', ') }));
}

function linesOf<Line>(file: string): readonly Line[] {
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm test, which observes before it compares.`);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}

/** How many facts the four systems and the edges between them have. None of them may be open. */
const OF_SYSTEMS = { ONV: 21, NCS: 10, ONX: 11, CLP: 8, EDGE: 10 } as const;

/** Every id in a list called `cites`, wherever in the file it stands. */
function citesIn(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    key === 'cites' && Array.isArray(value) ? value.map(String) : citesIn(value),
  );
}

const products = import.meta.glob<unknown>('../src/lib/products/*/product.json', { eager: true, import: 'default' });
const facts = factsListed();
const known = new Set(facts.map(({ id }) => id));

describe('the list of facts', () => {
  test('has every id once', () => {
    expect(facts.length).toBeGreaterThan(70);
    expect(known.size).toBe(facts.length);
  });

  test('names a proof for each: rule, walk, test, or open', () => {
    const proofs = new Set(facts.flatMap((fact) => fact.proofs));
    expect([...proofs].toSorted()).toEqual(['open', 'rule', 'test', 'walk']);
    expect(facts.filter(({ proofs }) => proofs.includes('open') && proofs.length > 1)).toEqual([]);
  });

  for (const [path, product] of Object.entries(products)) {
    test(`knows every id that ${path.replace('../', '')} cites`, () => {
      const cited = citesIn(product);
      expect(cited.length).toBeGreaterThan(0);
      expect(cited.filter((id) => !known.has(id))).toEqual([]);
    });
  }

  test('leaves no fact of the four systems open', () => {
    for (const [system, count] of Object.entries(OF_SYSTEMS)) {
      const own = facts.filter(({ id }) => id.startsWith(`${system}-`));
      expect([system, own.length]).toEqual([system, count]);
      expect(own.filter(({ proofs }) => proofs.includes('open')).map(({ id }) => id)).toEqual([]);
    }
    const open = facts.filter(({ proofs }) => proofs.includes('open')).map(({ id }) => id);
    console.log(`${facts.length - open.length} facts covered, ${open.length} open.`);
  });
});

describe('what was observed', () => {
  const rules = () => linesOf<{ id: string; isFlipped: boolean }>(OBSERVED_FILE);
  const walks = () => linesOf<{ id: string; node: string }>(WALKED_FILE);
  const tested = () => linesOf<{ id: string }>(TESTED_FILE);

  test('every fact proved by a rule was cited by a decision, and turning its setting changed the outcome', () => {
    const flipped = new Set(
      rules()
        .filter(({ isFlipped }) => isFlipped)
        .map(({ id }) => id),
    );
    const claimed = facts.filter(({ proofs }) => proofs.includes('rule')).map(({ id }) => id);
    expect(claimed.filter((id) => !flipped.has(id))).toEqual([]);
  });

  test('every fact proved by a walk was walked: somebody pressed the control that carries its id', () => {
    const walked = new Set(walks().map(({ id }) => id));
    const claimed = facts.filter(({ proofs }) => proofs.includes('walk')).map(({ id }) => id);
    expect(claimed.filter((id) => !walked.has(id))).toEqual([]);
  });

  test('every rule of the standards that no decision makes is proved by a test that has its id and passed', () => {
    const passed = new Set(tested().map(({ id }) => id));
    const claimed = facts.filter(({ proofs }) => proofs.includes('test')).map(({ id }) => id);
    expect(claimed.filter((id) => !passed.has(id))).toEqual([]);
  });

  test('nothing was observed that is not on the list, or is listed as open', () => {
    const ids = [...rules(), ...walks(), ...tested()].map(({ id }) => id);
    const open = new Set(facts.filter(({ proofs }) => proofs.includes('open')).map(({ id }) => id));
    expect([...new Set(ids.filter((id) => !known.has(id) || open.has(id)))]).toEqual([]);
  });
});
