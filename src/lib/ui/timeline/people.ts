// Whose lanes are drawn, of however many there are: those at the desks, those who were picked, those to whom something
// has happened or will; or whoever is looked for by name. Pure.
import type { Account } from '../../domain/account';
import { rowsOf } from '../../domain/table';
import { accountOf, type World } from '../../domain/world';

export interface Wanted {
  readonly world: World;
  /** Who sits at the desks: their lanes come first. */
  readonly atDesks: readonly string[];
  readonly picked: readonly string[];
  /** To whom something has happened, the latest last. */
  readonly touched: readonly string[];
  readonly search: string;
  /** How many of them at most. */
  readonly most: number;
  /** How many of all others besides, in the order of the directory. */
  readonly others: number;
}

export interface Drawn {
  readonly people: readonly Account[];
  /** How many more there are: in the directory, or by that name. */
  readonly more: number;
}

/** Those who matter in the order of the directory, those at the desks before them all, and the others behind. */
export function peopleDrawn({ world, atDesks, picked, touched, search, most, others }: Wanted): Drawn {
  const words = search.trim().toLowerCase();
  if (words !== '') {
    const found = rowsOf(world.accounts).filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(words));
    return { people: found.slice(0, most + others), more: Math.max(0, found.length - most - others) };
  }
  const due = world.deadlines.map(({ account }) => account);
  const inOrder = [...new Set([...atDesks, ...picked, ...touched.toReversed(), ...due])];
  const ids = inOrder.filter((id) => world.accounts.slots.has(id)).slice(0, Math.max(most, atDesks.length));
  const rank = (id: string): number =>
    atDesks.includes(id) ? atDesks.indexOf(id) - atDesks.length : (world.accounts.slots.get(id) ?? 0);
  const mattering = ids.toSorted((one, other) => rank(one) - rank(other)).flatMap((id) => accountOf(world, id) ?? []);
  const rest = others === 0 ? [] : rowsOf(world.accounts).filter(({ id }) => !ids.includes(id));
  const people = [...mattering, ...rest.slice(0, others)];
  return { people, more: world.accounts.slots.size - people.length };
}
