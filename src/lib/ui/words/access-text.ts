// Whether somebody can get in, in sentences: what an observer would say now, and of what comes next.
import { activeCodes, holdsKey, isAtHand, outsideAuthenticator, type Account, type Device } from '../../domain/account';
import { SECOND, type Instant } from '../../domain/instant';
import type { Access } from '../../domain/views/access';
import type { Upcoming } from '../../domain/views/future';
import { LOSSES } from './names';
import { roughly, type TimeText } from './time-text';

/** The state in two or three words, for a badge. */
export function accessBadge(access: Access): string {
  if (access.isSignedIn) return access.way === null ? 'Signed in, no way back in' : 'Signed in';
  if (access.waitsUntil !== null) return 'Has to wait';
  return access.isLockedOut ? 'Locked out' : 'Can sign in';
}

/** The state in a sentence or two. */
export function accessText(time: TimeText, account: Account, access: Access, now: Instant): string {
  const name = firstName(account);
  // Where something else lets them in, it is as well to know what of theirs does not.
  const clock = access.way !== null && access.wrongClock !== null ? ` ${capital(clockText(account, access))}.` : '';
  const then = `${wayText(time, account, access, now)}${waitText(time, account, access, now)}${clock}`;
  return access.isSignedIn ? `${name} is signed in. ${then}` : then;
}

function waitText(time: TimeText, account: Account, { waitsUntil }: Access, now: Instant): string {
  return waitsUntil === null
    ? ''
    : ` After failures ${firstName(account)} has to wait first, until ${time.near(waitsUntil, now)}.`;
}

/** What the factor is in hand on. */
function inHandOn(account: Account): string {
  const bound = account.authenticators.find((each) => isAtHand(account, each));
  const holds = (device: Device): boolean =>
    device.loss === null && (bound?.kind === 'totp' ? holdsKey(device, bound.id) : device.id === bound?.device);
  // Of several the one whose codes are of the right time.
  const off = (device: Device): number => Math.abs(device.clockOffsetSeconds);
  const [nearest] = account.devices.filter(holds).sort((one, other) => off(one) - off(other));
  return nearest?.label ?? 'the phone';
}

function wayText(time: TimeText, account: Account, access: Access, now: Instant): string {
  const name = firstName(account);
  const again = access.isSignedIn ? ' again' : '';
  switch (access.way) {
    case 'password':
      return `MFA is off for ${name}: the password alone lets ${name} in${again}.`;
    case 'federated':
      return `${name} can sign in${again} by way of another system, and is not asked here.`;
    case 'totp':
      return `${name} can sign in${again} with a code of the app on ${outsideAuthenticator(account) === undefined ? inHandOn(account) : 'a phone outside the lab'}.`;
    case 'push':
      return `${name} can sign in${again} by approving a prompt on ${inHandOn(account)}.`;
    case 'code':
      if (isSaved(account, now)) return `${name} can sign in${again} with the recovery code that ${name} has saved.`;
      return `${name} can sign in${again}${access.isOnce ? ' once' : ''} with the code${
        access.until === null ? '' : ` until ${time.near(access.until, now)}`
      }.`;
    case 'mail':
      return `${name} can sign in${again} with a code by mail.`;
    case 'enrol':
      return `${name} can sign in${again} by registering a device after the password.`;
    case null:
      return obstacleText(time, account, access, now);
  }
}

/** `the clock of Tom's phone is 4 minutes fast, and the codes of its app are refused` */
function clockText(account: Account, { wrongClock }: Access): string {
  const label = account.devices.find(({ id }) => id === wrongClock?.device)?.label ?? 'the phone';
  const off = wrongClock?.seconds ?? 0;
  const how = `${roughly(Math.abs(off) * SECOND)} ${off < 0 ? 'slow' : 'fast'}`;
  return `the clock of ${label} is ${how}, and the codes of its app are refused`;
}

/** Whether the code that is alive was read out, and not to its owner. */
export function isReadToSomebodyElse(account: Account, now: Instant): boolean {
  const code = activeCodes(account, now).findLast(({ family }) => family === 'temporaryCode');
  return code !== undefined && code.readAt !== null && code.toldAt === null;
}

/** Whether the code that would let this person in is one that they saved themselves. */
function isSaved(account: Account, now: Instant): boolean {
  const known = activeCodes(account, now).findLast((code) => code.toldAt !== null);
  return known?.family === 'recoveryCode';
}

function obstacleText(time: TimeText, account: Account, access: Access, now: Instant): string {
  const name = firstName(account);
  const start = access.isSignedIn ? `A new sign-in would fail` : `${name} is locked out`;
  const last = account.codes.findLast((code) => code.family === 'temporaryCode');
  const ended = last?.end?.cause === 'expired' ? ` The code ended ${when(time, last.end.at, now)}.` : '';
  switch (access.obstacle) {
    case 'phone-away': {
      const away = account.devices.filter((device) => device.loss !== null);
      const where = away.map(({ label, loss }) =>
        loss === null ? '' : `${label} was ${LOSSES[loss.how]} ${when(time, loss.at, now)}`,
      );
      const what = where.length === 0 ? 'the phone is away' : where.join(', ');
      return `${start}: ${what}, and ${away.length > 1 ? 'what is paired is not in hand' : 'is still paired'}.${ended}`;
    }
    case 'clock-off':
      return `${start}: ${clockText(account, access)}.${ended}`;
    case 'code-untold':
      return isReadToSomebodyElse(account, now)
        ? `${start}: a code is active, but it was read to somebody who only claimed to be ${name}.`
        : `${start}: a code is active, but nobody has read it to ${name} yet.`;
    case 'code-unsaved':
      return `${name} has not yet saved the recovery code on the screen, which is shown only this once: without it a new sign-in would fail.`;
    case 'no-device': {
      const paired = account.authenticators.length > 0 ? 'what is paired does not count' : 'nothing is paired';
      return `${start}: ${paired}, and there is no device in hand to register.${ended}`;
    }
    default:
      return `${start}: only a code helps, and none is active.${ended}`;
  }
}

/** `at 09:00` for today, else `on Tue 10 Mar, 09:00`. */
function when(time: TimeText, at: Instant, now: Instant): string {
  const text = time.near(at, now);
  return text === time.time(at) ? `at ${text}` : `on ${text}`;
}

/** What the next deadline will mean for this person. */
export function afterwardsText(time: TimeText, account: Account, next: Upcoming, now: Instant): string {
  const name = firstName(account);
  const at = capital(when(time, next.at, now));
  if (next.deadline.kind === 'push') return `${at} the prompt is no longer good.`;
  const { after } = next;
  if (next.events.some((event) => event.type === 'MfaSwitchedOff')) {
    return `${at} the code ends and MFA goes off: the password alone then lets ${name} in.`;
  }
  if (after.way === null) {
    const isStill = next.before.isLockedOut;
    const then = after.isSignedIn ? `${name} cannot sign in again` : `${name} ${isStill ? 'stays' : 'is'} locked out`;
    return `${at} the code ends and ${then}, unless something changes first.`;
  }
  if (after.way === 'enrol') return `${at} the code ends and ${name} has to register a device at the next sign-in.`;
  if (after.way === 'push') return `${at} the code ends and the app is asked again.`;
  return `${at} the code ends.`;
}

/** The same where the moment and what ends are told already; null where nothing is to be added. */
export function afterwardsLine(
  account: Account,
  next: Upcoming,
): { readonly text: string; readonly isBad: boolean } | null {
  const name = firstName(account);
  const { after, before } = next;
  if (next.deadline.kind === 'push' || next.events.some(({ type }) => type === 'MfaSwitchedOff')) return null;
  if (after.way === null) {
    const then = after.isSignedIn ? 'has no way back in' : before.isLockedOut ? 'stays locked out' : 'is locked out';
    return { text: `${name} ${then} from there, unless something changes first.`, isBad: true };
  }
  if (after.way === 'enrol') return { text: `${name} has to register a device at the next sign-in.`, isBad: false };
  return after.way === 'push' ? { text: 'The app is asked again from there.', isBad: false } : null;
}

/** The same in three words, to stand beside a mark. */
export function afterwardsMark(next: Upcoming): { readonly text: string; readonly isBad: boolean } {
  if (next.deadline.kind === 'push') return { text: 'prompt ends', isBad: false };
  if (next.events.some((event) => event.type === 'MfaSwitchedOff')) return { text: 'MFA goes off', isBad: false };
  // Whoever is signed in by then is not locked out: what is lost is the way back in.
  if (next.after.way === null) {
    return { text: next.after.isSignedIn ? 'no way back in, unless…' : 'locked out, unless…', isBad: true };
  }
  return { text: next.after.way === 'enrol' ? 'must register' : 'code ends', isBad: false };
}

/** The line under a person's name. */
export function stateLine(account: Account, access: Access, isMfaOn: boolean): string {
  const isAway = !account.authenticators.some((each) => isAtHand(account, each));
  const inHand = access.wrongClock === null ? 'phone' : 'phone, clock wrong';
  const phone = account.authenticators.length === 0 ? 'no device' : isAway ? 'phone away' : inHand;
  return [
    access.isSignedIn ? 'signed in' : access.isLockedOut ? 'locked out' : null,
    isMfaOn ? 'MFA on' : 'MFA off',
    access.until === null ? null : 'code',
    phone,
    account.area === 'clients' ? 'client' : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function firstName(account: Account): string {
  return account.name.split(' ')[0] ?? account.name;
}
