// Who may do what to whom, read from the product's table of rights. Checked at the moment of acting.
import { isAtHand, type Account } from './account';
import type { Actor } from './actors';
import { SUPPORT_WISHES, type SupportWish } from './commands';
import type { Instant } from './instant';
import { isMfaInForce } from './mfa';
import type { Policy, Right, RightAction, RightRole, TargetKind } from './policy';
import { because, becauseOf, type Reason } from './reasons';
import type { ActRefusal } from './refusals';
import { activeCode } from './account';
import { accountOf, peopleOf, type World } from './world';

export type RightAnswer =
  | { readonly isHeld: true; readonly reasons: readonly Reason[] }
  | { readonly isHeld: false; readonly refusal: ActRefusal; readonly reasons: readonly Reason[] };

/** Whether `account` is one that a right over this kind of target covers. Every admin is also staff (EDGE-9). */
export function isTarget(kind: TargetKind, account: Account): boolean {
  return kind === 'admins' ? account.admin !== null : account.area === kind;
}

/** Whether the actor holds the right to do `action` to `target` now, and why or why not. */
export function rightTo(world: World, action: RightAction, actor: Actor, target: Account): RightAnswer {
  switch (actor.kind) {
    case 'person':
      return rightOfPerson(world, action, actor.account, target);
    case 'portalTech':
      return rightOfSupport(world, action, 'portalTech', target);
    case 'rep':
      return rightOfRep(world, action, target);
    case 'stranger':
    case 'lab':
    case 'clock':
      return missing('no-right', []);
  }
}

/** Whether some other admin of the firm has the rights and a way in, so that Support need not act (EDGE-9). */
export function otherAdminWhoCan(
  world: World,
  action: RightAction,
  target: Account,
  now: Instant,
): Account | undefined {
  return peopleOf(world, target.firm).find(
    (other) =>
      other.id !== target.id && rightOfAdmin(world, action, other, target) !== undefined && hasWayIn(world, other, now),
  );
}

/** Whether this account may open an area of the console (ONV-2): the console hides the link otherwise. */
export function holdsArea(account: Account, area: Account['area']): boolean {
  return account.admin?.areas.includes(area) ?? false;
}

function rightOfPerson(world: World, action: RightAction, id: string, target: Account): RightAnswer {
  const actor = accountOf(world, id);
  if (actor === undefined) return missing('no-such-account', []);
  const detail = { account: actor.id, other: target.id };
  if (actor.session === null) return missing('no-session', [because('noSession', [], { account: actor.id })]);
  if (actor.firm !== target.firm) return missing('other-firm', [because('otherFirm', ['STD-12'], detail)]);
  if (actor.id === target.id) return missing('own-account', [becauseOf('selfIssue', world.policy.selfIssue, detail)]);
  const right = rightOfAdmin(world, action, actor, target);
  if (right === undefined)
    return missing('no-right', [because('rightMissing', citesFor(world, action, 'admin'), detail)]);
  return { isHeld: true, reasons: [becauseOf('rightHeld', right, detail)] };
}

/** What can be asked of support: that to which one of its two lines has a right. */
export function wishesOf({ rights }: Policy): readonly SupportWish[] {
  return SUPPORT_WISHES.filter((wish) => rights.some(({ action, role }) => action === wish && role !== 'admin'));
}

/** Whether the rep who verifies a request for this also does what is asked, instead of passing it on (CLP-8). */
export function isDoneByRep({ rights }: Policy, action: RightAction): boolean {
  return rights.some((right) => right.action === action && right.role === 'rep');
}

/** Whether an admin may change what their own firm enforces (ONX-6), and why or why not. */
export function rightToEnforce(world: World, id: string, firm: string): RightAnswer {
  const actor = accountOf(world, id);
  if (actor === undefined) return missing('no-such-account', []);
  const detail = { account: actor.id };
  if (actor.session === null) return missing('no-session', [because('noSession', [], detail)]);
  if (actor.firm !== firm) return missing('other-firm', [because('otherFirm', ['STD-12'], detail)]);
  const right = world.policy.rights.find((each) => each.action === 'setEnforcement' && each.role === 'admin');
  return actor.admin === null || right === undefined
    ? missing('no-right', [because('rightMissing', citesFor(world, 'setEnforcement', 'admin'), detail)])
    : { isHeld: true, reasons: [becauseOf('rightHeld', right, detail)] };
}

function rightOfAdmin(world: World, action: RightAction, actor: Account, target: Account): Right | undefined {
  if (actor.firm !== target.firm || !holdsArea(actor, target.area)) return undefined;
  return findRight(world, action, 'admin', target);
}

function rightOfRep(world: World, action: RightAction, target: Account): RightAnswer {
  const own = findRight(world, action, 'rep', target);
  if (own !== undefined) return { isHeld: true, reasons: [becauseOf('rightHeld', own, { other: target.id })] };
  const rule = world.policy.repsMayIssue;
  const reason = becauseOf('rightMissing', rule, { other: target.id });
  if (!rule.value || action !== 'issueCode') return missing('no-right', [reason]);
  const answer = rightOfSupport(world, action, 'portalTech', target);
  return answer.isHeld ? { isHeld: true, reasons: [becauseOf('rightHeld', rule), ...answer.reasons] } : answer;
}

function rightOfSupport(world: World, action: RightAction, role: RightRole, target: Account): RightAnswer {
  const right = findRight(world, action, role, target);
  return right === undefined
    ? missing('no-right', [because('rightMissing', citesFor(world, action, role), { other: target.id })])
    : { isHeld: true, reasons: [becauseOf('rightHeld', right, { other: target.id })] };
}

function findRight(world: World, action: RightAction, role: RightRole, target: Account): Right | undefined {
  return world.policy.rights.find(
    (right) => right.action === action && right.role === role && right.targets.some((kind) => isTarget(kind, target)),
  );
}

function citesFor(world: World, action: RightAction, role: RightRole): readonly string[] {
  const ofAction = world.policy.rights.filter((right) => right.action === action);
  const ofRole = ofAction.filter((right) => right.role === role);
  return [...new Set((ofRole.length > 0 ? ofRole : ofAction).flatMap((right) => right.cites))];
}

/** Whether the person is in, or could be: nothing is asked, a code is alive, or an authenticator is in hand. */
export function hasWayIn(world: World, account: Account, now: Instant): boolean {
  return (
    account.session !== null ||
    !isMfaInForce(world, account) ||
    activeCode(account, now) !== undefined ||
    account.authenticators.some((each) => isAtHand(account, each))
  );
}

function missing(refusal: ActRefusal, reasons: readonly Reason[]): RightAnswer {
  return { isHeld: false, refusal, reasons };
}
