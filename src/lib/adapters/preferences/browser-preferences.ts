// What this browser remembers outside any run, in local storage. Where that is blocked, whose getter itself throws, it
// lasts as long as the page.
import type { Preferences } from '../../ports';
import { memoryPreferences } from './memory-preferences';

/** What the names of all entries begin with. */
export const PREFIX = 'lockout-lab-';

export function browserPreferences(): Preferences {
  /** What could not be kept where other windows see it. */
  const page = memoryPreferences();
  return {
    read: (name) => {
      try {
        return page.read(name) ?? localStorage.getItem(PREFIX + name);
      } catch {
        return page.read(name);
      }
    },
    keep: (name, value) => {
      try {
        if (value === null) localStorage.removeItem(PREFIX + name);
        else localStorage.setItem(PREFIX + name, value);
        page.keep(name, null);
      } catch {
        // Storage is blocked or full: the page remembers.
        page.keep(name, value);
      }
    },
  };
}
