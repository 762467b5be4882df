// The marks of the axis: on whole units of the clock on the wall, whatever the clocks do to summer and back. Pure.
import { DAY, HOUR, MINUTE, SECOND, type Instant } from '../../domain/instant';
import type { Fold } from './scale';

/** What the clocks of a zone show. */
export interface WallClocks {
  /** Milliseconds, as if they were UTC. */
  wallOf(at: Instant): number;
  instantOf(wall: number): Instant;
}

const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 28, 91, 182, 364].map((count) => count * DAY),
];
/** Days are counted from a Monday, so that a week begins with one. */
const MONDAY = 4 * DAY;

/** The least unit of which two marks stand at least so many milliseconds apart. */
export function stepFor(apart: number): number {
  return STEPS.find((step) => step >= apart) ?? STEPS.at(-1) ?? DAY;
}

/** The instants within a stretch at which the clocks show whole units, in their order. */
export function marksIn({ from, to }: Fold, step: number, clocks: WallClocks): readonly Instant[] {
  return step < DAY ? marksOfTheDay({ from, to }, step, clocks) : marksOfDays({ from, to }, step, clocks);
}

/** Where the clocks go back, what they show twice is marked twice; what they leap over is not marked. */
function marksOfTheDay({ from, to }: Fold, step: number, clocks: WallClocks): readonly Instant[] {
  const marks: Instant[] = [];
  // Clocks leap by half hours: whatever they do, every whole unit is met in strides of that.
  const stride = Math.min(step, 30 * MINUTE);
  for (let at = from + ((stride - (clocks.wallOf(from) % stride)) % stride); at <= to; at += stride) {
    if (clocks.wallOf(at) % step === 0) marks.push(at);
  }
  return marks;
}

function marksOfDays({ from, to }: Fold, step: number, clocks: WallClocks): readonly Instant[] {
  const marks: Instant[] = [];
  const first = Math.ceil((clocks.wallOf(from) - MONDAY) / step) * step + MONDAY;
  for (let wall = first; clocks.instantOf(wall) <= to; wall += step) {
    const at = clocks.instantOf(wall);
    if (at >= from) marks.push(at);
  }
  return marks;
}
