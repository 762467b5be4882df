// Desks in windows of their own: two people at one keyboard, or one with two screens, each with a desk before them.
import { createContext } from 'svelte';
import type { ScreenDesk } from '../screen/screen.svelte';

/** Where a window with one desk in it is to be had; a page whose run no other window can see has none. */
export interface DeskWindows {
  readonly hrefOf: (desk: ScreenDesk) => string;
  /** All desks are shown again in this window: the address is to say so too. */
  readonly onall: () => void;
}

export const [getDeskWindows, setDeskWindows] = createContext<() => DeskWindows | null>();

/** What the desks are called, where they are chosen. */
export const DESK_LABELS: Readonly<Record<ScreenDesk, string>> = {
  admin: 'Firm admin',
  user: 'User',
  support: 'Support',
};

/** The desk with this name, or null. */
export function deskNamed(name: string | null): ScreenDesk | null {
  return name === 'admin' || name === 'user' || name === 'support' ? name : null;
}
