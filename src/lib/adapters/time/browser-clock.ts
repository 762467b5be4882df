// Real time: spans by the platform's monotonic clock, the present by the computer's own.
import type { WallClock } from '../../ports';

/** What waits for idleness does not wait longer than this. */
const IDLE_MILLISECONDS = 500;

export const browserClock: WallClock = {
  present: () => Date.now(),
  elapsed: () => performance.now(),
  every: (milliseconds, callback) => {
    const timer = setInterval(callback, milliseconds);
    return () => clearInterval(timer);
  },
  idle: () =>
    new Promise((resolve) => {
      // Not every browser has idle callbacks; a turn of the event loop is the nearest thing.
      if (typeof requestIdleCallback === 'function')
        requestIdleCallback(() => resolve(), { timeout: IDLE_MILLISECONDS });
      else setTimeout(resolve, IDLE_MILLISECONDS);
    }),
};
