// Problems outside the rules, in words that say what happened and what to do. Nothing here is ever a dead end.
import type { CheckFinding } from '../../domain/check';
import type { LabProblem, RunDamage } from '../../app/problems';
import type { StorageFailure } from '../../ports';

export interface ProblemText {
  readonly title: string;
  readonly text: string;
}

const FINDINGS: Readonly<Record<CheckFinding, string>> = {
  empty: 'it has no records at all',
  'position-out-of-order': 'a record is missing or stands in the wrong place',
  'time-goes-back': 'time goes back there',
  'genesis-missing': 'its beginning is missing or is not a beginning',
  'genesis-twice': 'it begins a second time',
  'unknown-variant': 'it is pinned to a variant that the product does not have',
  'deadline-missing': 'something was due before it and did not happen',
  'deadline-not-due': 'something happened that was not due',
  'outcome-differs': 'what came of it is not what the rules make of it',
  'reasons-differ': 'the reasons given are not those that the rules give',
};

/** Why a kept run was not opened. */
export function damageText(damage: RunDamage): ProblemText {
  const title = 'This run cannot be opened';
  switch (damage.kind) {
    case 'record-malformed':
      return {
        title,
        text: `Record ${damage.position} is damaged or from somewhere else: at “${damage.path}” it has ${damage.found}, where ${damage.expected} was expected.`,
      };
    case 'link-broken':
      return {
        title,
        text: `Record ${damage.position} was changed after it was written: its link to the one before does not hold.`,
      };
    case 'log-cut-short':
      return { title, text: `It should have ${damage.expected} records and has ${damage.found}.` };
    case 'history-impossible':
      return {
        title,
        text: `At record ${damage.position} ${FINDINGS[damage.finding]}. No rule could have produced this history.`,
      };
    case 'product-missing':
      return { title, text: `The product file it was made with (“${damage.product}”) is not on this computer.` };
    case 'product-malformed':
      return {
        title,
        text: `Its product file is damaged: at “${damage.path}” it has ${damage.found}, where ${damage.expected} was expected.`,
      };
  }
}

/** Why something could not be done with a run. */
export function problemText(problem: LabProblem): ProblemText {
  switch (problem.kind) {
    case 'damaged':
      return damageText(problem.damage);
    case 'storage':
      return storageText(problem.failure);
    default:
      return {
        title: 'It did not work',
        text: 'Something else came first. Look at what is there now, then try again.',
      };
  }
}

/** Why something was not kept. */
export function storageText(failure: StorageFailure): ProblemText {
  switch (failure.kind) {
    case 'conflict':
      return {
        title: 'Something else came first',
        text: 'Another window acted in the meantime. Look at what is there now, then act again.',
      };
    case 'replaced':
      return {
        title: 'This run is gone',
        text: 'The database was deleted or made anew under this page. What you see is the last state; nothing more is kept. Load the page again to go on.',
      };
    case 'full':
      return {
        title: 'Nothing more can be kept',
        text: 'The browser has no room left for this site. Make room, then do it again; nothing was lost.',
      };
    case 'newer':
      return {
        title: 'A newer version is open',
        text: 'A newer version of the lab has taken over in this browser. Load the page again to use it.',
      };
    case 'blocked':
      return {
        title: 'Nothing is kept here',
        text: 'This browser does not let the page keep anything, so the run lives only as long as this page.',
      };
  }
}
