// What a change of the firm's enforcement would mean for each of its people, before it is made: the same rules, run on a
// copy. An observer's view.
import type { Account } from '../account';
import { evolve } from '../evolve';
import type { Instant } from '../instant';
import type { Enforcement } from '../policy';
import { LAB } from '../actors';
import { decide } from '../decide';
import { accountOf, peopleOf, type World } from '../world';
import { accessOf, type Access } from './access';

/** What becomes of somebody at their next sign-in. */
export type Prospect = 'not-asked' | 'challenged' | 'must-set-up' | 'locked-out';

export interface Preview {
  readonly account: Account;
  readonly before: Prospect;
  readonly after: Prospect;
  /** When the way in ends by itself after the change, where it does. */
  readonly until: Instant | null;
}

/** Everybody of the firm, with what the change would make of their next sign-in at `now`. */
export function enforcementPreview(
  world: World,
  firm: string,
  enforcement: Enforcement,
  now: Instant,
): readonly Preview[] {
  const { events } = decide(world, { actor: LAB, command: { type: 'setEnforcement', firm, enforcement } }, now);
  const changed = events.reduce((state, event) => evolve(state, event, now), world);
  return peopleOf(world, firm).map((account) => {
    const later = accountOf(changed, account.id) ?? account;
    const after = accessOf(changed, later, now);
    return {
      account,
      before: prospectOf(accessOf(world, account, now)),
      after: prospectOf(after),
      until: after.until,
    };
  });
}

/** What that access makes of the next sign-in. */
export function prospectOf({ way }: Pick<Access, 'way'>): Prospect {
  if (way === null) return 'locked-out';
  if (way === 'enrol') return 'must-set-up';
  return way === 'password' || way === 'federated' ? 'not-asked' : 'challenged';
}
