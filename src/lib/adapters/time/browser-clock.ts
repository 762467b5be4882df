// Real time by the platform's monotonic clock.
import type { WallClock } from '../../ports';

export const browserClock: WallClock = {
  elapsed: () => performance.now(),
  every: (milliseconds, callback) => {
    const timer = setInterval(callback, milliseconds);
    return () => clearInterval(timer);
  },
};
