// What the site keeps in this browser, in words: all that would go with “Delete everything”.
import type { Forgotten, KeptData } from '../../ports-site';
import { sizeText } from '../words/size-text';

export interface RunCounts {
  readonly runs: number;
  readonly trashed: number;
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** How much it all is, as far as the browser says. */
export function usedText({ usedBytes }: KeptData): string {
  return usedBytes === null
    ? 'This browser does not say how much that is.'
    : `The browser counts ${sizeText(usedBytes)} for this address: a rough figure, with other sites of the same host in it.`;
}

/**
 * Each part that would be gone, as a sentence.
 * @param counts null where the database cannot be read
 */
export function partsText({ settings, files, hasWorker }: KeptData, counts: RunCounts | null): readonly string[] {
  return [
    `The database of runs${counts === null ? '' : `: ${countsText(counts)}`}. Firms of your own and product files go with it.`,
    settings.length === 0
      ? 'Settings: there are none.'
      : `${many(settings.length, 'setting', 'settings')}, such as the look and the reminders about a phone of your own.`,
    files === 0 && !hasWorker
      ? 'What opens the site without a network: nothing of it is kept here.'
      : `What opens the site without a network: ${many(files, 'file', 'files')}${hasWorker ? ' and the worker that answers with them' : ''}. It opens again once there is a network.`,
  ];
}

/** What came of deleting everything. */
export function forgottenTitle(how: Forgotten): string {
  return leftText(how).length === 0 ? 'Everything is deleted' : 'Not everything is deleted';
}

/** Each part that is still there after everything was deleted, as a sentence. */
export function leftText({
  database,
  left: { hasDatabase, settings, files, hasWorker },
}: Forgotten): readonly string[] {
  const runs = {
    held: 'The runs: another window of the lab still holds them. They go as soon as it is closed.',
    refused:
      "The runs: the browser did not delete their database. Start the browser again and come back here, or clear this site's data in its settings.",
    gone: hasDatabase === true ? 'A database of runs: another window of the lab has made a new one meanwhile.' : '',
  }[database];
  return [
    runs,
    settings.length > 0 ? `${many(settings.length, 'setting', 'settings')}.` : '',
    files > 0 ? `${many(files, 'file', 'files')} of the site itself.` : '',
    hasWorker ? 'The worker that opens the site without a network.' : '',
  ].filter((part) => part !== '');
}

function countsText({ runs, trashed }: RunCounts): string {
  const kept = runs === 0 ? 'no run' : many(runs, 'run', 'runs');
  return trashed === 0 ? kept : `${kept}, and ${trashed} more in the trash`;
}
