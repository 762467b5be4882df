// The other windows of the lab in this browser, over a broadcast channel. A page that the browser puts aside lets go of the
// channel: a message would make the browser throw it away, and it looks for itself when it comes back.
import type { Hint, Neighbours } from '../../ports';
import { hintIn } from './hint-shape';

const CHANNEL = 'lockout-lab';

/** @param window this window's name, unlike any other. */
export function broadcastNeighbours(window: string): Neighbours {
  let channel: BroadcastChannel | null = null;
  return {
    window,
    tell: (hint) => {
      try {
        const told = channel ?? new BroadcastChannel(CHANNEL);
        told.postMessage(hint);
        if (told !== channel) told.close();
      } catch {
        // A browser that lets windows tell each other nothing: each looks for itself when it is come back to.
      }
    },
    listen: (listener) => {
      const open = (): void => {
        channel = openChannel(listener);
      };
      const close = (): void => {
        channel?.close();
        channel = null;
      };
      const stop = whenTold({
        // Not over the channel: a message may come before the change itself can be seen.
        onPreferences: () => listener({ kind: 'preferences' }),
        onAsleep: close,
        onAwake: () => {
          if (channel === null) open();
          listener({ kind: 'awake' });
        },
      });
      open();
      return () => {
        stop();
        close();
      };
    },
  };
}

function openChannel(listener: (hint: Hint) => void): BroadcastChannel | null {
  try {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => {
      const hint = hintIn(data);
      if (hint !== null) listener(hint);
    };
    return channel;
  } catch {
    return null;
  }
}

interface Told {
  readonly onPreferences: () => void;
  readonly onAsleep: () => void;
  readonly onAwake: () => void;
}

/** Calls back with what the browser tells: the page is put aside, or there again, shown, thawed or restored. */
function whenTold({ onPreferences, onAsleep, onAwake }: Told): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  addEventListener('storage', onPreferences, { signal });
  addEventListener('pagehide', onAsleep, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && onAwake(), { signal });
  document.addEventListener('resume', onAwake, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && onAwake(), { signal });
  return () => ended.abort();
}
