// What is said of sharing a run: why a link cannot be had, why a file cannot, and what the hash at its head is worth.
import type { ExportFailure } from '../../app/run-file';
import type { SharedLink } from '../../app/sharing';
import type { Problem } from '../../products/problem';
import { storageText } from '../words/problem-text';

type NoLink = Exclude<SharedLink, { readonly kind: 'link' }>;

const FILE_ONLY: Readonly<Record<Extract<NoLink, { kind: 'file-only' }>['because'], string>> = {
  'own-product': 'it is played on a product file that does not ship with this lab, and a link only names what does',
  'own-start': 'it begins from a firm that does not ship with this lab, and a link only names what does',
  'other-rules': 'other rules than those of this lab have made it, so that a link could not be decided again',
  'cannot-pack': 'this browser cannot pack one',
  'too-many': 'more has happened in it than a link can hold',
};

/** Why there is no link, and what to do instead. */
export function noLinkText(link: NoLink): string {
  switch (link.kind) {
    case 'too-long':
      return `The link would have ${told(link.length)} characters. Mail and chats cut or refuse links over ${told(link.most)}: save the run as a file instead.`;
    case 'no-address':
      return 'This page has no address that others could open. Save the run as a file instead.';
    case 'file-only':
      return `A link cannot carry this run: ${FILE_ONLY[link.because]}. Save it as a file instead, which holds everything.`;
  }
}

/** Whether an address means the computer that it is opened on, so that it leads nobody else here. */
export function isOfThisComputer(address: string): boolean {
  const { hostname } = new URL(address);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

export interface SaveFailureText {
  readonly title: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Why no file was saved. */
export function noFileText(failure: ExportFailure): SaveFailureText {
  switch (failure.kind) {
    case 'storage':
      return { ...storageText(failure.failure), problems: [] };
    case 'gone':
      return {
        title: 'There is nothing to save',
        text: 'The run, or the product file it was made with, is not kept here any more. Load the page again.',
        problems: [],
      };
    case 'refused':
      return { title: 'The run was not saved', text: 'No lab would open the file:', problems: failure.problems };
  }
}

/** `8,000`. */
export function told(count: number): string {
  return count.toLocaleString('en-GB');
}

/** A hash in groups of eight, which can be read out and compared. */
export function grouped(hash: string): readonly string[] {
  return hash.match(/.{1,8}/g) ?? [];
}
