// What follows when a code ends: for the session opened with it, and for the MFA of somebody who has nothing else.
// One place for expiry, removal, use and the endings that a binding or a switch-off brings about.
import type { Account, CodeEndCause, IssuedCode } from './account';
import { decided, type Decision } from './decision';
import type { DomainEvent } from './events';
import { enforcementFor, factorsLeft, mfaInForce, reasonNothingLeft } from './mfa';
import { choiceOf, type LastUnboundWithCode, type Setting, type Sourced } from './policy';
import { becauseOf, type Reason } from './reasons';
import type { World } from './world';

/** The code ends for `cause`: its end, then what the policy makes of it. */
export function endCode(world: World, account: Account, code: IssuedCode, cause: CodeEndCause): Decision {
  const session = sessionAfter(world, account, code, cause);
  const mfa = mfaAfter(world, account, code, cause);
  return decided(
    [{ type: 'CodeEnded', account: account.id, code: code.id, cause }, ...session.events, ...mfa.events],
    [...session.reasons, ...mfa.reasons],
  );
}

/** A session opened with the code goes on, or ends with it (EDGE-5). A replacement moves the end, so nothing ends. */
function sessionAfter(world: World, account: Account, code: IssuedCode, cause: CodeEndCause): Decision {
  const isOpenedWithIt = account.session?.code === code.id;
  if (!isOpenedWithIt || cause === 'replaced' || cause === 'used') return decided([], []);
  const setting = world.policy.sessionAtCodeEnd;
  const reasons = [becauseOf('sessionAtCodeEnd', setting, { account: account.id, value: setting.value })];
  const ended: DomainEvent = { type: 'SessionEnded', account: account.id, cause: 'code-ended' };
  return decided(setting.value === 'ends' ? [ended] : [], reasons);
}

const MFA_FOLLOWS: readonly CodeEndCause[] = ['expired', 'removed', 'used'];

/** Whether the end of the code switches the person's MFA off (ONV-8a, 8b, 8c, 9; EDGE-2, 3, 4). */
function mfaAfter(world: World, account: Account, code: IssuedCode, cause: CodeEndCause): Decision {
  // ONV-8a speaks of the code in place of the app. One of several saved codes, or one by mail, is gone with its use.
  if (code.family !== 'temporaryCode' || !MFA_FOLLOWS.includes(cause)) return decided([], []);
  if (!mfaInForce(world, account).isOn) return decided([], []);
  const left = factorsLeft(world, account);
  if (left.length > 0) {
    const rule = world.policy.factorLeft;
    return decided([], [becauseOf('factorLeft', rule, { account: account.id, value: rule.value })]);
  }
  const rules = rulesAtEnd(world, account, code);
  const start = [reasonNothingLeft(world, account), ...rules.reasons];
  if (rules.enforcement === 'required') {
    return decided([], [...start, becauseOf('mfaRequired', rules.behindEnforcement)]);
  }
  const removal = world.policy.codeRemovedWithoutFactor;
  const removed = cause === 'removed' ? [becauseOf('removalWithoutFactor', removal, { value: removal.value })] : [];
  if (cause === 'removed' && removal.value === 'mfa-stays-on') return decided([], [...start, ...removed]);
  const chain = [...start, ...removed, becauseOf('codeEndedWithoutFactor', rules.behindLast, { value: rules.last })];
  const staysOn = rules.last === 'needed-after-code-end' || !account.isMfaOn;
  return decided(staysOn ? [] : [{ type: 'MfaSwitchedOff', account: account.id }], chain);
}

interface RulesAtEnd {
  readonly enforcement: string;
  readonly behindEnforcement: Sourced;
  readonly last: LastUnboundWithCode;
  readonly behindLast: Sourced;
  readonly reasons: readonly Reason[];
}

/** Which rules the end follows: those in force at that instant, or those in force at the issue (EDGE-4). */
function rulesAtEnd(world: World, account: Account, code: IssuedCode): RulesAtEnd {
  const { policy } = world;
  const now = { enforcement: enforcementFor(world, account), last: policy.lastUnboundWithCode.value };
  const then = { enforcement: code.atIssue.enforcement, last: code.atIssue.lastUnboundWithCode };
  const hasChanged = now.enforcement !== then.enforcement || now.last !== then.last;
  const rules = policy.policyAtCodeEnd.value === 'in-force-then' ? now : then;
  return {
    enforcement: rules.enforcement,
    behindEnforcement: behind(world, 'enforcement', rules.enforcement),
    last: rules.last,
    // Where it would have gone off at once, no article says what a code that is still there does at its end.
    behindLast:
      rules.last === 'off-now'
        ? { cites: ['EDGE-4'], isAssumed: true }
        : behind(world, 'lastUnboundWithCode', rules.last),
    reasons: hasChanged
      ? [becauseOf('policyAtCodeEnd', policy.policyAtCodeEnd, { value: policy.policyAtCodeEnd.value })]
      : [],
  };
}

/** The facts behind a value of a setting, in whichever variant offers it, and whether they are only assumed. */
function behind(world: World, name: 'enforcement' | 'lastUnboundWithCode', value: string): Sourced {
  for (const policy of [world.policy, ...Object.values(world.catalogue)]) {
    const setting: Setting<string> = policy[name];
    if (setting.value === value && setting.choices === undefined) return setting;
    const choice = choiceOf(setting, value);
    if (choice !== undefined) return { ...setting, cites: choice.cites };
  }
  return { cites: [] };
}
