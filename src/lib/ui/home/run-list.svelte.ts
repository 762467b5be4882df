// The list of last runs as it is read: first a line for each, then how far those in view have come. Whatever goes wrong is
// said, and the runs themselves are never touched.
import type { KeptRun } from '../../app/kept-runs';
import type { KeptRuns } from '../../app/wire-home';
import type { Instant } from '../../domain/instant';
import { lossText, type ProblemText } from '../words/problem-text';
import { noListText, type Course } from '../words/run-text';

const SHOWN_AT_FIRST = 5;

export class RunList {
  runs = $state.raw<readonly KeptRun[] | null>(null);
  problem = $state.raw<ProblemText | null>(null);
  /** What is gone of what was kept, where nothing is left. */
  loss = $state.raw<ProblemText | null>(null);
  /** How far a run has come, by its id; not yet, or never, for one of which nothing can be told. */
  courses = $state.raw<Readonly<Record<string, Course>>>({});
  /** By the computer's clock, when the list was read. */
  present = $state<Instant>(0);
  #areAllShown = $state(false);
  readonly shown: readonly KeptRun[] = $derived(
    this.#areAllShown ? (this.runs ?? []) : (this.runs ?? []).slice(0, SHOWN_AT_FIRST),
  );
  readonly #keptRuns: () => Promise<KeptRuns>;

  constructor(keptRuns: () => Promise<KeptRuns>) {
    this.#keptRuns = keptRuns;
  }

  async read(): Promise<void> {
    try {
      const wired = await this.#keptRuns();
      const kept = await wired.list();
      this.present = wired.present();
      this.problem = kept.isOk ? null : noListText(kept.failure);
      this.runs = kept.isOk ? kept.value : null;
      // An empty list is not proof of a first visit.
      const loss = this.runs?.length === 0 ? await wired.missed() : null;
      this.loss = loss === null ? null : lossText(loss);
    } catch (error) {
      this.#fail(error);
    }
    await this.#tell();
  }

  async showAll(): Promise<void> {
    this.#areAllShown = true;
    await this.#tell();
  }

  /** Makes a run the one that the lab opens; whether it could. */
  async open(run: string): Promise<boolean> {
    try {
      const done = await (await this.#keptRuns()).open(run);
      if (!done.isOk) this.problem = noListText(done.failure);
      return done.isOk;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  /** Where it cannot be told how far they have come, their lines say what they can. */
  async #tell(): Promise<void> {
    const ids = this.shown.flatMap(({ isSound, id }) => (isSound ? [id] : []));
    if (ids.length === 0) return;
    try {
      const [wired, { courseText }] = await Promise.all([this.#keptRuns(), import('../words/course-text')]);
      const told = await wired.courses(ids);
      if (!told.isOk) return;
      this.courses = Object.fromEntries([...told.value].map(([id, each]) => [id, { ...each, text: courseText(each) }]));
    } catch {
      this.courses = {};
    }
  }

  #fail(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    this.problem = {
      title: 'The list could not be read',
      text: `${text} The runs themselves are untouched: look again, or load the page again.`,
    };
  }
}
