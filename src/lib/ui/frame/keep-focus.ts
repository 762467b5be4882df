// Focus that is lost because its control is gone goes to what took the control's place.
import { tick } from 'svelte';

/** After the page has followed what was done: if nothing has the focus any more, `place` gets it. */
export async function keepFocus(place: () => HTMLElement | null | undefined): Promise<void> {
  await tick();
  if (document.activeElement === null || document.activeElement === document.body) place()?.focus();
}
