// Finds on screen what a step points at: the node itself, or the next thing to press on the way to it. Product-neutral: all
// it knows is the screen map and the ids that drawn nodes carry.
import { tick } from 'svelte';
import type { Lab } from '../../app/lab.svelte';
import { accountOf } from '../../domain/world';
import { pathTo } from '../../products/screen-map';
import type { LabControl, NodeTarget, Target } from '../../scenarios/scenario';

/**
 * How it stands between a person and what they are pointed at: `there` before it, `near` one press or more away, `off` on
 * another page, `elsewhere` at a desk where somebody else sits, `signed-out` where nobody is signed in, `nowhere`.
 */
export type Standing = 'there' | 'near' | 'off' | 'elsewhere' | 'signed-out' | 'nowhere';

export interface Pointed {
  readonly element: HTMLElement | null;
  readonly standing: Standing;
  /** Whether it is drawn at all: where there is room for one desk only, the others are not. */
  readonly isInView: boolean;
  /** What the control is called on screen. */
  readonly name: string;
}

/** What takes the window, where there is room for one at a time. */
export type View = NodeTarget['desk'] | 'timeline';

/** Parts of the lab that stand in the timeline's window; all others are always to be seen, or in any desk's. */
const IN_TIMELINE: readonly LabControl[] = ['picture', 'happenings', 'why', 'facts'];

/** Where one has to look to see this target; null where it is seen anywhere. */
export function viewOf(target: Target): View | null {
  if ('desk' in target) return target.desk;
  if (target.lab === 'desks') return 'user';
  return IN_TIMELINE.includes(target.lab) ? 'timeline' : null;
}

/** What the coach calls the parts of the lab. */
export const LAB_NAMES: Readonly<Record<LabControl, string>> = {
  situation: 'the line below this one',
  desks: 'the three desks',
  clock: 'the bar with the clock',
  'jump-day': '+24 h',
  picture: 'the timeline',
  happenings: 'the list “What happens”',
  why: 'the panel “Why?”',
  facts: 'the id of a fact',
};

const NOTHING: Pointed = { element: null, standing: 'nowhere', isInView: false, name: '' };

/** What is on screen now for this target. */
export function lookFor(lab: Lab, target: Target | undefined): Pointed {
  if (target === undefined) return NOTHING;
  if ('lab' in target) {
    const element = document.querySelector<HTMLElement>(
      target.lab === 'facts' ? '[data-lab="why"] [data-fact]' : `[data-lab="${target.lab}"]`,
    );
    return pointed(element, element === null ? 'nowhere' : 'there', LAB_NAMES[target.lab]);
  }
  return lookForNode(lab, target);
}

function lookForNode(lab: Lab, target: NodeTarget): Pointed {
  const desk = document.getElementById(`desk-${target.desk}`);
  if (desk === null) return NOTHING;
  const place = lab.placeOf(target.desk);
  if (target.persona !== undefined && place.persona !== target.persona) {
    const who = accountOf(lab.world, target.persona)?.name ?? target.persona;
    return pointed(desk.querySelector<HTMLElement>('header select'), 'elsewhere', who);
  }
  const { nodes } = lab.edition;
  const way = wayTo(lab, target);
  for (const id of way.toReversed()) {
    const element = drawn(desk, id, target.subject);
    if (element === null) continue;
    const isStray = pathTo(nodes, place.node).some((each) => nodes[each]?.kind === 'page' && !way.includes(each));
    return pointed(element, id === target.node ? 'there' : isStray ? 'off' : 'near');
  }
  const signIn = desk.querySelector<HTMLElement>('form [type="submit"], form button');
  return signIn === null ? NOTHING : pointed(signIn, 'signed-out');
}

/** The nodes on the way, as far as it can be walked: pages about somebody else are not on it. */
function wayTo(lab: Lab, { desk, node, subject }: NodeTarget): readonly string[] {
  const { nodes } = lab.edition;
  const way = pathTo(nodes, node);
  if (subject === undefined || lab.placeOf(desk).subject === subject) return way;
  const list = way.findIndex((id) => nodes[id]?.kind === 'list');
  return list < 0 ? way : way.slice(0, list + 2);
}

/** The node as it is drawn: what can be pressed before what cannot, and in a list of people the row that is meant. */
function drawn(desk: HTMLElement, id: string, subject: string | undefined): HTMLElement | null {
  const all = [...desk.querySelectorAll<HTMLElement>(`[data-node="${id}"]`)];
  const about = all.filter((each) => each.dataset['subject'] === undefined || each.dataset['subject'] === subject);
  return about.find((each) => each.matches('button')) ?? about[0] ?? null;
}

function pointed(element: HTMLElement | null, standing: Standing, name = nameOf(element)): Pointed {
  return { element, standing, name, isInView: element !== null && element.getClientRects().length > 0 };
}

function nameOf(element: HTMLElement | null): string {
  const text = element?.getAttribute('aria-label') ?? (element === null ? [] : wordsIn(element)).join(' ');
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 60);
}

/** Its words, those apart that stand in parts of their own. */
function wordsIn(node: Node): readonly string[] {
  return node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [...node.childNodes].flatMap(wordsIn);
}

/** Walks the desk to where the node is drawn. Only a place: nothing is done for anybody. */
export async function walkTo(lab: Lab, target: Target): Promise<void> {
  const view = viewOf(target);
  const isHidden = 'desk' in target || !lookFor(lab, target).isInView;
  if (view !== null && isHidden) await lab.go('lab', { node: view });
  if ('lab' in target) return;
  const { desk, node, subject, persona } = target;
  const parent = pathTo(lab.edition.nodes, node).at(-2) ?? node;
  await lab.go(desk, {
    node: parent,
    code: null,
    ...(subject === undefined ? {} : { subject }),
    ...(persona === undefined ? {} : { persona }),
  });
}

/** Walks there and takes the focus along. */
export async function show(lab: Lab, target: Target): Promise<void> {
  await walkTo(lab, target);
  await tick();
  const { element } = lookFor(lab, target);
  element?.scrollIntoView({ block: 'nearest' });
  // Also for whoever pressed a button with the mouse: it is to be seen which control is meant.
  const seen: FocusOptions & { readonly focusVisible: boolean } = { preventScroll: true, focusVisible: true };
  element?.focus(seen);
}
