// Issuing, removing and reading out a code: by the firm's own admins, and by support on a verified request.
import { activeCode, type Account, type IssuedCode } from '../account';
import type { Actor } from '../actors';
import { endCode } from '../code-end';
import type { CommandOf, SupportWish } from '../commands';
import { decided, refusedAct, type Decision } from '../decision';
import type { DomainEvent } from '../events';
import { after, type Instant } from '../instant';
import { enforcementFor, mfaInForce, reasonCodeAlive } from '../mfa';
import type { CodeSettings } from '../policy';
import { because, becauseOf, type Reason } from '../reasons';
import { otherAdminWhoCan, rightTo } from '../rights';
import { requestOf, type SupportRequest, type World } from '../world';

/** Issues a code, replacing an earlier one where the policy says so, in one step (STD-13). */
export function issueCode(
  world: World,
  target: Account,
  command: CommandOf<'issueCode'>,
  actor: Actor,
  now: Instant,
): Decision {
  const settings = world.policy.codes[command.family];
  if (settings === undefined) return refusedAct('family-not-offered', [because('notOffered', [])], target.id);
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
  const earlier = activeCode(target, now);
  if (earlier !== undefined && settings.issuingAgain.value === 'refuse') {
    const reason = becauseOf('issuingAgain', settings.issuingAgain, { account: target.id, value: 'refuse' });
    return refusedAct('code-already-active', [...permit.reasons, reason], target.id);
  }
  return decided(
    [
      ...replacing(world, target, earlier),
      issued(world, target, settings, command, actor, now),
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
  const code = activeCode(target, now);
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
  if (activeCode(target, now)?.id !== code.id) {
    return refusedAct('no-active-code', [because('noActiveCode', [], { account: target.id })], target.id);
  }
  return decided([{ type: 'CodeTold', account: target.id, code: code.id }], [reasonCodeAlive(world, target, code)]);
}

interface Permit {
  readonly reasons: readonly Reason[];
  readonly request: SupportRequest | undefined;
}

/** The right, and for support also the verified request behind it and nobody nearer who could act (EDGE-9). */
function permitTo(
  world: World,
  action: SupportWish,
  target: Account,
  requestId: string | undefined,
  actor: Actor,
  now: Instant,
): Permit | Decision {
  const right = rightTo(world, action, actor, target);
  if (!right.isHeld) return refusedAct(right.refusal, right.reasons, target.id);
  if (actor.kind === 'person') return { reasons: right.reasons, request: undefined };
  const request = requestId === undefined ? undefined : requestOf(world, requestId);
  if (request?.status !== 'passed-on' || request.about !== target.id || request.wish !== action) {
    const reason = because('requestNotPassedOn', citesOfRights(world, action), { account: target.id });
    return refusedAct('not-on-request', [...right.reasons, reason], target.id);
  }
  const reasons = [
    ...right.reasons,
    because('requestPassedOn', citesOfRights(world, action), { account: request.from }),
  ];
  const rule = world.policy.supportIssuesForAdmins;
  if (action !== 'issueCode' || rule.value === 'always') return { reasons, request };
  const other = otherAdminWhoCan(world, action, target, now);
  const reason = becauseOf(other === undefined ? 'supportIssuesForAdmins' : 'otherAdminCan', rule, {
    account: target.id,
    ...(other === undefined ? {} : { other: other.id }),
  });
  return other === undefined
    ? { reasons: [...reasons, reason], request }
    : refusedAct('other-admin-can', [...reasons, reason], target.id);
}

function issued(
  world: World,
  target: Account,
  settings: CodeSettings,
  command: CommandOf<'issueCode'>,
  actor: Actor,
  now: Instant,
): DomainEvent {
  const life = settings.lifeSeconds.value;
  return {
    type: 'CodeIssued',
    account: target.id,
    code: `${target.id}/code/${target.codes.length + 1}`,
    family: command.family,
    by: actor,
    endsAt: life === null ? null : after(now, life),
    atIssue: {
      enforcement: enforcementFor(world, target),
      lastUnboundWithCode: world.policy.lastUnboundWithCode.value,
    },
  };
}

function replacing(world: World, target: Account, earlier: IssuedCode | undefined): readonly DomainEvent[] {
  return earlier === undefined ? [] : endCode(world, target, earlier, 'replaced').events;
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

function answered(request: SupportRequest | undefined): readonly DomainEvent[] {
  return request === undefined ? [] : [{ type: 'RequestAnswered', request: request.id }];
}

function citesOfRights(world: World, action: SupportWish): readonly string[] {
  const ofSupport = world.policy.rights.filter((right) => right.action === action && right.role === 'portalTech');
  return ofSupport.flatMap((right) => right.cites);
}

function isSameActor(one: Actor, other: Actor): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'person' && other.kind === 'person') return one.account === other.account;
  return !('id' in one) || !('id' in other) || one.id === other.id;
}
