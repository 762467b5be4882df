// What this browser remembers outside any run, in local storage; and what one tab does, in session storage, which a reload
// outlives and another tab does not see. Where that is blocked, whose getter itself throws, it lasts as long as the page.
import type { Preferences } from '../../ports';
import { memoryPreferences } from './memory-preferences';

/** What the names of all entries begin with. */
export const PREFIX = 'lockout-lab-';

export function browserPreferences(): Preferences {
  return preferencesIn(() => localStorage);
}

export function tabPreferences(): Preferences {
  return preferencesIn(() => sessionStorage);
}

function preferencesIn(storage: () => Storage): Preferences {
  /** What could not be kept there. */
  const page = memoryPreferences();
  return {
    read: (name) => {
      try {
        return page.read(name) ?? storage().getItem(PREFIX + name);
      } catch {
        return page.read(name);
      }
    },
    keep: (name, value) => {
      try {
        if (value === null) storage().removeItem(PREFIX + name);
        else storage().setItem(PREFIX + name, value);
        page.keep(name, null);
      } catch {
        // Storage is blocked or full: the page remembers.
        page.keep(name, value);
      }
    },
  };
}
