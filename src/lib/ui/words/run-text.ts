// What is said of the runs in the list, and of a list that is not there.
import type { LineDamage } from '../../app/kept-runs';
import type { Instant } from '../../domain/instant';
import type { StorageFailure } from '../../ports';
import { storageText, type ProblemText } from './problem-text';
import { TimeText } from './time-text';

/** How far a run has come: the product as it is in it now, and what happened. */
export interface Course {
  readonly product: string;
  readonly text: string;
}

const DAMAGES: Readonly<Record<LineDamage, string>> = {
  'row-malformed': 'its line in the list is damaged or from somewhere else',
  'beginning-malformed': 'its beginning is missing or damaged',
  'product-missing': 'the product file it was made with is not in this browser any more',
};

/** Why a run in the list cannot be opened, and what has become of it. */
export function lineDamageText(damage: LineDamage): string {
  return `It cannot be opened: ${DAMAGES[damage]}. It stays as it is; nothing was changed or overwritten.`;
}

/** Why there is no list of runs. */
export function noListText(failure: StorageFailure): ProblemText {
  return failure.kind === 'blocked'
    ? {
        title: 'Nothing is kept here',
        text: "This browser does not let the site keep anything, so a run lives only as long as the lab's page. Everything else works.",
      }
    : storageText(failure);
}

/**
 * `today, 14:05`, or `Thu 20 Nov 2025, 14:05`: real time, as the visitor's own clock has it.
 * @param timeZone the visitor's own without it
 */
export function playedText(at: Instant, present: Instant, timeZone?: string): string {
  const zone = timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = new TimeText(zone, 'en-GB');
  const day = time.date(at);
  return `${day === time.date(present) ? 'today' : day}, ${time.time(at, false)}`;
}
