// Failures of the second step and what they cost: a wait that grows, and in the end the authenticators themselves. The
// attempt and its charge are one decision (STD-4, STD-5).
import type { Account } from './account';
import { decided, refusedSignIn, type Decision } from './decision';
import type { DomainEvent } from './events';
import { after, type Instant } from './instant';
import type { ThrottleSettings } from './policy';
import { becauseOf, type Reason } from './reasons';
import type { SignInRefusal } from './refusals';
import type { World } from './world';

/** The refusal of a step that fails, with what it costs the account. `code` is the id of a recognised code. */
export function chargedRefusal(
  world: World,
  account: Account,
  refusal: SignInRefusal,
  reasons: readonly Reason[],
  now: Instant,
  code?: string,
): Decision {
  const { throttle } = world.policy;
  if (throttle === undefined) return refusedSignIn(account.id, refusal, reasons, code);
  const failures = account.failures.count + 1;
  const wait = waitSeconds(throttle.value, failures);
  const refused: DomainEvent = {
    type: 'SignInRefused',
    account: account.id,
    reason: refusal,
    ...(code === undefined ? {} : { code }),
    failures,
    ...(wait === 0 ? {} : { waitUntil: after(now, wait) }),
  };
  const counts = becauseOf('throttleCounts', throttle, { account: account.id, value: failures });
  if (failures < throttle.value.failuresMax) return decided([refused], [...reasons, counts]);
  const disabled = account.authenticators.map((each): DomainEvent => ({
    type: 'AuthenticatorUnbound',
    account: account.id,
    authenticator: each.id,
    failures,
  }));
  return decided(
    [refused, ...disabled],
    [...reasons, counts, becauseOf('authenticatorsDisabled', throttle, { account: account.id, value: failures })],
  );
}

/** The refusal of any step while the account has to wait, or null where it need not. It costs nothing further. */
export function refusalWhileWaiting(world: World, account: Account, now: Instant): Decision | null {
  const { throttle } = world.policy;
  const { waitUntil, count } = account.failures;
  if (throttle === undefined || waitUntil === null || now >= waitUntil) return null;
  return refusedSignIn(account.id, 'throttled', [
    becauseOf('throttled', throttle, { account: account.id, until: waitUntil, value: count }),
  ]);
}

/** How long the next try has to wait after so many failures in a row, in seconds; 0 for not at all. */
export function waitSeconds(settings: ThrottleSettings, failures: number): number {
  if (failures < settings.waitAfter) return 0;
  return Math.min(settings.longestWaitSeconds, settings.firstWaitSeconds * 2 ** (failures - settings.waitAfter));
}
