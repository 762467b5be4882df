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
/** Half of what the next may take, and a little. */
const BESIDE = 9;
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

/** Ticks in the order of time; the number of one leaves room for the next. */
export function ticksIn<Tick extends { readonly at: Instant }>(
  ticks: readonly Tick[],
  scale: Scale,
): readonly DrawnTick<Tick>[] {
  const drawn: DrawnTick<Tick>[] = [];
  let index = firstIndex(ticks, (tick) => tick.at >= scale.at(-BEYOND));
  while (index < ticks.length) {
    const first = ticks[index];
    if (first === undefined || first.at > scale.at(scale.width + BEYOND)) break;
    const from = scale.x(first.at);
    let [x, edge] = [from, from + APART];
    let end = index + 1;
    // What is drawn as one takes more room the more it is, and may cover the next: then that is one of them.
    for (let isGrowing = true; isGrowing;) {
      const until = scale.at(edge);
      const reached = Math.max(
        end,
        firstIndex(ticks, (tick) => tick.at > until),
      );
      isGrowing = reached > end;
      end = reached;
      x = (from + scale.x(ticks[end - 1]?.at ?? first.at)) / 2;
      edge = end - index === 1 ? edge : Math.max(edge, x + tickWidth(end - index) / 2 + BESIDE);
    }
    drawn.push({ tick: ticks[end - 1] ?? first, x: round(x), count: end - index });
    index = end;
  }
  return drawn;
}

/** How wide it is drawn, when it stands for so many. */
export function tickWidth(count: number): number {
  return count === 1 ? 7 : 8 + String(count).length * 8;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
