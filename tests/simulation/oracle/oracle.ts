// What must never happen, told from the log alone: a second, plainer reading of the facts that shares no code with the
// rules. It keeps its own books from the events and speaks up at the first record that breaks a promise.
import type { PolicyCatalogue } from '../../../src/lib/domain/policy';
import type { LogRecord } from '../../../src/lib/domain/record';
import { Books } from './books';
import { CodeKeeper } from './codes';
import { DrawnKeeper } from './drawn';
import { MfaKeeper } from './mfa';
import type { Keeper } from './promise';
import { RightsKeeper } from './rights';
import { SignInKeeper } from './sign-in';
import { SupportKeeper } from './support';
import { ThrottleKeeper } from './throttle';
import { TimeKeeper } from './time';

export class Oracle {
  readonly #books: Books;
  /** Whoever keeps a promise about something new stands here beside the others. */
  readonly #keepers: readonly Keeper[] = [
    new TimeKeeper(),
    new RightsKeeper(),
    new SignInKeeper(),
    new ThrottleKeeper(),
    new CodeKeeper(),
    new MfaKeeper(),
    new SupportKeeper(),
    new DrawnKeeper(),
  ];

  constructor(catalogue: PolicyCatalogue) {
    this.#books = new Books(catalogue);
  }

  /** Takes in the next record; throws an Error that names the promise it breaks. */
  take(record: LogRecord): void {
    const events = record.kind === 'place' ? [] : record.events;
    for (const keeper of this.#keepers) keeper.begin?.(record, this.#books);
    for (const event of events) {
      for (const keeper of this.#keepers) keeper.event?.(event, record, this.#books);
      this.#books.take(event, record);
    }
    for (const keeper of this.#keepers) keeper.end?.(record, this.#books);
  }
}
