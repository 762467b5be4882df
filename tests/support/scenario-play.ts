// A scenario as a play-through of the rules, for tests: its run in one of its variants, moved by commands.
import { newRun } from '../../src/lib/app/new-run';
import { LAB, person } from '../../src/lib/domain/actors';
import type { Command, Evidence } from '../../src/lib/domain/commands';
import { HOUR, type Instant } from '../../src/lib/domain/instant';
import { Lines } from '../../src/lib/domain/lines';
import type { LogRecord, Place } from '../../src/lib/domain/record';
import { accountOf } from '../../src/lib/domain/world';
import { editionOf } from '../../src/lib/products/edition';
import { startFor, variantFor } from '../../src/lib/scenarios/draw';
import type { Moment } from '../../src/lib/scenarios/progress';
import { readScenario } from '../../src/lib/scenarios/read-scenario';
import type { Scenario } from '../../src/lib/scenarios/scenario';
import firstTour from '../../src/lib/scenarios/first-tour/scenario.json';
import twoArticles from '../../src/lib/scenarios/two-articles/scenario.json';
import { PRODUCTS, startingPoint } from './play';

function readOrThrow(file: unknown): Scenario {
  const read = readScenario(file);
  if (!read.isRead) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

export const SCENARIOS = { twoArticles: readOrThrow(twoArticles), firstTour: readOrThrow(firstTour) };

/** A seed that draws this variant. */
export function seedFor(scenario: Scenario, variant: string): string {
  const seed = Array.from({ length: 100 }, (_, index) => `seed-${index}`).find(
    (each) => variantFor(scenario, each) === variant,
  );
  if (seed === undefined) throw new Error(`No seed draws ${variant}.`);
  return seed;
}

export class ScenarioPlay {
  now: Instant;
  readonly #lines: Lines;
  readonly #moment: Pick<Moment, 'nodes'>;

  constructor(scenario: Scenario, seed: string) {
    const product = Object.values(PRODUCTS).find(({ id }) => id === scenario.product.id);
    if (product === undefined) throw new Error(`No product ${scenario.product.id}.`);
    const variant = variantFor(scenario, seed);
    const start = startFor(scenario, startingPoint);
    const run = newRun({ product, productDigest: 'test', start, variant, acts: scenario.policy, seed });
    this.#lines = new Lines(run.world);
    this.#lines.records.push(...run.records);
    this.now = run.now;
    this.#moment = { nodes: editionOf(product, variant).nodes };
  }

  get records(): readonly LogRecord[] {
    return this.#lines.records;
  }

  get moment(): Moment {
    return { ...this.#moment, records: this.records, world: this.#lines.world, now: this.now };
  }

  by(account: string, command: Command, evidence?: Evidence): this {
    this.#lines.pass(this.now);
    const submission = { actor: person(account), command, ...(evidence === undefined ? {} : { evidence }) };
    this.#lines.decide(submission, this.now);
    return this;
  }

  answer(question: string, choice: string): this {
    this.#lines.pass(this.now);
    this.#lines.decide({ actor: LAB, command: { type: 'answerQuestion', question, choice } }, this.now);
    return this;
  }

  go(desk: 'admin' | 'user' | 'support', place: Partial<Place>): this {
    const at = { persona: null, node: '', subject: null, code: null, ...this.moment.world.places[desk], ...place };
    this.#lines.place(LAB, { desk, place: at }, this.now);
    return this;
  }

  later(hours: number): this {
    this.now += hours * HOUR;
    this.#lines.pass(this.now);
    return this;
  }

  /** Every device of the account is disconnected, as in an open session. */
  disconnect(account: string): this {
    for (const { id } of accountOf(this.moment.world, account)?.authenticators ?? []) {
      this.by(account, { type: 'unbindAuthenticator', account, authenticator: id });
    }
    return this;
  }

  /** The right password, and whatever goes on from it without anything else. */
  password(account: string): this {
    this.by(account, { type: 'submitPassword', account, card: 'right' });
    return this.by(account, { type: 'continueSignIn', account });
  }
}
