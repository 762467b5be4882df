// What of a lane is drawn on a scale: only what is in view, and what falls on the same few pixels as one. Pure; it never
// looks at more of a lane than there are pixels.
import { firstIndex } from '../../domain/first-index';
import type { Instant } from '../../domain/instant';
import type { Scale } from './scale';

interface Stretch {
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface DrawnBar<Bar> {
  readonly bar: Bar;
  readonly x: number;
  readonly width: number;
}

export interface DrawnTick<Tick> {
  /** The last of those that are drawn as one. */
  readonly tick: Tick;
  readonly x: number;
  readonly count: number;
}

/** Ticks nearer to each other than this are drawn as one. */
const APART = 13;
/** How far outside the picture something is still drawn. */
const BEYOND = 12;

/** Bars of one kind, which do not overlap and stand in the order of time; one that still holds is drawn up to `now`. */
export function barsIn<Bar extends Stretch>(
  bars: readonly Bar[],
  scale: Scale,
  now: Instant,
): readonly DrawnBar<Bar>[] {
  const drawn: DrawnBar<Bar>[] = [];
  const edge = scale.width + BEYOND;
  let index = firstIndex(bars, (bar) => (bar.to ?? now) > scale.at(-BEYOND));
  while (index < bars.length) {
    const bar = bars[index];
    if (bar === undefined || bar.from > scale.at(edge)) break;
    const x = Math.max(-BEYOND, scale.x(bar.from));
    const end = Math.min(edge, scale.x(Math.max(bar.from, bar.to ?? now)));
    drawn.push({ bar, x: round(x), width: round(Math.max(1.5, end - x)) });
    // The next that ends a pixel further on: those between would be drawn on the same pixel.
    const until = scale.at(Math.max(end, x + 0.5) + 0.5);
    index = Math.max(
      index + 1,
      firstIndex(bars, (each) => (each.to ?? now) > until),
    );
  }
  return drawn;
}

/** Ticks in the order of time. */
export function ticksIn<Tick extends { readonly at: Instant }>(
  ticks: readonly Tick[],
  scale: Scale,
): readonly DrawnTick<Tick>[] {
  const drawn: DrawnTick<Tick>[] = [];
  let index = firstIndex(ticks, (tick) => tick.at >= scale.at(-BEYOND));
  while (index < ticks.length) {
    const first = ticks[index];
    if (first === undefined || first.at > scale.at(scale.width + BEYOND)) break;
    const x = scale.x(first.at);
    const until = scale.at(x + APART);
    const end = Math.max(
      index + 1,
      firstIndex(ticks, (tick) => tick.at > until),
    );
    const last = ticks[end - 1] ?? first;
    drawn.push({ tick: last, x: round((x + scale.x(last.at)) / 2), count: end - index });
    index = end;
  }
  return drawn;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
