// Whether somebody can get in, in sentences: what an observer would say now, and of what comes next.
import type { Account } from '../../domain/account';
import type { Access } from '../../domain/views/access';
import type { Upcoming } from '../../domain/views/future';
import { LOSSES } from './names';
import type { TimeText } from './time-text';

/** The state in two or three words, for a badge. */
export function accessBadge(access: Access): string {
  if (access.isSignedIn) return 'Signed in';
  return access.isLockedOut ? 'Locked out' : 'Can sign in';
}

/** The state in a sentence or two. */
export function accessText(time: TimeText, account: Account, access: Access): string {
  const name = firstName(account);
  const now = wayText(time, account, access);
  return access.isSignedIn ? `${name} is signed in. ${now}` : now;
}

function wayText(time: TimeText, account: Account, access: Access): string {
  const name = firstName(account);
  const again = access.isSignedIn ? ' again' : '';
  switch (access.way) {
    case 'password':
      return `MFA is off for ${name}: the password alone lets ${name} in${again}.`;
    case 'push':
      return `${name} can sign in${again} by approving a prompt on the phone.`;
    case 'code':
      return access.until === null
        ? `${name} can sign in${again} with the code.`
        : `${name} can sign in${again} with the code until ${time.moment(access.until)}.`;
    case 'enrol':
      return `${name} can sign in${again} by registering a device after the password.`;
    case null:
      return obstacleText(time, account, access);
  }
}

function obstacleText(time: TimeText, account: Account, access: Access): string {
  const name = firstName(account);
  const start = access.isSignedIn ? `A new sign-in would fail` : `${name} is locked out`;
  switch (access.obstacle) {
    case 'phone-away': {
      const away = account.devices.find((device) => device.loss !== null);
      const where =
        away?.loss == null
          ? 'the phone is away'
          : `${away.label} was ${LOSSES[away.loss.how]} at ${time.time(away.loss.at)}`;
      return `${start}: ${where}, and is still paired.`;
    }
    case 'code-untold':
      return `${start}: a code is active, but nobody has read it to ${name} yet.`;
    case 'no-device':
      return `${start}: nothing is paired, and there is no device in hand to register.`;
    default:
      return `${start}: only a code helps, and none is active.`;
  }
}

/** What the next deadline will mean for this person. */
export function afterwardsText(time: TimeText, account: Account, next: Upcoming): string {
  const name = firstName(account);
  const at = time.moment(next.at);
  if (next.deadline.kind === 'push') return `At ${at} the prompt is no longer good.`;
  const { after } = next;
  if (next.events.some((event) => event.type === 'MfaSwitchedOff')) {
    return `At ${at} the code ends and MFA goes off: the password alone then lets ${name} in.`;
  }
  if (after.way === null) {
    const then = after.isSignedIn ? `${name} cannot sign in again` : `${name} is locked out`;
    return `At ${at} the code ends and ${then}, unless a device is registered or another code is issued first.`;
  }
  if (after.way === 'enrol') return `At ${at} the code ends and ${name} has to register a device at the next sign-in.`;
  if (after.way === 'push') return `At ${at} the code ends and the app is asked again.`;
  return `At ${at} the code ends.`;
}

/** The same in three words, to stand beside a mark. */
export function afterwardsMark(next: Upcoming): { readonly text: string; readonly isBad: boolean } {
  if (next.deadline.kind === 'push') return { text: 'prompt ends', isBad: false };
  if (next.events.some((event) => event.type === 'MfaSwitchedOff')) return { text: 'MFA goes off', isBad: false };
  if (next.after.way === null) return { text: 'locked out, unless…', isBad: true };
  return { text: next.after.way === 'enrol' ? 'must register' : 'code ends', isBad: false };
}

/** The line under a person's name. */
export function stateLine(account: Account, access: Access, isMfaOn: boolean): string {
  const phone =
    account.authenticators.length === 0 ? 'no device' : access.obstacle === 'phone-away' ? 'phone away' : 'phone';
  return [
    access.isSignedIn ? 'signed in' : access.isLockedOut ? 'locked out' : null,
    isMfaOn ? 'MFA on' : 'MFA off',
    access.until === null ? phone : 'code',
    account.area === 'clients' ? 'client' : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function firstName(account: Account): string {
  return account.name.split(' ')[0] ?? account.name;
}
