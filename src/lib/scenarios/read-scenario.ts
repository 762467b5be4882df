// Reading a scenario file: its shape first, then what a shape cannot say, by itself and in the world it is played in. Every
// problem names the path, what was found there and what was expected; nothing is ever half-read.
import { editionOf } from '../products/edition';
import { heldAgainst } from '../products/held-against';
import { readJsonText } from '../products/json-text';
import { PROBLEMS_MAX, type Problem } from '../products/problem';
import type { Edition, Product } from '../products/schema';
import { openPath, pathTo } from '../products/screen-map';
import type { Account } from '../domain/account';
import { startFor } from './draw';
import { matchesIn } from './predicates';
import { ScenarioSchema, type NodeTarget, type Scenario } from './scenario';
import { StartingPointSchema, type StartingPoint } from './starting-point';

export type ReadScenario =
  | { readonly isRead: true; readonly scenario: Scenario }
  | { readonly isRead: false; readonly problems: readonly Problem[] };

/** The first walkthrough takes some 12 kB. */
const TEXT_MAX_CHARACTERS = 200_000;

/** Reads the text of a scenario file. */
export function readScenarioText(text: string): ReadScenario {
  const json = readJsonText(text, { charactersMax: TEXT_MAX_CHARACTERS, thing: 'scenario' });
  const read = json.isJson ? readScenario(json.value) : { isRead: false as const, problems: json.problems };
  return read.isRead ? read : { isRead: false, problems: read.problems.slice(0, PROBLEMS_MAX) };
}

/** Reads parsed JSON as a scenario. What it says of a product or of people is `problemsInWorld`'s question. */
export function readScenario(input: unknown): ReadScenario {
  const held = heldAgainst(ScenarioSchema, input);
  if (!held.fits) return { isRead: false, problems: held.problems };
  const scenario = held.output;
  const problems = [...problemsOfIds(scenario), ...problemsOfQuestions(scenario), ...problemsOfGoals(scenario)];
  return problems.length === 0 ? { isRead: true, scenario } : { isRead: false, problems };
}

/** What is wrong with a scenario in the world it names: the product it is played on, and the people it begins with. */
export function problemsInWorld(scenario: Scenario, product: Product, from: StartingPoint): readonly Problem[] {
  const problems: Problem[] = [];
  if (product.id !== scenario.product.id)
    problems.push(problem('product.id', quoted(product.id), quoted(scenario.product.id)));
  if (from.id !== scenario.start.from)
    problems.push(problem('start.from', quoted(from.id), quoted(scenario.start.from)));
  const start = heldAgainst(StartingPointSchema, startFor(scenario, from), 'start.changes');
  if (!start.fits) return [...problems, ...start.problems];
  for (const [index, variant] of scenario.product.variants.entries()) {
    if (Object.hasOwn(product.variants, variant)) {
      problems.push(...problemsOfTargets(scenario, editionOf(product, variant), start.output));
    } else {
      const known = Object.keys(product.variants).join(', ');
      problems.push(problem(`product.variants.${index}`, quoted(variant), `one of ${known}`));
    }
  }
  return eachOnce([...problems, ...problemsOfPeople(scenario, start.output)]);
}

/** What is wrong in every variant is told once. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [`${each.path} ${each.found}`, each])).values()];
}

function problemsOfIds({ steps, goals, questions }: Scenario): readonly Problem[] {
  return [
    ...twice('steps', steps),
    ...twice('goals', goals),
    ...Object.entries(questions).flatMap(([id, { choices }]) => twice(`questions.${id}.choices`, choices)),
  ];
}

function twice(path: string, items: readonly { readonly id: string }[]): readonly Problem[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((each) => each.id === id) < index
      ? [problem(`${path}.${index}.id`, `${quoted(id)} a second time`, 'each id once')]
      : [],
  );
}

function problemsOfQuestions({ steps, questions }: Scenario): readonly Problem[] {
  const asked = steps.flatMap(({ question }, index) => (question === undefined ? [] : [{ question, index }]));
  return [
    ...asked
      .filter(({ question }) => !Object.hasOwn(questions, question))
      .map(({ question, index }) => problem(`steps.${index}.question`, quoted(question), 'the id of a question')),
    ...Object.keys(questions)
      .filter((id) => !asked.some(({ question }) => question === id))
      .map((id) => problem(`questions.${id}`, 'no step that asks it', 'one')),
  ];
}

/** An answer that a goal looks for has to be one that can be given. */
function problemsOfGoals({ goals, questions, about }: Scenario): readonly Problem[] {
  const answers = goals.flatMap(({ holds }, index) =>
    matchesIn(holds)
      .filter(({ event }) => event === 'QuestionAnswered')
      .flatMap(({ where = {} }) => {
        const path = `goals.${index}.holds`;
        const question = questions[String(where.question)];
        if (question === undefined) return [problem(path, quoted(where.question), 'the id of a question')];
        const isChoice = where.choice === undefined || question.choices.some(({ id }) => id === where.choice);
        return isChoice ? [] : [problem(path, quoted(where.choice), `a choice of ${String(where.question)}`)];
      }),
  );
  const unscored =
    about.kind === 'walkthrough' && goals.every(({ points }) => points === 0)
      ? [problem('goals', 'no points', 'at least one goal with points')]
      : [];
  return [...answers, ...unscored];
}

function problemsOfTargets(scenario: Scenario, edition: Edition, start: StartingPoint): readonly Problem[] {
  return scenario.steps.flatMap(({ target, done }, index) => {
    const path = `steps.${index}`;
    const reached =
      done !== undefined && 'reached' in done ? ([`${path}.done.reached.node`, done.reached] as const) : [];
    const [reachedPath, place] = reached;
    return [
      ...(target === undefined || 'lab' in target ? [] : problemsOfNode(`${path}.target`, target, edition, start)),
      ...(place === undefined || reachedPath === undefined ? [] : problemsOfPlace(reachedPath, place, edition)),
    ];
  });
}

function problemsOfPlace(path: string, { node }: { readonly node: string }, { nodes }: Edition): readonly Problem[] {
  return Object.hasOwn(nodes, node) ? [] : [problem(path, quoted(node), "a node of the product's screen map")];
}

/** The node stands on the map, below the desk it is said to be on, and whoever sits there sees every node on the way. */
function problemsOfNode(path: string, target: NodeTarget, edition: Edition, start: StartingPoint): readonly Problem[] {
  const { nodes, desks } = edition;
  const { desk, node } = target;
  const missing = problemsOfPlace(`${path}.node`, target, edition);
  if (missing.length > 0) return missing;
  const way = pathTo(nodes, node);
  const roots = rootsOf(edition, desk);
  if (!roots.includes(way[0] ?? '')) {
    const closed = 'root' in desks[desk] ? '' : ', which is closed';
    return [
      problem(`${path}.node`, `${quoted(node)}, which is not on this desk${closed}`, `a node of the ${desk} desk`),
    ];
  }
  if (desk === 'support') return [];
  const persona = start.people.find(({ id }) => id === (target.persona ?? start.desks[desk]));
  // Whom the link to a page is shown to depends on their rights alone.
  const viewer = { admin: persona?.admin ?? null } as Account;
  return openPath(nodes, node, viewer).length === way.length
    ? []
    : [problem(`${path}.node`, `${quoted(node)}, which ${persona?.name ?? 'nobody'} does not see`, 'a node they see')];
}

function rootsOf({ desks }: Edition, desk: NodeTarget['desk']): readonly string[] {
  const place = desks[desk];
  const { user } = desks;
  const signIn = desk === 'support' ? [] : [...Object.values(user.steps), ...(user.otherWays ?? [])];
  return [...('root' in place ? [place.root] : []), ...signIn];
}

function problemsOfPeople(
  { steps, goals, strays = [], policy }: Scenario,
  { people, firms }: StartingPoint,
): readonly Problem[] {
  const isKnown = (id: string | undefined): boolean => id === undefined || people.some((each) => each.id === id);
  const named = steps.flatMap(({ target }, index) =>
    target === undefined || 'lab' in target
      ? []
      : (['persona', 'subject'] as const)
          .filter((key) => !isKnown(target[key]))
          .map((key) => problem(`steps.${index}.target.${key}`, quoted(target[key]), 'the id of a person')),
  );
  const sought = [
    ...goals.map(({ holds }, index) => [`goals.${index}.holds`, holds] as const),
    ...strays.map(({ when }, index) => [`strays.${index}.when`, when] as const),
  ];
  const scored = sought.flatMap(([path, predicate]) =>
    matchesIn(predicate)
      .map(({ where }) => where?.account)
      .filter((id) => id !== undefined && !isKnown(String(id)))
      .map((id) => problem(path, quoted(id), 'the id of a person')),
  );
  const ruled = policy.flatMap(({ firm }, index) =>
    firms.some(({ id }) => id === firm) ? [] : [problem(`policy.${index}.firm`, quoted(firm), 'the id of a firm')],
  );
  return [...named, ...scored, ...ruled];
}

function problem(path: string, found: string, expected: string): Problem {
  return { path, found, expected };
}

function quoted(word: unknown): string {
  return `“${String(word)}”`;
}
