// What a walkthrough was worth. A pure function of the log: which button was found, and how often, counts for nothing.
import type { LogRecord } from '../domain/record';
import { holds } from './predicates';
import type { Goal, Scenario } from './scenario';

export interface GoalResult {
  readonly goal: Goal;
  readonly isMet: boolean;
}

export interface Score {
  readonly goals: readonly GoalResult[];
  readonly points: number;
  readonly pointsMax: number;
  /** Something happened that fails the whole, whatever else went well. */
  readonly isFailed: boolean;
}

/** The score of these records, all of them from the first of the run. */
export function scoreOf({ goals }: Pick<Scenario, 'goals'>, records: readonly LogRecord[]): Score {
  const results = goals.map((goal) => ({ goal, isMet: holds(goal.holds, records) }));
  const isFailed = results.some(({ goal, isMet }) => goal.letter === 'x' && !isMet);
  const sum = (each: readonly GoalResult[]): number => each.reduce((points, { goal }) => points + goal.points, 0);
  return {
    goals: results,
    points: isFailed ? 0 : sum(results.filter(({ isMet }) => isMet)),
    pointsMax: sum(results),
    isFailed,
  };
}
