// What the lab needs of the outside world, as interfaces only. Adapters implement them; one file wires them.
import type { Instant } from './domain/instant';
import type { HashAlgorithm } from './domain/one-time-password';
import type { LogRecord } from './domain/record';
import type { StateKeeping } from './ports-states';

export type Result<Value, Failure> =
  { readonly isOk: true; readonly value: Value } | { readonly isOk: false; readonly failure: Failure };

export function ok<Value>(value: Value): Result<Value, never> {
  return { isOk: true, value };
}

export function failed<Failure>(failure: Failure): Result<never, Failure> {
  return { isOk: false, failure };
}

/** A record as kept: with the hash that links it to the one before. */
export interface StoredRecord {
  readonly record: LogRecord;
  /** SHA-256, in hex, over the link before and this record's canonical JSON. */
  readonly link: string;
}

/** The end of a log: what an author has seen when they act. */
export interface Head {
  readonly position: number;
  readonly link: string;
}

/** A run's line in the list of runs. */
export interface RunRow {
  readonly id: string;
  readonly title: string;
  /** SHA-256 of the product file the run is pinned to. */
  readonly productDigest: string;
  /** SHA-256 of the starting point somebody made, for a run that begins from one; without it the run is from one that ships. */
  readonly startDigest?: string;
  readonly head: Head;
  /** Link of the first record: tells this run from another that took its id. */
  readonly genesisLink: string;
  /** The run's current instant, kept beside the log. */
  readonly now: Instant;
  /** The run that this one parted from, and where; without it the run began by itself. */
  readonly parent?: { readonly run: string; readonly position: number; readonly at: Instant };
  /**
   * When somebody last played it, by the computer's clock: to tell runs apart in a list, and of no use to any rule. Rows from
   * before this was kept have none.
   */
  readonly playedAt?: Instant;
  /** How the run came here, where it was not begun in this browser. */
  readonly cameBy?: 'file' | 'link';
}

/** A run as the list of runs has it. Both are unknown until they were validated: storage may be damaged or foreign. */
export interface ListedRun {
  readonly row: unknown;
  /** The first record, which says what the run is pinned to; null where there is none. */
  readonly first: unknown;
}

/** A starting point that somebody made, kept so that a run can be reset to it. Unknown until it was validated. */
export interface StoredStart {
  /** SHA-256 of the starting point. */
  readonly digest: string;
  readonly start: unknown;
}

/** A run as read back. Records are unknown until they were validated: storage may be damaged or foreign. */
export interface StoredRun {
  readonly row: RunRow;
  readonly records: readonly { readonly record: unknown; readonly link: unknown }[];
}

/** What was added to a run, and how things stand, read in one go. */
export interface RunTail {
  readonly row: RunRow;
  readonly pointers: Pointers;
  /** Those behind the position that was asked for, oldest first. Unknown until they were validated. */
  readonly records: StoredRun['records'];
}

export type StorageFailure =
  /** Somebody else appended first. Nothing was written. */
  | { readonly kind: 'conflict'; readonly head: Head }
  /** The run, or the whole database, is not the one that was opened. Nothing was written. */
  | { readonly kind: 'replaced' }
  /** The run is not kept any more, in the very database that it was opened from. */
  | { readonly kind: 'gone' }
  /** The disk or the quota is full. Nothing was written. */
  | { readonly kind: 'full' }
  /** A newer version of the lab has upgraded the database, in this tab or another. */
  | { readonly kind: 'newer' }
  /** Storage cannot be used at all here. */
  | { readonly kind: 'blocked'; readonly detail: string };

export interface Append {
  readonly run: string;
  readonly genesisLink: string;
  /** The head that the author saw; any other refuses the append. */
  readonly seen: Head;
  readonly records: readonly StoredRecord[];
  readonly now: Instant;
  /** The present by the computer's clock, for the row alone. */
  readonly playedAt: Instant;
}

/** Where runs are kept: an append-only log each, one transaction an append. */
export interface RunStore extends StateKeeping {
  /** Whether what is written outlives the page. */
  readonly isKept: boolean;
  /** What is done with runs beside playing them, loaded when it is asked for. */
  upkeep(): Promise<RunUpkeep>;
  /** The mark of the database: one that was deleted and made anew has another. Empty where nothing is kept. */
  readonly epoch: string;
  /**
   * Writes a new run with its first records, the product file it is pinned to and, where `row.startDigest` names one, the
   * starting point it begins from; and makes it the current one. The run that was current is put aside, to be had back
   * by a swap; not where the new one parted from another or came from elsewhere, for then nothing was begun anew.
   */
  create(
    row: RunRow,
    records: readonly StoredRecord[],
    product: unknown,
    start?: unknown,
  ): Promise<Result<null, StorageFailure>>;
  /** Appends records behind `seen`, or refuses and writes nothing: with `gone` where the run is not kept any more. */
  append(append: Append): Promise<Result<Head, StorageFailure>>;
  /** Keeps the run's current instant, which never goes back, and that it was played; gives the instant that is kept then. */
  keepNow(run: string, times: Pick<Append, 'now' | 'playedAt'>): Promise<Result<Instant, StorageFailure>>;
  /** The run with this id, or null. Appends come in between while a long one is read. */
  read(run: string): Promise<Result<StoredRun | null, StorageFailure>>;
  /**
   * What was added to a run behind a position; cheap where nothing was, for then no record is read. Refuses with `gone`
   * where the run is not kept any more, with `replaced` where the database is another.
   */
  readAfter(run: string, position: number): Promise<Result<RunTail, StorageFailure>>;
  /** The product file with this digest, or null. */
  readProduct(digest: string): Promise<Result<unknown, StorageFailure>>;
  /** Every run that is kept, the one that was made the current one last standing first. Changes nothing. */
  runs(): Promise<Result<readonly ListedRun[], StorageFailure>>;
  /**
   * Makes a kept run the current one, in one transaction; `replaced` where it is not there. The run before stays kept
   * and listed. A reset can no longer be undone by a swap then: what it put aside stands in the list.
   */
  open(run: string): Promise<Result<Pointers, StorageFailure>>;
  /** The starting points that people made, oldest first. */
  starts(): Promise<Result<readonly StoredStart[], StorageFailure>>;
  /** Keeps a starting point no longer. Runs that began from it stay as they are. */
  forgetStart(digest: string): Promise<Result<null, StorageFailure>>;
  /** Ids of the run on screen and of the one that the last reset put aside. */
  pointers(): Promise<Result<Pointers, StorageFailure>>;
  /** Swaps the current run with the one put aside, which undoes a reset. */
  swap(): Promise<Result<Pointers, StorageFailure>>;
  /**
   * Called when this page has lost its hold on the database: `newer` where another version of the lab has taken it over,
   * `replaced` where it was deleted. Nothing is read or written any more; a store opened anew may be.
   */
  onEnded(listener: (failure: StorageFailure) => void): void;
  close(): void;
}

/** A run in the trash: neither listed nor opened until it is brought back. */
export interface TrashedRun extends ListedRun {
  readonly id: string;
  /** When it was put there, by the computer's clock. */
  readonly removedAt: Instant;
}

/** What is done with kept runs beside playing them: one transaction each. Refuses with `replaced` what is not there. */
export interface RunUpkeep {
  rename(run: string, title: string): Promise<Result<null, StorageFailure>>;
  /** Copies a run as it stands, with all its records; the copy parts from it there. Which run is current stays. */
  duplicate(run: string, copy: { readonly id: string; readonly title: string }): Promise<Result<null, StorageFailure>>;
  /** Puts a run into the trash. Where it was the current one, the run that was opened before it is, or none. */
  remove(run: string, at: Instant): Promise<Result<null, StorageFailure>>;
  /** Brings a run back from the trash, to its place; as the current one where it was that and nothing was opened since. */
  restore(run: string): Promise<Result<null, StorageFailure>>;
  /** Deletes a run in the trash for good, and the product file that no other run is pinned to. */
  erase(run: string): Promise<Result<null, StorageFailure>>;
  /** What is in the trash, the last put there first. */
  trash(): Promise<Result<readonly TrashedRun[], StorageFailure>>;
}

export interface Pointers {
  readonly current: string | null;
  readonly putAside: string | null;
  /** Whether the reset was undone: the run put aside is then the newer one. */
  readonly isSwapped?: boolean;
}

/** Hashes and chance. WebCrypto is asynchronous; so is this. */
export interface Cryptography {
  /** `bytes` random bytes in hex. */
  randomHex(bytes: number): string;
  /** SHA-256 of the text's UTF-8 bytes, in hex. */
  sha256Hex(text: string): Promise<string>;
  /** HMAC-SHA-256 of the message under the key, both as UTF-8. */
  hmacSha256(key: string, message: string): Promise<Uint8Array>;
  /** HMAC of the message under the key, by RFC 2104: 20, 32 or 64 bytes by the hash. The key has at least one byte. */
  hmac(algorithm: HashAlgorithm, key: Uint8Array, message: Uint8Array): Promise<Uint8Array>;
}

/** QR codes, as what is to be drawn and not yet as a picture. */
export interface QrCodes {
  /**
   * The modules of a QR code that says the text: rows of columns, square, true where dark, without the quiet zone.
   * Rejects a text too long for any QR code.
   */
  modules(text: string): Promise<readonly (readonly boolean[])[]>;
}

/**
 * Real time. Of it only spans are used, but for two things that need the present: a clock tied to real time, and when a run
 * was last played, which stands beside its log and never in it.
 */
export interface WallClock {
  /**
   * The present instant by the computer's clock, in milliseconds since the Unix epoch. That clock may be wrong, and may
   * be set forward or back. Simulated time is data, and comes from here only while it is tied to real time.
   */
  present(): Instant;
  /** Milliseconds of a clock that never goes back. */
  elapsed(): number;
  /** Calls back about every `milliseconds` until the returned function is called. */
  every(milliseconds: number, callback: () => void): () => void;
  /** Settles when there is nothing more urgent to do: what can wait until the desks work waits for this. */
  idle(): Promise<void>;
}

/** Small things that this browser remembers outside any run. Where it may not, they last as long as the page. */
export interface Preferences {
  /** What was kept under this name, or null. It may be foreign or damaged: whoever reads it checks it. */
  read(name: string): string | null;
  /** Keeps a text under a name; null takes it back. */
  keep(name: string, value: string | null): void;
}
