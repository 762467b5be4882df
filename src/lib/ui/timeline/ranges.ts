// What of a run a picture shows by itself, and which stretches without events it folds. Pure.
import type { Gaps } from '../../domain/views/gaps';
import { DAY, HOUR, SECOND, type Instant } from '../../domain/instant';
import type { Fold, Folds } from './scale';

/** What there is to be shown. */
export interface Shown {
  readonly startedAt: Instant;
  /** The present of the run. */
  readonly now: Instant;
  /** The instant of an event not long ago: by itself the picture reaches back to it. */
  readonly recent: Instant;
  /** When something will happen, in order. */
  readonly ends: readonly Instant[];
  readonly gaps: Gaps;
}

/** What is folded: nothing, or what is long, but for the stretches that begin at these instants. */
export interface Folding {
  readonly isFolding: boolean;
  readonly unfolded: readonly Instant[];
}

/** How far ahead of now something may lie and still stretch the picture by itself. */
const AHEAD_MAX = 3 * DAY;
/** How much of what is to come is shown in any case, and of what was. */
const AHEAD_LEAST = 2 * HOUR;
const BEHIND = 26 * HOUR;
/** A stretch without events is folded when it would fill so much of the picture; ahead of now it is waited for. */
const FOLDED_SHARE = 0.5;
const FOLDED_SHARE_AHEAD = 1.5;

/** The last day, and what is foreseen. */
export function recentRange({ startedAt, now, recent, ends }: Shown): Fold {
  const from = Math.max(startedAt, Math.floor(Math.min(recent, now - BEHIND) / HOUR) * HOUR);
  const near = ends.filter((at) => at - now <= AHEAD_MAX);
  const last = Math.max(now + AHEAD_LEAST, ...near);
  return { from: from - (last - from) / 50, to: Math.ceil((last + (last - from) / 10) / HOUR) * HOUR };
}

/** From the beginning of the run to the last thing that is foreseen, and at least to an instant. */
export function wholeRange({ startedAt, now, ends }: Shown, to: Instant | null = null): Fold {
  const last = Math.max(now, ends.at(-1) ?? now, to ?? now);
  const margin = Math.max(SECOND, (last - startedAt) / 20);
  return { from: startedAt - margin / 4, to: last + margin * 2 };
}

/** What is folded in a picture so wide, at so many milliseconds a pixel. */
export function foldsOf({ gaps, now, ends }: Shown, { isFolding, unfolded }: Folding, width: number) {
  return (perPixel: number): Folds => {
    if (!isFolding) return () => [];
    const least = FOLDED_SHARE * width * perPixel;
    const leastAhead = FOLDED_SHARE_AHEAD * width * perPixel;
    const tail: Fold[] = [];
    if (gaps.last !== null && now - gaps.last >= least) tail.push({ from: gaps.last, to: now });
    let before = now;
    for (const at of ends) {
      if (at - before >= leastAhead) tail.push({ from: before, to: at });
      before = at;
    }
    return (from, to) =>
      [...gaps.between(from, to, least), ...tail.filter((gap) => gap.to > from && gap.from < to)].filter(
        (gap) => !unfolded.includes(gap.from),
      );
  };
}
