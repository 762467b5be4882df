// The lab's clock tied to real time, for a phone outside the simulation: the codes of its app are computed from the real
// time of day. A mode of this page, remembered in this browser for one run; the log knows nothing of it. What happens on
// the way is the run's business, and simulated time never goes back from here.
import { createSubscriber } from 'svelte/reactivity';
import { MINUTE, SECOND, type Instant } from '../domain/instant';
import type { Preferences, WallClock } from '../ports';

/** Name of the preference that holds the id of the run that is tied. */
const TIED_RUN = 'tied-run';
const TICK_MILLISECONDS = 200;
/** A second back and forth is the computer's clock being put right, and nothing to speak of. */
const LEAD_MIN = 2 * SECOND;
/** Whoever is no further ahead than this may rather wait for real time than begin anew. */
const WAIT_MAX = 10 * MINUTE;
/** From here on it is no tick but a catching up: after sleep, a hidden tab or a reload. */
const JUMP_MIN = MINUTE;

export interface TiedLab {
  readonly clock: WallClock;
  readonly preferences: Preferences;
  /** The run's current instant. */
  readonly now: () => Instant;
  /** Lets time go on, as a jump that lists anew what happened on the way or as a step. Whether it could be kept. */
  readonly pass: (to: Instant, how: 'jump' | 'step') => Promise<boolean>;
  /** Stops whatever else moves time. */
  readonly pause: () => void;
  readonly say: (text: string) => void;
}

/** How simulated time stands to real time: what tying the clock would take. */
export type Standing = 'behind' | 'little-ahead' | 'far-ahead';

export class ClockTie {
  readonly #lab: TiedLab;
  #run: string | null = null;
  #isTied = false;
  #aheadBy = 0;
  /** Settles when the run may be written to. */
  #ready: Promise<unknown> = Promise.resolve();
  #stopTicking: (() => void) | null = null;
  #update = (): void => undefined;
  readonly #subscribe = createSubscriber((update) => {
    this.#update = update;
    return () => (this.#update = () => undefined);
  });

  constructor(lab: TiedLab) {
    this.#lab = lab;
  }

  get isTied(): boolean {
    this.#subscribe();
    return this.#isTied;
  }

  /** While tied: by how much simulated time is ahead of real time and so stands still, in milliseconds; else 0. */
  get aheadBy(): number {
    this.#subscribe();
    return this.#aheadBy;
  }

  /** The present by the computer's clock, in whole seconds as simulated time is. */
  present(): Instant {
    return Math.floor(this.#lab.clock.present() / SECOND) * SECOND;
  }

  standing(): Standing {
    const lead = this.#lead();
    if (lead === 0) return 'behind';
    return lead <= WAIT_MAX ? 'little-ahead' : 'far-ahead';
  }

  /**
   * Another run is on screen, or none: its clock is tied if it was left so. Nothing is written before `ready`.
   */
  adopt(run: string | null, ready: Promise<unknown>): void {
    this.halt();
    this.#run = run;
    this.#ready = ready;
    if (run !== null && this.#lab.preferences.read(TIED_RUN) === run) this.#follow();
  }

  /** Ties the clock. Does nothing where simulated time is far ahead: the story has to begin anew then. */
  async tie(): Promise<void> {
    if (this.#run === null || this.standing() === 'far-ahead') return;
    this.#lab.pause();
    this.#lab.preferences.keep(TIED_RUN, this.#run);
    this.#follow();
    await this.catchUp();
  }

  /** Lets simulated time stand still again. */
  untie(): void {
    this.#lab.preferences.keep(TIED_RUN, null);
    this.halt();
  }

  /** Does as was done in another window: there is one clock in a run, and tying or untying it is meant for every window. */
  heed(): void {
    if (this.#run === null) return;
    const isTied = this.#lab.preferences.read(TIED_RUN) === this.#run;
    if (isTied === this.#isTied) return;
    this.#lab.pause();
    if (isTied) this.#follow();
    else this.halt();
    this.#lab.say(isTied ? 'The clock was tied to real time in another window.' : 'Untied in another window.');
  }

  /** Follows real time no more on this page, without forgetting that the run is tied. */
  halt(): void {
    this.#stopTicking?.();
    this.#stopTicking = null;
    this.#set({ isTied: false, aheadBy: 0 });
  }

  /** Lets simulated time go on to the present, where it is tied; whether that was a jump. */
  async catchUp(): Promise<boolean> {
    await this.#ready;
    if (!this.#isTied) return false;
    const wasInStep = this.#aheadBy === 0;
    this.#set({ isTied: true, aheadBy: this.#lead() });
    if (wasInStep && this.#aheadBy > 0) this.#lab.say('Simulated time is ahead of real time, so it stands still.');
    const gap = this.present() - this.#lab.now();
    if (gap <= 0) return false;
    const isJump = gap >= JUMP_MIN;
    if (!(await this.#lab.pass(this.present(), isJump ? 'jump' : 'step'))) this.halt();
    return isJump;
  }

  #follow(): void {
    this.#stopTicking?.();
    this.#set({ isTied: true, aheadBy: this.#lead() });
    let isBusy = false;
    this.#stopTicking = this.#lab.clock.every(TICK_MILLISECONDS, () => {
      if (isBusy) return;
      isBusy = true;
      void this.#tick().finally(() => (isBusy = false));
    });
  }

  async #tick(): Promise<void> {
    if (await this.catchUp()) this.#lab.say('Simulated time has caught up with real time.');
  }

  /** By how much simulated time is ahead of real time, in milliseconds; 0 where it is not worth a word. */
  #lead(): number {
    const lead = this.#lab.now() - this.present();
    return lead < LEAD_MIN ? 0 : lead;
  }

  #set({ isTied, aheadBy }: { readonly isTied: boolean; readonly aheadBy: number }): void {
    if (isTied === this.#isTied && aheadBy === this.#aheadBy) return;
    this.#isTied = isTied;
    this.#aheadBy = aheadBy;
    this.#update();
  }
}
