// The support desk: one call at a time, tools where they load, and nothing passed on that was not compared and found to match
// with what the product asks for. What was read out on a call proves nothing on it any more.
import type { DomainEvent, EventOf } from '../../../src/lib/domain/events';
import type { LogRecord } from '../../../src/lib/domain/record';
import type { Books } from './books';
import { promise, type Keeper } from './promise';

export class SupportKeeper implements Keeper {
  readonly #matched = new Map<string, Set<string>>();
  readonly #readOut = new Map<string, Set<string>>();
  #open: string | null = null;
  #isAtWorkstation = true;

  event(event: DomainEvent, record: LogRecord, books: Books): void {
    switch (event.type) {
      case 'WorkstationChanged':
        this.#isAtWorkstation = event.workstation === 'support';
        return promise(record.actor.kind === 'rep', 'the rep sits where the rep sits');
      case 'CallAnswered':
        promise(this.#open === null, 'a rep is on one call at a time');
        this.#open = event.request;
        return;
      case 'CallEnded':
        promise(this.#open === event.request, 'the call that ends is the one that was open');
        this.#open = null;
        return;
      case 'CallerAsked':
      case 'CallerTold':
        promise(this.#open === event.request, 'a rep talks on the call that is open');
        if ('discloses' in event) setOf(this.#readOut, event.request).add(event.discloses);
        return;
      case 'FirmLookedUp':
        return this.#withTools(books);
      case 'ProofCompared':
        return this.#compared(event, books);
      case 'RequestPassedOn':
        return this.#passedOn(event, books);
      case 'RequestAnswered':
        return this.#withTools(books);
      default:
        return;
    }
  }

  #compared({ request, proof, finding }: EventOf<'ProofCompared'>, books: Books): void {
    this.#withTools(books);
    promise(
      books.requests.get(request)?.status === 'received',
      'what is compared belongs to a request not yet decided',
    );
    const spent = proof === 'pin-mail' ? 'licence-pin' : proof;
    const isSpent = setOf(this.#readOut, request).has(spent);
    promise(finding === 'differs' || !isSpent, 'what was read out on a call proves nothing');
    const matched = setOf(this.#matched, request);
    if (finding === 'matches') matched.add(proof);
    else matched.delete(proof);
  }

  #passedOn({ request, verifiedBy }: EventOf<'RequestPassedOn'>, books: Books): void {
    this.#withTools(books);
    const proof = books.rules.callerVerification.find(({ id }) => id === verifiedBy)?.proof ?? '';
    const mail = books.rules.pinMail?.value;
    const inPlace = mail === 'confirms-pin' && proof === 'licence-pin' ? 'pin-mail' : proof;
    const needed = mail === 'always' ? [inPlace, 'pin-mail'] : [inPlace];
    const matched = setOf(this.#matched, request);
    promise(
      needed.every((each) => matched.has(each)),
      'what is passed on was compared and found to match',
    );
  }

  #withTools(books: Books): void {
    const isBound = books.rules.supportTools !== undefined;
    promise(!isBound || this.#isAtWorkstation, 'the tools of support load at its workstation only');
  }
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const set = map.get(key) ?? new Set<string>();
  map.set(key, set);
  return set;
}
