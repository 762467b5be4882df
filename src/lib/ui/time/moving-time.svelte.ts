// How time is moved from the clock's bar: played at a speed, stepped, by a span, to a moment. Wherever it comes to stand is
// said, and the focus stays on a button that is there whatever time it is.
import type { Lab } from '../../app/lab.svelte';
import type { Speed } from '../../app/playing.svelte';
import type { Instant } from '../../domain/instant';
import { keepFocus } from '../frame/keep-focus';
import type { Words } from '../words/words.svelte';

export class MovingTime {
  /** Chosen for the next time that time is played. */
  speed = $state<Speed>(60);
  /** The button that plays and pauses. */
  play = $state.raw<HTMLElement | null>(null);

  readonly #lab: Lab;
  readonly #words: Words;
  /** The last move by a span that was asked for. */
  #moved: Promise<void> = Promise.resolve();

  constructor(lab: Lab, words: Words) {
    this.#lab = lab;
    this.#words = words;
  }

  /** How fast time is played, in this window or in another; null while it stands. */
  get playing(): number | null {
    return this.#lab.speed ?? (this.#lab.past === null ? this.#lab.windows.speed : null);
  }

  /** By a span: counted from where the press before it led, however soon the next one follows. */
  move(milliseconds: number): Promise<void> {
    const go = (): Promise<void> => this.moveTo(this.#lab.now + milliseconds);
    return (this.#moved = this.#moved.then(go, go));
  }

  /** In the past at most to the present: what is to come is gone on to from there. */
  moveTo(at: Instant): Promise<void> {
    const lab = this.#lab;
    return this.goTo(lab.past === null ? at : Math.min(at, lab.present.now));
  }

  /** To a moment that was named, before now or after it. */
  async goTo(at: Instant): Promise<void> {
    const lab = this.#lab;
    lab.pause();
    const { now } = lab.present;
    if (at < now) await lab.lookAt(at);
    else lab.backToNow();
    if (at > now) await lab.advanceTo(at);
    this.#report();
    await this.keepFocus();
  }

  async step(by: -1 | 1): Promise<void> {
    await this.#lab.step(by);
    this.#report();
    // At the beginning and at the present the button cannot be pressed any more.
    await this.keepFocus();
  }

  toggle(): void {
    const lab = this.#lab;
    if (this.playing === null) lab.play(this.speed);
    else {
      if (lab.past === null) lab.pauseEverywhere();
      else lab.pause();
      this.#report();
    }
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    if (this.playing !== null) this.#lab.play(speed);
  }

  keepFocus(): Promise<void> {
    return keepFocus(() => this.play);
  }

  #report(): void {
    this.#lab.say(`It is ${this.#words.time.moment(this.#lab.now)}, simulated.`);
  }
}
