// The witness: what this browser remembers, beside the database and in another store of the browser, of what the database
// has acknowledged. An empty database is not proof of a first visit; while the witness survives, a loss is told apart from
// a beginning. It only ever holds what was acknowledged, so that it may know too little and never too much.
import type { Instant } from '../domain/instant';
import type { World } from '../domain/world';
import type { Preferences, RunRow, RunStore, StorageFailure } from '../ports';

const NAME = 'witness';
/** So many runs are remembered, the last to be written to first. */
const RUNS_MAX = 20;

/** How far a run had come when the database acknowledged it last. */
export interface WitnessedRun {
  readonly run: string;
  readonly title: string;
  readonly position: number;
  readonly link: string;
  readonly now: Instant;
  readonly timeZone: string;
  readonly locale: string;
}

export type Loss =
  /** The database is another one than these runs were kept in. */
  | { readonly kind: 'all'; readonly runs: readonly WitnessedRun[] }
  /** The run that was written to last is not there; others may be. */
  | { readonly kind: 'run'; readonly runs: readonly WitnessedRun[] }
  /** The run that was written to last ends before what was acknowledged, and so many records are left of it. */
  | { readonly kind: 'tail'; readonly run: WitnessedRun; readonly left: number }
  /** These runs were kept here, and the database cannot be reached. */
  | { readonly kind: 'unreachable'; readonly runs: readonly WitnessedRun[]; readonly failure: StorageFailure };

interface Remembered {
  readonly epoch: string;
  readonly runs: readonly WitnessedRun[];
}

export class Witness {
  readonly #preferences: Preferences;
  #noted = '';

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
  }

  /** Notes how far a run has come, once the database has acknowledged it. Nothing where nothing is kept. */
  note(epoch: string, { id, title, head, now }: RunRow, { pins }: World): void {
    // Time that is moved past nothing adds no record, and is acknowledged as well.
    const mark = `${epoch} ${id} ${head.link} ${now}`;
    if (epoch === '' || mark === this.#noted) return;
    const { timeZone = 'UTC', locale = 'en-GB' } = pins ?? {};
    const seen = { run: id, title, position: head.position, link: head.link, now, timeZone, locale };
    const kept = this.#read();
    const others = kept?.epoch === epoch ? kept.runs.filter(({ run }) => run !== id) : [];
    this.#keep({ epoch, runs: [seen, ...others].slice(0, RUNS_MAX) });
    this.#noted = mark;
  }

  /** A run was deleted because somebody wished it, or its loss was told: it is missed no longer. */
  forget(id: string): void {
    const kept = this.#read();
    if (kept !== null) this.#keep({ ...kept, runs: kept.runs.filter(({ run }) => run !== id) });
    this.#noted = '';
  }

  /** Everything was deleted because somebody wished it, or the loss of everything was told. */
  forgetAll(): void {
    this.#preferences.keep(NAME, null);
    this.#noted = '';
  }

  /** The runs that are remembered, the last to be written to first. */
  runs(): readonly WitnessedRun[] {
    return this.#read()?.runs ?? [];
  }

  /** What else was lost with the run, where that one is kept again in the database with this mark. */
  lostWith(epoch: string, run: string): Loss | null {
    const kept = this.#read();
    const others = kept?.epoch === epoch ? [] : (kept?.runs ?? []).filter((each) => each.run !== run);
    return others.length === 0 ? null : { kind: 'all', runs: others };
  }

  /** What the store has lost of what it acknowledged, as far as is remembered; null where nothing is missed. */
  async missed(store: RunStore, failure: StorageFailure | null): Promise<Loss | null> {
    const kept = this.#read();
    const [last] = kept?.runs ?? [];
    if (kept === null || last === undefined) return null;
    const { runs } = kept;
    if (!store.isKept) return failure === null ? null : { kind: 'unreachable', runs, failure };
    if (store.epoch !== kept.epoch) return { kind: 'all', runs };
    const tail = await store.readAfter(last.run, last.position - 1);
    if (!tail.isOk) return tail.failure.kind === 'gone' ? this.#missedRun(store, last) : null;
    const { row, records } = tail.value;
    if (records[0]?.link === last.link) return null;
    return { kind: 'tail', run: last, left: Math.min(row.head.position + 1, last.position) };
  }

  /** A run in the trash is not lost: a window that had it open may have noted it after it was put there. */
  async #missedRun(store: RunStore, last: WitnessedRun): Promise<Loss | null> {
    const trash = await (await store.upkeep()).trash();
    const isThere = trash.isOk && trash.value.some(({ id }) => id === last.run);
    return isThere ? null : { kind: 'run', runs: [last] };
  }

  #read(): Remembered | null {
    try {
      const read: unknown = JSON.parse(this.#preferences.read(NAME) ?? 'null');
      return isRemembered(read) ? read : null;
    } catch {
      return null;
    }
  }

  #keep(remembered: Remembered): void {
    this.#preferences.keep(NAME, remembered.runs.length === 0 ? null : JSON.stringify(remembered));
  }
}

function isRemembered(each: unknown): each is Remembered {
  return (
    isObject(each) && typeof each['epoch'] === 'string' && Array.isArray(each['runs']) && each['runs'].every(isRun)
  );
}

function isRun(each: unknown): each is WitnessedRun {
  if (!isObject(each)) return false;
  const { run, title, position, link, now, timeZone, locale } = each;
  return (
    [run, title, link, timeZone, locale].every((part) => typeof part === 'string') &&
    [position, now].every(Number.isSafeInteger)
  );
}

function isObject(each: unknown): each is Readonly<Record<string, unknown>> {
  return typeof each === 'object' && each !== null;
}
