import { describe, expect, test } from 'vitest';
import { PRODUCTS } from '../../../../tests/support/play';
import { editionOf } from '../../products/edition';
import { factOf } from '../../products/facts';
import { searchOf } from './address';
import { factsOf } from './facts-of';
import { factIn, wishIn } from './selection';

const offer = (product: string, variant: string, facts: readonly string[], isDefault = true) => ({
  product,
  variant,
  isDefault,
  hasFact: (id: string) => facts.includes(id),
});
const OFFERS = [
  offer('tin', 'old', ['TIN-1', 'TIN-2a'], false),
  offer('tin', 'new', ['TIN-1', 'TIN-2b']),
  offer('box', 'only', ['BOX-1']),
];
const wish = (rest: string) => {
  const found = wishIn(new URL(`https://lab.example/facts/${rest}`), OFFERS);
  if (found === null) throw new Error('nothing is offered');
  const { one, other, strange } = found;
  return { one: `${one.product}/${one.variant}`, other: other && `${other.product}/${other.variant}`, strange };
};

describe('what the address of the page of facts asks for', () => {
  test('nothing: the first product, in the variant it begins with', () => {
    expect(wish('')).toEqual({ one: 'tin/new', other: null, strange: [] });
  });

  test('a fact alone: the first product that has it', () => {
    expect(wish('#BOX-1').one).toBe('box/only');
    expect(wish('#TIN-1').one).toBe('tin/new');
    expect(wish('#NOWHERE-1').one).toBe('tin/new');
  });

  test('a product, a variant and what it is compared with; a product that is asked for stays where the fact is not its own', () => {
    expect(wish('?product=box').one).toBe('box/only');
    expect(wish('?product=tin&variant=old&beside=tin#BOX-1')).toEqual({
      one: 'tin/old',
      other: 'tin/new',
      strange: [],
    });
    expect(wish('?product=tin&beside=tin&beside-variant=new').other).toBe(null);
  });

  test('what nobody has is told, and what can be shown is shown', () => {
    expect(wish('?product=tub&beside=tin&beside-variant=odd')).toEqual({
      one: 'tin/new',
      other: null,
      strange: ['No product here goes by “tub”.', '“tin” has no variant “odd”.'],
    });
  });

  test('what is written is what is read', () => {
    for (const one of OFFERS) {
      for (const other of [null, ...OFFERS.filter((each) => each !== one)]) {
        expect(wishIn(new URL(`https://lab.example/${searchOf({ one, other })}`), OFFERS)).toEqual({
          one,
          other,
          strange: [],
        });
      }
    }
  });

  test('only the id of a fact counts as one', () => {
    expect(factIn({ hash: '#ONV-8a' })).toBe('ONV-8a');
    for (const hash of ['', '#', '#rule/totp', '#onv-8a', '#ONV-8a"']) expect(factIn({ hash })).toBe(null);
  });
});

describe('the facts of a product', () => {
  // Regression: the name of a hash was listed as a fact that nobody had words for.
  test('are what it cites, and nothing that only looks like it', () => {
    const facts = factsOf(editionOf(PRODUCTS.onix, 'article'));
    expect(facts).toContain('ONX-7');
    expect(facts.filter((id) => factOf(id) === undefined)).toEqual([]);
    expect(facts.indexOf('ONX-2')).toBeLessThan(facts.indexOf('ONX-10'));
  });
});
