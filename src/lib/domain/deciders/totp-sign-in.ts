// Signing in with a code of the authenticator app (RFC 6238): a time step near enough to the present one, and each only
// once. Which time step a code belongs to was found out before; what follows from it stands here.
import type { Account, Authenticator } from '../account';
import type { Evidence } from '../commands';
import { decided, refusedSignIn, type Decision } from '../decision';
import type { Instant } from '../instant';
import { timeStepAt } from '../one-time-password';
import { because, becauseOf, type Reason } from '../reasons';
import { nothingTyped, pendingChallenge, signedIn } from '../sign-in-step';
import { chargedRefusal, refusalWhileWaiting } from '../throttle';
import type { World } from '../world';

/** Takes the code of the app. Refuses, each told apart in the reasons: wrong, of another time, used before (STD-1, STD-2). */
export function submitTotp(world: World, account: Account, evidence: Evidence, now: Instant): Decision {
  const challenge = pendingChallenge(world, account, now);
  if ('events' in challenge) return challenge;
  if (challenge.kind === 'none') return decided([signedIn(account, 'password')], challenge.reasons);
  const waiting = refusalWhileWaiting(world, account, now);
  if (waiting !== null) return waiting;
  if (challenge.kind === 'enrol') return refusedSignIn(account.id, 'must-enrol', challenge.reasons);
  if (challenge.kind === 'code') return refusedSignIn(account.id, 'code-stands-in-front', challenge.reasons);
  const own = account.authenticators.filter((each) => each.kind === 'totp');
  if (own.length === 0) return refusedSignIn(account.id, 'not-your-method', challenge.reasons);
  if (evidence.isMissing === true) return nothingTyped(world, account, now);
  const bound = own.find((each) => each.id === evidence.matchedAuthenticator);
  const timeStep = evidence.matchedTimeStep ?? null;
  const wrong = reasonWrong(world, account, bound, evidence, now);
  if (bound === undefined || timeStep === null || wrong !== null) {
    return chargedRefusal(
      world,
      account,
      'totp-wrong',
      [...challenge.reasons, ...(wrong === null ? [] : [wrong])],
      now,
    );
  }
  const detail = { account: account.id };
  if (bound.lastAcceptedTimeStep !== null && timeStep <= bound.lastAcceptedTimeStep) {
    const used = because('totpUsed', ['STD-1'], detail);
    return chargedRefusal(world, account, 'totp-used', [...challenge.reasons, used], now);
  }
  const tolerance = world.policy.acceptedTimeSteps;
  const chain = [
    ...challenge.reasons,
    because('totpMatched', world.policy.totp?.cites ?? [], detail),
    ...(tolerance === undefined ? [] : [becauseOf('totpTolerance', tolerance, { value: tolerance.value })]),
    because('totpUsedOnce', ['STD-1'], detail),
  ];
  return decided([{ type: 'SignedIn', account: account.id, method: 'totp', authenticator: bound.id, timeStep }], chain);
}

/** Why a code of the app is not the right one, or null where it is one of the time that is accepted. */
export function reasonWrong(
  world: World,
  account: Account,
  bound: Pick<Authenticator, 'id'> | undefined,
  evidence: Evidence,
  now: Instant,
): Reason | null {
  const detail = { account: account.id };
  const timeStep = evidence.matchedTimeStep ?? null;
  if (evidence.matchedCounter !== undefined) {
    return because('totpCounterBased', ['CLP-3'], { ...detail, value: evidence.matchedCounter });
  }
  if (bound === undefined || timeStep === null) return because('totpUnknown', ['STD-9'], detail);
  const { totp, acceptedTimeSteps: tolerance } = world.policy;
  if (totp === undefined) return because('notOffered', []);
  const off = timeStep - timeStepAt(now, totp.value.periodSeconds);
  if (Math.abs(off) <= (tolerance?.value ?? 0)) return null;
  const seconds = off * totp.value.periodSeconds;
  return tolerance === undefined
    ? because('totpTooFar', ['STD-2'], { ...detail, value: seconds })
    : becauseOf('totpTooFar', tolerance, { ...detail, value: seconds });
}
