// What opens inside a drawn screen may stand below its edge: it is scrolled to, as little as needed.
import type { Attachment } from 'svelte/attachments';

export const intoView: Attachment<HTMLElement> = (element) => {
  element.scrollIntoView({ block: 'nearest' });
};
