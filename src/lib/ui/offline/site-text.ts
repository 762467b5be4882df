// What is said about the site itself: a newer version of it, and a part of a page that could not be fetched.
import type { MissingPart, NewerVersion } from '../../ports-site';

export interface SiteText {
  readonly title: string;
  readonly text: string;
  /** What the button that helps says. */
  readonly act: string;
}

const AFTER_LOADING = 'runs kept in this browser stay; a walkthrough under way and what is half typed do not.';

export const NEWER_TEXTS: Readonly<Record<Exclude<NewerVersion, 'none'>, SiteText>> = {
  waiting: {
    title: 'A newer version is ready.',
    text: `Using it loads this page again: ${AFTER_LOADING}`,
    act: 'Use it now',
  },
  'in-use': {
    title: 'A newer version is in use in another window.',
    text: `This page goes on with the one it was opened with. Loading it again brings the newer one: ${AFTER_LOADING}`,
    act: 'Load it again',
  },
};

export const MISSING_TEXTS: Readonly<Record<MissingPart, SiteText>> = {
  'no-network': {
    title: 'A part of this page is not here yet, and there is no network to fetch it.',
    text: 'Nothing is lost, and what is on screen goes on working. Look again when there is a network.',
    act: 'Look again',
  },
  replaced: {
    title: 'A part of this page is gone from the server: a newer version has taken its place.',
    text: `Load the page again to go on with the newer one: ${AFTER_LOADING}`,
    act: 'Load the page again',
  },
  unknown: {
    title: 'A part of this page could not be fetched.',
    text: `The server answers, so load the page again: ${AFTER_LOADING}`,
    act: 'Load the page again',
  },
};
