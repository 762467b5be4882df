// Room for words in the picture of a lane: whether they fit into a bar, and on which side of a mark they stand.

/** Width of a letter, and the least room beside words, in pixels. */
const LETTER = 6.9;
const BESIDE = 14;

/** Pixels that words take, with what has to stay free beside them. */
export function roomOf(text: string): number {
  return text.length * LETTER + BESIDE;
}

/** The first of these words that fit into so many pixels, or none. */
export function fitting(texts: readonly string[], width: number): string {
  return texts.find((text) => roomOf(text) <= width) ?? '';
}

/** Whether words beside a mark at `x` stand before it, because after it the picture ends. */
export function isBefore(x: number, text: string, width: number): boolean {
  return x > width - roomOf(text) - 2;
}
