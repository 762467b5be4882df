// What will happen by itself if nobody does anything: the same deadlines, run ahead on a copy. An observer's view.
import { due } from '../due';
import type { DomainEvent } from '../events';
import { evolve } from '../evolve';
import type { Instant } from '../instant';
import type { Reason } from '../reasons';
import type { DeadlineName } from '../record';
import { accountOf, type World } from '../world';
import { accessOf, type Access } from './access';

export interface Upcoming {
  readonly at: Instant;
  readonly deadline: DeadlineName;
  readonly events: readonly DomainEvent[];
  readonly reasons: readonly Reason[];
  /** The account's access just before and just after. */
  readonly before: Access;
  readonly after: Access;
}

/** The next `most` things that will happen, in their order, if nobody does anything in between. */
export function upcoming(world: World, most = 50): readonly Upcoming[] {
  const found: Upcoming[] = [];
  let state = world;
  while (found.length < most) {
    const next = due(state, Number.POSITIVE_INFINITY);
    if (next === null) break;
    const { at, account: id } = next.deadline;
    const before = accountOf(state, id);
    const access = before === undefined ? null : accessOf(state, before, at - 1);
    state = next.events.reduce((world, event) => evolve(world, event, at), state);
    const account = accountOf(state, id);
    if (account === undefined || access === null) break;
    found.push({
      at,
      deadline: { kind: next.deadline.kind, account: id, of: next.deadline.of },
      events: next.events,
      reasons: next.reasons,
      before: access,
      after: accessOf(state, account, at),
    });
  }
  return found;
}
