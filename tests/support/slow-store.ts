// The lab's storage as it is on a slow disk: `npm run test:slow` builds the site with this in its place, so that whatever is
// asked for before the last thing is kept is asked for then in every test.
import { openDexieStore as open } from '../../src/lib/adapters/storage/dexie-store';

/** Longer than a test takes from one press to the next. */
const TAKES_MILLISECONDS = 500;
const SLOW = new Set<PropertyKey>(['append', 'keepNow', 'create', 'open', 'swap']);

export async function openDexieStore(...parts: Parameters<typeof open>): ReturnType<typeof open> {
  const opened = await open(...parts);
  return opened.isOk ? { ...opened, value: slowed(opened.value) } : opened;
}

function slowed<Store extends object>(store: Store): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...values: unknown[]) => {
        if (SLOW.has(name)) await new Promise((resolve) => setTimeout(resolve, TAKES_MILLISECONDS));
        return Reflect.apply(value, target, values) as unknown;
      };
    },
  });
}
