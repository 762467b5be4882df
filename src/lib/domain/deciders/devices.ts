// Devices going out of hand and coming back, and the bindings on them: enrolment, binding, disconnecting.
import { activeCode, deviceOf, type Account, type Authenticator } from '../account';
import { endCode } from '../code-end';
import type { CommandOf } from '../commands';
import { decided, refusedAct, refusedSignIn, type Decision } from '../decision';
import type { DomainEvent } from '../events';
import type { Instant } from '../instant';
import { challengeFor, enforcementFor, factorsLeft, mfaInForce, reasonCodeAlive } from '../mfa';
import { because, becauseOf } from '../reasons';
import type { World } from '../world';

/** A device goes out of its owner's hands. What is bound to it stays bound (EDGE-2). */
export function loseDevice(account: Account, command: CommandOf<'loseDevice'>): Decision {
  const device = deviceOf(account, command.device);
  if (device === undefined) return refusedAct('no-such-device', [], account.id);
  if (device.loss !== null) return refusedAct('device-not-at-hand', [], account.id);
  return decided([{ type: 'DeviceLost', account: account.id, device: device.id, how: command.how }], []);
}

/** A device comes back, unless it is broken. */
export function findDevice(account: Account, command: CommandOf<'findDevice'>): Decision {
  const device = deviceOf(account, command.device);
  if (device === undefined) return refusedAct('no-such-device', [], account.id);
  if (device.loss === null) return refusedAct('device-at-hand', [], account.id);
  if (device.loss.how === 'broken') {
    const reason = because('deviceBeyondRepair', [], { account: account.id, device: device.id, at: device.loss.at });
    return refusedAct('device-beyond-repair', [reason], account.id);
  }
  return decided([{ type: 'DeviceFound', account: account.id, device: device.id }], []);
}

/** The person gets another device, with nothing bound to it. */
export function acquireDevice(account: Account, command: CommandOf<'acquireDevice'>): Decision {
  const device = `${account.id}/device/${account.devices.length + 1}`;
  return decided([{ type: 'DeviceAcquired', account: account.id, device, kind: command.kind }], []);
}

/** Starts the ceremony: from an open session, or at sign-in where the policy offers it (EDGE-8). */
export function startEnrolment(world: World, account: Account, now: Instant): Decision {
  if (account.enrolment !== null) return refusedAct('enrolment-under-way', [], account.id);
  if (account.session !== null) {
    const reason = because('sessionOpen', [], { account: account.id, at: account.session.startedAt });
    return decided([enrolmentStarted(world, account, 'session')], [reason]);
  }
  if (account.signIn.stage !== 'second-step') {
    return refusedAct('no-session', [because('noSession', [], { account: account.id })], account.id);
  }
  const challenge = challengeFor(world, account, now);
  return challenge.kind === 'enrol'
    ? decided([enrolmentStarted(world, account, 'sign-in')], challenge.reasons)
    : refusedSignIn(account.id, 'enrolment-not-offered', challenge.reasons);
}

/** Where the app shows codes, a key of its own is put on show with the start of every enrolment. */
export function enrolmentStarted(world: World, account: Account, from: 'session' | 'sign-in'): DomainEvent {
  const hasKey = world.policy.authenticator.value === 'totp';
  const key = hasKey ? { authenticator: `${account.id}/key/${account.keysShown + 1}` } : {};
  return { type: 'EnrolmentStarted', account: account.id, from, ...key };
}

/** Gives the ceremony up. */
export function cancelEnrolment(account: Account): Decision {
  if (account.enrolment === null) return refusedAct('no-enrolment', [], account.id);
  return decided([{ type: 'EnrolmentCancelled', account: account.id }], []);
}

/** Binds the app on a device in hand; MFA goes on with it, an active code stays or ends (EDGE-1). */
export function bindAuthenticator(
  world: World,
  account: Account,
  command: CommandOf<'bindAuthenticator'>,
  now: Instant,
): Decision {
  const device = deviceOf(account, command.device);
  if (device === undefined) return refusedAct('no-such-device', [], account.id);
  if (device.loss !== null) return refusedAct('device-not-at-hand', [], account.id);
  if (account.enrolment === null || world.policy.authenticator.value !== 'push') {
    return refusedAct('no-enrolment', [], account.id);
  }
  if (account.authenticators.some((each) => each.device === device.id)) {
    return refusedAct('device-already-bound', [], account.id);
  }
  const isAtSignIn = account.enrolment.from === 'sign-in';
  const challenge = challengeFor(world, account, now);
  if (isAtSignIn && challenge.kind !== 'enrol') {
    return refusedSignIn(account.id, 'enrolment-not-offered', challenge.reasons);
  }
  const bound: DomainEvent = {
    type: 'AuthenticatorBound',
    account: account.id,
    authenticator: `${device.id}/push`,
    kind: 'push',
    device: device.id,
  };
  const switched: DomainEvent[] = account.isMfaOn ? [] : [{ type: 'MfaSwitchedOn', account: account.id }];
  const code = codeAfterBinding(world, account, now);
  const entered: DomainEvent[] = isAtSignIn ? [{ type: 'SignedIn', account: account.id, method: 'enrolment' }] : [];
  return decided(
    [bound, ...switched, ...code.events, ...entered],
    [...(isAtSignIn ? challenge.reasons : []), ...code.reasons],
  );
}

/** Disconnects a device in an open session. What that means for MFA is ONV-8a, 8b or 9, by the policy in force. */
export function unbindAuthenticator(
  world: World,
  account: Account,
  command: CommandOf<'unbindAuthenticator'>,
  now: Instant,
): Decision {
  if (account.session === null) {
    return refusedAct('no-session', [because('noSession', [], { account: account.id })], account.id);
  }
  const authenticator = account.authenticators.find((each) => each.id === command.authenticator);
  if (authenticator === undefined) return refusedAct('no-such-authenticator', [], account.id);
  const unbound: DomainEvent = { type: 'AuthenticatorUnbound', account: account.id, authenticator: authenticator.id };
  const follows = afterUnbinding(world, account, authenticator, now);
  return decided([unbound, ...follows.events], follows.reasons);
}

/** What a binding makes of an active code: it stands, or ends (EDGE-1). */
export function codeAfterBinding(world: World, account: Account, now: Instant): Decision {
  const code = activeCode(account, now, 'temporaryCode');
  if (code === undefined) return decided([], []);
  const rule = world.policy.bindingWhileCodeActive;
  const reason = becauseOf('bindingWhileCodeActive', rule, { account: account.id, value: rule.value });
  if (rule.value === 'code-stands') return decided([], [reason]);
  const end = endCode(world, account, code, 'device-bound');
  return decided(end.events, [reason, ...end.reasons]);
}

function afterUnbinding(world: World, account: Account, gone: Authenticator, now: Instant): Decision {
  const remaining = { ...account, authenticators: account.authenticators.filter((each) => each.id !== gone.id) };
  const left = factorsLeft(world, remaining);
  if (left.length > 0) {
    const detail = { account: account.id, value: world.policy.factorLeft.value };
    return decided([], [becauseOf('factorLeft', world.policy.factorLeft, detail)]);
  }
  const mfa = mfaInForce(world, account);
  const code = activeCode(account, now, 'temporaryCode');
  const alive = code === undefined ? [] : [reasonCodeAlive(world, account, code)];
  if (!mfa.isOn || enforcementFor(world, account) === 'required') return decided([], [mfa.reason, ...alive]);
  const { lastUnboundWithCode: withCode, lastUnboundWithoutCode: without } = world.policy;
  const rule = code === undefined ? without : withCode;
  const chain = [mfa.reason, ...alive, becauseOf('lastUnbound', rule, { account: account.id, value: rule.value })];
  if (rule.value !== 'off-now' || !account.isMfaOn) return decided([], chain);
  const off: DomainEvent = { type: 'MfaSwitchedOff', account: account.id };
  if (code === undefined) return decided([off], chain);
  const runsOn = world.policy.codeWhenMfaGoesOff;
  const ends = becauseOf('codeWhenMfaGoesOff', runsOn, { value: runsOn.value });
  if (runsOn.value === 'runs-on') return decided([off], [...chain, ends]);
  const end = endCode(world, remaining, code, 'mfa-switched-off');
  return decided([off, ...end.events], [...chain, ends, ...end.reasons]);
}
