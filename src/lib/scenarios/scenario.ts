// The shape of a scenario: who is where, what has happened, what is to be done in which steps, and what counts. All of it
// data. Strict everywhere, as a product is; `read-scenario.ts` reads a file and says all that is wrong with it.
import * as v from 'valibot';
import { MatchSchema, PredicateSchema, span } from './predicates';

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'expected lower-case letters, digits and hyphens'));
const factId = v.pipe(v.string(), v.regex(/^[A-Z]{3,4}-\d{1,3}[a-z]?$/, 'expected a fact id such as ONV-8a'));
const words = v.pipe(
  v.string(),
  v.minLength(1, 'expected some words'),
  v.maxLength(600, 'expected at most 600 characters'),
  v.regex(/^[^<>]*$/, 'expected plain words without < or >'),
);
const cites = v.array(factId);
const desk = v.picklist(['admin', 'user', 'support']);

/** Parts of the lab that a step can point at, beside every node of the product's screen map. */
export const LAB_CONTROLS = [
  'situation',
  'desks',
  'clock',
  'jump-day',
  'picture',
  'happenings',
  'why',
  'facts',
] as const;

const target = v.union([
  v.strictObject({
    desk,
    node: id,
    /** Who has to sit at the desk; whoever does without it. */
    persona: v.exactOptional(id),
    /** Whose row, in a list of people, and whom the pages behind it are about. */
    subject: v.exactOptional(id),
  }),
  v.strictObject({ lab: v.picklist(LAB_CONTROLS) }),
]);

/** What completes a step, for good: a predicate over the log, a place once reached at a desk, or simulated time gone by. */
const condition = v.union([
  PredicateSchema,
  v.strictObject({ reached: v.strictObject({ desk, node: id }) }),
  v.strictObject({ passed: v.strictObject({ since: MatchSchema, atLeast: span }) }),
]);

const step = v.pipe(
  v.strictObject({
    id,
    title: words,
    caption: words,
    target: v.exactOptional(target),
    /** Without it, and without a question, the step is there to be read, and one goes on by a button. */
    done: v.exactOptional(condition),
    question: v.exactOptional(id),
    cites: v.exactOptional(cites),
    /** From a nudge to the very thing to do. */
    hints: v.exactOptional(v.strictTuple([words, words, words])),
  }),
  v.check(
    (each) => each.question === undefined || each.done === undefined,
    'expected a question or something to be done, not both',
  ),
  v.check(
    (each) => each.done === undefined || each.hints !== undefined,
    'expected three hints for something to be done',
  ),
);

const question = v.strictObject({
  asks: words,
  choices: v.pipe(v.array(v.strictObject({ id, label: words })), v.minLength(2, 'expected at least two choices')),
  /** Once this holds there is nothing left to be foreseen, and the question is passed over. */
  lapses: v.exactOptional(PredicateSchema),
});

const goal = v.strictObject({
  id,
  /** What is scored: verified, least power, right channel, policy predicted, notified, time, nothing disclosed; `x` fails. */
  letter: v.picklist(['V', 'L', 'C', 'P', 'N', 'T', 'D', 'x']),
  title: words,
  points: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  holds: PredicateSchema,
  /** What the debrief says. `{variant}` is the label of the variant that was played. */
  met: words,
  missed: words,
  cites,
});

export const ScenarioSchema = v.strictObject({
  format: v.literal(1),
  id,
  about: v.strictObject({
    /** A tour is looked at and not scored. */
    kind: v.picklist(['walkthrough', 'tour']),
    title: words,
    /** Whose work it is. */
    persona: words,
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
    summary: words,
  }),
  teaches: cites,
  product: v.strictObject({
    id,
    /** The run's seed draws one of them, so that what is right is not the same every time. */
    variants: v.pipe(v.array(id), v.minLength(1, 'expected at least one variant')),
  }),
  start: v.strictObject({
    /** A starting point that ships with the lab. */
    from: id,
    /** What is different here: a JSON merge patch (RFC 7396). */
    changes: v.exactOptional(v.record(v.string(), v.unknown())),
  }),
  /** Acts of the lab by which the run begins. */
  policy: v.array(
    v.strictObject({
      type: v.literal('setEnforcement'),
      firm: id,
      enforcement: v.picklist(['off', 'optional', 'required']),
    }),
  ),
  questions: v.record(id, question),
  steps: v.pipe(v.array(step), v.minLength(1, 'expected at least one step')),
  /** Ways off the course from which the steps do not lead back: the coach says so, and offers to begin anew. */
  strays: v.exactOptional(v.array(v.strictObject({ when: PredicateSchema, says: words }))),
  goals: v.array(goal),
});

export type Scenario = v.InferOutput<typeof ScenarioSchema>;
export type Step = Scenario['steps'][number];
export type Question = Scenario['questions'][string];
export type Goal = Scenario['goals'][number];
export type Target = NonNullable<Step['target']>;
export type NodeTarget = Extract<Target, { desk: unknown }>;
export type LabControl = (typeof LAB_CONTROLS)[number];
export type Condition = NonNullable<Step['done']>;
