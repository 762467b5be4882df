// Lines of the log in the making: each is folded into a world of its own, so that the next sees what came before. The
// one place where time passes, submissions are decided and records are made.
import { CLOCK, LAB, type Actor } from './actors';
import type { Submission } from './commands';
import { decide } from './decide';
import { due } from './due';
import type { DomainEvent, EventOf } from './events';
import { withRecord } from './evolve';
import type { Instant } from './instant';
import type { DeskName, LogRecord, Place } from './record';
import type { World } from './world';

export interface DeskPlace {
  readonly desk: DeskName;
  readonly place: Place;
}

/** A line of the log before its position is known. */
type NewLine = LogRecord extends infer Line ? (Line extends LogRecord ? Omit<Line, 'position'> : never) : never;

export class Lines {
  readonly records: LogRecord[] = [];
  world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** The first line of a run. */
  begin(started: EventOf<'RunStarted'>): void {
    this.#add({ kind: 'genesis', at: started.pins.startedAt, actor: LAB, events: [started] });
  }

  /** Lets everything happen that is due at or before `until`, each at its own instant. */
  pass(until: Instant): void {
    for (let next = due(this.world, until); next !== null; next = due(this.world, until)) {
      const { at, ...deadline } = next.deadline;
      this.#add({ kind: 'deadline', at, actor: CLOCK, deadline, events: next.events, reasons: next.reasons });
    }
  }

  /** Decides a submission; the events that came of it. */
  decide(submission: Submission, at: Instant): readonly DomainEvent[] {
    const { events, reasons } = decide(this.world, submission, at);
    this.#add({ kind: 'command', at, ...submission, events, reasons });
    return events;
  }

  /** Walks a desk to a place. */
  place(actor: Actor, { desk, place }: DeskPlace, at: Instant): void {
    this.#add({ kind: 'place', at, actor, desk, place });
  }

  #add(line: NewLine): void {
    const record = { ...line, position: this.world.position + 1 };
    this.records.push(record);
    this.world = withRecord(this.world, record);
  }
}
