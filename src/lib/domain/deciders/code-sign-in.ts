// Signing in with a code that somebody was given: a temporary code, a recovery code, a code by e-mail. One entity with
// settings, and one way to be refused for each way in which a code can have ended.
import { isActive, type Account, type IssuedCode } from '../account';
import { CLOCK } from '../actors';
import { endCode } from '../code-end';
import type { CommandOf, Evidence } from '../commands';
import { decided, refusedSignIn, type Decision } from '../decision';
import type { DomainEvent } from '../events';
import type { Instant } from '../instant';
import { reasonCodeAlive, type Challenge } from '../mfa';
import { codesReplaced, newCode, newRecoveryCodes } from '../new-codes';
import { settingsOfCode, type CodeFamily } from '../policy';
import { because, becauseOf, type Reason, type ReasonKey } from '../reasons';
import type { SignInRefusal } from '../refusals';
import { nothingTyped, pendingChallenge, signedIn } from '../sign-in-step';
import { chargedRefusal, refusalWhileWaiting } from '../throttle';
import type { World } from '../world';

/** Takes the code that was typed, as the evidence found it. Refuses with what is wrong with it, told apart. */
export function submitCode(
  world: World,
  account: Account,
  { family }: CommandOf<'submitCode'>,
  evidence: Evidence,
  now: Instant,
): Decision {
  const challenge = pendingChallenge(world, account, now);
  if ('events' in challenge) return challenge;
  if (challenge.kind === 'none') return decided([signedIn(account, 'password')], challenge.reasons);
  const waiting = refusalWhileWaiting(world, account, now);
  if (waiting !== null) return waiting;
  if (!isOffered(world, family)) return refusedSignIn(account.id, 'not-your-method', [because('notOffered', [])]);
  if (evidence.isMissing === true) return nothingTyped(world, account, now);
  const code = account.codes.find((each) => each.id === evidence.matchedCode && each.family === family);
  if (code === undefined) {
    const unknown = because('codeUnknown', ['STD-9'], { account: account.id });
    return chargedRefusal(world, account, 'code-wrong', [unknown], now);
  }
  if (!isActive(code, now)) return refuseCode(world, account, code, now);
  return challenge.kind === 'enrol' && family !== 'temporaryCode'
    ? refuseBesides(account, challenge)
    : acceptCode(world, account, code, challenge, now);
}

/**
 * Where nothing is set up, that comes first (ONX-5, CLP-2): what stands in for a factor is no way around it. A code that
 * somebody issued is, being meant for who cannot set up (ONX-1).
 */
function refuseBesides(account: Account, { reasons }: Challenge): Decision {
  return refusedSignIn(account.id, 'not-your-method', reasons);
}

/**
 * Sends a code by mail, where that is a way to sign in; a newer one takes the place of the earlier (ONX-11). To ask is no
 * guess and costs nothing, but who has to wait gets none, so that asking is no way around a wait (STD-4).
 */
export function requestEmailedCode(world: World, account: Account, now: Instant): Decision {
  const challenge = pendingChallenge(world, account, now);
  if ('events' in challenge) return challenge;
  if (challenge.kind === 'none') return decided([signedIn(account, 'password')], challenge.reasons);
  const waiting = refusalWhileWaiting(world, account, now);
  if (waiting !== null) return waiting;
  const setting = world.policy.emailedCodes;
  const offered = setting === undefined ? because('notOffered', []) : becauseOf('codeByMail', setting);
  if (!isOffered(world, 'emailedCode')) return refusedSignIn(account.id, 'not-your-method', [offered]);
  if (challenge.kind === 'enrol') return refuseBesides(account, challenge);
  const issued = newCode(world, account, 'emailedCode', CLOCK, now);
  const told: DomainEvent = { type: 'CodeTold', account: account.id, code: issued.code };
  return decided([...codesReplaced(world, account, 'emailedCode', now), issued, told], [...challenge.reasons, offered]);
}

/** Whether codes of this family are a way to sign in under the policy in force. */
export function isOffered({ policy }: World, family: CodeFamily): boolean {
  if (policy.codes[family] === undefined) return false;
  return family !== 'emailedCode' || policy.emailedCodes?.value === 'on';
}

function acceptCode(world: World, account: Account, code: IssuedCode, challenge: Challenge, now: Instant): Decision {
  const uses = settingsOfCode(world.policy, code.family).uses;
  const alive = challenge.kind === 'code' ? [] : [reasonCodeAlive(world, account, code)];
  const use = USES[uses.value];
  const chain = [...challenge.reasons, ...alive, becauseOf(use, uses, { account: account.id })];
  const end = use === 'codeIsKept' ? decided([], []) : endCode(world, account, code, 'used');
  const next = use === 'codeYieldsNext' ? newRecoveryCodes(world, spent(account, code, now), CLOCK, now) : NOTHING;
  return decided(
    [...end.events, signedIn(account, 'code', code.id), ...next.events],
    [...chain, ...end.reasons, ...next.reasons],
  );
}

const NOTHING: Decision = { events: [], reasons: [] };
const USES = { keep: 'codeIsKept', consume: 'codeIsConsumed', 'consume-and-reissue': 'codeYieldsNext' } as const;

/** The account once the code is used up: what the use yields does not take the place of the code itself (CLP-7). */
function spent(account: Account, used: IssuedCode, now: Instant): Account {
  const end = { cause: 'used', at: now } as const;
  return { ...account, codes: account.codes.map((code) => (code.id === used.id ? { ...code, end } : code)) };
}

const ENDED: Record<NonNullable<IssuedCode['end']>['cause'], readonly [SignInRefusal, ReasonKey]> = {
  expired: ['code-expired', 'codeExpired'],
  replaced: ['code-replaced', 'codeReplaced'],
  removed: ['code-removed', 'codeRemoved'],
  used: ['code-used', 'codeUsed'],
  'mfa-switched-off': ['code-ended-with-mfa', 'codeEndedWithMfa'],
  'device-bound': ['code-ended-by-device', 'codeEndedByBinding'],
  reset: ['code-ended-by-reset', 'codeEndedByReset'],
};

function refuseCode(world: World, account: Account, code: IssuedCode, now: Instant): Decision {
  const [refusal, key] = ENDED[code.end?.cause ?? 'expired'];
  const at = code.end?.at ?? code.endsAt;
  const detail = { account: account.id, ...(at === null ? {} : { at }) };
  return chargedRefusal(world, account, refusal, [reasonEnded(world, code, key, detail)], now, code.id);
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
    default: {
      const action = key === 'codeEndedByReset' ? 'resetMfa' : 'removeCode';
      const rights = policy.rights.filter((right) => right.action === action);
      return because(
        key,
        rights.flatMap((right) => right.cites),
        detail,
      );
    }
  }
}
