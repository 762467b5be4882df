// Simulated time that plays at a speed until it is paused. What is due on the way is written at once, the current instant
// now and then. Where time was moved on meanwhile, as by another window, it plays on from there.
import { SECOND, type Instant } from '../domain/instant';
import type { WallClock } from '../ports';

/** How fast simulated time plays, in simulated seconds a second. */
export const SPEEDS = [1, 60, 3600] as const;
export type Speed = (typeof SPEEDS)[number];

const TICK_MILLISECONDS = 100;
/** How often the current instant is kept while playing, in real milliseconds. */
const KEEP_MILLISECONDS = 250;

export interface Played {
  readonly now: () => Instant;
  /** Whether anything happens up to an instant, so that it cannot be shown without being written. */
  readonly isAnythingDue: (until: Instant) => boolean;
  readonly show: (at: Instant) => void;
  readonly keep: (at: Instant) => Promise<unknown>;
  /** Called with the speed, and with null when the clock stands still again. */
  readonly changed: (speed: Speed | null) => void;
}

export class Playing {
  speed = $state<Speed | null>(null);
  /** Whether it stands still and the instant at which it does is not kept yet: whoever leaves now finds an earlier one. */
  isPausing = $state(false);
  readonly #clock: WallClock;
  readonly #played: Played;
  #stopTicking: (() => void) | null = null;

  constructor(clock: WallClock, played: Played) {
    this.#clock = clock;
    this.#played = played;
  }

  /** Plays from the current instant on. */
  start(speed: Speed): void {
    this.pause();
    this.speed = speed;
    const { now, isAnythingDue, show, keep, changed } = this.#played;
    let from = { now: now(), elapsed: this.#clock.elapsed() };
    let reached = from.now;
    let kept = from.elapsed;
    let isBusy = false;
    changed(speed);
    this.#stopTicking = this.#clock.every(TICK_MILLISECONDS, () => {
      if (isBusy) return;
      const elapsed = this.#clock.elapsed();
      if (now() > reached) from = { now: now(), elapsed };
      const to = from.now + Math.floor(((elapsed - from.elapsed) * speed) / SECOND) * SECOND;
      reached = to;
      if (!isAnythingDue(to) && elapsed - kept < KEEP_MILLISECONDS) return show(to);
      isBusy = true;
      kept = elapsed;
      void keep(to).finally(() => (isBusy = false));
    });
  }

  pause(): void {
    if (this.#stopTicking === null) return;
    this.#stopTicking();
    this.#stopTicking = null;
    this.speed = null;
    this.isPausing = true;
    void this.#played.keep(this.#played.now()).finally(() => (this.isPausing = false));
    this.#played.changed(null);
  }
}
