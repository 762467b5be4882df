// How somebody did something on a drawn screen: at which desk, by which way through its menus, on which control; and what
// the screen said in answer. Read from the screen map and the product's own words, never from what was typed. Pure.
import type { Actor } from '../../domain/actors';
import type { Command } from '../../domain/commands';
import { refusalIn } from '../../domain/decision';
import type { Instant } from '../../domain/instant';
import { eventsOf, type CommandRecord, type Place } from '../../domain/record';
import { signInView } from '../../domain/views/sign-in';
import { accountOf, firmOf, type World } from '../../domain/world';
import { labelsOn, pathTo } from '../../products/screen-map';
import type { Edition, NodeOf } from '../../products/schema';
import { firmIdOf, placeAfter, saidOf } from '../screen/after-act';
import { pageOn, pathOpen, type ScreenAt } from '../screen/open-path';
import { signInMessage } from '../screen/sign-in-text';
import { refusalSentence } from '../words/refusal-text';

type Desk = ScreenAt['desk'];

/** A world with the product as it is in it. */
export interface Moment {
  readonly world: World;
  readonly edition: Edition;
  readonly at: Instant;
}

/** On which control of which desk something was done. */
export interface Act {
  readonly desk: Desk;
  readonly action: NodeOf<'action'>;
  /** The labels on the way there; the name of the page alone where there is no way, as in a sign-in. */
  readonly way: readonly string[];
  readonly page: string;
  /** What is written on the link that leads to the page of a sign-in; null where none does. */
  readonly link: string | null;
  /** What is entered there before the control is pressed, never with what it was; null where nothing is. */
  readonly enters: string | null;
  /** What is written on the control. */
  readonly control: string;
}

/** The control by which this was done; null where no screen has one that it must have been. */
export function actOf(before: Moment, { actor, command }: CommandRecord): Act | null {
  const desk = deskOf(before.world, actor, command);
  if (desk === null) return null;
  const screen = screenAt(before, desk);
  const open = pathOpen(screen);
  const { nodes } = before.edition;
  const found = Object.entries(nodes)
    .flatMap(([id, node]) =>
      node.kind === 'action' && isFor(node, command) ? [{ node, path: pathTo(nodes, id) }] : [],
    )
    .map((each) => ({ ...each, shared: sharedBy(each.path, open) }))
    .filter(({ shared }) => shared > 0);
  const most = Math.max(...found.map(({ shared }) => shared));
  const [best, ...others] = found.filter(({ shared }) => shared === most);
  if (best === undefined || others.length > 0) return null;
  const say = (text: string): string => filled(text, screen);
  const pageId = pageOn(before.edition, best.path) ?? '';
  const page = nodes[pageId];
  const link = Object.values(nodes).find((node) => node.kind === 'stepLink' && node.goes === pageId);
  return {
    desk,
    action: best.node,
    way: labelsOn(nodes, best.path).map(say),
    page: page !== undefined && 'label' in page ? say(page.label) : '',
    link: link !== undefined && 'label' in link ? say(link.label) : null,
    enters: ENTERED[command.type] ?? null,
    control: say(best.node.label),
  };
}

const ENTERED: Partial<Record<Command['type'], string>> = {
  submitPassword: 'gives the password',
  submitCode: 'types the code',
  submitTotp: 'types the code of the app',
  confirmEnrolment: 'types the code of the app',
};

/** What a screen answers: words of its own, or another page with the first of its sentences. */
export interface Answer {
  readonly page: string | null;
  readonly says: string | null;
}

/** What the screen answered, in the product's words where it has some; null where it stayed as it was. */
export function answerTo(
  act: Act,
  record: CommandRecord,
  { before, after }: { readonly before: Moment; readonly after: Moment },
  near: (at: Instant) => string,
): Answer | null {
  const events = eventsOf(record);
  const was = screenAt(before, act.desk);
  const leadsTo = placeAfter(was.place, events, act.action.opens, after.edition);
  const screen = screenAt(after, act.desk, leadsTo ?? was.place);
  const said = (text: string | null): Answer | null =>
    text === null || text === '' ? null : { page: null, says: text };
  const refusal = refusalIn({ events, reasons: [] });
  if (refusal !== null) {
    const isSignIn = events.some(({ type }) => type === 'SignInRefused');
    return said(isSignIn ? signInMessage(after.edition, screen.signIn, near) : refusalSentence(refusal));
  }
  const shown = after.edition.nodes[act.action.opens ?? ''];
  if (shown?.kind === 'issuedCode') return said(filled(shown.note, screen));
  const page = pageOf(screen);
  if (page !== null && page.id !== pageOf(was)?.id) return { page: page.name, says: page.sentence };
  return said(events.flatMap((event) => saidOf(event) ?? []).join(' '));
}

const ofSupport = (kind: Actor['kind']): boolean => kind === 'rep' || kind === 'portalTech';

/** Where somebody sits; one person at two desks does for others at the admin's. */
export function deskOf(world: World, actor: Actor, command: Command): Desk | null {
  if (ofSupport(actor.kind)) return 'support';
  if (actor.kind !== 'person') return null;
  const isOwn = 'account' in command && command.account === actor.account;
  const desks: readonly Desk[] = isOwn ? ['user', 'admin'] : ['admin', 'user'];
  return desks.find((desk) => world.places[desk]?.persona === actor.account) ?? null;
}

const NOWHERE: Place = { persona: null, node: '', subject: null, code: null };

function screenAt({ world, edition, at }: Moment, desk: Desk, place = world.places[desk] ?? NOWHERE): ScreenAt {
  const viewer = desk === 'support' ? undefined : accountOf(world, place.persona ?? '');
  const signIn = viewer === undefined ? ({ stage: 'signed-in' } as const) : signInView(world, viewer, at);
  return { desk, place, edition, world, viewer, signIn };
}

function isFor({ does, family }: NodeOf<'action'>, command: Command): boolean {
  if (does !== command.type) return false;
  return !('family' in command) || (family ?? 'temporaryCode') === command.family;
}

/** How many steps two ways have in common. */
function sharedBy(one: readonly string[], other: readonly string[]): number {
  const parts = one.findIndex((id, index) => id !== other[index]);
  return parts < 0 ? one.length : parts;
}

/** The open page: its name, and the first of its sentences. */
function pageOf(
  screen: ScreenAt,
): { readonly id: string; readonly name: string; readonly sentence: string | null } | null {
  const { nodes } = screen.edition;
  const id = pageOn(screen.edition, pathOpen(screen));
  const page = id === undefined ? undefined : nodes[id];
  if (id === undefined || page?.kind !== 'page') return null;
  const sentence = page.children
    .map((child) => nodes[child])
    .map((node) => {
      if (node?.kind === 'text') return node.text;
      const push = screen.signIn.stage === 'second-step' ? screen.signIn.push : 'none';
      return node?.kind === 'pushStatus' ? node[push] : '';
    })
    .find((text) => text !== '');
  return { id, name: filled(page.label, screen), sentence: sentence === undefined ? null : filled(sentence, screen) };
}

/** Words of the product with the person's name, or the firm's, in them. */
function filled(text: string, { world, place, viewer }: ScreenAt): string {
  const subject = accountOf(world, place.subject ?? '');
  const firm = firmOf(world, firmIdOf(place.subject) ?? viewer?.firm ?? '');
  return text.replaceAll('{account}', subject?.name ?? viewer?.name ?? '').replaceAll('{firm}', firm?.name ?? '');
}
