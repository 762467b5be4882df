// What is remembered outside any run for as long as the page is there.
import type { Preferences } from '../../ports';

export function memoryPreferences(): Preferences {
  const kept = new Map<string, string>();
  return {
    read: (name) => kept.get(name) ?? null,
    keep: (name, value) => {
      if (value === null) kept.delete(name);
      else kept.set(name, value);
    },
  };
}
