// One line of the log: what was asked, by whom, when, and what came of it.
import type { Actor } from './actors';
import type { Command, Evidence } from './commands';
import type { DomainEvent } from './events';
import type { Instant } from './instant';
import type { Reason } from './reasons';

/** The deadline that fired, as a deadline record names it. */
export interface DeadlineName {
  readonly kind: 'code' | 'push';
  readonly account: string;
  /** Id of the code or of the push prompt. */
  readonly of: string;
}

export type DeskName = 'admin' | 'user' | 'support' | 'lab';

/** Where a desk stands: whose desk it is, the open node of the screen map, and whom it shows. Never a secret. */
export interface Place {
  readonly persona: string | null;
  readonly node: string;
  readonly subject: string | null;
  /** The code on show, by id, on the one screen that shows it. */
  readonly code: string | null;
}

interface Line {
  /** 0 for the first record of a run, then without gaps. */
  readonly position: number;
  readonly at: Instant;
  readonly actor: Actor;
}

export interface GenesisRecord extends Line {
  readonly kind: 'genesis';
  readonly events: readonly DomainEvent[];
}

export interface CommandRecord extends Line {
  readonly kind: 'command';
  readonly command: Command;
  readonly evidence?: Evidence;
  readonly events: readonly DomainEvent[];
  readonly reasons: readonly Reason[];
}

export interface DeadlineRecord extends Line {
  readonly kind: 'deadline';
  readonly deadline: DeadlineName;
  readonly events: readonly DomainEvent[];
  readonly reasons: readonly Reason[];
}

/** A desk was walked somewhere. Rules, scores and the equality of logs skip these. */
export interface PlaceRecord extends Line {
  readonly kind: 'place';
  readonly desk: DeskName;
  readonly place: Place;
}

export type LogRecord = GenesisRecord | CommandRecord | DeadlineRecord | PlaceRecord;

/** The events of any record; a place has none. */
export function eventsOf(record: LogRecord): readonly DomainEvent[] {
  return record.kind === 'place' ? [] : record.events;
}

/** The chain of reasons kept with a record. */
export function reasonsOf(record: LogRecord): readonly Reason[] {
  return record.kind === 'command' || record.kind === 'deadline' ? record.reasons : [];
}
