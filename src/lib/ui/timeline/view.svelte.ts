// Which stretch of time the picture shows, and how large: by itself the last day and what is foreseen, all of it, or whatever
// somebody has zoomed and panned to. Nothing of it is part of the run.
import { DAY, SECOND, type Instant } from '../../domain/instant';
import { foldsOf, recentRange, wholeRange, type Folding, type Shown } from './ranges';
import { fitting, Scale, type Fold, type Folds } from './scale';

type Mode =
  | { readonly kind: 'recent' | 'all' }
  /** The present stays where it is on screen. */
  | { readonly kind: 'follow'; readonly perPixel: number; readonly x: number }
  /** `beside` was looked at when the picture was moved: whatever else is looked at next comes into view. */
  | {
      readonly kind: 'free';
      readonly perPixel: number;
      readonly anchor: { readonly at: Instant; readonly x: number };
      readonly beside: Instant | null;
    };

/** How much time a picture shows at least and at most. */
const LEAST = 10 * SECOND;
const MOST = 300 * DAY;
/** How much of the picture always has something of the run in it. */
const KEPT_SHARE = 0.1;

export class View {
  /** Width of the picture in pixels. */
  width = $state(600);
  readonly #shown: () => Shown;
  /** The instant that has to be in view once it changes; null while time plays by itself. */
  readonly #looked: () => Instant | null;
  #mode = $state.raw<Mode>({ kind: 'recent' });
  #isFolding = $state(true);
  /** Where stretches begin that were unfolded. */
  #unfolded = $state.raw<readonly Instant[]>([]);

  readonly #unmoved: Scale = $derived.by(() => this.#scaleOf(this.#mode));
  /** The very same while what is looked at is in view: nothing is drawn anew then but the playhead. */
  readonly scale: Scale = $derived.by(() => {
    const scale = this.#unmoved;
    const looked = this.#looked();
    if (looked === null || (this.#mode.kind === 'free' && this.#mode.beside === looked)) return scale;
    const x = scale.x(looked);
    return x >= 0 && x <= this.width ? scale : this.#scaleAt(scale.perPixel, { at: looked, x: this.width * 0.4 });
  });

  constructor(shown: () => Shown, looked: () => Instant | null) {
    this.#shown = shown;
    this.#looked = looked;
  }

  /** What is folded, and what was unfolded of it. */
  get folding(): Folding {
    return { isFolding: this.#isFolding, unfolded: this.#unfolded };
  }

  get isFolding(): boolean {
    return this.#isFolding;
  }

  get hasUnfolded(): boolean {
    return this.#unfolded.length > 0;
  }

  /** Whether the present is kept in view by itself. */
  get isFollowing(): boolean {
    return this.#mode.kind === 'recent' || this.#mode.kind === 'follow';
  }

  get isAll(): boolean {
    return this.#mode.kind === 'all';
  }

  fitAll(): void {
    this.#mode = { kind: 'all' };
  }

  followNow(): void {
    this.#mode = { kind: 'recent' };
  }

  /** Whether so many times as much detail can be shown: from seconds to weeks, and neither closer nor farther. */
  canZoom(times: number): boolean {
    const { perPixel } = this.scale;
    return this.#within(perPixel / times) !== this.#within(perPixel);
  }

  #within(perPixel: number): number {
    return Math.min(MOST / this.width, Math.max(LEAST / this.width, perPixel));
  }

  /** Shows so many times as much detail; what stands at `x` stays there, without it the present or the middle. */
  zoom(times: number, x?: number): void {
    const { scale } = this;
    const perPixel = this.#within(scale.perPixel / times);
    const { now } = this.#shown();
    const looked = this.#looked();
    const nowX = scale.x(now);
    if (x === undefined && this.isFollowing && nowX >= 0 && nowX <= this.width) {
      this.#mode = { kind: 'follow', perPixel, x: nowX };
      return;
    }
    const lookedX = looked === null ? -1 : scale.x(looked);
    const fixed = x ?? (lookedX >= 0 && lookedX <= this.width ? lookedX : this.width / 2);
    this.#move(perPixel, { at: scale.at(fixed), x: fixed });
  }

  /** Moves the picture so many pixels to the right. */
  pan(pixels: number): void {
    const middle = this.width / 2;
    this.#move(this.scale.perPixel, { at: this.scale.at(middle - pixels), x: middle });
  }

  unfold(gap: Fold): void {
    const { scale } = this;
    const x = scale.x(gap.from);
    this.#unfolded = [...this.#unfolded, gap.from];
    this.#move(scale.perPixel, { at: gap.from, x });
  }

  /** Folds everything that is long, or nothing. */
  fold(isFolding: boolean): void {
    this.#unfolded = [];
    this.#isFolding = isFolding;
  }

  #move(perPixel: number, anchor: { readonly at: Instant; readonly x: number }): void {
    const { startedAt, now, ends } = this.#shown();
    const looked = this.#looked();
    const scale = this.#scaleAt(perPixel, anchor);
    const last = Math.max(now, ends.at(-1) ?? now);
    const most = this.width * (1 - KEPT_SHARE);
    const least = this.width * KEPT_SHARE;
    let kept = anchor;
    if (scale.x(startedAt) > most) kept = { at: startedAt, x: most };
    else if (scale.x(last) < least) kept = { at: last, x: least };
    this.#mode = { kind: 'free', perPixel, anchor: kept, beside: looked };
  }

  #scaleOf(mode: Mode): Scale {
    const { now } = this.#shown();
    switch (mode.kind) {
      case 'follow':
        return this.#scaleAt(mode.perPixel, { at: now, x: mode.x });
      case 'free':
        return this.#scaleAt(mode.perPixel, mode.anchor);
      default: {
        const range = mode.kind === 'all' ? wholeRange(this.#shown()) : recentRange(this.#shown());
        const perPixel = fitting(this.width, range, (each) => this.#folds(each));
        return this.#scaleAt(perPixel, { at: range.from, x: 0 });
      }
    }
  }

  #scaleAt(perPixel: number, anchor: { readonly at: Instant; readonly x: number }): Scale {
    return new Scale({ width: this.width, perPixel, anchor }, this.#folds(perPixel));
  }

  #folds(perPixel: number): Folds {
    return foldsOf(this.#shown(), this.folding, this.width)(perPixel);
  }
}
