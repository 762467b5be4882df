// Instants and spans. Time is a value here: nothing in this folder reads a clock.

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * The instant `seconds` elapsed seconds after `from`. Elapsed, never calendar: a 24-hour code made the day before a
 * daylight-saving change ends an hour earlier or later on the wall (ONV-6).
 */
export function after(from: Instant, seconds: number): Instant {
  return from + seconds * SECOND;
}
