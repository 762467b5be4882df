// Which stretch of time the picture shows, and how large: by itself the last day and what is foreseen, all of it, or whatever
// somebody has zoomed and panned to. Nothing of it is part of the run.
import type { PictureHolder, Stretch } from '../../app/pictured';
import { DAY, SECOND, type Instant } from '../../domain/instant';
import { foldsOf, recentRange, wholeRange, type Folding, type Shown } from './ranges';
import { fitting, Scale, type Fold, type Folds } from './scale';

/** How much time a picture shows at least and at most. */
const LEAST = 10 * SECOND;
const MOST = 300 * DAY;
/** Less than this share of a span is no difference. */
const HAIR = 1e-9;
/** How much of the picture always has something of the run in it. */
const KEPT_SHARE = 0.1;

export class View {
  /** Width of the picture in pixels. */
  width = $state(600);
  readonly #shown: () => Shown;
  /** The instant that has to be in view once it changes; null while time plays by itself. */
  readonly #looked: () => Instant | null;
  readonly #holder: PictureHolder;
  /** Each by itself, so that nothing is drawn anew for a change of the others. */
  readonly #stretch: Stretch = $derived.by(() => this.#holder.picture.stretch);
  readonly #isFolding: boolean = $derived.by(() => this.#holder.picture.isFolding);
  readonly #unfolded: readonly Instant[] = $derived.by(() => this.#holder.picture.unfolded);

  readonly #unmoved: Scale = $derived.by(() => this.#scaleOf(this.#stretch));
  /** The very same while what is looked at is in view: nothing is drawn anew then but the playhead. */
  readonly scale: Scale = $derived.by(() => {
    const scale = this.#unmoved;
    const looked = this.#looked();
    if (looked === null || (this.#stretch.kind === 'free' && this.#stretch.beside === looked)) return scale;
    const x = scale.x(looked);
    return x >= 0 && x <= this.width ? scale : this.#scaleAt(scale.perPixel, { at: looked, x: this.width * 0.4 });
  });

  constructor(shown: () => Shown, looked: () => Instant | null, holder: PictureHolder) {
    this.#holder = holder;
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
    return this.#stretch.kind === 'recent' || this.#stretch.kind === 'follow';
  }

  get isAll(): boolean {
    return this.#stretch.kind === 'all';
  }

  fitAll(): void {
    const looked = this.#looked();
    const { now } = this.#shown();
    this.#show({ kind: 'all', to: looked !== null && looked > now ? looked : null });
  }

  followNow(): void {
    this.#show({ kind: 'recent' });
  }

  /** Whether so many times as much detail can be shown: from seconds to weeks, and neither closer nor farther. */
  canZoom(times: number): boolean {
    const span = this.scale.perPixel * this.width;
    // What is kept is the span and not a pixel's part of it: there and back it is not the same to the last digit.
    return Math.abs(within(span / times) - within(span)) > span * HAIR;
  }

  #show(stretch: Stretch): void {
    this.#holder.picture = { ...this.#holder.picture, stretch };
  }

  /** Shows so many times as much detail; what stands at `x` stays there, without it the present or the middle. */
  zoom(times: number, x?: number): void {
    const { scale } = this;
    const perPixel = within((scale.perPixel * this.width) / times) / this.width;
    const { now } = this.#shown();
    const looked = this.#looked();
    const nowX = scale.x(now);
    if (x === undefined && this.isFollowing && nowX >= 0 && nowX <= this.width) {
      this.#show({ kind: 'follow', span: perPixel * this.width, share: nowX / this.width });
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
    this.#holder.picture = { ...this.#holder.picture, unfolded: [...this.#unfolded, gap.from] };
    this.#move(scale.perPixel, { at: gap.from, x });
  }

  /** Folds everything that is long, or nothing. */
  fold(isFolding: boolean): void {
    this.#holder.picture = { ...this.#holder.picture, unfolded: [], isFolding };
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
    const { width } = this;
    this.#show({ kind: 'free', span: perPixel * width, share: kept.x / width, at: kept.at, beside: looked });
  }

  #scaleOf(stretch: Stretch): Scale {
    const { now } = this.#shown();
    switch (stretch.kind) {
      case 'follow':
      case 'free': {
        const at = stretch.kind === 'follow' ? now : stretch.at;
        return this.#scaleAt(within(stretch.span) / this.width, { at, x: stretch.share * this.width });
      }
      default: {
        const range = stretch.kind === 'all' ? wholeRange(this.#shown(), stretch.to) : recentRange(this.#shown());
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

function within(span: number): number {
  return Math.min(MOST, Math.max(LEAST, span));
}
