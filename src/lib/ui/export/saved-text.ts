// What is said once a file was handed to the browser. Whether it was kept no page is told.

/** @param bytes how large the file is */
export function savedText(name: string, bytes: number): string {
  const saved = `Saved as ${name}, ${Math.ceil(bytes / 1000).toLocaleString('en-GB')} kB.`;
  return isConfined() ? `${saved} If no file appears, the page around this frame allows no downloads.` : saved;
}

/** Whether this is a frame that its page has shut off: such a one may save files only where that page says so. */
function isConfined(): boolean {
  return window.origin === 'null' && window.self !== window.top;
}
