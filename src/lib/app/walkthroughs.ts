// The walkthroughs that ship with the lab: data in folders of their own, each loaded when it is opened. What a list says of
// them is told apart from the rest, so that a list costs no walkthrough.
import { startFor, variantFor } from '../scenarios/draw';
import type { Scenario } from '../scenarios/scenario';
import type { StartingPoint } from '../scenarios/starting-point';
import type { Problem } from '../products/problem';
import type { RunWish } from './opening';
import type { Shipped } from './shipped';

const abouts = import.meta.glob<Scenario['about']>('../scenarios/*/scenario.json', { eager: true, import: 'about' });
const scenarios = import.meta.glob<Scenario>('../scenarios/*/scenario.json', { import: 'default' });
const starts = import.meta.glob<StartingPoint>('../scenarios/*/start.json', { import: 'default' });

/** Everything there is to playing a walkthrough once. */
export interface Playable {
  readonly scenario: Scenario;
  readonly start: StartingPoint;
  readonly firstRun: RunWish & { readonly seed: string };
}

/** Walkthroughs and tours by id, in the order of their folders. */
export const WALKTHROUGHS: readonly { readonly id: string; readonly about: Scenario['about'] }[] = Object.entries(
  abouts,
).map(([path, about]) => ({ id: path.split('/').at(-2) ?? '', about }));

/** The walkthrough with this id as the seed draws it, or null where none such ships. */
export async function loadPlayable(id: string, seed: string): Promise<Playable | null> {
  const scenario = await scenarios[`../scenarios/${id}/scenario.json`]?.();
  const from = await startNamed(scenario?.start.from ?? '');
  return scenario === undefined || from === undefined ? null : playable(scenario, from, seed);
}

/** What somebody's own file comes to: a way to play it with a seed, or everything that is wrong with it. */
export type OwnWalkthrough =
  | { readonly isRead: true; readonly load: (seed: string) => Promise<Playable> }
  | { readonly isRead: false; readonly problems: readonly Problem[] };

/** Reads the text of a scenario file, in the world that it names. Nothing is ever half-read. */
export async function readOwnWalkthrough(text: string, loadShipped: () => Promise<Shipped>): Promise<OwnWalkthrough> {
  const { readScenarioText, problemsInWorld } = await import('../scenarios/read-scenario');
  const read = readScenarioText(text);
  if (!read.isRead) return read;
  const { scenario } = read;
  const product = await (await loadShipped()).loadProduct(scenario.product.id);
  if (product === undefined) {
    return notRead({ path: 'product.id', found: scenario.product.id, expected: 'a product that ships with the lab' });
  }
  const from = await startNamed(scenario.start.from);
  if (from === undefined) {
    const expected = 'a starting point that ships with the lab';
    return notRead({ path: 'start.from', found: scenario.start.from, expected });
  }
  const problems = problemsInWorld(scenario, product, from);
  return problems.length === 0
    ? { isRead: true, load: async (seed) => playable(scenario, from, seed) }
    : notRead(...problems);
}

async function startNamed(id: string): Promise<StartingPoint | undefined> {
  return starts[`../scenarios/${id}/start.json`]?.();
}

function playable(scenario: Scenario, from: StartingPoint, seed: string): Playable {
  const firstRun = { seed, variant: variantFor(scenario, seed), acts: scenario.policy };
  return { scenario, start: startFor(scenario, from), firstRun };
}

function notRead(...problems: readonly Problem[]): OwnWalkthrough {
  return { isRead: false, problems };
}
