// A moment of a run that is looked back at: an instant, and how much of the log had happened by then.
import type { History } from '../domain/history';
import type { Instant } from '../domain/instant';
import type { LogRecord, Place } from '../domain/record';
import type { Pictured } from './pictured';

export interface Moment {
  /** Position of the last record that had happened. */
  readonly position: number;
  readonly at: Instant;
}

/** What a screen shows besides the run itself. */
export interface LookedAt {
  /** The moment that is looked back at; null at the present. */
  readonly moment: Moment | null;
  /** Where the lab's own desk was walked to while looking back; null where it stands as it did then. */
  readonly place: Place | null;
  /** Positions of what happened on the way when time was moved last. */
  readonly passed: readonly number[];
  readonly picture: Pictured;
}

/** The moment at an instant; the beginning of the run for any before it. */
export function momentAt(history: History, at: Instant): Moment {
  const position = history.positionAt(at);
  return position < 0 ? momentAfter(history, 0) : { position, at };
}

/** The moment right after a record, with where the desks were walked to in the same instant. */
export function momentAfter(history: History, position: number): Moment {
  const { records } = history;
  const at = records[position]?.at ?? 0;
  let last = position;
  while (records[last + 1]?.kind === 'place' && records[last + 1]?.at === at) last += 1;
  return { position: last, at };
}

/** The moment of the event before or after another moment, or null where there is none. */
export function momentBeside(history: History, from: Moment, step: -1 | 1): Moment | null {
  const { records } = history;
  const isEvent = (position: number): boolean => {
    const record = records[position];
    return record !== undefined && record.kind !== 'place';
  };
  if (step === 1) {
    for (let next = from.position + 1; next < records.length; next += 1) {
      if (isEvent(next)) return momentAfter(history, next);
    }
    return null;
  }
  let last = from.position;
  while (last > 0 && !isEvent(last)) last -= 1;
  // Between two events the step back leads to the one that was last; right after one, to the one before.
  const here = momentAfter(history, last);
  if (here.at < from.at || here.position < from.position) return here;
  for (let before = last - 1; before >= 0; before -= 1) if (isEvent(before)) return momentAfter(history, before);
  return null;
}

/** Whether a run with these records, that stands at `now`, has this moment. */
export function hasMoment(records: readonly LogRecord[], now: Instant, { position, at }: Moment): boolean {
  const [here, next] = [records[position], records[position + 1]];
  return here !== undefined && here.at <= at && at <= (next?.at ?? now) && at <= now;
}
