// The steps of a sign-in: the password, then the prompt on the phone where one is due. Never tells a reason before the password is
// right; that is the sign-in view's promise, and these decisions only record what was the case.
import { activeCode, deviceOf, type Account } from '../account';
import type { CommandOf } from '../commands';
import { decided, refusedAct, refusedSignIn, type Decision } from '../decision';
import type { DomainEvent } from '../events';
import { after, type Instant } from '../instant';
import { challengeFor, isFederated, mfaInForce, standsInFront } from '../mfa';
import { because, becauseOf } from '../reasons';
import { enrolmentStarted } from './devices';
import type { SignInRefusal } from '../refusals';
import { pendingChallenge, signedIn } from '../sign-in-step';
import type { World } from '../world';

/** The password alone lets in, sends a push, or leads on to the second step. Refuses: wrong password. */
export function submitPassword(
  world: World,
  account: Account,
  command: CommandOf<'submitPassword'>,
  now: Instant,
): Decision {
  if (account.session !== null) return refusedAct('already-signed-in', [because('sessionOpen', [])], account.id);
  if (isFederated(world, account)) {
    const cites = world.policy.federated?.cites ?? [];
    // That these people are exempt is said; that they have no other way to sign in is not (ONX-8).
    const only = becauseOf('federatedOnly', { cites, isAssumed: true }, { account: account.id });
    return refusedSignIn(account.id, 'not-your-method', [mfaInForce(world, account).reason, only]);
  }
  if (command.card !== 'right') {
    return refusedSignIn(account.id, 'wrong-password', [because('passwordWrong', ['STD-9'], { account: account.id })]);
  }
  const accepted: DomainEvent = { type: 'PasswordAccepted', account: account.id };
  const challenge = challengeFor(world, account, now);
  const reasons = [because('passwordRight', [], { account: account.id }), ...challenge.reasons];
  if (challenge.kind === 'none') return decided([accepted, signedIn(account, 'password')], reasons);
  if (challenge.kind === 'push') return decided([accepted, pushTo(world, account, now)], reasons);
  // Whoever has nothing set up is shown the key at once (CLP-2, ONX-7).
  const isKeyDue = challenge.kind === 'enrol' && world.policy.authenticator.value === 'totp';
  return decided(isKeyDue ? [accepted, enrolmentStarted(world, account, 'sign-in')] : [accepted], reasons);
}

/** Comes in by way of another system that vouches for the person, who is then not asked here (ONX-8). */
export function signInFederated(world: World, account: Account): Decision {
  if (account.session !== null) return refusedAct('already-signed-in', [because('sessionOpen', [])], account.id);
  const { reason } = mfaInForce(world, account);
  if (!isFederated(world, account)) return refusedSignIn(account.id, 'not-your-method', [because('notOffered', [])]);
  return decided([{ type: 'SignedIn', account: account.id, method: 'federated' }], [reason]);
}

/** Goes on without a second step, where none is due any more. */
export function continueSignIn(world: World, account: Account, now: Instant): Decision {
  const challenge = pendingChallenge(world, account, now);
  if ('events' in challenge) return challenge;
  if (challenge.kind === 'none') return decided([signedIn(account, 'password')], challenge.reasons);
  return refusedAct('already-so', challenge.reasons, account.id);
}

/** Sends a prompt to the app, in place of any earlier one (STD-14). */
export function requestPush(world: World, account: Account, now: Instant): Decision {
  const challenge = pendingChallenge(world, account, now);
  if ('events' in challenge) return challenge;
  if (challenge.kind === 'none') return decided([signedIn(account, 'password')], challenge.reasons);
  if (challenge.kind === 'push') return decided([pushTo(world, account, now)], challenge.reasons);
  return refusedSignIn(account.id, noPushReason(world, account, now), challenge.reasons);
}

/** Approves or denies a prompt on a device in hand. A prompt is good for the attempt that caused it, and not for long. */
export function answerPush(world: World, account: Account, command: CommandOf<'answerPush'>, now: Instant): Decision {
  const device = deviceOf(account, command.device);
  if (device === undefined) return refusedAct('no-such-device', [], account.id);
  const detail = { account: account.id, device: device.id };
  if (device.loss !== null) return refusedAct('device-not-at-hand', [because('deviceAway', [], detail)], account.id);
  const { push } = account.signIn;
  if (push === null || push.id !== command.push || push.status !== 'waiting' || now >= push.endsAt) {
    return refusedSignIn(account.id, 'push-stale', [becauseOf('pushStale', world.policy.pushLifeSeconds, detail)]);
  }
  if (command.answer === 'deny') {
    return decided([{ type: 'PushDenied', account: account.id, push: push.id }], [because('pushDenied', [], detail)]);
  }
  const challenge = challengeFor(world, account, now);
  if (challenge.kind === 'none') return decided([signedIn(account, 'password')], challenge.reasons);
  if (!account.authenticators.some((each) => each.device === device.id)) {
    return refusedSignIn(account.id, 'no-authenticator', [because('noAuthenticator', [], detail)]);
  }
  if (challenge.kind !== 'push') {
    return refusedSignIn(account.id, noPushReason(world, account, now), challenge.reasons);
  }
  return decided([signedIn(account, 'push')], [...challenge.reasons, because('pushBound', ['STD-14'], detail)]);
}

/** Gives the attempt up. */
export function cancelSignIn(account: Account): Decision {
  return decided([{ type: 'SignInCancelled', account: account.id }], []);
}

/** Ends the session. */
export function signOut(account: Account): Decision {
  if (account.session === null) return refusedAct('no-session', [because('noSession', [])], account.id);
  return decided([{ type: 'SessionEnded', account: account.id, cause: 'signed-out' }], []);
}

function noPushReason(world: World, account: Account, now: Instant): SignInRefusal {
  const code = activeCode(account, now, 'temporaryCode');
  return code !== undefined && standsInFront(world, code) ? 'code-stands-in-front' : 'no-authenticator';
}

function pushTo(world: World, account: Account, now: Instant): DomainEvent {
  return {
    type: 'PushSent',
    account: account.id,
    push: `${account.id}/push/${account.pushesSent + 1}`,
    endsAt: after(now, world.policy.pushLifeSeconds.value),
  };
}
