// What every keeper of promises is: it looks at an event before the books take it in, and at a record once they have.
import type { DomainEvent } from '../../../src/lib/domain/events';
import type { CommandRecord, LogRecord } from '../../../src/lib/domain/record';
import type { Books } from './books';

export interface Keeper {
  /** The books are as they were before the record. */
  begin?(record: LogRecord, books: Books): void;
  /** The books are as they were before the event. */
  event?(event: DomainEvent, record: LogRecord, books: Books): void;
  /** The books are as they are after the record. */
  end?(record: LogRecord, books: Books): void;
}

/** Throws an Error that names the promise, where it is not kept. */
export function promise(isKept: boolean, words: string): asserts isKept {
  if (!isKept) throw new Error(`Broken: ${words}.`);
}

/** What was asked in this record, where something was. */
export function commandIn(record: LogRecord): CommandRecord['command'] | null {
  return record.kind === 'command' ? record.command : null;
}

export function eventsIn<Type extends DomainEvent['type']>(
  record: LogRecord,
  type: Type,
): readonly Extract<DomainEvent, { type: Type }>[] {
  const events: readonly DomainEvent[] = record.kind === 'place' ? [] : record.events;
  return events.filter((event): event is Extract<DomainEvent, { type: Type }> => event.type === type);
}

/** Whether this record is something that the account's own owner asked for. */
export function isOwn(record: LogRecord, account: string): boolean {
  return record.actor.kind === 'person' && record.actor.account === account;
}
