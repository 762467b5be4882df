// Issuing, removing and reading out a code: by the firm's own admins, and by support on a verified request.
import { activeCode, isActive, type Account, type IssuedCode } from '../account';
import type { Actor } from '../actors';
import { endCode } from '../code-end';
import type { CommandOf } from '../commands';
import { decided, refusedAct, type Decision } from '../decision';
import type { Instant } from '../instant';
import { mfaInForce, reasonCodeAlive } from '../mfa';
import { codesReplaced, newCode } from '../new-codes';
import { answered, permitTo } from '../permit';
import type { CodeSettings } from '../policy';
import { because, becauseOf, type Reason } from '../reasons';
import type { SupportRequest } from '../support-request';
import type { World } from '../world';

/** Issues a code, replacing an earlier one where the policy says so, in one step (STD-13). */
export function issueCode(
  world: World,
  target: Account,
  command: CommandOf<'issueCode'>,
  actor: Actor,
  now: Instant,
): Decision {
  const settings = world.policy.codes[command.family];
  if (settings === undefined || command.family !== 'temporaryCode')
    return refusedAct('family-not-offered', [because('notOffered', [])], target.id);
  const permit = permitTo(world, 'issueCode', target, command.request, actor, now);
  if ('events' in permit) return permit;
  const mfa = mfaInForce(world, target);
  const whileOff = becauseOf('codeWhileMfaOff', world.policy.codeWhileMfaOff, {
    account: target.id,
    value: world.policy.codeWhileMfaOff.value,
  });
  if (!mfa.isOn && world.policy.codeWhileMfaOff.value === 'refused') {
    return refusedAct('mfa-off', [...permit.reasons, mfa.reason, whileOff], target.id);
  }
  const earlier = activeCode(target, now, command.family);
  if (earlier !== undefined && settings.issuingAgain.value === 'refuse') {
    const reason = becauseOf('issuingAgain', settings.issuingAgain, { account: target.id, value: 'refuse' });
    return refusedAct('code-already-active', [...permit.reasons, reason], target.id);
  }
  return decided(
    [
      ...codesReplaced(world, target, command.family, now),
      newCode(world, target, command.family, actor, now),
      ...answered(permit.request),
    ],
    [...permit.reasons, mfa.isOn ? mfa.reason : whileOff, ...reasonsOfForm(settings, target, earlier)],
  );
}

/** Removes the active code, as support's portal tech does at the primary admin's request (ONV-7, ONV-18). */
export function removeCode(
  world: World,
  target: Account,
  command: CommandOf<'removeCode'>,
  actor: Actor,
  now: Instant,
): Decision {
  const permit = permitTo(world, 'removeCode', target, command.request, actor, now);
  if ('events' in permit) return permit;
  const code = activeCode(target, now, 'temporaryCode');
  if (code === undefined) {
    const reason = because('noActiveCode', [], { account: target.id });
    return refusedAct('no-active-code', [...permit.reasons, reason], target.id);
  }
  const end = endCode(world, target, code, 'removed');
  return decided([...end.events, ...answered(permit.request)], [...permit.reasons, ...end.reasons]);
}

/** Whoever issued a code reads it to its owner; that is how the owner comes to know it (ONV-5). */
export function tellCode(
  world: World,
  target: Account,
  command: CommandOf<'tellCode'>,
  actor: Actor,
  now: Instant,
): Decision {
  const code = target.codes.find((each) => each.id === command.code);
  if (code === undefined) return refusedAct('no-such-code', [], target.id);
  if (!isSameActor(code.by, actor)) return refusedAct('not-yours', [because('notTheirs', [])], target.id);
  if (!isActive(code, now)) {
    return refusedAct('no-active-code', [because('noActiveCode', [], { account: target.id })], target.id);
  }
  const reason = reasonCodeAlive(world, target, code);
  const told = { type: 'CodeTold', account: target.id, code: code.id } as const;
  if (askedAs(world, target, actor)?.isStranger !== true) return decided([told], [reason]);
  return decided(
    [{ ...told, isStranger: true }],
    [reason, because('strangerServed', ['STD-16'], { account: target.id })],
  );
}

/**
 * Support reads a code to whoever asked for it as the person whose code it is, and does not see who that is: the request
 * that was done. Undefined where the code is read to its owner: by an admin, or because somebody else asked for them.
 */
export function askedAs({ requests }: World, target: Account, by: Actor): SupportRequest | undefined {
  if (by.kind === 'person') return undefined;
  const asked = requests.findLast(
    ({ about, wish, status }) => about === target.id && wish === 'issueCode' && status === 'answered',
  );
  return asked?.from === target.id ? asked : undefined;
}

function reasonsOfForm(settings: CodeSettings, target: Account, earlier: IssuedCode | undefined): readonly Reason[] {
  const replaced = { account: target.id, value: settings.issuingAgain.value };
  return [
    ...(earlier === undefined ? [] : [becauseOf('issuingAgain', settings.issuingAgain, replaced)]),
    becauseOf('codeForm', settings.form, { value: settings.form.value.length }),
    ...(settings.lifeSeconds.value === null
      ? []
      : [becauseOf('codeLife', settings.lifeSeconds, { value: settings.lifeSeconds.value })]),
  ];
}

function isSameActor(one: Actor, other: Actor): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'person' && other.kind === 'person') return one.account === other.account;
  return !('id' in one) || !('id' in other) || one.id === other.id;
}
