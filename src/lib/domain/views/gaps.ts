// The stretches of a log without events, found by their length: a picture that folds them away asks for the long ones within
// what it shows, and must not go through the whole log for that.
import { firstIndex } from '../first-index';
import type { Instant } from '../instant';

/** A stretch between two events that follow each other. */
export interface Gap {
  readonly from: Instant;
  readonly to: Instant;
}

/** Gaps of at least 16 seconds are kept by length, each list for twice the one before. */
const FIRST_LEVEL = 14;

export class Gaps {
  /** `#levels[level]`: gaps of at least `2 ** (FIRST_LEVEL + level)` milliseconds; the first list holds all. */
  readonly #levels: Gap[][] = [[]];
  #last: Instant | null = null;

  /** Takes in the instant of the next event; none before the last. */
  add(at: Instant): void {
    const from = this.#last;
    this.#last = at;
    if (from === null || at <= from) return;
    const top = Math.max(0, Math.floor(Math.log2(at - from)) - FIRST_LEVEL);
    for (let level = 0; level <= top; level += 1) (this.#levels[level] ??= []).push({ from, to: at });
  }

  /** The instant of the last event; null before the first. */
  get last(): Instant | null {
    return this.#last;
  }

  /** Gaps of at least `least` milliseconds with any part between two instants, in the order of time. */
  between(from: Instant, to: Instant, least: number): readonly Gap[] {
    const level = Math.max(0, Math.floor(Math.log2(Math.max(1, least))) - FIRST_LEVEL);
    const gaps = this.#levels[level] ?? [];
    const found: Gap[] = [];
    for (let index = firstIndex(gaps, (gap) => gap.to > from); index < gaps.length; index += 1) {
      const gap = gaps[index];
      if (gap === undefined || gap.from >= to) break;
      if (gap.to - gap.from >= least) found.push(gap);
    }
    return found;
  }
}
