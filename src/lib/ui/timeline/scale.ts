// Where an instant is drawn: a scale with folds in it, in which long stretches without events take little room. Pure, and
// worked out only for what is in view.
import { firstIndex } from '../../domain/first-index';
import type { Instant } from '../../domain/instant';

/** A stretch that is folded away. */
export interface Fold {
  readonly from: Instant;
  readonly to: Instant;
}

/** A fold as it is drawn: its left edge, and the stretch without events that it stands in. */
export interface DrawnFold extends Fold {
  readonly x: number;
  readonly gap: Fold;
}

export interface Frame {
  /** Width of the picture in pixels. */
  readonly width: number;
  /** Milliseconds a pixel, where nothing is folded. */
  readonly perPixel: number;
  /** An instant, and where it stands in pixels from the left. */
  readonly anchor: { readonly at: Instant; readonly x: number };
}

/** The stretches to be folded with any part between two instants, in the order of time. */
export type Folds = (from: Instant, to: Instant) => readonly Fold[];

/** Room that a fold takes, in pixels. */
export const FOLD_WIDTH = 56;
/** Room beside the events that a fold leaves, in pixels. */
const MARGIN = 22;

interface Knot {
  readonly at: Instant;
  readonly x: number;
}

export class Scale {
  readonly width: number;
  readonly perPixel: number;
  /** Those in view, from left to right. */
  readonly folds: readonly DrawnFold[];
  readonly #knots: readonly Knot[];

  constructor({ width, perPixel, anchor }: Frame, folds: Folds) {
    this.width = width;
    this.perPixel = perPixel;
    const around = folds(anchor.at, anchor.at).find(
      (gap) => this.#inner(gap) !== null && isIn(anchor.at, this.#inner(gap)),
    );
    const inner = around === undefined ? null : this.#inner(around);
    const share = inner === null ? 0 : (anchor.at - inner.from) / (inner.to - inner.from);
    const left = inner === null ? anchor : { at: inner.from, x: anchor.x - share * FOLD_WIDTH };
    const right = inner === null ? anchor : { at: inner.to, x: anchor.x + (1 - share) * FOLD_WIDTH };
    const middle: DrawnFold[] = inner === null || around === undefined ? [] : [{ ...inner, x: left.x, gap: around }];
    const before = this.#leftOf(left, folds);
    const after = this.#rightOf(right, folds);
    const edge = (fold: DrawnFold): Knot[] => [
      { at: fold.from, x: fold.x },
      { at: fold.to, x: fold.x + FOLD_WIDTH },
    ];
    this.folds = [...before, ...middle, ...after];
    const knots = this.folds.flatMap(edge);
    this.#knots = inner === null ? [...before.flatMap(edge), anchor, ...after.flatMap(edge)] : knots;
  }

  /** Pixels from the left; beyond the edges it is only known to be beyond them. */
  x(at: Instant): number {
    const knots = this.#knots;
    const index = firstIndex(knots, (knot) => knot.at > at);
    const [before, next] = [knots[index - 1], knots[index]];
    if (before === undefined) return next === undefined ? 0 : next.x - (next.at - at) / this.perPixel;
    if (next === undefined) return before.x + (at - before.at) / this.perPixel;
    return before.x + ((at - before.at) / (next.at - before.at)) * (next.x - before.x);
  }

  /** The instant that stands at so many pixels from the left. */
  at(x: number): Instant {
    const knots = this.#knots;
    const index = firstIndex(knots, (knot) => knot.x > x);
    const [before, next] = [knots[index - 1], knots[index]];
    if (before === undefined) return next === undefined ? 0 : next.at - (next.x - x) * this.perPixel;
    if (next === undefined) return before.at + (x - before.x) * this.perPixel;
    return before.at + ((x - before.x) / (next.x - before.x)) * (next.at - before.at);
  }

  /** The stretches in view that are not folded, from left to right. */
  get stretches(): readonly Fold[] {
    const found: Fold[] = [];
    let from = this.at(0);
    for (const fold of this.folds) {
      if (fold.from > from) found.push({ from, to: fold.from });
      from = Math.max(from, fold.to);
    }
    const to = this.at(this.width);
    return to > from ? [...found, { from, to }] : found;
  }

  /** What of a stretch without events is folded: not what stands right beside the events. */
  #inner({ from, to }: Fold): Fold | null {
    const margin = MARGIN * this.perPixel;
    return to - from - 2 * margin > 1.5 * FOLD_WIDTH * this.perPixel ? { from: from + margin, to: to - margin } : null;
  }

  #rightOf(start: Knot, folds: Folds): DrawnFold[] {
    const found: DrawnFold[] = [];
    let { at, x } = start;
    while (x < this.width) {
      const reach = at + (this.width - x) * this.perPixel;
      const gap = folds(at, reach).find((each) => (this.#inner(each)?.from ?? Number.NEGATIVE_INFINITY) >= at);
      const inner = gap === undefined ? null : this.#inner(gap);
      if (gap === undefined || inner === null || inner.from > reach) break;
      x += (inner.from - at) / this.perPixel;
      found.push({ ...inner, x, gap });
      x += FOLD_WIDTH;
      at = inner.to;
    }
    return found;
  }

  #leftOf(start: Knot, folds: Folds): DrawnFold[] {
    const found: DrawnFold[] = [];
    let { at, x } = start;
    while (x > 0) {
      const reach = at - x * this.perPixel;
      const gap = folds(reach, at).findLast((each) => (this.#inner(each)?.to ?? Number.POSITIVE_INFINITY) <= at);
      const inner = gap === undefined ? null : this.#inner(gap);
      if (gap === undefined || inner === null || inner.to < reach) break;
      x -= (at - inner.to) / this.perPixel + FOLD_WIDTH;
      found.unshift({ ...inner, x, gap });
      at = inner.from;
    }
    return found;
  }
}

/**
 * How many milliseconds a pixel has to be for everything between two instants to fill the width. `folds` says what would be
 * folded at so many milliseconds a pixel.
 */
export function fitting(width: number, { from, to }: Fold, folds: (perPixel: number) => Folds): number {
  const room = Math.max(1, width);
  let perPixel = (to - from) / room;
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const inView = folds(perPixel)(from, to).filter(
      (gap) => gap.to - gap.from > (1.5 * FOLD_WIDTH + 2 * MARGIN) * perPixel,
    );
    const folded = inView.reduce((sum, gap) => sum + (Math.min(gap.to, to) - Math.max(gap.from, from)), 0);
    const left = room - inView.length * (FOLD_WIDTH + 2 * MARGIN);
    if (left < room / 4) break;
    const next = Math.max(1, (to - from - folded) / left);
    if (Math.abs(next - perPixel) < perPixel / 1000) break;
    perPixel = next;
  }
  return perPixel;
}

const TRIES_MAX = 8;

function isIn(at: Instant, fold: Fold | null): boolean {
  return fold !== null && at > fold.from && at < fold.to;
}
