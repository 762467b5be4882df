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

/** One thing that will happen, with the world after it. */
interface Step {
  readonly next: Upcoming;
  readonly world: World;
}

/** What will happen by itself, one after another, each asked for before it is worked out. */
export function* ahead(world: World): Generator<Step> {
  let state = world;
  for (let next = due(state, Number.POSITIVE_INFINITY); next !== null; next = due(state, Number.POSITIVE_INFINITY)) {
    const { at, account: id } = next.deadline;
    const before = accountOf(state, id);
    if (before === undefined) return;
    const access = accessOf(state, before, at - 1);
    state = next.events.reduce((world, event) => evolve(world, event, at), state);
    const found: Upcoming = {
      at,
      deadline: { kind: next.deadline.kind, account: id, of: next.deadline.of },
      events: next.events,
      reasons: next.reasons,
      before: access,
      after: accessOf(state, accountOf(state, id) ?? before, at),
    };
    yield { next: found, world: state };
  }
}

/** The next `most` things that will happen, in their order, if nobody does anything in between. */
export function upcoming(world: World, most = 50): readonly Upcoming[] {
  const found: Upcoming[] = [];
  if (most === 0) return found;
  for (const { next } of ahead(world)) {
    found.push(next);
    if (found.length >= most) break;
  }
  return found;
}

/** Whether the same will happen in both worlds, because nothing that it comes of differs: desks may have been walked between. */
export function isForeseenAlike(one: World, other: World): boolean {
  return (['accounts', 'deadlines', 'firms', 'policy', 'catalogue'] as const).every(
    (part) => one[part] === other[part],
  );
}

/**
 * The first thing that will take this person's last way in, or null where nothing foreseen does or none is left already.
 * What happens to one account by itself depends on that account alone, so that the others' deadlines are not run.
 */
export function lossOfAccess(world: World, account: string): Upcoming | null {
  const own = { ...world, deadlines: world.deadlines.filter((each) => each.account === account) };
  for (const { next } of ahead(own)) {
    if (next.before.way !== null && next.after.way === null) return next;
  }
  return null;
}
