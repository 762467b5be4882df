// What somebody answered in a walkthrough, and what would have been right. Read off the log and the goals alone: no file says
// which choice is right, since that may depend on the variant that was drawn and on what was done.
import { eventsOf, type LogRecord } from '../domain/record';
import { holds, matchesIn } from './predicates';
import { isLapsed } from './progress';
import type { Goal, Question, Scenario } from './scenario';

export interface Answer {
  /** Id of the question. */
  readonly id: string;
  readonly question: Question;
  /** Id of the choice that was made, or null. */
  readonly own: string | null;
  /** Whether it happened before anything was said: what is said now counts no more. */
  readonly isPassedOver: boolean;
  /** Ids of the choices that would have met what counts for this question; none where the run does not decide it. */
  readonly right: readonly string[];
  readonly isRight: boolean;
  /** The facts behind it. */
  readonly cites: readonly string[];
}

/** Every question in the order in which the steps ask them, after these records, all of them from the first of the run. */
export function answersIn(
  { steps, questions, goals }: Pick<Scenario, 'steps' | 'questions' | 'goals'>,
  records: readonly LogRecord[],
): readonly Answer[] {
  const asked = [...new Set(steps.flatMap(({ question }) => question ?? []))];
  return asked.flatMap((id) => {
    const question = questions[id];
    if (question === undefined) return [];
    const counting = goals.filter((goal) => isAbout(goal, id));
    const own = ownAnswer(id, records);
    const right = question.choices
      .map((choice) => choice.id)
      .filter((choice) => counting.length > 0 && areMet(counting, withAnswer(records, id, choice)));
    return {
      id,
      question,
      own,
      isPassedOver: own === null && isLapsed(question, records),
      right,
      isRight: own !== null && right.includes(own) && areMet(counting, records),
      cites: [...new Set(counting.flatMap(({ cites }) => cites))],
    };
  });
}

function isAbout({ holds: predicate }: Goal, question: string): boolean {
  return matchesIn(predicate).some(({ event, where }) => event === 'QuestionAnswered' && where?.question === question);
}

/** A first answer stands. */
function ownAnswer(question: string, records: readonly LogRecord[]): string | null {
  for (const record of records) {
    for (const event of eventsOf(record)) {
      if (event.type === 'QuestionAnswered' && event.question === question) return event.choice;
    }
  }
  return null;
}

const areMet = (goals: readonly Goal[], records: readonly LogRecord[]): boolean =>
  goals.every((goal) => holds(goal.holds, records));

/** The same run, had this been said at its very beginning and nothing else. */
function withAnswer(records: readonly LogRecord[], question: string, choice: string): readonly LogRecord[] {
  const [first, ...others] = records;
  if (first === undefined || first.kind !== 'genesis') return records;
  const events = [{ type: 'QuestionAnswered', question, choice } as const];
  return [
    first,
    { ...first, position: first.position + 0.5, events },
    ...others.filter((record) => ownAnswer(question, [record]) === null),
  ];
}
