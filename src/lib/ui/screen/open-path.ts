// What is open on a drawn screen: the ids from its root to the open node, and while somebody is signing in, the screen of
// the step. Pure, so that it can be asked of any moment of a run.
import type { Account } from '../../domain/account';
import { isOffered } from '../../domain/deciders/code-sign-in';
import type { Place } from '../../domain/record';
import type { SignInView } from '../../domain/views/sign-in';
import type { World } from '../../domain/world';
import { homeOf, isVisible, openPath } from '../../products/screen-map';
import type { Edition, ScreenNode } from '../../products/schema';

export interface ScreenAt {
  readonly desk: 'admin' | 'user' | 'support';
  readonly place: Place;
  readonly edition: Edition;
  readonly world: World;
  /** Whose screen it is; nobody's on the support desk. */
  readonly viewer: Account | undefined;
  readonly signIn: SignInView;
}

/** Whether this node is drawn for whoever sits there. */
export function isShown({ world, viewer }: Pick<ScreenAt, 'world' | 'viewer'>, node: ScreenNode): boolean {
  return isVisible(node, viewer) && (node.visibleWith === undefined || isOffered(world, node.visibleWith));
}

/** The ids from the root to what is open; empty at a desk that is closed. */
export function pathOpen(screen: ScreenAt): readonly string[] {
  const { edition, viewer, place } = screen;
  const desk = edition.desks[screen.desk];
  if (!('root' in desk)) return [];
  const path = openPath(edition.nodes, place.node, viewer);
  const root = stepOpen(screen, path[0]) ?? desk.root;
  return path[0] === root ? path : [root];
}

/** Id of the page on an open path: the last of it, or an app's home; undefined where there is none. */
export function pageOn({ nodes }: Edition, path: readonly string[]): string | undefined {
  return path.findLast((each) => nodes[each]?.kind === 'page') ?? homeOf(nodes, path[0]);
}

/**
 * The screen that stands before the product itself: codes to be saved, or the step of the sign-in that is asked for,
 * unless the person has walked to another way. Null where there is none.
 */
function stepOpen(screen: ScreenAt, walkedTo: string | undefined): string | null {
  const { desk, edition, viewer, signIn } = screen;
  const { steps, otherWays } = edition.desks.user;
  const isSaving = desk !== 'support' && (viewer?.codesToSave.length ?? 0) > 0;
  if (isSaving && steps.saveCodes !== undefined) return steps.saveCodes;
  if (signIn.stage === 'signed-in') return null;
  if (signIn.stage === 'password') return steps.password;
  const ways = [steps.codeEntry, ...(otherWays ?? [])];
  const way = walkedTo === undefined ? undefined : edition.nodes[walkedTo];
  const isChosen = signIn.step !== 'continue' && ways.includes(walkedTo) && way !== undefined && isShown(screen, way);
  return (isChosen ? walkedTo : steps[signIn.step]) ?? steps.password;
}
