// The router of the player decodes what stands behind the #, and would not start on a damaged link that cannot be decoded.
// The link is then told of as damaged, by whoever reads it.

/** Runs before the router does. */
export function init(): void {
  try {
    decodeURIComponent(location.hash);
  } catch {
    history.replaceState(history.state, '', location.hash.replaceAll('%', '~'));
  }
}
