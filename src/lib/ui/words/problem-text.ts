// Problems outside the rules, in words that say what happened and what to do. Nothing here is ever a dead end.
import { FINDINGS } from '../../app/finding-words';
import type { LabProblem, RunDamage } from '../../app/problems';
import type { LinkFault } from '../../app/read-link';
import type { StorageFailure } from '../../ports';

export interface ProblemText {
  readonly title: string;
  readonly text: string;
}

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
    case 'link':
      return linkText(problem.fault);
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

/** Why the run of a link was not opened. The lab is as it was without the link. */
export function linkText(fault: LinkFault): ProblemText {
  const title = 'The run of the link was not opened, and nothing was changed';
  const askForFile = 'Ask whoever sent it to save the run as a file, and open that.';
  switch (fault.kind) {
    case 'damaged':
      return {
        title,
        text: `The link is damaged: it has ${fault.found}. Copy the whole of it again, or ask for a new one.`,
      };
    case 'newer':
      return {
        title,
        text: `A newer lab has made it (format ${fault.found}). Load the page again to get the newest lab.`,
      };
    case 'cannot-unpack':
      return { title, text: `This browser cannot unpack links. ${askForFile}` };
    case 'other-rules':
      return {
        title,
        text: `It was made by rules ${fault.found}, and these are rules ${fault.expected}: what would come of it is not what was. ${askForFile}`,
      };
    case 'other-product':
      return {
        title,
        text: `It is played on the product “${fault.found}”, which is not here in that variant and wording. ${askForFile}`,
      };
    case 'other-start':
      return { title, text: `It begins from “${fault.found}”, which is not here as it was. ${askForFile}` };
    case 'other-log':
      return {
        title,
        text: `What it asks leads to other records than those it was made from: the hash at its head is another. ${askForFile}`,
      };
  }
}
