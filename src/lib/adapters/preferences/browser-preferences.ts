// What this browser remembers outside any run, in local storage. Where that is blocked, whose getter itself throws, it
// lasts as long as the page.
import type { Preferences } from '../../ports';
import { memoryPreferences } from './memory-preferences';

/** What the names of all entries begin with. */
export const PREFIX = 'lockout-lab-';

export function browserPreferences(): Preferences {
  const page = memoryPreferences();
  return {
    read: (name) => {
      try {
        return localStorage.getItem(PREFIX + name) ?? page.read(name);
      } catch {
        return page.read(name);
      }
    },
    keep: (name, value) => {
      page.keep(name, value);
      try {
        if (value === null) localStorage.removeItem(PREFIX + name);
        else localStorage.setItem(PREFIX + name, value);
      } catch {
        // Storage is blocked or full: the page remembers.
      }
    },
  };
}
