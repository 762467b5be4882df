// Whether something may be done to an account now: the right to it and, for support, the verified request behind it.
import type { Account } from './account';
import type { Actor } from './actors';
import type { SupportWish } from './commands';
import { refusedAct, type Decision } from './decision';
import type { DomainEvent } from './events';
import type { Instant } from './instant';
import { because, becauseOf, type Reason } from './reasons';
import { otherAdminWhoCan, rightTo } from './rights';
import type { SupportRequest } from './support-request';
import { requestOf, type World } from './world';

export interface Permit {
  readonly reasons: readonly Reason[];
  readonly request: SupportRequest | undefined;
}

/** The right, and for support also the verified request behind it and nobody nearer who could act (EDGE-9). */
export function permitTo(
  world: World,
  action: SupportWish,
  target: Account,
  requestId: string | undefined,
  actor: Actor,
  now: Instant,
): Permit | Decision {
  const right = rightTo(world, action, actor, target);
  if (!right.isHeld) return refusedAct(right.refusal, right.reasons, target.id);
  const away = refusedAway(world, actor, target.id);
  if (away !== null) return away;
  if (actor.kind === 'person') return { reasons: right.reasons, request: undefined };
  const request = requestId === undefined ? undefined : requestOf(world, requestId);
  if (request?.status !== 'passed-on' || request.about !== target.id || request.wish !== action) {
    const reason = because('requestNotPassedOn', citesOfRights(world, action), { account: target.id });
    return refusedAct('not-on-request', [...right.reasons, reason], target.id);
  }
  const reasons = [
    ...right.reasons,
    because('requestPassedOn', citesOfRights(world, action), { account: request.from }),
    ...(request.isStranger ? [because('strangerServed', ['STD-16'], { account: request.from })] : []),
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

/** The refusal of a tool that does not load where support sits, or null (ONV-19). */
export function refusedAway({ policy, workstation }: World, actor: Actor, account?: string): Decision | null {
  const { supportTools } = policy;
  const isSupport = actor.kind === 'rep' || actor.kind === 'portalTech';
  if (!isSupport || supportTools === undefined || workstation === 'support') return null;
  return refusedAct('tools-not-loaded', [becauseOf('workstationOnly', supportTools, { value: workstation })], account);
}

export function answered(request: SupportRequest | undefined): readonly DomainEvent[] {
  return request === undefined ? [] : [{ type: 'RequestAnswered', request: request.id }];
}

function citesOfRights(world: World, action: SupportWish): readonly string[] {
  const ofSupport = world.policy.rights.filter((right) => right.action === action && right.role !== 'admin');
  return ofSupport.flatMap((right) => right.cites);
}
