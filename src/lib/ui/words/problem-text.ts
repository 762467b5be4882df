// Problems outside the rules, in words that say what happened and what to do. Nothing here is ever a dead end.
import { FINDINGS } from '../../app/finding-words';
import type { LabProblem, RunDamage } from '../../app/problems';
import type { LinkFault } from '../../app/read-link';
import type { Loss, WitnessedRun } from '../../app/witness';
import { inWords } from '../../products/expected';
import type { StorageFailure } from '../../ports';
import { TimeText } from './time-text';

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
        text: `Record ${damage.position} is damaged or from somewhere else: at “${damage.path}” it has ${inWords(damage.found)}; expected: ${inWords(damage.expected)}.`,
      };
    case 'link-broken':
      return {
        title,
        text: `Record ${damage.position} was changed after it was written: it no longer fits the one before it.`,
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
        text: `Its product file is damaged: at “${damage.path}” it has ${damage.found}; expected: ${damage.expected}.`,
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
    case 'lost':
      return lossText(problem.loss);
    case 'link':
      return linkText(problem.fault);
    case 'no-such-desk':
      return {
        title: 'The link names a desk that is not here',
        text: `It says “${problem.found}”; there are ${problem.expected.join(', ')}. All desks are shown, and nothing was changed.`,
      };
    case 'other-gone':
      return {
        title: 'That run was deleted in another window',
        text: 'Where it is in the trash, it can be brought back on the page Runs. The run on screen is as it was.',
      };
    default:
      return {
        title: 'It did not work',
        text: 'Something else came first. Look at what is there now, then try again.',
      };
  }
}

/**
 * Why something was not kept, or nothing is.
 * @param isKept whether the run on screen is in a database; without one it lives only as long as the page.
 */
export function storageText(failure: StorageFailure, isKept = true): ProblemText {
  switch (failure.kind) {
    case 'conflict':
      return {
        title: 'Something else came first',
        text: 'Another window acted in the meantime. Look at what is there now, then act again.',
      };
    case 'replaced':
      return {
        title: 'The database of this run was deleted',
        text: 'It was deleted, or made anew, while this page had it open. The page still has all of the run as you see it, and nothing more can be done in it until it is kept again. Loading the page again would lose it.',
      };
    case 'gone':
      return {
        title: 'This run was deleted in another window',
        text: 'What you see is its last state, and nothing more can be done in it. Bring it back from the trash on the page Runs, or keep it again from here. Where you do neither, another run opens when this page is loaded again.',
      };
    case 'full':
      return isKept
        ? {
            title: 'Nothing more can be kept',
            text: 'The browser has no room left for this site. What you asked for was not done, and everything before it is kept as it was. Make room on this computer, or delete runs that you no longer need, then do it again.',
          }
        : {
            title: 'There is no room to keep anything',
            text: 'The browser has no room left for this site, so the run lives only as long as this page. Make room on this computer, then load the page again.',
          };
    case 'newer':
      return isKept
        ? {
            title: 'A newer version is open',
            text: 'A newer version of the lab has taken over in this browser. Load the page again to use it.',
          }
        : {
            title: 'What is kept here was written by a newer version',
            text: 'This page is older than the lab that was here last. It leaves what is kept alone, and plays a run that lives only as long as the page. Load the page again to get the newer version.',
          };
    case 'blocked':
      return isKept
        ? {
            title: 'What is kept here cannot be read',
            text: `The browser's storage failed (${shortened(failure.detail)}). Nothing of it was changed. Load the page again; where that does not help, start the browser again.`,
          }
        : {
            title: 'Nothing is kept here',
            text: 'This browser does not let the page keep anything, so the run lives only as long as this page.',
          };
  }
}

/** What was kept here once and is not there, or not within reach. */
export function lossText(loss: Loss): ProblemText {
  switch (loss.kind) {
    case 'all':
      return {
        title: 'What was kept here is gone',
        text: "Runs were kept in this browser, and the database that they were in is empty now, or another one. Somebody may have cleared the site's data, the browser may have, to make room, or its files were damaged.",
      };
    case 'run':
      return {
        title: 'A run that was kept here is gone',
        text: 'It was the last one that was played in this browser, and the database does not have it any more. The browser or the computer may have been stopped in the middle of something, or files were damaged.',
      };
    case 'tail': {
      const lost = loss.run.position + 1 - loss.left;
      return {
        title: `The end of this run is gone: ${recordsText(lost)}`,
        text: `${whatText(loss.run)} when it was last kept. ${recordsText(loss.left)} ${loss.left === 1 ? 'is' : 'are'} left, sound as far as they go, and the run goes on from there. A file that it was saved in before can be opened from the bar above.`,
      };
    }
    case 'unreachable':
      return {
        title: 'What is kept here cannot be reached',
        text: `${unreachableText(loss.failure)} Kept here before: ${loss.runs.map(whatText).join('; ')}.`,
      };
  }
}

function unreachableText(failure: StorageFailure): string {
  if (failure.kind !== 'blocked') return storageText(failure, false).text;
  return `The browser does not open the database (${shortened(failure.detail)}), so you play a run that lives only as long as this page. Start the browser again. Where that does not help, only clearing this site's data in the browser's settings lets it keep runs again, and what is kept is lost then.`;
}

/** `The phone on the train: 34 records, and stood at Mon 9 Mar 2026, 09:00`. */
export function whatText({ title, position, now, timeZone, locale }: WitnessedRun): string {
  return `${title}: ${recordsText(position + 1)}, and stood at ${timeText(now, timeZone, locale)}`;
}

/** `1 record`, `34 records`. */
function recordsText(count: number): string {
  return `${count} record${count === 1 ? '' : 's'}`;
}

/** What a browser says of its own faults can be long, and is in no language in particular. */
function shortened(detail: string): string {
  return detail.length > 120 ? `${detail.slice(0, 120)}…` : detail;
}

/** What is remembered outside the database may be damaged as well: then the time is told without its zone. */
function timeText(at: number, timeZone: string, locale: string): string {
  try {
    const time = new TimeText(timeZone, locale);
    return `${time.date(at)}, ${time.time(at)}`;
  } catch {
    return 'a time that cannot be told';
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
        text: `What it asks leads to another run than the one it was made from. ${askForFile}`,
      };
  }
}
