import { describe, expect, test } from 'vitest';
import { randomLog } from '../../../../bench/random-log';
import { withRecord } from '../../domain/evolve';
import { emptyWorld } from '../../domain/world';
import { catalogueOf } from '../../products/edition';
import type { Product } from '../../products/schema';
import onvio from '../../products/onvio/product.json';
import { PeopleIndex } from '../frame/people-index';
import { peopleDrawn } from './people';

const [first] = randomLog({ people: 10_000, events: 1, seed: 1 });
const empty = emptyWorld(catalogueOf(onvio as unknown as Product));
const world = first === undefined ? empty : withRecord(empty, first);
const directory = new PeopleIndex(world.directory, (person) => person);
const { slots } = world.accounts;
const nobody = {
  slots,
  deadlines: world.deadlines,
  directory,
  atDesks: [],
  picked: [],
  touched: [],
  search: '',
  most: 24,
  others: 0,
};
const ids = (wish: Partial<Parameters<typeof peopleDrawn>[0]>): readonly string[] =>
  peopleDrawn({ ...nobody, ...wish }).people.map(({ id }) => id);

describe('of ten thousand people', () => {
  test('those at the desks come first, then those who matter in the order of the directory', () => {
    const deadlines = [{ kind: 'code' as const, account: 'p7', of: 'c', at: 1 }];
    const drawn = ids({
      deadlines,
      atDesks: ['p90', 'p3'],
      touched: ['p50', 'p4'],
      picked: ['p800'],
    });
    expect(drawn).toEqual(['p90', 'p3', 'p4', 'p7', 'p50', 'p800']);
    expect(peopleDrawn({ ...nobody, atDesks: ['p90'] }).more).toBe(9999);
  });

  test('no more are drawn than there is room for: those touched last', () => {
    const touched = Array.from({ length: 5000 }, (_, index) => `p${5000 - index}`);
    expect(ids({ touched, atDesks: ['p9000'] })).toEqual([
      'p9000',
      ...Array.from({ length: 23 }, (_, index) => `p${index + 1}`),
    ]);
  });

  test('others are added on demand, each once', () => {
    expect(ids({ atDesks: ['p1'], others: 3 })).toEqual(['p1', 'p0', 'p2', 'p3']);
  });

  test('somebody is found by a part of the name or address, however it is written', () => {
    expect(ids({ search: ' PERSON 777' })).toEqual([
      'p777',
      ...Array.from({ length: 10 }, (_, index) => `p777${index}`),
    ]);
    expect(peopleDrawn({ ...nobody, search: 'p42@' }).people.map(({ name }) => name)).toEqual(['Person 42']);
    expect(peopleDrawn({ ...nobody, search: 'person 1', most: 5 }).more).toBeGreaterThan(1000);
    expect(ids({ search: 'nobody' })).toEqual([]);
  });
});
