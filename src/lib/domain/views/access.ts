// Whether somebody can get in right now, by which way, and why. An observer's view: it knows where the phone is and
// whether the code was read out.
import { activeCodes, isAtHand, type Account } from '../account';
import { isOffered } from '../deciders/code-sign-in';
import type { Instant } from '../instant';
import { challengeFor, isFederated, reasonCodeAlive } from '../mfa';
import { because, becauseOf, type Reason } from '../reasons';
import type { World } from '../world';

export type WayIn = 'password' | 'federated' | 'push' | 'totp' | 'code' | 'mail' | 'enrol';

/** Why there is no way in: what would open one. */
export type Obstacle = 'phone-away' | 'code-untold' | 'code-unsaved' | 'no-device' | 'code-needed';

export interface Access {
  readonly isSignedIn: boolean;
  /** How a new sign-in would get in, or null where it would not. */
  readonly way: WayIn | null;
  readonly obstacle: Obstacle | null;
  /** When the way ends by itself, where it does. */
  readonly until: Instant | null;
  /** Neither signed in nor able to sign in. */
  readonly isLockedOut: boolean;
  readonly reasons: readonly Reason[];
}

/** The account's access at `now`. */
export function accessOf(world: World, account: Account, now: Instant): Access {
  const isSignedIn = account.session !== null;
  const found = wayIn(world, account, now);
  return { ...found, isSignedIn, isLockedOut: !isSignedIn && found.way === null };
}

/** Why somebody could not get in at an instant, and until when where that ends by itself. */
export interface ShutOut {
  /** No way leads in, or there is one and the last failures have to be waited for first (STD-4). */
  readonly why: 'no-way' | 'waits';
  readonly until: Instant | null;
}

/** Ways that ask for something which failures slow down. */
const SLOWED: readonly (WayIn | null)[] = ['totp', 'code', 'mail'];

/** Whether the account is neither signed in nor could be at `now`; null where it is or could. Ends by time alone, too. */
export function shutOut(world: World, account: Account, now: Instant): ShutOut | null {
  if (account.session !== null) return null;
  const { way } = wayIn(world, account, now);
  if (way === null) return { why: 'no-way', until: null };
  const { waitUntil } = account.failures;
  const isWaiting = world.policy.throttle !== undefined && waitUntil !== null && now < waitUntil;
  return isWaiting && SLOWED.includes(way) ? { why: 'waits', until: waitUntil } : null;
}

type Way = Pick<Access, 'way' | 'obstacle' | 'until' | 'reasons'>;

function wayIn(world: World, account: Account, now: Instant): Way {
  const challenge = challengeFor(world, account, now);
  const { reasons } = challenge;
  switch (challenge.kind) {
    case 'none':
      return open(isFederated(world, account) ? 'federated' : 'password', reasons);
    case 'code':
      return byCode(world, account, now, reasons, 'code-needed');
    case 'push':
    case 'totp':
      if (account.authenticators.some((each) => isAtHand(account, each))) return open(challenge.kind, reasons);
      return byCode(world, account, now, [...reasons, ...reasonsAway(account)], 'phone-away');
    case 'enrol':
      return account.devices.some((device) => device.loss === null)
        ? open('enrol', reasons)
        : closed('no-device', [...reasons, ...reasonsAway(account)]);
  }
}

function byCode(world: World, account: Account, now: Instant, reasons: readonly Reason[], otherwise: Obstacle): Way {
  const codes = activeCodes(account, now);
  const code = codes.findLast((each) => each.toldAt !== null);
  if (code === undefined && isOffered(world, 'emailedCode')) return open('mail', reasons);
  if (code === undefined && account.codesToSave.length > 0) {
    const settings = world.policy.codes.recoveryCode;
    const notSaved =
      settings === undefined
        ? []
        : [becauseOf('codeNotSaved', settings.howMany ?? settings.form, { account: account.id })];
    return closed('code-unsaved', [...reasons, ...notSaved]);
  }
  if (code === undefined) {
    return closed(codes.some((each) => each.family === 'temporaryCode') ? 'code-untold' : otherwise, reasons);
  }
  const alive = reasons.some((reason) => reason.because === 'codeAlive') ? [] : [reasonCodeAlive(world, account, code)];
  return { way: 'code', obstacle: null, until: code.endsAt, reasons: [...reasons, ...alive] };
}

function reasonsAway(account: Account): readonly Reason[] {
  return account.devices.flatMap((device) =>
    device.loss === null
      ? []
      : [because('deviceAway', [], { account: account.id, device: device.id, at: device.loss.at })],
  );
}

function open(way: WayIn, reasons: readonly Reason[]): Way {
  return { way, obstacle: null, until: null, reasons };
}

function closed(obstacle: Obstacle, reasons: readonly Reason[]): Way {
  return { way: null, obstacle, until: null, reasons };
}
