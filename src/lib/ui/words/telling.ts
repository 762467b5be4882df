// Telling what happened and why, in the words and times of a lab's run: as much of it as observers are told.
import type { Lab } from '../../app/lab.svelte';
import type { DomainEvent } from '../../domain/events';
import type { Reason } from '../../domain/reasons';
import { eventsOf, type LogRecord } from '../../domain/record';
import { reasonsToldOf, toldOf } from '../../domain/views/told';
import { eventText } from './event-text';
import { reasonText } from './reason-text';
import type { World } from '../../domain/world';
import type { Words } from './words.svelte';

export class Telling {
  readonly #words: Pick<Words, 'time'>;
  readonly #world: () => World;

  /** @param world the world whose names are told, and what observers are told in it; that of the moment looked at without it. */
  constructor(lab: Pick<Lab, 'world'>, words: Pick<Words, 'time'>, world: () => World = () => lab.world) {
    this.#words = words;
    this.#world = world;
  }

  /** The event in one line, without a full stop. */
  event(event: DomainEvent): string {
    const world = this.#world();
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
    return reasonsToldOf(this.#world(), record);
  }

  /** The reason as one sentence. */
  reason(reason: Reason): string {
    return reasonText(this.#world(), this.#words.time, reason);
  }
}
