// Where a run stands in an address: behind the #, which no browser sends to any server.

const NAME = 'run=';

/** What an address says of a run, or null where it says nothing of one. A router may keep its own signs before it. */
export function runInAddress(hash: string): string | null {
  const at = hash.indexOf(NAME);
  if (at < 0 || !/^#(\/?\??)$/.test(hash.slice(0, at))) return null;
  return hash.slice(at + NAME.length);
}

/**
 * The address of a run on a page, and nothing else of the page's own address: what stands behind its ? may be somebody's.
 * @param isHashRouted whether the page's router takes what stands behind the # for a path
 */
export function addressOf(page: string, data: string, isHashRouted: boolean): string {
  return `${page.split(/[?#]/)[0]}#${isHashRouted ? '/?' : ''}${NAME}${data}`;
}
