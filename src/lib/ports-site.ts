// What the site itself needs of the browser that it is open in, beside what the lab needs. Interfaces only.

/** What is known of newer versions of the site: that one waits to be used, or that another window uses one already. */
export type NewerVersion = 'none' | 'waiting' | 'in-use';

/** Why a part of a page could not be fetched. */
export type MissingPart = 'no-network' | 'replaced' | 'unknown';

/** The site itself, kept in this browser so that it opens without a network. */
export interface SiteKeeping {
  /**
   * Keeps this version of the site where the browser lets it, and tells of newer ones. Never rejects: where nothing can be
   * kept, nothing is told.
   */
  watch(listener: (newer: NewerVersion) => void): Promise<void>;
  /** Puts a newer version to use, and then loads the page again. */
  useNewer(): void;
  /** Asks the server, which may not answer. */
  whyMissing(): Promise<MissingPart>;
}

/** What the site keeps in this browser, and how much it all is. */
export interface KeptData {
  /** Whether there is a database of runs; null where the browser does not tell. */
  readonly hasDatabase: boolean | null;
  /** Names of the entries in local storage. */
  readonly settings: readonly string[];
  /** How many files are kept so that the site opens without a network. */
  readonly files: number;
  /** Whether a service worker answers with them. */
  readonly hasWorker: boolean;
  /** What the browser counts for this address, other sites of the same host among it; null where it does not say. */
  readonly usedBytes: number | null;
}

/** What became of everything, looked up when it was done. */
export interface Forgotten {
  /** `held`: another window has it, and it goes when that is closed. `refused`: the browser did not delete it. */
  readonly database: 'gone' | 'held' | 'refused';
  readonly left: KeptData;
}

/** Everything that the site keeps in this browser, as one. */
export interface BrowserData {
  tell(): Promise<KeptData>;
  /** Deletes all of it, the database of runs among it, and looks what is left. Never rejects; can be asked again. */
  forget(): Promise<Forgotten>;
}
