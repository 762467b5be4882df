// A world as it is kept beside a log, so that the log need not be read to its beginning before anything is shown: plain data
// without what its product says. A cache: whoever reads it folds the log afterwards, and the log is right.
import type { Account } from './account';
import { withOverrides, type PolicyCatalogue } from './policy';
import { rowsOf, tableOf } from './table';
import type { World } from './world';

export interface KeptWorld extends Omit<World, 'catalogue' | 'policy' | 'accounts'> {
  readonly accounts: readonly Account[];
}

/** What is to be kept of a world: JSON says all of it. */
export function keptWorld({ catalogue: _, policy: __, accounts, ...rest }: World): KeptWorld {
  return { ...rest, accounts: rowsOf(accounts) };
}

/** The world that was kept, under the policies of its product. Throws a TypeError where these have no such variant. */
export function worldOf({ accounts, ...rest }: KeptWorld, catalogue: PolicyCatalogue): World {
  const base = catalogue[rest.variant];
  if (base === undefined) throw new TypeError(`There is no variant ${rest.variant}.`);
  return { ...rest, catalogue, policy: withOverrides(base, rest.overrides), accounts: tableOf(accounts) };
}
