// What a page says to the service worker. It never answers: a page sees by its events what comes of it.

export type PageMessage =
  /** A page that is open, and the version it is of. */
  | { readonly type: 'open'; readonly version: string }
  /** Somebody wants the version that waits. */
  | { readonly type: 'take-over' };

/** The message, or null for anything that is none. */
export function readMessage(data: unknown): PageMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  if (data.type === 'take-over') return { type: 'take-over' };
  if (data.type !== 'open' || !('version' in data) || typeof data.version !== 'string') return null;
  return { type: 'open', version: data.version };
}
