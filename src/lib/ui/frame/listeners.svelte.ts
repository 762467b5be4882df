// Where what is said to everybody is put on the page. While a modal dialog is open everything else is inert, and a live
// region there is not heard: so it is the dialog in front that says it, and the page itself where none is open.
import { createContext } from 'svelte';

export class Listeners {
  #dialogs = $state.raw<readonly object[]>([]);
  #before = $state(0);
  #atLastPress = 0;

  /** The dialog in front; null where none is open. */
  readonly front: object | null = $derived(this.#dialogs.at(-1) ?? null);

  /** How many things had been said that whatever stands in front now need not say again. */
  get before(): number {
    return this.#before;
  }

  /** A dialog stands in front from now on, until what is returned is called. What its last press brought about is said behind it then. */
  open(dialog: object, timesSaid: number): () => void {
    this.#dialogs = [...this.#dialogs, dialog];
    this.#before = timesSaid;
    this.press(timesSaid);
    return () => {
      this.#dialogs = this.#dialogs.filter((each) => each !== dialog);
      this.#before = this.#atLastPress;
    };
  }

  /** Somebody presses something in a dialog: what was said until then was heard, what comes of it was not. */
  press(timesSaid: number): void {
    this.#atLastPress = timesSaid;
  }
}

export const [getListeners, setListeners] = createContext<Listeners>();
