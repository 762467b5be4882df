// Where somebody stands in a walkthrough: the step that is theirs to do, what they look back at, and the hints they asked
// for. Progress is read off the run; only what was read and asked for is kept here.
import type { Lab } from '../../app/lab.svelte';
import type { Playable } from '../../app/walkthroughs';
import type { Instant } from '../../domain/instant';
import { answersIn, type Answer } from '../../scenarios/answers';
import { isDone, isLapsed, answerTo, strayedAt, strayOf, type Moment } from '../../scenarios/progress';
import type { Question, Scenario, Step } from '../../scenarios/scenario';
import { scoreOf, type Score } from '../../scenarios/score';

export class Guide {
  readonly lab: Lab;
  readonly scenario: Scenario;
  readonly seed: string;
  /** How often somebody went back to before what had led off the course. */
  wentBack = $state(0);
  /** Steps before this one were read, if there was nothing else to do in them. */
  #read = $state(0);
  #lookingAt = $state<number | null>(null);
  #hints = $state.raw<Readonly<Record<string, number>>>({});

  readonly #moment: Moment = $derived.by(() => ({
    records: this.lab.records,
    ...this.lab.present,
    nodes: this.lab.edition.nodes,
  }));
  /** The first step that is not done; as many as there are steps when all are. */
  readonly current: number = $derived.by(() => {
    const { steps } = this.scenario;
    const next = steps.findIndex((step, index) => index >= this.#read && !isDone(this.scenario, step, this.#moment));
    return next < 0 ? steps.length : next;
  });
  /** The step on show: the current one, or one that is looked back at. */
  readonly shown: number = $derived.by(() => Math.min(this.#lookingAt ?? this.current, this.current));
  readonly step: Step | null = $derived.by(() => this.scenario.steps[this.shown] ?? null);
  readonly isLookingBack: boolean = $derived.by(() => this.shown < this.current);
  readonly question: Question | null = $derived.by(() => this.scenario.questions[this.step?.question ?? ''] ?? null);
  /** Whether the current step asks what will happen: meanwhile nothing may give it away. */
  readonly isAsking: boolean = $derived.by(() => this.scenario.steps[this.current]?.question !== undefined);
  /** What was answered so far, and what would have been right. */
  readonly answers: readonly Answer[] = $derived.by(() => answersIn(this.scenario, this.lab.records));
  /** What the coach says of a run that has left the course for good; null while it has not. */
  readonly stray: string | null = $derived.by(() => strayOf(this.scenario, this.lab.records));
  readonly score: Score = $derived.by(() => scoreOf(this.scenario, this.lab.records));

  constructor(lab: Lab, { scenario, firstRun }: Playable) {
    this.lab = lab;
    this.scenario = scenario;
    this.seed = firstRun.seed;
    lab.hideAnswerWhile(() => this.isAsking);
  }

  get isOver(): boolean {
    return this.step === null;
  }

  /** Whether one goes on from the step on show by a button. */
  get isToBeRead(): boolean {
    return this.isLookingBack || (this.step !== null && this.step.done === undefined && this.question === null);
  }

  /** Whether this is the end of a tour, which has no debrief. */
  get isLastLook(): boolean {
    return this.scenario.about.kind === 'tour' && this.shown === this.scenario.steps.length - 1;
  }

  /** What was chosen where the step on show asks something, by id. */
  get answer(): string | null {
    return this.step?.question === undefined ? null : answerTo(this.step.question, this.#moment);
  }

  /** Whether what the step on show asks about happened before it was answered. */
  get hasLapsed(): boolean {
    return this.question !== null && this.answer === null && isLapsed(this.question, this.lab.records);
  }

  /** How many questions were passed over by now, because what they ask about happened first. */
  get passedOver(): number {
    return this.answers.filter(({ isPassedOver }) => isPassedOver).length;
  }

  /** The hints asked for in the step on show, from a nudge on. */
  get hints(): readonly string[] {
    return this.step?.hints?.slice(0, this.#hints[this.step.id] ?? 0) ?? [];
  }

  get hintsLeft(): number {
    return (this.step?.hints?.length ?? 0) - this.hints.length;
  }

  next(): void {
    if (this.isLookingBack) this.#lookingAt = this.shown + 1 >= this.current ? null : this.shown + 1;
    else this.#read = this.current + 1;
  }

  back(): void {
    this.#lookingAt = Math.max(0, this.shown - 1);
  }

  hint(): void {
    if (this.step !== null) this.#hints = { ...this.#hints, [this.step.id]: this.hints.length + 1 };
  }

  /**
   * Goes back to before what led off the course, in a branch of its own: nothing of the run as it was is lost, and the score is that
   * of the branch.
   * @param titleOf what a branch of the run with this title is called, that parts at this instant
   */
  async goBack(titleOf: (title: string, at: Instant) => string): Promise<void> {
    const { lab } = this;
    const strayed = strayedAt(this.scenario, lab.records);
    if (strayed === null || strayed === 0) return;
    lab.lookAfter(strayed - 1);
    if (lab.past === null) return;
    await lab.branches.continueFrom(lab.past, titleOf(lab.branches.title, lab.past.at));
    if (this.stray !== null) return;
    this.#lookingAt = null;
    this.wentBack += 1;
    // What is to be done again comes before what was read after it.
    const undone = this.scenario.steps.findIndex(
      (step) => (step.done !== undefined || step.question !== undefined) && !isDone(this.scenario, step, this.#moment),
    );
    if (undone >= 0) this.#read = Math.min(this.#read, undone);
  }

  /** What somebody expects goes into the log: the score comes from there. */
  async choose(choice: string): Promise<void> {
    const question = this.step?.question;
    if (question !== undefined) await this.lab.change({ type: 'answerQuestion', question, choice });
  }
}
