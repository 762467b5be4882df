// Telling what happened and why, in the words and times of a lab's run: as much of it as observers are told.
import type { DomainEvent } from '../../domain/events';
import type { Reason } from '../../domain/reasons';
import { eventsOf, type LogRecord } from '../../domain/record';
import { reasonsToldOf, toldOf } from '../../domain/views/told';
import type { World } from '../../domain/world';
import { eventText } from './event-text';
import { reasonText } from './reason-text';
import type { Words } from './words.svelte';

export class Telling {
  readonly #run: { readonly world: World };
  readonly #words: Words;

  /** `run` is a lab, or whatever else has a world: of another run than the one on screen, its own. */
  constructor(run: { readonly world: World }, words: Words) {
    this.#run = run;
    this.#words = words;
  }

  /** The event in one line, without a full stop. */
  event(event: DomainEvent): string {
    const { world } = this.#run;
    return eventText(world, this.#words.time, toldOf(world, event));
  }

  /** All that a record says happened. */
  record(record: LogRecord): string {
    return this.events(eventsOf(record));
  }

  events(events: readonly DomainEvent[]): string {
    return events.map((event) => this.event(event)).join('. ');
  }

  /** The chain of reasons behind a record. */
  reasonsOf(record: LogRecord): readonly Reason[] {
    return reasonsToldOf(this.#run.world, record);
  }

  /** The reason as one sentence. */
  reason(reason: Reason): string {
    return reasonText(this.#run.world, this.#words.time, reason);
  }
}
