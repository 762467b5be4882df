// How far a run has come in a scenario's steps. Pure: a step is done when the run says so, whoever did it and in which order.
import type { Instant } from '../domain/instant';
import type { LogRecord } from '../domain/record';
import type { World } from '../domain/world';
import { pathTo, type NodeMap } from '../products/screen-map';
import { firstTimeOf, holds, millisecondsOf } from './predicates';
import type { Condition, Question, Scenario, Step } from './scenario';

/** A run as it stands. */
export interface Moment {
  readonly records: readonly LogRecord[];
  readonly world: World;
  readonly now: Instant;
  readonly nodes: NodeMap;
}

/** Whether there is nothing left to do in this step. One that is only to be read never is. */
export function isDone(scenario: Scenario, step: Step, moment: Moment): boolean {
  if (step.question !== undefined) {
    const question = scenario.questions[step.question];
    return question === undefined || answerTo(step.question, moment) !== null || isLapsed(question, moment.records);
  }
  return step.done !== undefined && isMet(step.done, moment);
}

/** The choice that was made, by id, or null where none was. */
export function answerTo(question: string, { world }: Pick<Moment, 'world'>): string | null {
  return Object.hasOwn(world.answers, question) ? (world.answers[question] ?? null) : null;
}

/** Whether what was asked about has happened, so that there is nothing left to be foreseen. */
export function isLapsed(question: Question, records: readonly LogRecord[]): boolean {
  return question.lapses !== undefined && holds(question.lapses, records);
}

/** What is to be said of a run that has left the course for good, or null while it has not. */
export function strayOf({ strays = [] }: Pick<Scenario, 'strays'>, records: readonly LogRecord[]): string | null {
  return strays.find(({ when }) => holds(when, records))?.says ?? null;
}

/** Position of the record with which a run left the course for good, or null while it has not. */
export function strayedAt({ strays = [] }: Pick<Scenario, 'strays'>, records: readonly LogRecord[]): number | null {
  const stray = strays.find(({ when }) => holds(when, records));
  if (stray === undefined) return null;
  const count = records.findIndex((_, index) => holds(stray.when, records.slice(0, index + 1)));
  return count < 0 ? null : count;
}

function isMet(condition: Condition, { records, now, nodes }: Moment): boolean {
  if ('reached' in condition) {
    const { desk, node } = condition.reached;
    return records.some(
      (record) => record.kind === 'place' && record.desk === desk && pathTo(nodes, record.place.node).includes(node),
    );
  }
  if ('passed' in condition) {
    const since = firstTimeOf(condition.passed.since, records);
    return since !== undefined && now >= since + millisecondsOf(condition.passed.atLeast);
  }
  return holds(condition, records);
}
