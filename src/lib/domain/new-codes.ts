// Codes that come into being: with their form, life and the rules in force at their issue. Whoever may bring them about
// was settled before.
import type { Account } from './account';
import { activeCodes } from './account';
import type { Actor } from './actors';
import { endCode } from './code-end';
import type { DomainEvent, EventOf } from './events';
import { after, type Instant } from './instant';
import { enforcementFor } from './mfa';
import { settingsOfCode, type CodeFamily } from './policy';
import { becauseOf, type Reason } from './reasons';
import type { World } from './world';

/** The next code of this family for the account. */
export function newCode(
  world: World,
  account: Account,
  family: CodeFamily,
  by: Actor,
  now: Instant,
  index = 0,
): EventOf<'CodeIssued'> {
  const life = settingsOfCode(world.policy, family).lifeSeconds.value;
  return {
    type: 'CodeIssued',
    account: account.id,
    code: `${account.id}/code/${account.codes.length + 1 + index}`,
    family,
    by,
    endsAt: life === null ? null : after(now, life),
    atIssue: {
      enforcement: enforcementFor(world, account),
      lastUnboundWithCode: world.policy.lastUnboundWithCode.value,
    },
  };
}

/** The codes of this family that are still good give way to others. */
export function codesReplaced(
  world: World,
  account: Account,
  family: CodeFamily,
  now: Instant,
): readonly DomainEvent[] {
  return activeCodes(account, now)
    .filter((code) => code.family === family)
    .flatMap((code) => endCode(world, account, code, 'replaced').events);
}

/** Recovery codes to be saved by their owner, in place of any before; none where the product has none (CLP-5). */
export function newRecoveryCodes(
  world: World,
  account: Account,
  by: Actor,
  now: Instant,
): { readonly events: readonly DomainEvent[]; readonly reasons: readonly Reason[] } {
  const settings = world.policy.codes.recoveryCode;
  if (settings === undefined) return { events: [], reasons: [] };
  // That there is a code to be saved is said; that it is shown this once is not (CLP-5).
  const source = settings.howMany ?? settings.form;
  const howMany = settings.howMany?.value ?? 1;
  const issued = Array.from({ length: howMany }, (_, index) => ({
    ...newCode(world, account, 'recoveryCode', by, now, index),
    isToSave: true as const,
  }));
  return {
    events: [...codesReplaced(world, account, 'recoveryCode', now), ...issued],
    reasons: [
      becauseOf('codeShownOnce', { ...source, isAssumed: true }, { account: account.id, value: howMany }),
      becauseOf('codeForm', settings.form, { value: settings.form.value.length }),
    ],
  };
}
