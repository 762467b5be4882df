// The runs on their page: read, filtered, and what was done with one, so that it can be undone. Whatever fails is said, and
// changes nothing.
import { kindOf } from '../../app/file-kind';
import type { KeptRun } from '../../app/kept-runs';
import type { RunBook, Runs, TrashedLine } from '../../app/run-keeping';
import { copyTitle, readTitle } from '../../app/run-title';
import { familiesOf, type RunNode } from '../../app/run-tree';
import type { Instant } from '../../domain/instant';
import type { Problem } from '../../products/problem';
import type { Result, StorageFailure } from '../../ports';
import { notARun } from '../share/other-files';
import { storageText, type ProblemText } from '../words/problem-text';
import { noListText } from '../words/run-text';
import { sizeText } from '../words/size-text';
import { Measures } from './measures.svelte';
import { failureText, faultText, nameOf, takenText } from './shelf-text';

export interface Notice {
  readonly text: string;
  /** Id of the run that can be brought back. */
  readonly undo?: string;
  /** What was to be done and was not, with all that is wrong. */
  readonly title?: string;
  readonly problems?: readonly Problem[];
}

/** How many families are drawn at first, and how many more each time they are asked for. */
const FAMILIES_SHOWN = 40;

export class RunShelf {
  book = $state.raw<RunBook | null>(null);
  /** Why there is no list, or not the newest. */
  problem = $state.raw<ProblemText | null>(null);
  notice = $state.raw<Notice | null>(null);
  /** By the computer's clock, when the list was read. */
  present = $state<Instant>(0);
  /** Words that the title or the product of a run must have. */
  wanted = $state('');
  #shownMax = $state(FAMILIES_SHOWN);

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

  readonly measures: Measures;
  readonly #load: () => Promise<Runs>;
  #wired: Runs | null = null;
  #unwatch: () => void = () => undefined;
  #isClosed = false;

  constructor(load: () => Promise<Runs>) {
    this.#load = load;
    this.measures = new Measures(() => this.#runs());
  }

  /** Reads the list, and again whenever another window changes it, until the shelf is closed. */
  async start(): Promise<void> {
    await this.read();
    try {
      const wired = await this.#runs();
      if (!this.#isClosed) this.#unwatch = wired.watch(() => void this.read());
    } catch {
      // The list says why, and can be asked for again.
    }
  }

  /** Nothing is read from here on; settles when nothing is being read any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unwatch();
    await this.measures.stop();
  }

  /** Reads the list, and the logs of what is drawn. */
  async read(): Promise<void> {
    if (this.#isClosed) return;
    try {
      await this.#list(await this.#runs());
    } catch (error) {
      this.problem = faultText(error);
    }
    this.#measure({ isAnew: true });
  }

  showMore(): void {
    this.#shownMax += FAMILIES_SHOWN;
    this.#measure();
  }

  find(words: string): void {
    this.wanted = words;
    this.#shownMax = FAMILIES_SHOWN;
    this.#measure();
  }

  /** Makes a run the one that the lab opens; whether it could. */
  open(run: string): Promise<boolean> {
    return this.#do((wired) => wired.open(run));
  }

  /** What is wrong with the name, or null where the run is called so now. */
  async rename({ id, title: before }: KeptRun, text: string): Promise<string | null> {
    const read = readTitle(text);
    if (!read.isRead) return `The name has ${read.found}; expected: ${read.expected}.`;
    if (read.title === before) return null;
    const done = await this.#do((wired) => wired.rename(id, read.title));
    if (done) this.notice = { text: `“${before}” is called “${read.title}” now.` };
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
    const next = run.isSound && run.isCurrent ? this.#inLab : undefined;
    const also = next === undefined ? '' : ` The lab goes on with “${nameOf(next)}”.`;
    if (done) this.notice = { text: `“${nameOf(run)}” is in the trash.${also}`, undo: run.id };
  }

  /** The run that the lab opens. */
  get #inLab(): KeptRun | undefined {
    return this.runs.find((each) => each.isSound && each.isCurrent);
  }

  async restore(run: KeptRun): Promise<void> {
    const before = this.#inLab?.id;
    const done = await this.#do((wired) => wired.restore(run.id));
    const isShown = this.#inLab?.id === run.id && before !== run.id;
    const also = isShown ? ' The lab goes on with it.' : '';
    if (done) this.notice = { text: `“${nameOf(run)}” is back in the list.${also}` };
  }

  /** Deletes runs in the trash for good. */
  async erase(lines: readonly TrashedLine[]): Promise<void> {
    const done = await this.#do((wired) => wired.erase(lines.map(({ run }) => run.id)));
    const [only] = lines;
    const what = lines.length === 1 && only !== undefined ? `“${nameOf(only.run)}” is` : `${lines.length} runs are`;
    if (done) this.notice = { text: `${what} deleted for good.` };
  }

  /** Saves a run as a file, or says why it cannot be. */
  async save({ id }: KeptRun): Promise<void> {
    this.notice = null;
    try {
      const saved = await (await this.#runs()).file(id);
      const [{ saveFile }, { noFileText }] = await Promise.all([
        import('../frame/save-file'),
        import('../share/share-text'),
      ]);
      if (!saved.isOk) return void (this.notice = noFileText(saved.failure));
      const { name, type, text } = saved.value;
      saveFile(name, type, text);
      this.notice = { text: `Saved as ${name}, ${sizeText(new Blob([text]).size)}.` };
    } catch (error) {
      this.notice = faultText(error);
    }
  }

  /** Takes a run from the text of a file, or says all that is wrong with it, or why it cannot be kept, and changes nothing. */
  async take(text: string): Promise<readonly Problem[] | string> {
    this.notice = null;
    const kind = kindOf(text);
    if (kind !== 'run') return [notARun(kind, text)];
    const wired = await this.#runs();
    const taken = await wired.take(text);
    if (taken.kind === 'refused') return taken.problems;
    if (taken.kind === 'not-kept') return storageText(taken.failure).text;
    await this.read();
    this.notice = { text: takenText(taken) };
    return [];
  }

  /** Does something with a run, and reads the list again; whether it could be done. */
  async #do(work: (wired: Runs) => Promise<Result<unknown, StorageFailure>>): Promise<boolean> {
    this.notice = null;
    let isDone = false;
    try {
      const wired = await this.#runs();
      const done = await work(wired);
      isDone = done.isOk;
      await this.#list(wired);
      if (!done.isOk) this.notice = failureText(done.failure);
    } catch (error) {
      this.notice = faultText(error);
    }
    this.#measure();
    return isDone;
  }

  async #list(wired: Runs): Promise<void> {
    const read = await wired.read();
    this.present = wired.present();
    this.problem = read.isOk ? null : noListText(read.failure);
    if (read.isOk) this.book = read.value;
  }

  async #runs(): Promise<Runs> {
    return (this.#wired ??= await this.#load());
  }

  #measure(how: { readonly isAnew?: boolean } = {}): void {
    if (!this.#isClosed) void this.measures.take(idsIn(this.shown), how);
  }
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
