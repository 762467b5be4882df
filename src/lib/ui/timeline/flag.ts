// The playhead's flag: the time in words above it. It stays within the picture, and what it covers is not written twice. Pure.

export interface Flag {
  readonly label: string;
  /** Where its middle stands, and how far it reaches to either side, in pixels. */
  readonly middle: number;
  readonly half: number;
}

/** About half as wide as a letter is, and what stands around the words, in pixels. */
const HALF_LETTER = 3.8;
const AROUND = 9;

/** What is to be pressed on the axis, from where to where, in pixels. */
export interface Pressable {
  readonly from: number;
  readonly to: number;
}

/** Between the flag and what it keeps clear of. */
const APART = 2;

/**
 * The flag of a playhead at `x` of a picture that is so wide. It keeps clear of what is to be pressed beside it, as far as it
 * then still stands above the playhead.
 */
export function flagAt(label: string, x: number, width: number, pressable: readonly Pressable[] = []): Flag {
  const half = Math.min(width / 2, label.length * HALF_LETTER + AROUND);
  const within = (middle: number): number => Math.min(width - half, Math.max(half, middle));
  const isClear = (middle: number): boolean =>
    pressable.every(({ from, to }) => middle + half <= from || middle - half >= to);
  const middle = within(x);
  if (isClear(middle)) return { label, middle, half };
  const aside = pressable
    .flatMap(({ from, to }) => [from - half - APART, to + half + APART])
    .filter((each) => each === within(each) && Math.abs(each - x) <= half + APART && isClear(each))
    .sort((one, other) => Math.abs(one - x) - Math.abs(other - x));
  return { label, middle: aside[0] ?? middle, half };
}

/** Whether words of this length, written around `x`, would be cut by it. */
export function isCovered(flag: Flag | null, label: string, x: number): boolean {
  return flag !== null && Math.abs(x - flag.middle) < flag.half + label.length * HALF_LETTER;
}
