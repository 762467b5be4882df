// Whether somebody can get in right now, by which way, and why. An observer's view: it knows where the phone is and
// whether the code was read out.
import { activeCodes, isAtHand, type Account, type IssuedCode } from '../account';
import { isOffered } from '../deciders/code-sign-in';
import type { Instant } from '../instant';
import { askedFor, challengeFor, isClockGood, isFederated, reasonCodeAlive, showsGoodCodes } from '../mfa';
import { settingsOfCode } from '../policy';
import { because, becauseOf, type Reason } from '../reasons';
import type { World } from '../world';

export type WayIn = 'password' | 'federated' | 'push' | 'totp' | 'code' | 'mail' | 'enrol';

/** Why there is no way in: what would open one. */
export type Obstacle = 'phone-away' | 'clock-off' | 'code-untold' | 'code-unsaved' | 'no-device' | 'code-needed';

export interface Access {
  readonly isSignedIn: boolean;
  /** How a new sign-in would get in, or null where it would not. */
  readonly way: WayIn | null;
  readonly obstacle: Obstacle | null;
  /** When the way ends by itself, where it does. */
  readonly until: Instant | null;
  /** Whether it is gone once somebody has come in by it: a code that works one time. */
  readonly isOnce: boolean;
  /** The device in hand whose clock is too far off for its codes to be accepted, where that matters (STD-2). */
  readonly wrongClock: { readonly device: string; readonly seconds: number } | null;
  /** Until when one has to wait after failures before the way opens (STD-4); null where one need not. */
  readonly waitsUntil: Instant | null;
  /** Neither signed in nor able to sign in. */
  readonly isLockedOut: boolean;
  readonly reasons: readonly Reason[];
}

/** The account's access at `now`. */
export function accessOf(world: World, account: Account, now: Instant): Access {
  const isSignedIn = account.session !== null;
  const found = wayIn(world, account, now);
  const { way, obstacle, until, code } = found;
  const isOnce = code !== undefined && settingsOfCode(world.policy, code.family).uses.value !== 'keep';
  const waitsUntil = waitOf(world, account, way, now);
  const reasons = [...reasonsOf(world, account, now, found), ...reasonsToWait(world, account, waitsUntil)];
  const wrongClock = found.isClockOff === true ? (wrongClocks(world, account)[0] ?? null) : null;
  const isLockedOut = !isSignedIn && way === null;
  return { way, obstacle, until, isOnce, reasons, isSignedIn, wrongClock, waitsUntil, isLockedOut };
}

/** Why somebody could not get in at an instant, and until when where that ends by itself. */
export interface ShutOut {
  /** No way leads in, or there is one and the last failures have to be waited for first (STD-4). */
  readonly why: 'no-way' | 'waits';
  readonly until: Instant | null;
}

/** Ways that ask for something which failures slow down; a set-up that is confirmed by a code is one, too. */
const SLOWED: readonly (WayIn | null)[] = ['totp', 'code', 'mail'];

function isSlowed({ authenticator }: World['policy'], way: WayIn | null): boolean {
  return SLOWED.includes(way) || (way === 'enrol' && authenticator.value === 'totp');
}

/** Whether the account is neither signed in nor could be at `now`; null where it is or could. Ends by time alone, too. */
export function shutOut(world: World, account: Account, now: Instant): ShutOut | null {
  if (account.session !== null) return null;
  const { way } = wayIn(world, account, now);
  if (way === null) return { why: 'no-way', until: null };
  const until = waitOf(world, account, way, now);
  return until === null ? null : { why: 'waits', until };
}

function waitOf({ policy }: World, { failures }: Account, way: WayIn | null, now: Instant): Instant | null {
  const { waitUntil } = failures;
  const isWaiting = policy.throttle !== undefined && waitUntil !== null && now < waitUntil;
  return isWaiting && isSlowed(policy, way) ? waitUntil : null;
}

/** How a new sign-in would get in, without the reasons. */
export type Way = Pick<Access, 'way' | 'obstacle' | 'until'>;

/** What the reasons need to know besides. */
interface FoundWay extends Way {
  /** The code that is the way, where one is. */
  readonly code?: IssuedCode;
  /** Whether it matters that a phone is away. */
  readonly isAway?: boolean;
  /** Whether it matters that a clock is wrong. */
  readonly isClockOff?: boolean;
}

/** How a new sign-in of the account would get in at `now`. Asked of thousands at once, so that it makes up no reasons. */
export function wayIn(world: World, account: Account, now: Instant): FoundWay {
  const { kind } = askedFor(world, account, now);
  switch (kind) {
    case 'none':
      return open(isFederated(world, account) ? 'federated' : 'password');
    case 'code':
      return byCode(world, account, now, 'code-needed');
    case 'push':
    case 'totp': {
      const atHand = account.authenticators.filter((each) => isAtHand(account, each));
      if (atHand.some((each) => showsGoodCodes(world, account, each))) return open(kind);
      if (atHand.length > 0) return { ...byCode(world, account, now, 'clock-off'), isClockOff: true };
      return { ...byCode(world, account, now, 'phone-away'), isAway: true };
    }
    case 'enrol': {
      const inHand = account.devices.filter((device) => device.loss === null);
      if (inHand.some((device) => isClockGood(world, device))) return open('enrol');
      const beside = byIssuedCode(account, now);
      if (beside !== null) return { ...beside, isAway: inHand.length === 0, isClockOff: inHand.length > 0 };
      return inHand.length > 0
        ? { ...closed('clock-off'), isClockOff: true }
        : { ...closed('no-device'), isAway: true };
    }
  }
}

function byCode(world: World, account: Account, now: Instant, otherwise: Obstacle): FoundWay {
  const codes = activeCodes(account, now);
  const code = codes.findLast((each) => each.toldAt !== null);
  if (code !== undefined) return { way: 'code', obstacle: null, until: code.endsAt, code };
  if (isOffered(world, 'emailedCode')) return open('mail');
  if (account.codesToSave.length > 0) return closed('code-unsaved');
  return closed(codes.some((each) => each.family === 'temporaryCode') ? 'code-untold' : otherwise);
}

/** By a code that somebody issued, or to be had by it; null where none is active. */
function byIssuedCode(account: Account, now: Instant): FoundWay | null {
  const codes = activeCodes(account, now).filter(({ family }) => family === 'temporaryCode');
  const code = codes.findLast((each) => each.toldAt !== null);
  if (code !== undefined) return { way: 'code', obstacle: null, until: code.endsAt, code };
  return codes.length > 0 ? closed('code-untold') : null;
}

/** The chain of reasons behind the way in, or behind its lack. */
function reasonsOf(
  world: World,
  account: Account,
  now: Instant,
  { code, isAway, isClockOff, obstacle }: FoundWay,
): readonly Reason[] {
  const { reasons } = challengeFor(world, account, now);
  const away = isAway === true ? reasonsAway(account) : [];
  const off = isClockOff === true ? reasonsClockOff(world, account) : [];
  const notSaved = obstacle === 'code-unsaved' ? reasonsNotSaved(world, account) : [];
  const isSaid = code === undefined || reasons.some((reason) => reason.because === 'codeAlive');
  return [...reasons, ...away, ...off, ...notSaved, ...(isSaid ? [] : [reasonCodeAlive(world, account, code)])];
}

function reasonsNotSaved({ policy }: World, account: Account): readonly Reason[] {
  const settings = policy.codes.recoveryCode;
  return settings === undefined
    ? []
    : [becauseOf('codeNotSaved', { ...(settings.howMany ?? settings.form), isAssumed: true }, { account: account.id })];
}

function reasonsAway(account: Account): readonly Reason[] {
  return account.devices.flatMap((device) =>
    device.loss === null
      ? []
      : [because('deviceAway', [], { account: account.id, device: device.id, at: device.loss.at })],
  );
}

function reasonsClockOff(world: World, account: Account): readonly Reason[] {
  const { acceptedTimeSteps } = world.policy;
  return wrongClocks(world, account).map(({ device, seconds }) => {
    const detail = { account: account.id, device, value: seconds };
    return acceptedTimeSteps === undefined
      ? because('clockOff', ['STD-2'], detail)
      : becauseOf('clockOff', acceptedTimeSteps, detail);
  });
}

function wrongClocks(world: World, { devices }: Account): readonly NonNullable<Access['wrongClock']>[] {
  return devices
    .filter((device) => device.loss === null && !isClockGood(world, device))
    .map(({ id, clockOffsetSeconds }) => ({ device: id, seconds: clockOffsetSeconds }));
}

function reasonsToWait(world: World, account: Account, until: Instant | null): readonly Reason[] {
  const { throttle } = world.policy;
  return until === null || throttle === undefined
    ? []
    : [becauseOf('throttled', throttle, { account: account.id, until, value: account.failures.count })];
}

function open(way: WayIn): Way {
  return { way, obstacle: null, until: null };
}

function closed(obstacle: Obstacle): Way {
  return { way: null, obstacle, until: null };
}
