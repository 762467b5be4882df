// The lab's own words about its run: times in the run's zone, names, events, reasons. One for each lab on screen.
import { createContext } from 'svelte';
import type { Lab } from '../../app/lab.svelte';
import type { DomainEvent } from '../../domain/events';
import type { Instant } from '../../domain/instant';
import type { Reason } from '../../domain/reasons';
import { eventText } from './event-text';
import { firstNameOf, nameOf } from './names';
import { reasonText } from './reason-text';
import { TimeText } from './time-text';

export class Words {
  readonly #lab: Lab;
  readonly time: TimeText = $derived.by(() => {
    const { pins } = this.#lab.world;
    return new TimeText(pins?.timeZone ?? 'UTC', pins?.locale ?? 'en-GB');
  });

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  name(account: string): string {
    return nameOf(this.#lab.world, account);
  }

  firstName(account: string): string {
    return firstNameOf(this.#lab.world, account);
  }

  event(event: DomainEvent): string {
    return eventText(this.#lab.world, this.time, event);
  }

  reason(reason: Reason): string {
    return reasonText(this.#lab.world, this.time, reason);
  }

  /** `09:00` today, `Tue 10 Mar, 09:00` on another day. */
  near(at: Instant): string {
    return this.time.near(at, this.#lab.now);
  }
}

export const [getWords, setWords] = createContext<Words>();
