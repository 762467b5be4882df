// The runs on their page: read, filtered, and what was done with one, so that it can be undone. Whatever fails is said, and
// changes nothing.
import { copyTitle, readTitle } from '../../app/run-title';
import { familiesOf, type RunNode } from '../../app/run-tree';
import type { KeptRun } from '../../app/kept-runs';
import type { RunBook, Runs, TrashedLine } from '../../app/run-keeping';
import type { Instant } from '../../domain/instant';
import type { Result, StorageFailure } from '../../ports';
import { noListText, type Course } from '../home/run-text';
import type { ProblemText } from '../words/problem-text';
import { titleProblemText } from './title-text';

/** What is known of a run beside its line, once its log was read. */
export interface RunDetails {
  readonly course: Course | null;
  readonly bytes: number;
}

export interface Notice {
  readonly text: string;
  /** Id of the run that can be brought back. */
  readonly undo?: string;
}

/** How many families are drawn at first, and how many more each time they are asked for. */
const FAMILIES_SHOWN = 40;

export class RunShelf {
  book = $state.raw<RunBook | null>(null);
  problem = $state.raw<ProblemText | null>(null);
  notice = $state.raw<Notice | null>(null);
  details = $state.raw<ReadonlyMap<string, RunDetails>>(new Map());
  /** By the computer's clock, when the list was read. */
  present = $state<Instant>(0);
  /** Words that the title or the product of a run must have. */
  wanted = $state('');
  #shownMax = $state(FAMILIES_SHOWN);
  /** Reading a new list ends the measuring of the one before. */
  #turn = 0;

  readonly runs: readonly KeptRun[] = $derived(this.book?.runs ?? []);
  readonly trash: readonly TrashedLine[] = $derived(this.book?.trash ?? []);
  readonly #families: readonly RunNode[] = $derived(
    familiesOf(
      this.runs,
      this.trash.map(({ run }) => run),
    ),
  );
  readonly #found: readonly RunNode[] = $derived(
    this.wanted.trim() === '' ? this.#families : found(this.#families, this.wanted.trim().toLowerCase()),
  );
  readonly shown: readonly RunNode[] = $derived(this.#found.slice(0, this.#shownMax));
  /** How many families there are beside those that are drawn. */
  readonly more: number = $derived(this.#found.length - this.shown.length);

  readonly #runs: () => Promise<Runs>;

  constructor(runs: () => Promise<Runs>) {
    this.#runs = runs;
  }

  /** Reads the list, and the logs of what is drawn. */
  async read(): Promise<void> {
    await this.#guarded((wired) => this.#list(wired));
    void this.#measure({ isAnew: true });
  }

  showMore(): void {
    this.#shownMax += FAMILIES_SHOWN;
    void this.#measure();
  }

  find(words: string): void {
    this.wanted = words;
    this.#shownMax = FAMILIES_SHOWN;
    void this.#measure();
  }

  /** Makes a run the one that the lab opens; whether it could. */
  open(run: string): Promise<boolean> {
    return this.#do((wired) => wired.open(run));
  }

  /** What is wrong with the name, or null where the run is called so now. */
  async rename({ id, title: before }: KeptRun, text: string): Promise<string | null> {
    const read = readTitle(text);
    if (!read.isRead) return titleProblemText(read.problem, read.length);
    const done = await this.#do((wired) => wired.rename(id, read.title));
    if (done && read.title !== before) this.notice = { text: `“${before}” is called “${read.title}” now.` };
    return null;
  }

  async duplicate({ id, title }: KeptRun): Promise<void> {
    const copy = copyTitle(
      title ?? 'A run',
      this.runs.flatMap((each) => each.title ?? []),
    );
    const done = await this.#do((wired) => wired.duplicate(id, copy));
    if (done) this.notice = { text: `“${copy}” stands below “${title}”. Each goes its own way from here.` };
  }

  async remove(run: KeptRun): Promise<void> {
    const done = await this.#do((wired) => wired.remove(run.id));
    if (done) this.notice = { text: `“${nameOf(run)}” is in the trash.`, undo: run.id };
  }

  async restore(run: KeptRun): Promise<void> {
    const done = await this.#do((wired) => wired.restore(run.id));
    if (done) this.notice = { text: `“${nameOf(run)}” is back in the list.` };
  }

  /** Deletes runs in the trash for good. */
  async erase(lines: readonly TrashedLine[]): Promise<void> {
    const done = await this.#do((wired) => wired.erase(lines.map(({ run }) => run.id)));
    const what =
      lines.length === 1 && lines[0] !== undefined ? `“${nameOf(lines[0].run)}” is` : `${lines.length} runs are`;
    if (done) this.notice = { text: `${what} deleted for good.` };
  }

  /** Does something with a run, and reads the list again; whether it could be done. */
  async #do(work: (wired: Runs) => Promise<Result<unknown, StorageFailure>>): Promise<boolean> {
    this.notice = null;
    let isDone = false;
    await this.#guarded(async (wired) => {
      const done = await work(wired);
      isDone = done.isOk;
      await this.#list(wired);
      if (!done.isOk) this.problem = failureText(done.failure);
    });
    void this.#measure();
    return isDone;
  }

  async #list(wired: Runs): Promise<void> {
    const read = await wired.read();
    this.present = wired.present();
    this.problem = read.isOk ? null : noListText(read.failure);
    if (read.isOk) this.book = read.value;
  }

  async #guarded(work: (wired: Runs) => Promise<void>): Promise<void> {
    try {
      await work(await this.#runs());
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.problem = {
        title: 'That did not work',
        text: `${text} The runs themselves are untouched: look again, or load the page again.`,
      };
    }
  }

  /** Reads the logs of what is drawn, one after another; where one does not tell, its line says what it can. */
  async #measure({ isAnew = false } = {}): Promise<void> {
    const turn = (this.#turn += 1);
    const ids = idsIn(this.shown).filter((id) => isAnew || !this.details.has(id));
    if (ids.length === 0) return;
    try {
      const [wired, { courseText }] = await Promise.all([this.#runs(), import('../home/course-text')]);
      for (const id of ids) {
        const measured = await wired.measure(id);
        if (turn !== this.#turn) return;
        if (!measured.isOk || measured.value === null) continue;
        const { course, bytes } = measured.value;
        const told = course && { product: course.product, text: courseText(course) };
        this.details = new Map(this.details).set(id, { bytes, course: told });
      }
    } catch {
      // The lines stand without it.
    }
  }
}

export function nameOf({ title }: KeptRun): string {
  return title ?? 'A run without a title';
}

function idsIn(nodes: readonly RunNode[]): readonly string[] {
  return nodes.flatMap(({ run, branches }) => [run.id, ...idsIn(branches)]);
}

/** The runs with these words in their title or product, each by itself: where it parted is told in words. */
function found(nodes: readonly RunNode[], words: string): readonly RunNode[] {
  return nodes.flatMap(({ branches, ...node }) => {
    const { run } = node;
    const text = `${run.title ?? ''} ${run.isSound ? run.product : ''}`.toLowerCase();
    return [...(text.includes(words) ? [{ ...node, branches: [] }] : []), ...found(branches, words)];
  });
}

function failureText(failure: StorageFailure): ProblemText {
  return failure.kind === 'replaced'
    ? {
        title: 'This run is not here any more',
        text: 'Another window has changed it meanwhile. The list shows what is there now.',
      }
    : noListText(failure);
}
