import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factOf } from '../../products/facts';
import type { Product } from '../../products/schema';
import { GROUPS, TERMS, termsWith } from './terms';

const PRODUCTS = 'src/lib/products';
const systems = readdirSync(PRODUCTS)
  .filter((name) => statSync(`${PRODUCTS}/${name}`).isDirectory())
  .map((name) => JSON.parse(readFileSync(`${PRODUCTS}/${name}/product.json`, 'utf8')) as Product)
  .flatMap(({ name, variants }) => [name, ...Object.values(variants).map(({ label }) => label)]);

const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('the glossary', () => {
  test('has every id and every name once, and each id can be an anchor', () => {
    const ids = idsOf(TERMS);
    const names = TERMS.map(({ name }) => name.toLowerCase());
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(names).size).toBe(names.length);
    expect(ids.filter((id) => !/^[a-z][a-z-]*$/.test(id))).toEqual([]);
  });

  test('cites only facts that are on the list', () => {
    const cited = TERMS.flatMap(({ id, cites = [] }) => cites.map((fact) => [id, fact] as const));
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter(([, fact]) => factOf(fact) === undefined)).toEqual([]);
  });

  test('names no fact in its words that it does not cite', () => {
    const named = TERMS.flatMap(({ id, cites = [], ...said }) =>
      [...JSON.stringify(said).matchAll(/\b(?:ONV|NCS|ONX|CLP|EDGE|STD)-\d+[a-z]?\b/g)]
        .map(([fact]) => fact)
        .filter((fact) => !cites.includes(fact) && id !== 'fact'),
    );
    expect(named).toEqual([]);
  });

  test('sends its readers only to terms that are there, and never from one to itself', () => {
    const ids = new Set(idsOf(TERMS));
    const wrong = TERMS.flatMap(({ id, not }) =>
      not.filter(({ term }) => !ids.has(term) || term === id).map(({ term }) => `${id} to ${term}`),
    );
    expect(wrong).toEqual([]);
  });

  test('speaks only of systems that the lab simulates, of each once in a term', () => {
    const wrong = TERMS.flatMap(({ id, systems: said = [] }) => {
      const names = said.map(({ system }) => system);
      const unknown = names.filter((name) => !systems.includes(name));
      return new Set(names).size === names.length ? unknown : [...unknown, `${id} speaks of one twice`];
    });
    expect(wrong).toEqual([]);
  });

  test('has a heading for every term and a term for every heading', () => {
    expect(new Set(TERMS.map(({ group }) => group))).toEqual(new Set(Object.keys(GROUPS)));
  });

  test('explains every term in whole sentences, and says what it is not to be confused with', () => {
    const texts = TERMS.flatMap(({ id, means, standard, see, not }) =>
      [means, standard, see, ...not.map(({ why }) => why)].map((text) => [id, text] as const),
    );
    expect(texts.filter(([, text]) => text !== undefined && !/^[A-Z“].*[.?]$/.test(text))).toEqual([]);
    expect(TERMS.filter(({ not }) => not.length === 0)).toEqual([]);
  });

  test('is searched by every word typed, in names, other names, words of the systems, and facts', () => {
    expect(idsOf(termsWith('  '))).toEqual(idsOf(TERMS));
    expect(idsOf(termsWith('backup code'))).toEqual(['recovery-code']);
    expect(idsOf(termsWith('GET access Code'))).toEqual(['access-code']);
    expect(idsOf(termsWith('counter, one-time'))).toEqual([]);
    expect(idsOf(termsWith('counter one-time'))).toEqual(['hotp']);
    expect(idsOf(termsWith('multi factor'))).toContain('mfa');
    expect(idsOf(termsWith('clp-6'))).toEqual(['time-step']);
    expect(termsWith('zebra')).toEqual([]);
  });
});
