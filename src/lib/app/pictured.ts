// What the timeline shows of a run: which stretch of it, how large, what is unfolded, whose lanes are kept in view, and where the
// playhead waits ahead. Nothing of it is part of the run; a link and a reload show it again.
import type { Instant } from '../domain/instant';

export type Stretch =
  | { readonly kind: 'recent' }
  /** From the beginning to the last thing that is foreseen, and to where the playhead waited when this was asked for. */
  | { readonly kind: 'all'; readonly to: Instant | null }
  /** The present stands at a share of the width. `span` is how much time the width stands for where nothing is folded, in ms. */
  | { readonly kind: 'follow'; readonly span: number; readonly share: number }
  /** `at` stands at a share of the width. `beside` was looked at then: whatever else is looked at next comes into view. */
  | {
      readonly kind: 'free';
      readonly span: number;
      readonly share: number;
      readonly at: number;
      readonly beside: Instant | null;
    };

export interface Pictured {
  readonly stretch: Stretch;
  readonly isFolding: boolean;
  /** Where stretches begin that were unfolded. */
  readonly unfolded: readonly Instant[];
  /** Ids of those whose lanes are kept in view. */
  readonly picked: readonly string[];
  /** How many more lanes are drawn than by itself. */
  readonly others: number;
  /** Where the playhead waits ahead of the present; null where it does not. */
  readonly ahead: Instant | null;
}

/** As nobody has changed it. */
export const PLAIN: Pictured = {
  stretch: { kind: 'recent' },
  isFolding: true,
  unfolded: [],
  picked: [],
  others: 0,
  ahead: null,
};

/** Holds what is shown, so that whoever draws it and whoever passes it on have the same. */
export interface PictureHolder {
  picture: Pictured;
}
