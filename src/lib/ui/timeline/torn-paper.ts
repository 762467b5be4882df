// The outline of a stretch that is folded away: paper, torn on both sides. Pure.
import { FOLD_WIDTH } from './scale';

/** How high a tooth of the torn edge is, and how deep, in pixels. */
const TOOTH = 12;
const DEPTH = 4;

/** A torn edge from top to bottom. */
export function tornEdge(x: number, height: number): string {
  const teeth = Math.ceil(height / TOOTH);
  return `M${x} 0${Array.from({ length: teeth }, (_, tooth) => `l${tooth % 2 === 0 ? DEPTH : -DEPTH} ${TOOTH}`).join('')}`;
}

/** The torn edges of a fold that is drawn at `x`, and the paper between them. */
export function tornPaper(x: number, height: number): { readonly paper: string; readonly edges: readonly string[] } {
  const teeth = Math.ceil(height / TOOTH);
  const back = Array.from({ length: teeth }, (_, tooth) => `l${(teeth - tooth) % 2 === 0 ? DEPTH : -DEPTH} -${TOOTH}`);
  const [left, right] = [tornEdge(x + 6, height), tornEdge(x + FOLD_WIDTH - 10, height)];
  return { paper: `${left}h${FOLD_WIDTH - 16}${back.join('')}z`, edges: [left, right] };
}
