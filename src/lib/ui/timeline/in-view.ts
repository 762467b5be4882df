// Whether something has ever come into view, or near to it: a picture that nobody has scrolled to need not be drawn.
import type { Attachment } from 'svelte/attachments';

/** How far outside of what it is scrolled in something is drawn already. */
const NEAR = '120px';

/** Tells once, when the element is in view or near to it. */
export function onceInView(seen: () => void): Attachment {
  return (element) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        seen();
      },
      { root: element.closest('[data-lab="picture"]'), rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  };
}
