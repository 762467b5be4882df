// What would open the door for somebody who is locked out, and where: read from the rights and from the screen map.
import type { Account } from '../../domain/account';
import type { RightAction } from '../../domain/policy';
import type { Instant } from '../../domain/instant';
import { isTarget, otherAdminWhoCan } from '../../domain/rights';
import { wayIn, type Access } from '../../domain/views/access';
import type { World } from '../../domain/world';
import { isReadToSomebodyElse } from './access-text';
import { labelsOn, pathTo } from '../../products/screen-map';
import type { Edition } from '../../products/schema';

/** A sentence that points at the next step, or null where the lab knows of none. */
export function helpText(
  world: World,
  edition: Edition,
  account: Account,
  access: Access,
  now: Instant,
): string | null {
  if (access.obstacle === 'code-untold') {
    return isReadToSomebodyElse(account, now)
      ? 'Have it removed, and another issued.'
      : 'Read it out where it was issued, or issue another.';
  }
  if (access.obstacle === 'code-unsaved') return 'Save it before anything else.';
  const admin = otherAdminWhoCan(world, 'issueCode', account, now);
  const hasNoDevice = access.obstacle === 'no-device';
  const device = deviceHelp(account);
  if (admin === undefined) {
    if (!hasNoDevice) return helpOfSupport(world, account);
    const canSupport = isServedBySupport(world, account, 'issueCode');
    return canSupport
      ? `${device}; without one, Support can issue a code, at the primary admin's request.`
      : `${device}.`;
  }
  if (admin.session === null && wayIn(world, admin, now).way === null) {
    return `${hasNoDevice ? `${device}. ` : ''}${admin.name} has the right to issue a code, and is locked out too: help there first.`;
  }
  const way = wayToIssue(edition, account);
  const issue = `${admin.name} can issue a code${way === '' ? '' : `: ${way}`}.`;
  return hasNoDevice ? `${device}; without one, ${issue}` : issue;
}

/** What of devices helps: one that is not broken may be found again. */
function deviceHelp({ devices }: Account): string {
  const away = devices.find(({ loss }) => loss !== null && loss.how !== 'broken');
  return away === undefined ? 'Getting a new phone helps' : `Finding ${away.label} helps, or getting a new phone`;
}

/** What Support does for somebody whom no admin can help: it depends on whom it serves and on what its table of rights says. */
function helpOfSupport(world: World, account: Account): string | null {
  if (world.policy.supportServes?.value === 'the-person' && isServedBySupport(world, account, 'resetMfa')) {
    return 'Support resets what is set up, for the person who asks.';
  }
  if (!isServedBySupport(world, account, 'issueCode')) return 'Nobody can issue a code for this account now.';
  return "No admin of the firm can issue a code now: Support can, at the primary admin's request.";
}

function isServedBySupport({ policy }: World, account: Account, wanted: RightAction): boolean {
  return policy.rights.some(
    ({ action, role, targets }) =>
      action === wanted && role !== 'admin' && targets.some((kind) => isTarget(kind, account)),
  );
}

/** The labels on the way to where a code is issued for people of this kind. */
function wayToIssue({ nodes }: Edition, account: Account): string {
  for (const [id, node] of Object.entries(nodes)) {
    if (node.kind !== 'action' || node.does !== 'issueCode') continue;
    const path = pathTo(nodes, id);
    const isOnList = path.some((step) => {
      const each = nodes[step];
      return each?.kind === 'list' && (each.of === account.area || each.of === 'everybody');
    });
    if (!isOnList) continue;
    return labelsOn(nodes, path).join(' › ');
  }
  return '';
}
