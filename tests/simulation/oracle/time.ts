// Time: it does not go back, positions have no gaps, and what happens by itself happens at its exact instant and in the
// order of the instants, those of one instant in the order in which they were set.
import type { DomainEvent } from '../../../src/lib/domain/events';
import type { LogRecord } from '../../../src/lib/domain/record';
import type { Books } from './books';
import { promise, type Keeper } from './promise';

interface Pending {
  readonly kind: 'code' | 'push';
  readonly account: string;
  readonly of: string;
  readonly at: number;
}

export class TimeKeeper implements Keeper {
  #pending: Pending[] = [];
  #position = -1;
  #at = 0;

  begin(record: LogRecord): void {
    promise(record.position === this.#position + 1, 'positions have no gaps');
    promise(record.at >= this.#at, 'time does not go back');
    this.#position = record.position;
    this.#at = record.at;
    const [next] = this.#pending.toSorted((one, other) => one.at - other.at);
    if (record.kind !== 'deadline') {
      promise(next === undefined || next.at > record.at, 'nothing is done before what is due by then has happened');
      return;
    }
    const { kind, account, of } = record.deadline;
    promise(
      next?.kind === kind && next.account === account && next.of === of,
      'what is due happens in the order of the instants',
    );
    promise(next.at === record.at, 'what happens by itself happens at its exact instant');
  }

  event(event: DomainEvent, _record: LogRecord, books: Books): void {
    switch (event.type) {
      case 'CodeIssued':
        if (event.endsAt !== null) this.#set('code', event.account, event.code, event.endsAt);
        return;
      case 'CodeEnded':
        return this.#lift('code', event.account, event.code);
      case 'PushSent':
        this.#liftPush(event.account, books);
        return this.#set('push', event.account, event.push, event.endsAt);
      case 'SignInRefused':
        return event.reason === 'wrong-password' ? this.#liftPush(event.account, books) : undefined;
      case 'PasswordAccepted':
      case 'PushDenied':
      case 'PushExpired':
      case 'SignedIn':
      case 'SignInCancelled':
      case 'TabClosed':
        return this.#liftPush(event.account, books);
      default:
        return;
    }
  }

  end(record: LogRecord): void {
    if (record.kind !== 'deadline') return;
    const { of } = record.deadline;
    promise(!this.#pending.some((each) => each.of === of), 'what was due is done with');
  }

  #set(kind: Pending['kind'], account: string, of: string, at: number): void {
    this.#pending.push({ kind, account, of, at });
  }

  #liftPush(account: string, books: Books): void {
    const { push } = books.person(account);
    if (push !== null) this.#lift('push', account, push.id);
  }

  #lift(kind: Pending['kind'], account: string, of: string): void {
    this.#pending = this.#pending.filter((each) => each.kind !== kind || each.account !== account || each.of !== of);
  }
}
