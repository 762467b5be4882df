// What happened, in one line each: for the timeline, its list and the status line.
import type { CodeEndCause } from '../../domain/account';
import type { EventOf } from '../../domain/events';
import { choiceOf, type CodeFamily, type Setting, type SettingValue } from '../../domain/policy';
import type { ToldEvent, ToldSupportEvent } from '../../domain/views/told';
import { accountOf, type World } from '../../domain/world';
import { actorName, deviceName, LOSSES, nameOf } from './names';
import { refusalText } from './refusal-text';
import { supportEventText } from './support-text';
import { roughly, type TimeText } from './time-text';

/** What becomes of a code, around what it is called. */
const CODE_ENDS: Readonly<Record<CodeEndCause, readonly [before: string, after: string]>> = {
  expired: ['', 'ends'],
  replaced: ['earlier ', 'is replaced'],
  removed: ['', 'is removed'],
  used: ['', 'is used up'],
  'mfa-switched-off': ['', 'ends with multi-factor authentication'],
  'device-bound': ['', 'ends: a device is registered'],
  reset: ['', 'ends with the reset'],
};

/** What a code is called where it is somebody's: one that they saved themselves is told apart. */
const CODE_NAMES: Readonly<Record<CodeFamily, string>> = {
  temporaryCode: 'code',
  emailedCode: 'mailed code',
  recoveryCode: 'recovery code',
};

const METHODS = {
  password: 'with the password alone',
  push: 'by approving the prompt',
  totp: 'with a code of the app',
  federated: 'by way of another system',
  enrolment: 'by registering a device',
} as const;

/** The event as one sentence without a full stop. */
export function eventText(world: World, time: TimeText, event: ToldEvent): string {
  const who = 'account' in event && event.account !== undefined ? nameOf(world, event.account) : '';
  switch (event.type) {
    case 'RunStarted':
      return `The run begins, with ${event.firms.length} firms and ${event.directory.length} people`;
    case 'PasswordAccepted':
      return `${who} gives the right password`;
    case 'SignInRefused':
      return `${who} is refused: ${refusalText(event.reason)}`;
    case 'PushSent':
      // It waits on every device with the app that is paired.
      return `A prompt goes to ${who}'s authenticator app`;
    case 'PushDenied':
      return `${who} denies the prompt`;
    case 'PushExpired':
      return `${who}'s prompt goes unanswered and is no longer good`;
    case 'SignedIn':
      return `${who} is in, ${signedInBy(world, event)}`;
    case 'SignInCancelled':
      return `${who} goes back to the start of the sign-in`;
    case 'SessionEnded':
      return event.cause === 'signed-out' ? `${who} signs out` : `${who}'s session ends with the code`;
    case 'EnrolmentStarted':
      return `${who} starts to register a device`;
    case 'EnrolmentCancelled':
      return `${who} stops registering a device`;
    case 'AuthenticatorBound':
      return `${event.device === null ? 'A phone outside the lab' : deviceName(world, event.account, event.device)} is paired with ${who}'s account`;
    case 'AppEntryAdded':
      return `${who} takes the key into the app on ${deviceName(world, event.account, event.device)}, ${ENTRIES[event.how]}${event.kind === 'counter' ? ', as a counter-based one' : ''}`;
    case 'AppEntryAdvanced':
      return `${who} asks the app for the next counter-based code`;
    case 'DeviceClockSet':
      return `The clock of ${deviceName(world, event.account, event.device)} is set ${clockText(event.seconds)}`;
    case 'CodesSaved':
      return `${who} saves ${event.codes.length === 1 ? 'the recovery code' : 'the recovery codes'}`;
    case 'TabClosed':
      return event.unsaved.length === 0
        ? `${who} closes the tab`
        : `${who} closes the tab before saving the recovery code`;
    case 'MfaReset':
      return `The second factor of ${who} is reset`;
    case 'AuthenticatorUnbound':
      return event.failures === undefined
        ? `A device is no longer paired with ${who}'s account`
        : `After ${event.failures} failures in a row a device is no longer paired with ${who}'s account`;
    case 'MfaSwitchedOn':
      return `MFA goes on for ${who}`;
    case 'MfaSwitchedOff':
      return `MFA goes off for ${who}`;
    case 'DeviceLost':
      return `${deviceName(world, event.account, event.device)} is ${LOSSES[event.how]}`;
    case 'DeviceFound':
      return `${deviceName(world, event.account, event.device)} is found`;
    case 'DeviceAcquired':
      return `${who} gets a new ${event.kind}`;
    case 'CodeIssued':
      return issuedText(world, time, event, who);
    case 'CodeTold':
      return toldText(world, event, who);
    case 'CodeEnded': {
      const [before, after] = CODE_ENDS[event.cause];
      return `${who}'s ${before}${codeName(world, event.account, event.code)} ${after}`;
    }
    default:
      return deskEventText(world, event);
  }
}

function signedInBy(world: World, { account, method, code }: EventOf<'SignedIn'>): string {
  if (method !== 'code') return METHODS[method];
  return `with a ${code === undefined ? 'code' : codeName(world, account, code)}`;
}

function codeName(world: World, account: string, code: string): string {
  const family = accountOf(world, account)?.codes.find(({ id }) => id === code)?.family;
  return CODE_NAMES[family ?? 'temporaryCode'];
}

const ENTRIES = { scanned: 'by scanning it', typed: 'by typing it in' } as const;

function clockText(seconds: number): string {
  if (seconds === 0) return 'right';
  return `${roughly(Math.abs(seconds) * 1000)} ${seconds > 0 ? 'fast' : 'slow'}`;
}

/** Nobody reads out what comes by mail. */
function toldText(world: World, { account, code, isStranger }: EventOf<'CodeTold'>, who: string): string {
  if (isStranger === true) return `The code is read to somebody who only claimed to be ${who}`;
  const isByMail = accountOf(world, account)?.codes.find(({ id }) => id === code)?.family === 'emailedCode';
  return isByMail ? `${who} has the mail with the code` : `The code is read to ${who}`;
}

function issuedText(world: World, time: TimeText, event: EventOf<'CodeIssued'>, who: string): string {
  const until = event.endsAt === null ? '' : `, good until ${time.moment(event.endsAt)}`;
  switch (event.family) {
    case 'temporaryCode':
      return `${actorName(world, event.by)} issues a code for ${who}${until}`;
    case 'emailedCode':
      return `A code goes to ${who} by mail${until}`;
    case 'recoveryCode':
      return `A recovery code is made for ${who} and shown once`;
  }
}

type DeskEvent =
  | ToldSupportEvent
  | EventOf<'EnforcementChanged' | 'VariantChanged' | 'SettingChanged' | 'QuestionAnswered' | 'ActRefused'>;

/** Which rule was set, and to what, in the product's own words. */
function settingText({ policy }: World, event: EventOf<'SettingChanged'>): string {
  const setting: Setting<SettingValue> | undefined = policy[event.name];
  const choice = setting === undefined ? undefined : choiceOf(setting, event.value);
  return `Rule changed: ${setting?.label ?? event.name}: ${choice?.label ?? String(event.value)}`;
}

function deskEventText(world: World, event: DeskEvent): string {
  switch (event.type) {
    case 'EnforcementChanged': {
      const firm = world.firms.find((each) => each.id === event.firm)?.name ?? event.firm;
      const choice = choiceOf(world.policy.enforcement, event.enforcement)?.label ?? event.enforcement;
      return `MFA for ${firm} is set to “${choice}”`;
    }
    case 'VariantChanged':
      return `The product is set to ${event.variant.replaceAll('-', ' ')}`;
    case 'SettingChanged':
      return settingText(world, event);
    case 'QuestionAnswered':
      return 'A question of the walkthrough is answered';
    case 'ActRefused':
      return `Refused: ${refusalText(event.reason)}`;
    default:
      return supportEventText(world, event);
  }
}
