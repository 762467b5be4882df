import { describe, expect, test } from 'vitest';
import { mergePatch } from '../products/merge-patch';
import { PRODUCTS, product, startingPoint } from '../../../tests/support/play';
import { SCENARIOS } from '../../../tests/support/scenario-play';
import type { Problem } from '../products/problem';
import { problemsInWorld, readScenario, readScenarioText } from './read-scenario';

const files = import.meta.glob<unknown>('./*/scenario.json', { eager: true, import: 'default' });
const good = SCENARIOS.twoArticles;

const told = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ path, found, expected }) => `${path}: ${found}; ${expected}`);

/** What reading the file says with this laid over it, by itself and in its world. */
function problemsWith(patch: unknown): readonly string[] {
  const read = readScenario(mergePatch(good, patch));
  return told(read.isRead ? problemsInWorld(read.scenario, product, startingPoint) : read.problems);
}

/** The same with one step or goal changed. */
const withStep = (index: number, patch: unknown): unknown => ({
  steps: good.steps.map((step, at) => (at === index ? mergePatch(step, patch) : step)),
});
const withGoal = (index: number, patch: unknown): unknown => ({
  goals: good.goals.map((goal, at) => (at === index ? mergePatch(goal, patch) : goal)),
});

describe('a scenario that ships', () => {
  for (const [path, file] of Object.entries(files)) {
    test(`${path} is read, and every step's target is on the map of every variant, seen by who sits there`, () => {
      const read = readScenario(file);
      expect(read.isRead ? [] : told(read.problems)).toEqual([]);
      if (!read.isRead) return;
      const { scenario } = read;
      expect(path).toBe(`./${scenario.id}/scenario.json`);
      const played = Object.values(PRODUCTS).find(({ id }) => id === scenario.product.id)!;
      expect(told(problemsInWorld(scenario, played, startingPoint))).toEqual([]);
    });
  }
});

const WITHIN = {
  from: { event: 'CodeIssued', where: { account: 'dana' } },
  to: { event: 'SignedIn', where: { account: 'dana' } },
};

/** The last goal, with a predicate that is changed like this. */
const withHolds = (change: object): unknown =>
  withGoal(3, { holds: mergePatch({ all: null, within: WITHIN }, change) as object });

const BAD: readonly (readonly [string, unknown, string])[] = [
  [
    'no title',
    { about: { title: null } },
    'about.title: nothing: the entry is missing; a text in quotation marks: some words',
  ],
  ['no steps', { steps: [] }, 'steps: 0 in the list; at least one step'],
  ['a wrong type', { about: { minutes: 'five' } }, 'about.minutes: "five"; a number, without quotation marks'],
  [
    'an unknown key',
    { colour: 'red' },
    'colour: the entry “colour”; no entry by this name: look at its spelling, or take it out',
  ],
  [
    'an unknown key in a step',
    withStep(0, { colour: 'red' }),
    'steps.0.colour: the entry “colour”; no entry by this name: look at its spelling, or take it out',
  ],
  ['markup', withStep(0, { caption: '<b>Dana</b>' }), 'steps.0.caption: "<b>Dana</b>"; plain words without < or >'],
  ['an unknown part of the lab', withStep(0, { target: { lab: 'moon' } }), 'steps.0.target.lab: "moon"'],
  [
    'an unknown node',
    withStep(1, { target: { node: 'clients-acces' } }),
    "steps.1.target.node: “clients-acces”; a node of the product's screen map",
  ],
  [
    'a node of another desk',
    withStep(1, { target: { desk: 'support' } }),
    'steps.1.target.node: “client-access”, which is not on this desk; a node of the support desk',
  ],
  [
    'a node that the person does not see',
    withStep(1, { target: { desk: 'user', persona: 'dana' } }),
    'steps.1.target.node: “client-access”, which Dana Whitlock does not see; a node they see',
  ],
  [
    'an unknown person at the desk',
    withStep(1, { target: { subject: 'nobody' } }),
    'steps.1.target.subject: “nobody”; the id of a person',
  ],
  [
    'an unknown place to be reached',
    withStep(1, { done: { reached: { node: 'moon' } } }),
    "steps.1.done.reached.node: “moon”; a node of the product's screen map",
  ],
  [
    'an unknown event to be waited for',
    withStep(1, { done: { reached: null, eventually: { event: 'CodeDoubled' } } }),
    'steps.1.done.eventually.event: "CodeDoubled"; one of',
  ],
  [
    'something to be done without hints',
    withStep(1, { hints: null }),
    'steps.1: what does not go together; three hints for something to be done',
  ],
  ['two hints only', withStep(1, { hints: ['One', 'Two'] }), 'steps.1.hints.2: nothing'],
  [
    'a step that asks and has something to do',
    withStep(2, { done: { reached: { desk: 'admin', node: 'client' } } }),
    'steps.2: what does not go together; a question or something to be done, not both',
  ],
  ['one id for two steps', withStep(1, { id: 'call' }), 'steps.1.id: “call” a second time; each id once'],
  ['one id for two goals', withGoal(1, { id: 'revision' }), 'goals.1.id: “revision” a second time; each id once'],
  ['an unknown question', withStep(2, { question: 'moon' }), 'steps.2.question: “moon”; the id of a question'],
  [
    'a question that nothing asks',
    { questions: { moon: good.questions['now'] } },
    'questions.moon: no step that asks it; one',
  ],
  [
    'a question with one choice',
    { questions: { now: { choices: [{ id: 'one', label: 'One' }] } } },
    'questions.now.choices: 1 in the list; at least two choices',
  ],
  [
    'an unknown event',
    withHolds({ within: { from: { event: 'CodeDoubled' } } }),
    'goals.3.holds.within.from.event: "CodeDoubled"',
  ],
  [
    'a detail no event has',
    withHolds({ within: { from: { where: { colour: 'red' } } } }),
    'goals.3.holds.within.from.where.colour: ',
  ],
  [
    'an unknown kind of predicate',
    withHolds({ within: null, sometimes: { event: 'CodeTold' } }),
    'goals.3.holds: a group with sometimes; a group with eventually, or a group with never',
  ],
  [
    'a span that is none',
    withHolds({ within: { atMost: 'a day' } }),
    'goals.3.holds.within.atMost: "a day"; a span such as +24:00:00',
  ],
  [
    'an answer that cannot be given',
    withHolds({ within: null, eventually: { event: 'QuestionAnswered', where: { question: 'now', choice: 'moon' } } }),
    'goals.3.holds: “moon”; a choice of now',
  ],
  [
    'a goal about nobody',
    withHolds({ within: { to: { where: { account: 'nobody' } } } }),
    'goals.3.holds: “nobody”; the id of a person',
  ],
  [
    'a way off the course about nobody',
    { strays: [{ when: { never: { event: 'CodeEnded', where: { account: 'nobody' } } }, says: 'It ended.' }] },
    'strays.0.when: “nobody”; the id of a person',
  ],
  ['no points at all', { goals: [] }, 'goals: no points; at least one goal with points'],
  ['points below nothing', withGoal(0, { points: -1 }), 'goals.0.points: -1'],
  [
    'a variant that the product has not',
    { product: { variants: ['revision-3'] } },
    'product.variants.0: “revision-3”; one of revision-1, revision-2',
  ],
  [
    'a policy for no firm',
    { policy: [{ type: 'setEnforcement', firm: 'moon', enforcement: 'optional' }] },
    'policy.0.firm: “moon”; the id of a firm',
  ],
  [
    'a change that leaves no starting point',
    { start: { changes: { opening: 'nothing' } } },
    'start.changes.opening: "nothing"; a list [ … ]',
  ],
];

describe('a scenario file that is wrong', () => {
  for (const [name, patch, words] of BAD) {
    test(`with ${name} is refused, with its place`, () => {
      const problems = problemsWith(patch);
      expect(problems.filter((each) => each.startsWith(words))).toHaveLength(1);
    });
  }

  test('that is no object at all is refused as a whole', () => {
    const read = readScenario('nothing');
    expect(read.isRead ? [] : told(read.problems)).toEqual(['(the whole file): "nothing"; a group { … }']);
  });

  test('in the world of another product, or of other people, is refused', () => {
    expect(told(problemsInWorld(good, PRODUCTS.portal, startingPoint))[0]).toBe('product.id: “portal”; “onvio”');
    const other = { ...startingPoint, id: 'elsewhere' };
    expect(told(problemsInWorld(good, product, other))).toEqual(['start.from: “elsewhere”; “phone-on-the-train”']);
  });
});

describe('the text of a scenario file', () => {
  const problemsOf = (text: string): readonly string[] => {
    const read = readScenarioText(text);
    return read.isRead ? [] : told(read.problems);
  };

  test('is read where it is one', () => {
    expect(problemsOf(JSON.stringify(good))).toEqual([]);
  });

  test('that is no JSON, too large, or too deep is refused as a whole', () => {
    expect(problemsOf('{"format": 1')[0]).toContain('line 1');
    expect(problemsOf('{"format": 1, "format": 1}')).toContain(
      'format: the same entry a second time, in line 1; each entry once',
    );
    expect(problemsOf(`"${'x'.repeat(200_000)}"`)).toEqual([
      '(the whole file): 200002 characters; at most 200000 characters',
    ]);
    expect(problemsOf('['.repeat(90_000) + ']'.repeat(90_000))).toEqual([
      '(the whole file): 90000 levels of brackets in brackets; at most 64 levels',
    ]);
  });

  test('with a key named __proto__ changes nothing but is named', () => {
    const text = JSON.stringify(good).replace('"format":1', '"format":1,"__proto__":{"isRead":true}');
    expect(problemsOf(text)).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'isRead')).toBe(false);
  });
});
