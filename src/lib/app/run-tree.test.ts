import { describe, expect, test } from 'vitest';
import type { KeptRun } from './kept-runs';
import { familiesOf, type RunNode } from './run-tree';

const run = (id: string, parent: string | null = null): KeptRun => ({
  isSound: true,
  id,
  title: id.toUpperCase(),
  product: 'Onvio',
  now: 0,
  timeZone: 'UTC',
  locale: 'en-GB',
  playedAt: null,
  isCurrent: false,
  parent: parent === null ? null : { run: parent, at: 7 },
});
const damaged = (id: string): KeptRun => ({ isSound: false, id, title: null, damage: 'row-malformed' });

/** `a(b c(d))` for a run with two branches, one of which has one itself. */
const told = (nodes: readonly RunNode[]): string =>
  nodes.map(({ run: { id }, branches }) => (branches.length === 0 ? id : `${id}(${told(branches)})`)).join(' ');

describe('the families of runs', () => {
  test('have each branch under the run it parted from, in the order of the list', () => {
    expect(told(familiesOf([run('a'), run('b', 'a'), run('c', 'b'), run('d', 'a'), run('e')], []))).toBe('a(b(c) d) e');
  });

  test('come in the order in which one of them was opened last', () => {
    expect(told(familiesOf([run('e'), run('c', 'b'), run('x'), run('a'), run('b', 'a')], []))).toBe('e a(b(c)) x');
  });

  test('a branch whose parent is gone, or in the trash, begins one, and says so', () => {
    const [one, other] = familiesOf([run('b', 'a'), run('c', 'gone')], [run('a')]);
    expect(one?.parted).toEqual({ at: 7, from: { title: 'A', place: 'trash' } });
    expect(other?.parted).toEqual({ at: 7, from: null });
    expect(familiesOf([run('a'), run('b', 'a')], [])[0]?.branches[0]?.parted).toEqual({
      at: 7,
      from: { title: 'A', place: 'above' },
    });
    expect(familiesOf([run('a')], [])[0]?.parted).toBeNull();
  });

  test('are told of damaged runs too, and of rows whose parents go in a circle', () => {
    expect(told(familiesOf([damaged('x'), run('a', 'b'), run('b', 'a'), run('c', 'a'), run('d', 'd')], []))).toBe(
      'x a(c) b d',
    );
  });

  test('lose no run, whatever the parents', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `r${index}`);
    const runs = ids.map((id, index) => run(id, ids[(index * 7 + 3) % 80] ?? null));
    const count = (nodes: readonly RunNode[]): number =>
      nodes.reduce((sum, { branches }) => sum + 1 + count(branches), 0);
    expect(count(familiesOf(runs, []))).toBe(60);
  });
});
