// Room for words in the picture of a lane: whether they fit into a bar, and on which side of a mark they stand.

/** Width of a letter on screen, and the least room beside words, in pixels. */
const LETTER = 6.9;
const BESIDE = 14;

/** How wide words are, in pixels. */
export type WidthOf = (text: string) => number;
export const widthOnScreen: WidthOf = (text) => text.length * LETTER;

/** Pixels that words take, with what has to stay free beside them. */
export function roomOf(text: string, widthOf = widthOnScreen): number {
  return widthOf(text) + BESIDE;
}

/** The first of these words that fit into so many pixels, or none. */
export function fitting(texts: readonly string[], width: number, widthOf = widthOnScreen): string {
  return texts.find((text) => roomOf(text, widthOf) <= width) ?? '';
}

/** Whether words beside a mark at `x` stand before it, because after it the picture ends. */
export function isBefore(x: number, text: string, width: number, widthOf = widthOnScreen): boolean {
  return x > width - roomOf(text, widthOf) - 2;
}
