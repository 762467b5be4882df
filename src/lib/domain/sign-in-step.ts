// What every second step of a sign-in shares: the attempt it belongs to, nothing typed, and coming in.
import type { Account } from './account';
import { refusedSignIn, type Decision } from './decision';
import type { DomainEvent } from './events';
import type { Instant } from './instant';
import { challengeFor, type Challenge } from './mfa';
import { because } from './reasons';
import { chargedRefusal } from './throttle';
import type { World } from './world';

/** Nothing was typed, which counts as a failure like any other (STD-4). */
export function nothingTyped(world: World, account: Account, now: Instant): Decision {
  return chargedRefusal(
    world,
    account,
    'code-missing',
    [because('codeMissing', ['STD-4'], { account: account.id })],
    now,
  );
}

/** The challenge of the attempt under way, or the refusal where none is. */
export function pendingChallenge(world: World, account: Account, now: Instant): Challenge | Decision {
  if (account.signIn.stage !== 'second-step') {
    return refusedSignIn(account.id, 'no-sign-in-under-way', [because('nothingPending', [], { account: account.id })]);
  }
  return challengeFor(world, account, now);
}

export function signedIn(account: Account, method: 'password' | 'push' | 'code', code?: string): DomainEvent {
  return { type: 'SignedIn', account: account.id, method, ...(code === undefined ? {} : { code }) };
}
