// What a change would mean for people's next sign-in, before it is made: the firm's enforcement for each of its people, any
// command for one of them. The same rules, run on a copy. An observer's view.
import type { Account } from '../account';
import type { Submission } from '../commands';
import { evolve } from '../evolve';
import type { Instant } from '../instant';
import type { Enforcement } from '../policy';
import { LAB } from '../actors';
import { decide } from '../decide';
import { accountOf, peopleOf, type World } from '../world';
import { wayIn, type Access, type Obstacle } from './access';

/** What becomes of somebody at their next sign-in, the hardest first. */
export const PROSPECTS = ['locked-out', 'must-set-up', 'challenged', 'not-asked'] as const;
export type Prospect = (typeof PROSPECTS)[number];

export interface Preview {
  readonly account: Account;
  readonly before: Prospect;
  readonly after: Prospect;
  /** When the way in ends by itself after the change, where it does. */
  readonly until: Instant | null;
  /** Why there is no way in after the change, where there is none. */
  readonly obstacle: Obstacle | null;
  /** Whether only the change makes it so that whoever has the password can set up a device (ONX-5, CLP-8, EDGE-8). */
  readonly opensSetUp: boolean;
}

/** Everybody of the firm, with what the change would make of their next sign-in at `now`. */
export function enforcementPreview(
  world: World,
  firm: string,
  enforcement: Enforcement,
  now: Instant,
): readonly Preview[] {
  const changed = changedBy(world, { actor: LAB, command: { type: 'setEnforcement', firm, enforcement } }, now);
  // A change of the firm's enforcement neither adds people nor takes any away.
  const then = peopleOf(changed, firm);
  return peopleOf(world, firm).map((account, index) => previewIn(world, account, changed, then[index] ?? account, now));
}

/** What a command would mean for one person, who may be somebody else than whoever sends it; of a refused one: nothing new. */
export function previewOf(world: World, submission: Submission, account: Account, now: Instant): Preview {
  const changed = changedBy(world, submission, now);
  return previewIn(world, account, changed, accountOf(changed, account.id) ?? account, now);
}

function changedBy(world: World, submission: Submission, now: Instant): World {
  return decide(world, submission, now).events.reduce((state, event) => evolve(state, event, now), world);
}

function previewIn(world: World, account: Account, changed: World, then: Account, now: Instant): Preview {
  const before = wayIn(world, account, now);
  const after = wayIn(changed, then, now);
  return {
    account,
    before: prospectOf(before),
    after: prospectOf(after),
    until: after.until,
    obstacle: after.obstacle,
    opensSetUp: isSetUpDue(after) && !isSetUpDue(before),
  };
}

/** Whether the password leads to setting up, for whoever has a device in hand. */
function isSetUpDue({ way, obstacle }: Pick<Access, 'way' | 'obstacle'>): boolean {
  return way === 'enrol' || obstacle === 'no-device';
}

/** What that access makes of the next sign-in. */
export function prospectOf({ way }: Pick<Access, 'way'>): Prospect {
  if (way === null) return 'locked-out';
  if (way === 'enrol') return 'must-set-up';
  return way === 'password' || way === 'federated' ? 'not-asked' : 'challenged';
}

export interface ProspectCount {
  readonly prospect: Prospect;
  readonly people: number;
  /** For how many of them it is as before. */
  readonly asBefore: number;
}

/** How many come to what, the hardest first; nothing of what nobody comes to. */
export function prospectCounts(previews: readonly Preview[]): readonly ProspectCount[] {
  const { changed, asBefore } = grouped(previews);
  return PROSPECTS.map((prospect, index) => {
    const same = asBefore[index]?.length ?? 0;
    return { prospect, people: same + (changed[index]?.length ?? 0), asBefore: same };
  }).filter(({ people }) => people > 0);
}

/** The same people, those it changes first and then the others, the hardest first among either; else in the order given. */
export function byProspect(previews: readonly Preview[]): readonly Preview[] {
  const { changed, asBefore } = grouped(previews);
  return [...changed, ...asBefore].flat();
}

/** In the order of `PROSPECTS`; of thousands, so that each is looked at once. */
function grouped(previews: readonly Preview[]): Record<'changed' | 'asBefore', readonly (readonly Preview[])[]> {
  const changed: Preview[][] = PROSPECTS.map(() => []);
  const asBefore: Preview[][] = PROSPECTS.map(() => []);
  for (const preview of previews) {
    const groups = preview.before === preview.after ? asBefore : changed;
    groups[PROSPECTS.indexOf(preview.after)]?.push(preview);
  }
  return { changed, asBefore };
}
