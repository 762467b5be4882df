// What a tab looks back at, remembered by the tab: a reload shows the very same screen, that of the past included. Nothing
// of it stands in the log, and nothing that it says is taken on trust.
import type { LogRecord } from '../domain/record';
import type { Instant } from '../domain/instant';
import { isSameData } from '../domain/same-data';
import type { Preferences } from '../ports';
import type { LookedAt } from './moment';
import { PLAIN } from './pictured';

const NAME = 'looked-at';

/** What the lab shows of which run. */
export interface Look extends LookedAt {
  readonly run: string;
}

/** Remembers what is looked at; nothing where it is the present as anybody sees it. */
export function rememberLook(tab: Preferences | undefined, look: Look | null): void {
  const isPlain =
    look === null || (look.moment === null && look.passed.length === 0 && isSameData(look.picture, PLAIN));
  tab?.keep(NAME, isPlain ? null : JSON.stringify(look));
}

/** What was remembered for this run, to be read as it stands; null where nothing was. */
export function rememberedLook(
  tab: Preferences | undefined,
  run: string,
): ((records: readonly LogRecord[], now: Instant) => Promise<LookedAt | null>) | null {
  const text = tab?.read(NAME) ?? null;
  // Most of what is read is of another run, or nothing: what reads it is loaded when there is something to read.
  if (text?.includes(run) !== true) return null;
  return async (records, now) => (await import('./read-look')).readLook(text, run, { records, now });
}
