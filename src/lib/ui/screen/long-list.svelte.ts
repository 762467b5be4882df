// A long list of people, of which one page is drawn at a time: everybody is reached by turning pages, or by a search. A short one
// is one page, and has neither.
import type { PeopleIndex } from '../frame/people-index';

/** How many stand on a page. */
export const PAGE = 15;

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Number of the first of them, from 1; 0 where nobody was found. */
  readonly first: number;
  readonly last: number;
  /** How many there are by that search. */
  readonly count: number;
}

export class LongList<Row> {
  #typed = $state('');
  #from = $state(0);
  readonly #index: () => PeopleIndex<Row>;

  readonly isLong: boolean = $derived.by(() => this.#index().rows.length > PAGE);
  readonly page: Page<Row> = $derived.by(() => {
    const { rows } = this.#index();
    const found = this.isLong ? this.#index().find(this.#typed) : rows;
    // The list may have become shorter since its page was turned.
    const from = this.#from < found.length ? this.#from : 0;
    const shown = found.slice(from, from + PAGE);
    return { rows: shown, first: Math.min(from + 1, found.length), last: from + shown.length, count: found.length };
  });

  /** @param index what is listed; a new one for another list. */
  constructor(index: () => PeopleIndex<Row>) {
    this.#index = index;
  }

  get typed(): string {
    return this.#typed;
  }

  /** Another search begins at its first page. */
  set typed(text: string) {
    this.#typed = text;
    this.#from = 0;
  }

  get hasEarlier(): boolean {
    return this.page.first > 1;
  }

  get hasLater(): boolean {
    return this.page.last < this.page.count;
  }

  /** A page on or back, where there is one. */
  turn(by: -1 | 1): void {
    if (by === -1 ? !this.hasEarlier : !this.hasLater) return;
    this.#from = this.page.first - 1 + by * PAGE;
  }
}
