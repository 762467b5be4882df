// Keeps the mark on what the current step points at, wherever and whenever the page draws it, and takes people there.
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Target } from '../../scenarios/scenario';
import type { Guide } from './guide.svelte';
import { lookFor, show, viewOf, type Pointed, type View } from './pointer';

export class Pointing {
  /** What is on screen for the current step; null before anything was looked for. */
  found = $state.raw<Pointed | null>(null);
  readonly #guide: Guide;

  constructor(guide: Guide) {
    this.#guide = guide;
  }

  get target(): Target | undefined {
    return this.#guide.isLookingBack ? undefined : this.#guide.step?.target;
  }

  /** Where what is pointed at stands, where there is room for one desk only and it is another, or the timeline. */
  get outOfView(): View | null {
    const { target } = this;
    return target === undefined || this.found?.isInView !== false ? null : viewOf(target);
  }

  /** Whether the control itself is before them: to be shown it is to have it marked and focused, and nothing is walked. */
  get isThere(): boolean {
    return this.found?.standing === 'there' && this.found.isInView;
  }

  /** On the coach: marks the control of each step in turn. What is drawn changes by itself, so the page is observed. */
  readonly follow: Attachment<HTMLElement> = (coach) => {
    const { target } = this;
    let marked: HTMLElement | null = null;
    const look = (): void => {
      this.found = lookFor(this.#guide.lab, target);
      const { element, isInView } = this.found;
      if (element === marked) return;
      marked?.removeAttribute('data-pointed');
      marked = element;
      marked?.setAttribute('data-pointed', '');
      const isTyping = document.activeElement?.matches('input:not([type=radio])') === true;
      // Whatever was pressed may yet move the focus, and the page with it.
      if (isInView && !isTyping) requestAnimationFrame(() => element?.scrollIntoView({ block: 'nearest' }));
    };
    const observer = new MutationObserver(look);
    const attributeFilter = ['data-desk'];
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter });
    window.addEventListener('resize', look);
    untrack(look);
    if (this.#guide.isOver) requestAnimationFrame(() => coach.scrollIntoView({ block: 'start' }));
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', look);
      marked?.removeAttribute('data-pointed');
    };
  };

  /** Takes somebody to the control, and the focus with them. */
  async show(): Promise<void> {
    const { target } = this;
    if (target !== undefined) await show(this.#guide.lab, target);
  }
}
