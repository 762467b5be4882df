// What would open the door for somebody who is locked out, and where: read from the rights and from the screen map.
import { activeCode, activeCodes, type Account } from '../../domain/account';
import { person } from '../../domain/actors';
import type { RightAction } from '../../domain/policy';
import type { Instant } from '../../domain/instant';
import { isClockGood } from '../../domain/mfa';
import { isTarget, otherAdminWhoCan } from '../../domain/rights';
import { wayIn, type Access } from '../../domain/views/access';
import { previewOf } from '../../domain/views/enforcement';
import type { World } from '../../domain/world';
import { isReadToSomebodyElse } from './access-text';
import { labelsOn, pathTo } from '../../products/screen-map';
import type { Edition } from '../../products/schema';
import type { NodeTarget } from '../../scenarios/scenario';
import { firstNameOf } from './names';

/** What would help, and the button to press for it where one stands on a screen of the lab. */
export interface Help {
  readonly text: string;
  readonly at?: NodeTarget;
}

/** A sentence that points at the next step, or null where the lab knows of none. */
export function helpText(...asked: Parameters<typeof helpFor>): string | null {
  return helpFor(...asked)?.text ?? null;
}

/** What would help somebody who is locked out, or null where the lab knows of nothing. */
export function helpFor(world: World, edition: Edition, account: Account, access: Access, now: Instant): Help | null {
  if (access.obstacle === 'code-untold') {
    if (isReadToSomebodyElse(account, now)) return { text: 'Have it removed, and another issued.' };
    const desk = deskThatShowsCode(world, account, now);
    if (desk !== null) return { text: `Read it out: it is on the screen at ${DESKS[desk]}.` };
    const another = helpToIssue(world, edition, account, now, 'another');
    return { ...another, text: `It was shown once and is on no screen any more. ${another.text}` };
  }
  if (access.obstacle === 'code-unsaved') return { text: 'Save it before anything else.' };
  // Nothing is to be reset or issued: what is set up is in hand.
  if (access.obstacle === 'clock-off') {
    return { text: `Setting the clock of ${wrongClockOf(world, account)} right helps.` };
  }
  const renewal = account.session === null ? '' : renewalText(edition, account);
  if (renewal !== '') return { text: renewal };
  if (access.obstacle !== 'no-device') {
    const help = helpToIssue(world, edition, account, now);
    return { ...help, text: `${help.text}${resetText(world, edition, account, now)}` };
  }
  const device = deviceHelp(world, account);
  const help = helpToIssue(world, edition, account, now);
  // What cannot be had now is no help beside what can.
  return help.isHelp ? { ...help, text: `${device}; without one, ${help.text}` } : { text: `${device}. ${help.text}` };
}

/** Whoever is still signed in mends it where they are, if the product lets them make a code of their own anew (CLP-7). */
function renewalText({ nodes }: Edition, { name }: Account): string {
  const [id, node] =
    Object.entries(nodes).find(([, each]) => each.kind === 'action' && each.does === 'renewRecoveryCode') ?? [];
  if (id === undefined || node === undefined || !('label' in node)) return '';
  const path = [...labelsOn(nodes, pathTo(nodes, id)), node.label].join(' › ');
  return `While signed in, ${name.split(' ')[0] ?? name} can get another code: ${path}.`;
}

/** Who can issue a code, or why nobody can now. */
function helpToIssue(world: World, edition: Edition, account: Account, now: Instant, which = 'a'): HelpToIssue {
  const code = which === 'a' ? 'a code' : which;
  const admin = otherAdminWhoCan(world, 'issueCode', account, now);
  if (admin === undefined) return helpOfSupport(world, account, now, code);
  if (admin.session === null && wayIn(world, admin, now).way === null) {
    const first = `${admin.name} has the right to issue ${code}, and is locked out too: help there first.`;
    const bySupport =
      otherAdminWhoCan(world, 'issueCode', admin, now) === undefined && isServedBySupport(world, admin, 'issueCode')
        ? ` Support can issue ${admin.name} one, at the primary admin's request.`
        : '';
    return { text: `${first}${bySupport}`, isHelp: false };
  }
  const at = targetOf(edition, 'issueCode', admin, account);
  const text = `${admin.name} can issue ${code}${pathText(edition, at)}.`;
  return { text, isHelp: true, ...(at === null ? {} : { at }) };
}

interface HelpToIssue extends Help {
  readonly isHelp: boolean;
}

const DESKS = { admin: "the firm admin's desk", support: 'the support desk' } as const;

/** Where the code that is alive can still be read: a code that is shown once is gone with its page. */
function deskThatShowsCode({ places }: World, account: Account, now: Instant): keyof typeof DESKS | null {
  const code = activeCode(account, now, 'temporaryCode')?.id;
  const shown = (desk: keyof typeof DESKS): boolean => code !== undefined && places[desk]?.code === code;
  return shown('admin') ? 'admin' : shown('support') ? 'support' : null;
}

/** A reset stands beside the code where an admin has the right to it (ONX-1); what comes after it is asked of the rules. */
function resetText(world: World, edition: Edition, account: Account, now: Instant): string {
  const admin = otherAdminWhoCan(world, 'resetMfa', account, now);
  if (admin === undefined || account.authenticators.length === 0) return '';
  const reset = { actor: person(admin.id), command: { type: 'resetMfa', account: account.id } } as const;
  const { after, obstacle } = previewOf(world, reset, account, now);
  const name = firstNameOf(world, account.id);
  const path = pathText(edition, targetOf(edition, 'resetMfa', admin, account));
  if (after === 'not-asked')
    return ` A reset by ${admin.name} helps as well, and the password alone then lets ${name} in${path}.`;
  const isSetUpAnew = after === 'must-set-up' || obstacle === 'no-device';
  return isSetUpAnew ? ` Where ${name} has another phone, a reset by ${admin.name} helps as well${path}.` : '';
}

function wrongClockOf(world: World, { devices }: Account): string {
  return devices.find((each) => each.loss === null && !isClockGood(world, each))?.label ?? 'the phone';
}

/** What of devices helps: one that is not broken may be found again. */
function deviceHelp(world: World, { devices }: Account): string {
  const away = devices.find((each) => each.loss !== null && each.loss.how !== 'broken' && isClockGood(world, each));
  return away === undefined ? 'Getting a new phone helps' : `Finding ${away.label} helps, or getting a new phone`;
}

/** What Support does for somebody whom no admin can help: it depends on whom it serves and on what its table of rights says. */
function helpOfSupport(world: World, account: Account, now: Instant, code: string): HelpToIssue {
  if (world.policy.supportServes?.value === 'the-person' && isServedBySupport(world, account, 'resetMfa')) {
    const isNothing = account.authenticators.length === 0 && activeCodes(account, now).length === 0;
    return isNothing
      ? { text: 'Nothing is set up that Support could reset.', isHelp: false }
      : { text: `Support resets what is set up, for the person who asks. ${afterReset(account)}`, isHelp: true };
  }
  return isServedBySupport(world, account, 'issueCode')
    ? { text: `Support can issue ${code}, at the primary admin's request: no admin of the firm can now.`, isHelp: true }
    : { text: `Nobody can issue ${code} for this account now.`, isHelp: false };
}

/** After a reset one sets up anew, which takes a device in hand. */
function afterReset({ devices }: Account): string {
  const hasDevice = devices.some(({ loss }) => loss === null);
  return hasDevice ? 'Then a device can be set up anew.' : 'Then another phone can be set up.';
}

function isServedBySupport({ policy }: World, account: Account, wanted: RightAction): boolean {
  return policy.rights.some(
    ({ action, role, targets }) =>
      action === wanted && role !== 'admin' && targets.some((kind) => isTarget(kind, account)),
  );
}

/** The button by which this is done for people of this kind, on a screen of an admin; null where there is none. */
function targetOf(
  { nodes }: Edition,
  does: 'issueCode' | 'resetMfa',
  admin: Account,
  account: Account,
): NodeTarget | null {
  for (const [id, node] of Object.entries(nodes)) {
    if (node.kind !== 'action' || node.does !== does) continue;
    const isOnList = pathTo(nodes, id).some((step) => {
      const each = nodes[step];
      return each?.kind === 'list' && (each.of === account.area || each.of === 'everybody');
    });
    if (isOnList) return { desk: 'admin', node: id, persona: admin.id, subject: account.id };
  }
  return null;
}

/** `: Setup › Staff › Edit`, all that is pressed on the way to it. */
function pathText({ nodes }: Edition, at: NodeTarget | null): string {
  if (at === null) return '';
  const node = nodes[at.node];
  const last = node !== undefined && 'label' in node ? [node.label] : [];
  return `: ${[...labelsOn(nodes, pathTo(nodes, at.node)), ...last].join(' › ')}`;
}
