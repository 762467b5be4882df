// The runs kept in this browser and what is in its trash, read for their page, and what is done with them there.
import type { Instant } from '../domain/instant';
import {
  failed,
  ok,
  type Cryptography,
  type Result,
  type RunStore,
  type RunUpkeep,
  type StorageFailure,
} from '../ports';
import type { Neighbours } from '../ports-windows';
import { keptRuns, linesOf, type KeptRun } from './kept-runs';
import type { RunCourse } from './run-course';
import type { ExportFailure, RunFile, RunImport } from './run-file';
import type { Loss, Witness } from './witness';

type Done<Value = null> = Promise<Result<Value, StorageFailure>>;

/** A run in the trash, as its line tells. */
export interface TrashedLine {
  readonly run: KeptRun;
  readonly removedAt: number;
}

export interface RunBook {
  readonly runs: readonly KeptRun[];
  readonly trash: readonly TrashedLine[];
  /** What was kept and is not there, where nothing is: an empty list is not proof of a first visit. */
  readonly loss: Loss | null;
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
  /** Puts a run into the trash. It is not missed from then on. */
  remove(run: string): Done;
  restore(run: string): Done;
  /** Deletes runs that are in the trash for good, one after another. */
  erase(runs: readonly string[]): Done;
  /** The run as a file. Changes nothing. */
  file(run: string): Promise<Result<RunFile, ExportFailure>>;
  /** Takes a run from the text of a file, as the one that the lab opens; or says why not, and changes nothing. */
  take(text: string): Promise<RunImport>;
  /** Calls back when another window has changed which runs there are, or may have, until the returned function is called. */
  watch(listener: () => void): () => void;
}

/** What the runs on their page need of the outside world. */
export interface RunsParts {
  /** Asks the storage, which is open no longer than that. */
  readonly ask: <Value>(work: (store: RunStore) => Done<Value>) => Done<Value>;
  readonly present: () => Instant;
  readonly cryptography: Cryptography;
  readonly neighbours: Neighbours;
  readonly witness: Pick<Witness, 'forget' | 'missed'>;
}

export function runsOf({ ask, present, cryptography, neighbours, witness }: RunsParts): Runs {
  /** Whatever could be done, other windows look again: the run that one of them shows may be gone, or be back. */
  const told = async <Value>(done: Done<Value>): Done<Value> => {
    const result = await done;
    if (result.isOk) neighbours.tell({ kind: 'pointers' });
    return result;
  };
  const change = <Value>(work: (upkeep: RunUpkeep) => Done<Value>): Done<Value> =>
    told(ask(async (store) => work(await store.upkeep())));
  /** What somebody deletes is not missed. */
  const unmissed = async (run: string, done: Done): Done => {
    const result = await done;
    if (result.isOk) witness.forget(run);
    return result;
  };
  return {
    present,
    read: () => ask((store) => readBook(store, witness)),
    measure: (run) => ask((store) => measure(store, run)),
    open: (run) => told(ask<unknown>((store) => store.open(run))),
    rename: (run, title) => change((upkeep) => upkeep.rename(run, title)),
    duplicate: (run, title) =>
      change(async (upkeep) => {
        const id = cryptography.randomHex(8);
        const done = await upkeep.duplicate(run, { id, title });
        return done.isOk ? ok(id) : done;
      }),
    remove: (run) => change((upkeep) => unmissed(run, upkeep.remove(run, present()))),
    restore: (run) => change((upkeep) => upkeep.restore(run)),
    erase: (runs) =>
      change(async (upkeep) => {
        for (const run of runs) {
          const done = await unmissed(run, upkeep.erase(run));
          if (!done.isOk) return done;
        }
        return ok(null);
      }),
    file: async (run) => {
      const { exportRun } = await import('./run-file');
      const asked = await ask(async (store) => ok(await exportRun({ store, cryptography }, run)));
      return asked.isOk ? asked.value : failed({ kind: 'storage', failure: asked.failure });
    },
    take: async (text) => {
      const { importRunText } = await import('./run-file');
      const asked = await ask(async (store) => ok(await importRunText({ store, cryptography }, text)));
      if (!asked.isOk) return { kind: 'not-kept', failure: asked.failure };
      if (asked.value.kind === 'taken') neighbours.tell({ kind: 'pointers' });
      return asked.value;
    },
    watch: (listener) => neighbours.listen(({ kind }) => (kind === 'pointers' || kind === 'awake') && listener()),
  };
}

async function readBook(store: RunStore, witness: RunsParts['witness']): Done<RunBook> {
  const [runs, trash] = await Promise.all([keptRuns(store), (await store.upkeep()).trash()]);
  if (!runs.isOk) return failed(runs.failure);
  if (!trash.isOk) return failed(trash.failure);
  const lines = await linesOf(store, trash.value, null);
  return ok({
    runs: runs.value,
    trash: trash.value.map(({ id, removedAt }, index) => ({ run: lineAt(lines, index, id), removedAt })),
    loss: runs.value.length + trash.value.length === 0 ? await witness.missed(store, null) : null,
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
