// Somebody drawn by chance: sent by the lab alone, and revealed with the decision on their request, truly, and never before.
import type { DomainEvent } from '../../../src/lib/domain/events';
import type { LogRecord } from '../../../src/lib/domain/record';
import { promise, type Keeper } from './promise';

export class DrawnKeeper implements Keeper {
  /** Whether it is a stranger, by request: of those of whom nobody knows. */
  readonly #secrets = new Map<string, boolean>();
  /** Whose request was decided in this record. */
  readonly #decided = new Set<string>();

  begin(): void {
    this.#decided.clear();
  }

  event(event: DomainEvent, { actor }: LogRecord): void {
    switch (event.type) {
      case 'SupportAsked':
        promise((actor.kind === 'lab') === (event.isDrawn === true), 'who is drawn by chance is sent by the lab');
        if (event.isDrawn === true) this.#secrets.set(event.request, event.isStranger === true);
        return;
      case 'RequestPassedOn':
      case 'RequestSentBack':
        this.#decided.add(event.request);
        return;
      case 'CallerRevealed':
        promise(this.#decided.has(event.request), 'who it was is told with the decision, and not before');
        promise(this.#secrets.get(event.request) === (event.isStranger === true), 'who it was is told truly, and once');
        this.#secrets.delete(event.request);
        return;
      default:
        return;
    }
  }

  end(): void {
    const isKeptSecret = [...this.#decided].some((request) => this.#secrets.has(request));
    promise(!isKeptSecret, 'once a request is decided, nobody keeps who it was');
  }
}
