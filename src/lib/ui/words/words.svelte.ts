// Simulated times in the run's zone, for everything on screen. One for each lab; what is told at greater length, events
// and reasons, is in `telling.ts`, which is loaded with the timeline.
import { createContext } from 'svelte';
import type { Lab } from '../../app/lab.svelte';
import type { Instant } from '../../domain/instant';
import { firstNameOf } from './names';
import { TimeText } from './time-text';

export class Words {
  readonly #lab: Lab;
  // As texts, so that another moment of the same run has the same words and all that they remember.
  readonly #zone = $derived.by(() => this.#lab.world.pins?.timeZone ?? 'UTC');
  readonly #locale = $derived.by(() => this.#lab.world.pins?.locale ?? 'en-GB');
  readonly #startedAt = $derived.by(() => this.#lab.world.pins?.startedAt);
  readonly time: TimeText = $derived.by(() => new TimeText(this.#zone, this.#locale, this.#startedAt));

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  firstName(account: string): string {
    return firstNameOf(this.#lab.world, account);
  }

  /** `09:00` today, `Tue 10 Mar, 09:00` on another day. */
  near(at: Instant): string {
    return this.time.near(at, this.#lab.now);
  }
}

export const [getWords, setWords] = createContext<Words>();
