// Telling what happened and why, in the words and times of a lab's run.
import type { Lab } from '../../app/lab.svelte';
import type { DomainEvent } from '../../domain/events';
import type { Reason } from '../../domain/reasons';
import { eventsOf, type LogRecord } from '../../domain/record';
import { eventText } from './event-text';
import { reasonText } from './reason-text';
import type { World } from '../../domain/world';
import type { Words } from './words.svelte';

export class Telling {
  readonly #words: Words;
  readonly #world: () => World;

  /** @param world the world whose names are told; that of the moment that is looked at without it. */
  constructor(lab: Lab, words: Words, world: () => World = () => lab.world) {
    this.#words = words;
    this.#world = world;
  }

  /** The event in one line, without a full stop. */
  event(event: DomainEvent): string {
    return eventText(this.#world(), this.#words.time, event);
  }

  /** All that a record says happened. */
  record(record: LogRecord): string {
    return this.events(eventsOf(record));
  }

  events(events: readonly DomainEvent[]): string {
    return events.map((event) => this.event(event)).join('. ');
  }

  /** The reason as one sentence. */
  reason(reason: Reason): string {
    return reasonText(this.#world(), this.#words.time, reason);
  }
}
