// What is filled in on a screen and what was answered there: it belongs to one person in one run, and is on nobody else's.
import type { PasswordCard } from '../../domain/commands';
import type { RefusalReason } from '../../domain/refusals';

interface Filled {
  /** What stands in the code field. Never kept, never sent anywhere but to be compared. */
  readonly typed: string;
  readonly card: PasswordCard;
  /** The last refusal of an act on this screen, until the next. */
  readonly refusal: RefusalReason | null;
}

const NOTHING: Filled = { typed: '', card: 'right', refusal: null };

export class FilledIn {
  /** Whose screen of which run it is. */
  readonly whose: () => string;
  #last = $state.raw({ whose: '', filled: NOTHING });

  constructor(whose: () => string) {
    this.whose = whose;
  }

  get now(): Filled {
    return this.#last.whose === this.whose() ? this.#last.filled : NOTHING;
  }

  /** @param whose on whose screen it was done; nothing comes of it where somebody else sits there by now */
  change(change: Partial<Filled>, whose = this.whose()): void {
    if (whose === this.whose()) this.#last = { whose, filled: { ...this.now, ...change } };
  }
}
