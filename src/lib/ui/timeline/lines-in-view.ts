// Which lines of a long list are drawn: those around the moment that is looked at, and as many more as were asked for. Pure.

export interface LinesWanted {
  /** How many events there are. */
  readonly count: number;
  /** How many of them had happened at the moment that is looked at. */
  readonly here: number;
  readonly moreLater: number;
  readonly moreEarlier: number;
}

export interface LinesInView {
  /** Numbers of the first event that is listed, and of the first behind the last. */
  readonly from: number;
  readonly to: number;
}

/** How many are listed before the moment and after it. */
const EARLIER = 40;
const LATER = 20;
/** The list moves in strides, so that a step in time leaves the most of it as it is. */
const STRIDE = 20;

export function linesInView({ count, here, moreLater, moreEarlier }: LinesWanted): LinesInView {
  const from = Math.floor((here - EARLIER - moreEarlier) / STRIDE) * STRIDE;
  const to = Math.ceil((here + LATER + moreLater) / STRIDE) * STRIDE;
  return { from: Math.max(0, from), to: Math.min(count, to) };
}
