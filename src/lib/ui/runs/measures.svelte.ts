// What is known of runs beside their lines, once their logs were read: how far each has come, and its size. One log after
// another, so that a long one stands in nobody's way.
import type { Runs } from '../../app/run-keeping';
import type { Course } from '../words/run-text';

export interface RunDetails {
  /** Null where the log does not tell. */
  readonly course: Course | null;
  readonly bytes: number;
}

export class Measures {
  /** By the ids of the runs. */
  details = $state.raw<Readonly<Record<string, RunDetails>>>({});
  readonly #runs: () => Promise<Runs>;
  /** Taking new ones ends the taking of those before. */
  #turn = 0;
  #taking: Promise<void> = Promise.resolve();

  constructor(runs: () => Promise<Runs>) {
    this.#runs = runs;
  }

  /**
   * Reads the logs of these runs, where they were not read before.
   * @param isAnew whether they are read also where they were
   */
  take(runs: readonly string[], { isAnew = false }: { readonly isAnew?: boolean } = {}): Promise<void> {
    const turn = (this.#turn += 1);
    const before = this.#taking;
    return (this.#taking = before.then(() => this.#take(runs, turn, isAnew)));
  }

  /** Reads no more; settles when nothing is being read. */
  stop(): Promise<void> {
    this.#turn += 1;
    return this.#taking;
  }

  async #take(runs: readonly string[], turn: number, isAnew: boolean): Promise<void> {
    const ids = runs.filter((id) => isAnew || this.details[id] === undefined);
    if (ids.length === 0 || turn !== this.#turn) return;
    try {
      const [wired, { courseText }] = await Promise.all([this.#runs(), import('../words/course-text')]);
      for (const id of ids) {
        if (turn !== this.#turn) return;
        const measured = await wired.measure(id);
        if (!measured.isOk || measured.value === null) continue;
        const { course, bytes } = measured.value;
        const told = course && { product: course.product, text: courseText(course) };
        this.details = { ...this.details, [id]: { bytes, course: told } };
      }
    } catch {
      // The lines stand without it.
    }
  }
}
