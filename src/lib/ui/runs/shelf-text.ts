// What is said of runs on their page, and of what could not be done with one.
import type { KeptRun } from '../../app/kept-runs';
import type { RunImport } from '../../app/run-file';
import type { StorageFailure } from '../../ports';
import type { ProblemText } from '../words/problem-text';
import { noListText } from '../words/run-text';

export function nameOf({ title }: KeptRun): string {
  return title ?? 'A run without a title';
}

/** Why something was not done with a run. */
export function failureText(failure: StorageFailure): ProblemText {
  return failure.kind === 'replaced' || failure.kind === 'gone'
    ? {
        title: 'This run is not here any more',
        text: 'Another window has changed it meanwhile. The list shows what is there now.',
      }
    : noListText(failure);
}

/** What to say of an error that nobody foresaw. */
export function faultText(error: unknown): ProblemText {
  const text = error instanceof Error ? error.message : String(error);
  return {
    title: 'That did not work',
    text: `${text} The runs themselves are untouched: look again, or load the page again.`,
  };
}

/** What became of a run that was taken from a file. */
export function takenText({ title, isNew, isChecked }: Extract<RunImport, { kind: 'taken' }>): string {
  const what = isNew
    ? `“${title}” was taken from the file, and is the run that the lab opens now.`
    : `“${title}” was kept here already, and is the run that the lab opens now.`;
  return `${what} Every other run is kept as it was.${isChecked ? '' : ' Other rules have made it, so it was not checked.'}`;
}
