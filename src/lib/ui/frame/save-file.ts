// Handing something to the browser as a file to be kept. It goes nowhere else.

/** How long what is saved can be read from its address. */
const KEPT_MILLISECONDS = 60_000;

/** Offers the content as a download under this name. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read it only after the click is over: it is let go of when nobody can be at it any more.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MILLISECONDS);
}
