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

/** The flag of a playhead at `x` of a picture that is so wide. */
export function flagAt(label: string, x: number, width: number): Flag {
  const half = Math.min(width / 2, label.length * HALF_LETTER + AROUND);
  return { label, middle: Math.min(width - half, Math.max(half, x)), half };
}

/** Whether words of this length, written around `x`, would be cut by it. */
export function isCovered(flag: Flag | null, label: string, x: number): boolean {
  return flag !== null && Math.abs(x - flag.middle) < flag.half + label.length * HALF_LETTER;
}
