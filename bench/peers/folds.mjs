// The same log folded by other means: a table of Immutable.js under our own rules, and Mutative's drafts under the floor's.
import { Map as ImmutableMap } from 'immutable';
import { create } from 'mutative';

/**
 * @param {readonly any[]} records
 * @param {{ start: (event: any, at: number) => readonly any[], account: (account: any, event: any, at: number) => any, deadlines: (deadlines: any, account: any, event: any) => any }} rules
 */
export function foldWithImmutable(records, rules) {
  let accounts = /** @type {import('immutable').Map<string, any>} */ (ImmutableMap());
  /** @type {readonly any[]} */
  let deadlines = [];
  for (const record of records) {
    if (record.kind === 'place') continue;
    for (const event of record.events) {
      if (event.type === 'RunStarted') {
        accounts = ImmutableMap(rules.start(event, record.at).map((account) => [account.id, account]));
        continue;
      }
      if (event.type === 'ActRefused') continue;
      const account = 'account' in event ? accounts.get(event.account) : undefined;
      if (account === undefined) continue;
      deadlines = rules.deadlines(deadlines, account, event);
      accounts = accounts.set(account.id, rules.account(account, event, record.at));
    }
  }
  return { accounts: [...accounts.values()], deadlines };
}

/**
 * @param {readonly any[]} records
 * @param {(world: any, event: any, at: number) => void} change changes a world in place
 */
export function foldWithMutative(records, change) {
  let world = { accounts: new Map(), deadlines: [], position: -1, at: 0 };
  for (const record of records) {
    world = create(world, (draft) => {
      if (record.kind !== 'place') for (const event of record.events) change(draft, event, record.at);
      draft.position = record.position;
      draft.at = record.at;
    });
  }
  return { accounts: [...world.accounts.values()], deadlines: world.deadlines };
}
