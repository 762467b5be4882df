// What will happen by itself, from the present of a run and from the moment that is looked at; and whether it may be shown, for
// whoever is asked to foresee it must not read it.
import { isForeseenAlike, upcoming, type Upcoming } from '../domain/views/future';
import type { World } from '../domain/world';

const NOTHING: readonly Upcoming[] = [];

interface Seen {
  /** The world as it stands at present; null before a run is open. */
  readonly present: () => World | null;
  /** The world at the moment that is looked at. */
  readonly lookedAt: () => World | null;
  readonly isPast: () => boolean;
}

export class Foresight {
  #isAsking = $state.raw<() => boolean>(() => false);
  readonly #seen: Seen;
  #foreseen: { readonly world: World; readonly upcoming: readonly Upcoming[] } | null = null;
  /** The very same while nothing that it comes of changes. */
  readonly #fromNow: readonly Upcoming[] = $derived.by(() => {
    const world = this.#seen.present();
    if (world === null) return NOTHING;
    if (this.#foreseen === null || !isForeseenAlike(this.#foreseen.world, world)) {
      this.#foreseen = { world, upcoming: upcoming(world) };
    }
    return this.#foreseen.upcoming;
  });
  readonly fromNow: readonly Upcoming[] = $derived.by(() => (this.isHidden ? NOTHING : this.#fromNow));
  readonly fromMoment: readonly Upcoming[] = $derived.by(() => {
    if (!this.#seen.isPast()) return this.fromNow;
    const world = this.#seen.lookedAt();
    return world === null || this.isHidden ? NOTHING : upcoming(world);
  });

  constructor(seen: Seen) {
    this.#seen = seen;
  }

  get isHidden(): boolean {
    return this.#isAsking();
  }

  hideWhile(isAsking: () => boolean): void {
    this.#isAsking = isAsking;
  }
}
