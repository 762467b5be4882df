// The runs kept in this browser and what is in its trash, read for their page, and what is done with them there.
import type { Instant } from '../domain/instant';
import { failed, ok, type Result, type RunStore, type RunUpkeep, type StorageFailure } from '../ports';
import { keptRuns, linesOf, type KeptRun } from './kept-runs';
import type { RunCourse } from './run-course';

type Done<Value = null> = Promise<Result<Value, StorageFailure>>;

/** A run in the trash, as its line tells. */
export interface TrashedLine {
  readonly run: KeptRun;
  readonly removedAt: number;
}

export interface RunBook {
  readonly runs: readonly KeptRun[];
  readonly trash: readonly TrashedLine[];
}

/** What is read of a run's whole log. */
export interface Measured {
  /** How far it has come; null where its log does not tell. */
  readonly course: RunCourse | null;
  /** What its records take up, as text. */
  readonly bytes: number;
}

export interface Runs {
  /** The present by the computer's clock, which tells today from yesterday. */
  present(): Instant;
  /** Every run and what is in the trash; or why none can be kept here. */
  read(): Done<RunBook>;
  /** One run's log read as a whole, or null where it is not there. */
  measure(run: string): Done<Measured | null>;
  /** Makes a run the one that the lab opens. */
  open(run: string): Done<unknown>;
  rename(run: string, title: string): Done;
  /** Copies a run under this title; the copy's id. */
  duplicate(run: string, title: string): Done<string>;
  remove(run: string): Done;
  restore(run: string): Done;
  /** Deletes runs that are in the trash for good, one after another. */
  erase(runs: readonly string[]): Done;
}

/** What the runs on their page need of the outside world. */
export interface RunsParts {
  /** Asks the storage, which is open no longer than that. */
  readonly ask: <Value>(work: (store: RunStore) => Done<Value>) => Done<Value>;
  readonly present: () => Instant;
  readonly drawId: () => string;
}

export function runsOf({ ask, present, drawId }: RunsParts): Runs {
  const change = <Value>(work: (upkeep: RunUpkeep) => Done<Value>): Done<Value> =>
    ask(async (store) => work(await store.upkeep()));
  return {
    present,
    read: () => ask(readBook),
    measure: (run) => ask((store) => measure(store, run)),
    open: (run) => ask<unknown>((store) => store.open(run)),
    rename: (run, title) => change((upkeep) => upkeep.rename(run, title)),
    duplicate: (run, title) =>
      change(async (upkeep) => {
        const id = drawId();
        const done = await upkeep.duplicate(run, { id, title });
        return done.isOk ? ok(id) : done;
      }),
    remove: (run) => change((upkeep) => upkeep.remove(run, present())),
    restore: (run) => change((upkeep) => upkeep.restore(run)),
    erase: (runs) =>
      change(async (upkeep) => {
        for (const run of runs) {
          const done = await upkeep.erase(run);
          if (!done.isOk) return done;
        }
        return ok(null);
      }),
  };
}

async function readBook(store: RunStore): Done<RunBook> {
  const [runs, trash] = await Promise.all([keptRuns(store), (await store.upkeep()).trash()]);
  if (!runs.isOk) return failed(runs.failure);
  if (!trash.isOk) return failed(trash.failure);
  const lines = await linesOf(store, trash.value, null);
  return ok({
    runs: runs.value,
    trash: trash.value.map(({ id, removedAt }, index) => ({ run: lineAt(lines, index, id), removedAt })),
  });
}

/** A line whose row is damaged goes by the id it is kept under. */
function lineAt(lines: readonly KeptRun[], index: number, id: string): KeptRun {
  const line = lines[index] ?? { isSound: false, title: null, damage: 'row-malformed' };
  return { ...line, id };
}

async function measure(store: RunStore, run: string): Done<Measured | null> {
  const stored = await store.read(run);
  if (!stored.isOk) return stored;
  if (stored.value === null) return ok(null);
  // Folding takes the rules, which the list itself does not need.
  const { courseOfStored } = await import('./run-course');
  const bytes = new TextEncoder().encode(JSON.stringify(stored.value.records)).length;
  return ok({ course: await courseOfStored(store, stored.value), bytes });
}
