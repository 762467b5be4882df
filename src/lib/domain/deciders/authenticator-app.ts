// An app that shows codes: taking a key into it, its clock, and the first code by which the key is confirmed.
import { deviceOf, type Account, type AppEntry } from '../account';
import { CLOCK } from '../actors';
import type { CommandOf, Evidence } from '../commands';
import { decided, refusedAct, refusedSignIn, type Decision } from '../decision';
import type { DomainEvent } from '../events';
import type { Instant } from '../instant';
import { challengeFor } from '../mfa';
import { newRecoveryCodes } from '../new-codes';
import { because } from '../reasons';
import { nothingTyped } from '../sign-in-step';
import { chargedRefusal, refusalWhileWaiting } from '../throttle';
import type { World } from '../world';
import { codeAfterBinding } from './devices';
import { reasonWrong } from './totp-sign-in';

/** A clock further off than this would not be believed by anybody: a day. */
const CLOCK_OFFSET_MAX_SECONDS = 86_400;

/** Takes the key on show into the app of a device in hand: by scanning it, or by typing it in (CLP-2, CLP-3). */
export function addAppEntry(account: Account, command: CommandOf<'addAppEntry'>): Decision {
  const device = deviceOf(account, command.device);
  if (device === undefined) return refusedAct('no-such-device', [], account.id);
  if (device.loss !== null) return refusedAct('device-not-at-hand', [], account.id);
  const authenticator = account.enrolment?.authenticator ?? null;
  if (authenticator === null) return refusedAct('no-enrolment', [], account.id);
  const kind: AppEntry['kind'] = command.how === 'scanned' ? 'time' : command.entry;
  if (device.entries.some((each) => each.authenticator === authenticator && each.kind === kind)) {
    return refusedAct('entry-already-there', [], account.id);
  }
  const entry = `${device.id}/entry/${device.entries.length + 1}`;
  return decided(
    [{ type: 'AppEntryAdded', account: account.id, device: device.id, entry, authenticator, kind, how: command.how }],
    [because('totpKey', ['CLP-3'], { account: account.id, value: kind })],
  );
}

/** Asks a counter-based entry for its next code. */
export function advanceAppEntry(account: Account, command: CommandOf<'advanceAppEntry'>): Decision {
  const device = deviceOf(account, command.device);
  if (device === undefined) return refusedAct('no-such-device', [], account.id);
  if (device.loss !== null) return refusedAct('device-not-at-hand', [], account.id);
  const entry = device.entries.find((each) => each.id === command.entry && each.kind === 'counter');
  if (entry === undefined) return refusedAct('no-such-authenticator', [], account.id);
  return decided([{ type: 'AppEntryAdvanced', account: account.id, device: device.id, entry: entry.id }], []);
}

/** Sets how far a device's clock is off. */
export function setDeviceClock(account: Account, command: CommandOf<'setDeviceClock'>): Decision {
  const device = deviceOf(account, command.device);
  if (device === undefined) return refusedAct('no-such-device', [], account.id);
  const { seconds } = command;
  if (!Number.isSafeInteger(seconds) || Math.abs(seconds) > CLOCK_OFFSET_MAX_SECONDS) {
    return refusedAct('not-a-choice', [], account.id);
  }
  if (device.clockOffsetSeconds === seconds) return refusedAct('already-so', [], account.id);
  return decided([{ type: 'DeviceClockSet', account: account.id, device: device.id, seconds }], []);
}

/**
 * Confirms the key on show by a code of it, which binds it; at a sign-in that lets the person in (CLP-2, CLP-4, CLP-5).
 * A code that is not good counts as a failure like one of a sign-in, in an open session too (STD-4).
 */
export function confirmEnrolment(
  world: World,
  account: Account,
  command: CommandOf<'confirmEnrolment'>,
  evidence: Evidence,
  now: Instant,
): Decision {
  const { enrolment } = account;
  const authenticator = enrolment?.authenticator ?? null;
  if (enrolment === null || authenticator === null) return refusedAct('no-enrolment', [], account.id);
  const challenge = challengeFor(world, account, now);
  const isAtSignIn = enrolment.from === 'sign-in';
  if (isAtSignIn && challenge.kind !== 'enrol') {
    return refusedSignIn(account.id, 'enrolment-not-offered', challenge.reasons);
  }
  if (command.device !== null && deviceOf(account, command.device) === undefined) {
    return refusedAct('no-such-device', [], account.id);
  }
  const waiting = refusalWhileWaiting(world, account, now);
  if (waiting !== null) return waiting;
  if (evidence.isMissing === true) return nothingTyped(world, account, now);
  const isOfKey = evidence.matchedAuthenticator === authenticator;
  const wrong = reasonWrong(world, account, isOfKey ? { id: authenticator } : undefined, evidence, now);
  const timeStep = evidence.matchedTimeStep ?? null;
  if (wrong !== null || timeStep === null) {
    return chargedRefusal(world, account, 'totp-wrong', wrong === null ? [] : [wrong], now);
  }
  const { device } = command;
  const bound: DomainEvent = {
    type: 'AuthenticatorBound',
    account: account.id,
    authenticator,
    kind: 'totp',
    device,
    timeStep,
  };
  const switched: DomainEvent[] = account.isMfaOn ? [] : [{ type: 'MfaSwitchedOn', account: account.id }];
  const code = codeAfterBinding(world, account, now);
  const entered: DomainEvent[] = isAtSignIn ? [{ type: 'SignedIn', account: account.id, method: 'enrolment' }] : [];
  const saved = newRecoveryCodes(world, account, CLOCK, now);
  return decided(
    [bound, ...switched, ...code.events, ...entered, ...saved.events],
    [
      ...(isAtSignIn ? challenge.reasons : []),
      because('totpMatched', world.policy.totp?.cites ?? [], { account: account.id }),
      ...code.reasons,
      ...saved.reasons,
    ],
  );
}
