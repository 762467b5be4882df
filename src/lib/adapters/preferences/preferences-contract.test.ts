// What every implementation of the preferences has to do, also where storage is blocked.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserPreferences, tabPreferences } from './browser-preferences';
import { memoryPreferences } from './memory-preferences';

/** The part of local storage that is used. */
function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

const refuse = (): never => {
  throw new DOMException('blocked', 'SecurityError');
};

afterEach(() => vi.unstubAllGlobals());

for (const [where, make] of [
  ['in memory', memoryPreferences],
  [
    'in local storage',
    () => {
      vi.stubGlobal('localStorage', storage());
      return browserPreferences();
    },
  ],
  [
    'in session storage',
    () => {
      vi.stubGlobal('sessionStorage', storage());
      return tabPreferences();
    },
  ],
  [
    'where storage is blocked',
    () => {
      vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
      return browserPreferences();
    },
  ],
] as const) {
  test(`preferences ${where}: what was kept is read, and what was taken back is gone`, () => {
    const preferences = make();
    expect(preferences.read('tied')).toBeNull();
    preferences.keep('tied', 'one');
    expect(preferences.read('tied')).toBe('one');
    preferences.keep('tied', null);
    expect(preferences.read('tied')).toBeNull();
  });
}

describe('preferences in local storage', () => {
  test('outlive the page, under a name that no other page of the site has', () => {
    const shared = storage();
    vi.stubGlobal('localStorage', shared);
    browserPreferences().keep('tied', 'one');
    expect(browserPreferences().read('tied')).toBe('one');
    expect(shared.getItem('lockout-lab-tied')).toBe('one');
  });

  test('are what other windows left: what one takes back is gone for all', () => {
    vi.stubGlobal('localStorage', storage());
    const [mine, other] = [browserPreferences(), browserPreferences()];
    mine.keep('tied', 'one');
    other.keep('tied', null);
    expect(mine.read('tied')).toBeNull();
  });

  test('are apart from what the tab alone remembers', () => {
    vi.stubGlobal('localStorage', storage());
    vi.stubGlobal('sessionStorage', storage());
    tabPreferences().keep('tied', 'one');
    expect(browserPreferences().read('tied')).toBeNull();
    expect(tabPreferences().read('tied')).toBe('one');
  });

  test('that find no room last as long as the page, and are kept once there is some', () => {
    const shared = storage();
    let isFull = true;
    const full = (name: string, value: string) => (isFull ? refuse() : shared.setItem(name, value));
    vi.stubGlobal('localStorage', { ...shared, setItem: full });
    const preferences = browserPreferences();
    preferences.keep('tied', 'one');
    expect(preferences.read('tied')).toBe('one');
    isFull = false;
    preferences.keep('tied', 'two');
    expect(browserPreferences().read('tied')).toBe('two');
  });
});
