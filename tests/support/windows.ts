// Windows of one browser without a browser: what one tells, the others hear at the next turn.
import type { Hint, Neighbours } from '../../src/lib/ports';

export class Windows {
  readonly #listeners = new Map<string, Set<(hint: Hint) => void>>();
  /** Everything that was told, in its order. */
  readonly told: Hint[] = [];
  /** While this is so, nothing that is told arrives. */
  isDeaf = false;

  open(window: string): Neighbours {
    const own = new Set<(hint: Hint) => void>();
    this.#listeners.set(window, own);
    return {
      window,
      tell: (hint) => {
        this.told.push(hint);
        if (this.isDeaf) return;
        for (const [name, listeners] of this.#listeners)
          if (name !== window) for (const listener of listeners) queueMicrotask(() => listener(structuredClone(hint)));
      },
      listen: (listener) => {
        own.add(listener);
        return () => own.delete(listener);
      },
    };
  }

  /** What the browser tells a window. */
  wake(window: string, hint: Hint = { kind: 'awake' }): void {
    for (const listener of this.#listeners.get(window) ?? []) listener(hint);
  }
}
