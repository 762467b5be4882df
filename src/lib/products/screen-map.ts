// The screen map as a graph: what stands under what, which way leads to a node, and who sees it. Pure lookups; the
// components only draw what these say.
import type { Account } from '../domain/account';
import type { SupportWish } from '../domain/commands';
import { holdsArea } from '../domain/rights';
import type { Edition, ScreenNode } from './schema';

export type NodeMap = Edition['nodes'];

/** Which words of support's tool stand on the button for what is asked of support. */
export const TOOL_WORDS = {
  issueCode: 'issue',
  removeCode: 'remove',
  resetMfa: 'reset',
} as const satisfies Record<SupportWish, string>;

/** The ids of the nodes directly under this one, in their order. */
export function idsUnder(node: ScreenNode): readonly string[] {
  return [
    ...('nav' in node ? node.nav : []),
    ...('children' in node ? (node.children ?? []) : []),
    ...('opens' in node && node.opens !== undefined ? [node.opens] : []),
  ];
}

/** Each node's parent, by id. In a map that was read, every node but the roots has exactly one. */
export function parentsIn(nodes: NodeMap): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const [id, node] of Object.entries(nodes)) {
    for (const child of idsUnder(node)) parents.set(child, id);
  }
  return parents;
}

/** The way from the root to `id`, both included; empty where the map has no such node. */
export function pathTo(nodes: NodeMap, id: string): readonly string[] {
  const parents = parentsIn(nodes);
  const path: string[] = [];
  for (let at: string | undefined = id; at !== undefined && nodes[at] !== undefined; at = parents.get(at)) {
    if (path.includes(at)) return [];
    path.unshift(at);
  }
  return path;
}

/** The page behind an app's home link, which stands open until something else is. */
export function homeOf(nodes: NodeMap, root: string | undefined): string | undefined {
  const app = root === undefined ? undefined : nodes[root];
  const home = app?.kind === 'app' ? nodes[app.home] : undefined;
  return home?.kind === 'link' ? home.opens : undefined;
}

/** Whether this person sees the node: rights go by area, and whoever lacks one does not see its link (ONV-2). */
export function isVisible(node: ScreenNode, viewer: Account | undefined): boolean {
  switch (node.visibleTo) {
    case 'admins':
      return viewer !== undefined && viewer.admin !== null;
    case 'admins-of-staff':
      return viewer !== undefined && holdsArea(viewer, 'staff');
    case 'admins-of-clients':
      return viewer !== undefined && holdsArea(viewer, 'clients');
    default:
      return true;
  }
}

/** The part of the way to `id` that this person may walk: it ends before the first node that they do not see. */
export function openPath(nodes: NodeMap, id: string, viewer: Account | undefined): readonly string[] {
  const path = pathTo(nodes, id);
  const barred = path.findIndex((each) => {
    const node = nodes[each];
    return node === undefined || !isVisible(node, viewer);
  });
  return barred < 0 ? path : path.slice(0, barred);
}

/** What is pressed or read on a way, in words: `Setup`, `Staff`, `Edit`. */
export function labelsOn(nodes: NodeMap, path: readonly string[]): readonly string[] {
  return path.flatMap((id) => {
    const node = nodes[id];
    return node !== undefined && PRESSED.includes(node.kind) && 'label' in node ? [node.label] : [];
  });
}

const PRESSED: readonly ScreenNode['kind'][] = ['menu', 'section', 'link', 'tab', 'button', 'disclosure'];
