// The moment of a run that is looked back at, and where the lab's own desk was walked to meanwhile. A state of the page:
// nothing of it is written.
import type { History } from '../domain/history';
import type { Instant } from '../domain/instant';
import type { Place } from '../domain/record';
import { momentAfter, momentAt, momentBeside, type LookedAt, type Moment } from './moment';

export class LookingBack {
  /** The moment that is looked at; null at the present. */
  moment = $state.raw<Moment | null>(null);
  /** Where the lab's own desk was walked to while looking back; null where it stands as it did then. */
  place = $state.raw<Place | null>(null);
  readonly #run: () => { readonly history: History; readonly now: Instant } | null;
  readonly #onLook: () => void;

  /** @param onLook called before the moment changes. */
  constructor(run: () => { readonly history: History; readonly now: Instant } | null, onLook: () => void) {
    this.#run = run;
    this.#onLook = onLook;
  }

  /** Looks at an instant; at the present for one that has not come yet. */
  at(at: Instant): void {
    const run = this.#run();
    if (run !== null) this.#look(at >= run.now ? null : momentAt(run.history, at));
  }

  /** Looks at the run as it stood right after a record. */
  after(position: number): void {
    const run = this.#run();
    if (run !== null) this.#look(momentAfter(run.history, position));
  }

  /** Whether something happened before the moment that is looked at. */
  get hasEarlier(): boolean {
    const run = this.#run();
    return run !== null && momentBeside(run.history, this.#from(run), -1) !== null;
  }

  /** Looks at the event before or after; behind the last one is the present. */
  step(by: -1 | 1): void {
    const run = this.#run();
    if (run === null) return;
    const beside = momentBeside(run.history, this.#from(run), by);
    if (beside !== null || by === 1) this.#look(beside);
  }

  end(): void {
    this.#look(null);
  }

  /** Goes along in the past, as time that is played does. */
  glideTo(at: Instant): void {
    const run = this.#run();
    if (run !== null) this.moment = momentAt(run.history, at);
  }

  /** Looks at just this, as a link has it. */
  look({ moment, place }: Pick<LookedAt, 'moment' | 'place'>): void {
    this.#look(moment);
    this.place = place;
  }

  /** Another run is on screen: nothing is looked back at. */
  forget(): void {
    this.moment = null;
    this.place = null;
  }

  #from({ history, now }: { readonly history: History; readonly now: Instant }): Moment {
    return this.moment ?? { position: history.world.position, at: now };
  }

  #look(moment: Moment | null): void {
    this.#onLook();
    if (moment === null || this.moment === null) this.place = null;
    this.moment = moment;
  }
}
