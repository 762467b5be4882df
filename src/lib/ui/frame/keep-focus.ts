// Focus that is lost because its control is gone, or cannot be used any more, goes to what took the control's place.
import { tick } from 'svelte';

/** After the page has followed what was done: if nothing has the focus any more, `place` gets it. */
export async function keepFocus(place: () => HTMLElement | null | undefined): Promise<void> {
  await tick();
  const at = document.activeElement;
  // A control that was switched off loses the focus only when it is drawn so.
  if (at === null || at === document.body || at.matches(':disabled')) place()?.focus();
}
