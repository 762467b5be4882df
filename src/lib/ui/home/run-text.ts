// What is said of the runs in the list, and of a list that is not there.
import type { LineDamage } from '../../app/kept-runs';
import type { StorageFailure } from '../../ports';
import { storageText, type ProblemText } from '../words/problem-text';

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
