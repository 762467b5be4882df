// The list of instants at which something happens by itself, kept in the order in which it will happen: by instant,
// and at one instant in the order in which the deadlines were set.
import type { Instant } from './instant';
import type { DeadlineName } from './record';

export interface Deadline extends DeadlineName {
  readonly at: Instant;
}

export type Deadlines = readonly Deadline[];

/** `deadlines` with one more, behind every other of the same instant. */
export function withDeadline(deadlines: Deadlines, deadline: Deadline): Deadlines {
  let low = 0;
  let high = deadlines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((deadlines[middle]?.at ?? 0) <= deadline.at) low = middle + 1;
    else high = middle;
  }
  return deadlines.toSpliced(low, 0, deadline);
}

/** `deadlines` without the one of this code or push. */
export function withoutDeadline(deadlines: Deadlines, name: DeadlineName): Deadlines {
  const index = deadlines.findIndex(
    (each) => each.of === name.of && each.kind === name.kind && each.account === name.account,
  );
  return index < 0 ? deadlines : deadlines.toSpliced(index, 1);
}
