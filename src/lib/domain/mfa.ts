// Whether a second factor is due for an account, which one, and what counts as a factor that is left. The questions
// that every decider asks; no decider answers them by itself.
import {
  activeCode,
  holdsKey,
  isAtHand,
  type Account,
  type Authenticator,
  type Device,
  type IssuedCode,
} from './account';
import type { Instant } from './instant';
import { choiceOf, settingsOfCode, type Enforcement } from './policy';
import { because, becauseOf, type Reason } from './reasons';
import { firmOf, type World } from './world';

/** What a sign-in asks for after the right password. */
export type AskedFor =
  { readonly kind: 'none' | 'push' | 'totp' | 'enrol' } | { readonly kind: 'code'; readonly code: IssuedCode | null };

/** The same, and why. */
export type Challenge = AskedFor & { readonly reasons: readonly Reason[] };

/** The enforcement that the account's firm has chosen. */
export function enforcementFor(world: World, account: Account): Enforcement {
  return firmOf(world, account.firm)?.enforcement ?? world.policy.enforcement.value;
}

/** Whether the person signs in at another system, which the product has to offer (ONX-8). */
export function isFederated({ policy }: World, account: Account): boolean {
  return account.signsInWith === 'federated' && policy.federated !== undefined;
}

/** Whether MFA is in force for the account. Asked of thousands at once, so that it makes up no reason. */
export function isMfaInForce(world: World, account: Account): boolean {
  if (isFederated(world, account)) return false;
  const enforcement = enforcementFor(world, account);
  if (enforcement === 'off')
    return account.authenticators.length > 0 && world.policy.enrolledWhileOff?.value === 'challenged';
  return enforcement === 'required' || account.isMfaOn;
}

/** Whether MFA is in force for the account, and why. */
export function mfaInForce(world: World, account: Account): { readonly isOn: boolean; readonly reason: Reason } {
  const isOn = isMfaInForce(world, account);
  return { isOn, reason: reasonForMfa(world, account, isOn) };
}

function reasonForMfa(world: World, account: Account, isOn: boolean): Reason {
  const { federated, enrolledWhileOff, enforcement: setting } = world.policy;
  const { id } = account;
  if (isFederated(world, account) && federated !== undefined) {
    return becauseOf('federatedExempt', federated, { account: id });
  }
  const enforcement = enforcementFor(world, account);
  const rule = { ...setting, cites: choiceOf(setting, enforcement)?.cites ?? setting.cites };
  if (enforcement === 'required') return becauseOf('mfaRequired', rule);
  if (enforcement === 'off') {
    return isOn && enrolledWhileOff !== undefined
      ? becauseOf('enrolledStillAsked', enrolledWhileOff, { account: id })
      : becauseOf('mfaNotEnforced', rule, { account: id });
  }
  return becauseOf(isOn ? 'mfaOptionalAndOn' : 'mfaOff', rule, { account: id });
}

/** The bound authenticators that count as a factor left (EDGE-2). */
export function factorsLeft(world: World, account: Account): readonly Authenticator[] {
  return world.policy.factorLeft.value === 'bound'
    ? account.authenticators
    : account.authenticators.filter((authenticator) => isAtHand(account, authenticator));
}

/**
 * Whether codes that this device shows can be accepted at all: its clock is so near the true time that at some instant of each
 * time step they belong to one that is (STD-2). Of no account where no such codes are asked for.
 */
export function isClockGood({ policy }: World, { clockOffsetSeconds }: Device): boolean {
  if (policy.totp === undefined) return true;
  return (
    Math.floor(Math.abs(clockOffsetSeconds) / policy.totp.value.periodSeconds) <= (policy.acceptedTimeSteps?.value ?? 0)
  );
}

/** Whether what is in hand of this authenticator would be accepted: of a time-based one the clock has to be right, too. */
export function showsGoodCodes(world: World, account: Account, { id, kind, device }: Authenticator): boolean {
  if (kind === 'push' || device === null) return true;
  return account.devices.some((each) => each.loss === null && holdsKey(each, id) && isClockGood(world, each));
}

/** What is due at a sign-in of this account at `now`. Asked of thousands at once, so that it makes up no reasons. */
export function askedFor(world: World, account: Account, now: Instant): AskedFor {
  if (!isMfaInForce(world, account)) return { kind: 'none' };
  const code = activeCode(account, now, 'temporaryCode');
  const left = factorsLeft(world, account);
  if (code !== undefined && standsInFront(world, code)) return { kind: 'code', code };
  if (left.length > 0) return { kind: left.some((each) => each.kind === 'totp') ? 'totp' : 'push' };
  // A code that stands beside is one more way, and takes none away (ONX-3, ONX-5).
  return world.policy.noFactorAtSignIn.value === 'enrol' ? { kind: 'enrol' } : { kind: 'code', code: code ?? null };
}

/** What is due at a sign-in of this account at `now`, with the chain of reasons in the order of the questions. */
export function challengeFor(world: World, account: Account, now: Instant): Challenge {
  const asked = askedFor(world, account, now);
  return { ...asked, reasons: [mfaInForce(world, account).reason, ...reasonsToAsk(world, account, asked)] };
}

function reasonsToAsk(world: World, account: Account, asked: AskedFor): readonly Reason[] {
  const rule = world.policy.noFactorAtSignIn;
  switch (asked.kind) {
    case 'none':
      return [];
    case 'push':
    case 'totp':
      return reasonsForFactors(world, account, factorsLeft(world, account));
    case 'enrol':
      return [reasonNothingLeft(world, account), becauseOf('enrolAtSignIn', rule)];
    case 'code':
      return asked.code === null
        ? [reasonNothingLeft(world, account), becauseOf('codeOnlyAtSignIn', rule)]
        : reasonsToAskCode(world, account, asked.code);
  }
}

/** Whether this active code is asked instead of the app (ONV-10). */
export function standsInFront(world: World, code: IssuedCode): boolean {
  return settingsOfCode(world.policy, code.family).stands.value === 'in-front';
}

/** Why the code is good: who issued it, and until when. */
export function reasonCodeAlive(world: World, account: Account, code: IssuedCode): Reason {
  const life = settingsOfCode(world.policy, code.family).lifeSeconds;
  return becauseOf('codeAlive', life, {
    account: account.id,
    by: code.by,
    at: code.issuedAt,
    ...(code.endsAt === null ? {} : { until: code.endsAt }),
  });
}

function reasonsToAskCode(world: World, account: Account, code: IssuedCode): readonly Reason[] {
  const alive = reasonCodeAlive(world, account, code);
  return standsInFront(world, code)
    ? [alive, becauseOf('codeStandsInFront', settingsOfCode(world.policy, code.family).stands)]
    : [alive, reasonNothingLeft(world, account)];
}

function reasonsForFactors(world: World, account: Account, left: readonly Authenticator[]): readonly Reason[] {
  return left.map((authenticator) =>
    isAtHand(account, authenticator)
      ? because('authenticatorBound', [], { account: account.id, ...deviceDetail(authenticator) })
      : becauseOf('lostStillCounts', world.policy.factorLeft, { account: account.id, ...deviceDetail(authenticator) }),
  );
}

function deviceDetail({ device }: Authenticator): { readonly device?: string } {
  return device === null ? {} : { device };
}

/** Why no factor is left: nothing is bound, or what is bound does not count because it is not at hand (EDGE-2). */
export function reasonNothingLeft(world: World, account: Account): Reason {
  return account.authenticators.length === 0
    ? because('noAuthenticator', [], { account: account.id })
    : becauseOf('lostNoLongerCounts', world.policy.factorLeft, { account: account.id });
}
