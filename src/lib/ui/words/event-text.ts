// What happened, in one line each: for the timeline, its list and the status line.
import type { CodeEndCause } from '../../domain/account';
import type { DomainEvent } from '../../domain/events';
import type { World } from '../../domain/world';
import { actorName, deviceName, LOSSES, nameOf } from './names';
import { refusalText } from './refusal-text';
import type { TimeText } from './time-text';

const CODE_ENDS: Readonly<Record<CodeEndCause, string>> = {
  expired: 'code expires',
  replaced: 'earlier code is replaced',
  removed: 'code is removed',
  used: 'code is used up',
  'mfa-switched-off': 'code ends with multi-factor authentication',
  'device-bound': 'code ends: a device is registered',
};

const METHODS = {
  password: 'with the password alone',
  push: 'by approving the prompt',
  code: 'with a code',
  enrolment: 'by registering a device',
} as const;

/** The event as one sentence without a full stop. */
export function eventText(world: World, time: TimeText, event: DomainEvent): string {
  const who = 'account' in event && event.account !== undefined ? nameOf(world, event.account) : '';
  switch (event.type) {
    case 'RunStarted':
      return `The run begins, with ${event.firms.length} firms and ${event.directory.length} people`;
    case 'PasswordAccepted':
      return `${who} gives the right password`;
    case 'SignInRefused':
      return `${who} is refused: ${refusalText(event.reason)}`;
    case 'PushSent':
      return `A prompt goes to ${who}'s phone`;
    case 'PushDenied':
      return `${who} denies the prompt`;
    case 'PushExpired':
      return `${who}'s prompt goes unanswered and is no longer good`;
    case 'SignedIn':
      return `${who} is in, ${METHODS[event.method]}`;
    case 'SignInCancelled':
      return `${who} goes back to the start of the sign-in`;
    case 'SessionEnded':
      return event.cause === 'signed-out' ? `${who} signs out` : `${who}'s session ends with the code`;
    case 'EnrolmentStarted':
      return `${who} starts to register a device`;
    case 'EnrolmentCancelled':
      return `${who} stops registering a device`;
    case 'AuthenticatorBound':
      return `${deviceName(world, event.account, event.device)} is paired with ${who}'s account`;
    case 'AuthenticatorUnbound':
      return `${who} disconnects a device`;
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
      return `${actorName(world, event.by)} issues a code for ${who}${event.endsAt === null ? '' : `, good until ${time.moment(event.endsAt)}`}`;
    case 'CodeTold':
      return `The code is read to ${who}`;
    case 'CodeEnded':
      return `${who}'s ${CODE_ENDS[event.cause]}`;
    default:
      return deskEventText(world, event);
  }
}

type DeskEvent = Extract<
  DomainEvent,
  {
    type:
      | 'SupportAsked'
      | 'RequestPassedOn'
      | 'RequestSentBack'
      | 'RequestAnswered'
      | 'EnforcementChanged'
      | 'VariantChanged'
      | 'SettingChanged'
      | 'ActRefused';
  }
>;

function deskEventText(world: World, event: DeskEvent): string {
  switch (event.type) {
    case 'SupportAsked': {
      const wish = event.wish === 'issueCode' ? 'issue a code for' : 'remove the code of';
      return `${nameOf(world, event.from)} asks Support to ${wish} ${nameOf(world, event.about)}`;
    }
    case 'RequestPassedOn':
      return 'The rep passes the verified request on';
    case 'RequestSentBack':
      return 'Support sends the request back';
    case 'RequestAnswered':
      return 'The request is done';
    case 'EnforcementChanged': {
      const firm = world.firms.find((each) => each.id === event.firm)?.name ?? event.firm;
      return `MFA for ${firm} is set to ${event.enforcement}`;
    }
    case 'VariantChanged':
      return `The product is set to ${event.variant.replaceAll('-', ' ')}`;
    case 'SettingChanged':
      return 'An edge is set another way';
    case 'ActRefused':
      return `Refused: ${refusalText(event.reason)}`;
  }
}
