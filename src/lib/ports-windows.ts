// What windows of the lab in one browser tell each other, as an interface only; a part of the ports.

/** How fast a window lets simulated time go on: in simulated seconds a second, or null where it stands still again. */
export interface PlayedTime {
  readonly speed: number | null;
  /** Whose turn at the clock it is: of two windows the one with the later turn, then with the greater name, plays on. */
  readonly turn: number;
  readonly window: string;
}

/** What one window tells the others of the same browser. It says where to look, and is never believed. */
export type Hint =
  /** Something was written to a run. */
  | { readonly kind: 'run'; readonly run: string }
  /** The same, and how the clock is played in the window that tells. */
  | { readonly kind: 'playing'; readonly run: string; readonly played: PlayedTime }
  /** Whoever plays this run is asked to let the clock stand. */
  | { readonly kind: 'hold'; readonly run: string }
  /** Which run is the current one has changed, or which runs there are. */
  | { readonly kind: 'pointers' }
  /** Told by the browser: another window has changed something that is remembered outside any run. */
  | { readonly kind: 'preferences' }
  /** Told by the browser: this window was away, hidden or put aside, and may have missed any hint. */
  | { readonly kind: 'awake' };

/** The other windows of the lab in this browser. */
export interface Neighbours {
  /** This window's name among them, unlike any other. */
  readonly window: string;
  /** Tells them; whoever is not there, or asleep, misses it. Never fails. */
  tell(hint: Hint): void;
  /** Calls back with what another window tells, and when this one comes back, until the returned function is called. */
  listen(listener: (hint: Hint) => void): () => void;
}
