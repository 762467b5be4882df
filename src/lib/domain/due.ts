// What happens by itself, at its exact instant, whoever looks and whether or not anybody signs in then.
import { endCode } from './code-end';
import { decided, type Decision } from './decision';
import type { Deadline } from './deadlines';
import type { Instant } from './instant';
import { settingsOfCode } from './policy';
import { becauseOf } from './reasons';
import { accountOf, type World } from './world';

export interface DueDecision extends Decision {
  readonly deadline: Deadline;
}

/**
 * The next thing that happens by itself at or before `until`, or null. One at a time: fold its events before asking
 * again, because what one deadline does may set or lift another. Ties come in the order in which they were set.
 */
export function due(world: World, until: Instant): DueDecision | null {
  const [deadline] = world.deadlines;
  if (deadline === undefined || deadline.at > until) return null;
  return { deadline, ...happen(world, deadline) };
}

function happen(world: World, deadline: Deadline): Decision {
  const account = accountOf(world, deadline.account);
  if (account === undefined) return decided([], []);
  if (deadline.kind === 'push') {
    const { pushLifeSeconds } = world.policy;
    return decided(
      [{ type: 'PushExpired', account: account.id, push: deadline.of }],
      [becauseOf('pushStale', pushLifeSeconds, { account: account.id, value: pushLifeSeconds.value })],
    );
  }
  const code = account.codes.find((each) => each.id === deadline.of);
  if (code === undefined) return decided([], []);
  const life = settingsOfCode(world.policy, code.family).lifeSeconds;
  const end = endCode(world, account, code, 'expired');
  const reason = becauseOf('codeLife', life, {
    account: account.id,
    at: code.issuedAt,
    until: deadline.at,
    ...(life.value === null ? {} : { value: life.value }),
  });
  return decided(end.events, [reason, ...end.reasons]);
}
