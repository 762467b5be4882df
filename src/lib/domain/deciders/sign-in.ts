// The steps of a sign-in: the password, then whatever the challenge is. Never tells a reason before the password is
// right; that is the sign-in view's promise, and these decisions only record what was the case.
import { activeCode, deviceOf, isActive, type Account, type IssuedCode } from '../account';
import { endCode } from '../code-end';
import type { CommandOf, Evidence } from '../commands';
import { decided, refusedAct, refusedSignIn, type Decision } from '../decision';
import type { DomainEvent } from '../events';
import { after, type Instant } from '../instant';
import { challengeFor, reasonCodeAlive, standsInFront, type Challenge } from '../mfa';
import { settingsOfCode } from '../policy';
import { because, becauseOf, type Reason, type ReasonKey } from '../reasons';
import type { SignInRefusal } from '../refusals';
import type { World } from '../world';

/** The password alone lets in, sends a push, or leads on to the second step. Refuses: wrong password. */
export function submitPassword(
  world: World,
  account: Account,
  command: CommandOf<'submitPassword'>,
  now: Instant,
): Decision {
  if (account.session !== null) return refusedAct('already-signed-in', [because('sessionOpen', [])], account.id);
  if (command.card !== 'right') {
    return refusedSignIn(account.id, 'wrong-password', [because('passwordWrong', ['STD-9'], { account: account.id })]);
  }
  const accepted: DomainEvent = { type: 'PasswordAccepted', account: account.id };
  const challenge = challengeFor(world, account, now);
  const reasons = [because('passwordRight', [], { account: account.id }), ...challenge.reasons];
  if (challenge.kind === 'none') return decided([accepted, signedIn(account, 'password')], reasons);
  if (challenge.kind === 'push') return decided([accepted, pushTo(world, account, now)], reasons);
  return decided([accepted], reasons);
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

/** Takes the code that was typed, as the evidence found it. Refuses with what is wrong with it, told apart. */
export function submitCode(world: World, account: Account, evidence: Evidence, now: Instant): Decision {
  const challenge = pendingChallenge(world, account, now);
  if ('events' in challenge) return challenge;
  if (challenge.kind === 'none') return decided([signedIn(account, 'password')], challenge.reasons);
  if (evidence.isMissing === true) {
    return refusedSignIn(account.id, 'code-missing', [because('codeMissing', ['STD-4'], { account: account.id })]);
  }
  const code = account.codes.find((each) => each.id === evidence.matchedCode);
  if (code === undefined) {
    return refusedSignIn(account.id, 'code-wrong', [because('codeUnknown', ['STD-9'], { account: account.id })]);
  }
  return isActive(code, now) ? acceptCode(world, account, code, challenge) : refuseCode(world, account, code);
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

function acceptCode(world: World, account: Account, code: IssuedCode, challenge: Challenge): Decision {
  const uses = settingsOfCode(world.policy, code.family).uses;
  const isConsumed = uses.value === 'consume';
  const alive = challenge.kind === 'code' ? [] : [reasonCodeAlive(world, account, code)];
  const chain = [...challenge.reasons, ...alive, becauseOf(isConsumed ? 'codeIsConsumed' : 'codeIsKept', uses)];
  const end = isConsumed ? endCode(world, account, code, 'used') : decided([], []);
  return decided([...end.events, signedIn(account, 'code', code.id)], [...chain, ...end.reasons]);
}

const ENDED: Record<NonNullable<IssuedCode['end']>['cause'], readonly [SignInRefusal, ReasonKey]> = {
  expired: ['code-expired', 'codeExpired'],
  replaced: ['code-replaced', 'codeReplaced'],
  removed: ['code-removed', 'codeRemoved'],
  used: ['code-used', 'codeUsed'],
  'mfa-switched-off': ['code-ended-with-mfa', 'codeEndedWithMfa'],
  'device-bound': ['code-ended-by-device', 'codeEndedByBinding'],
};

function refuseCode(world: World, account: Account, code: IssuedCode): Decision {
  const [refusal, key] = ENDED[code.end?.cause ?? 'expired'];
  const at = code.end?.at ?? code.endsAt;
  const detail = { account: account.id, ...(at === null ? {} : { at }) };
  return refusedSignIn(account.id, refusal, [reasonEnded(world, code, key, detail)], code.id);
}

function reasonEnded(world: World, code: IssuedCode, key: ReasonKey, detail: Reason['detail']): Reason {
  const { policy } = world;
  const settings = settingsOfCode(policy, code.family);
  switch (key) {
    case 'codeExpired':
      return becauseOf(key, settings.lifeSeconds, detail);
    case 'codeReplaced':
      return becauseOf(key, settings.issuingAgain, detail);
    case 'codeUsed':
      return becauseOf(key, settings.uses, detail);
    case 'codeEndedWithMfa':
      return becauseOf(key, policy.codeWhenMfaGoesOff, detail);
    case 'codeEndedByBinding':
      return becauseOf(key, policy.bindingWhileCodeActive, detail);
    default:
      return because(
        key,
        policy.rights.filter((right) => right.action === 'removeCode').flatMap((right) => right.cites),
        detail,
      );
  }
}

/** The challenge of the attempt under way, or the refusal where none is. */
function pendingChallenge(world: World, account: Account, now: Instant): Challenge | Decision {
  if (account.signIn.stage !== 'second-step') {
    return refusedSignIn(account.id, 'no-sign-in-under-way', [because('nothingPending', [], { account: account.id })]);
  }
  return challengeFor(world, account, now);
}

function noPushReason(world: World, account: Account, now: Instant): SignInRefusal {
  const code = activeCode(account, now);
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

function signedIn(account: Account, method: 'password' | 'push' | 'code', code?: string): DomainEvent {
  return { type: 'SignedIn', account: account.id, method, ...(code === undefined ? {} : { code }) };
}
