// A firm while it is being edited. Outlives the dialog, so that closing it loses nothing; touches no run.
import { startOfMoment } from '../../app/start-of-moment';
import { inTimeZone } from '../../app/time-zone';
import type { World } from '../../domain/world';
import type { Instant } from '../../domain/instant';
import type { Problem } from '../../products/problem';
import { peopleOfFirm, settled, withoutPerson, type Firm } from '../../scenarios/firm-edits';
import { readStartingPoint, type StartRead } from '../../scenarios/read-starting-point';
import { readStartingPointText } from '../../scenarios/read-starting-point-text';
import type { Person, StartingPoint } from '../../scenarios/starting-point';
import { draftOf, finished, leftOutOf, type PersonDraft } from './person-draft';

export class FirmDraft {
  start: StartingPoint;
  firmId = $state('');
  /** Who is being edited, as the fields of the form have them. */
  person = $state<PersonDraft | null>(null);
  isImporting = $state(false);
  /** The starting point before the last removal or import, and what that was. */
  undo = $state.raw<{ readonly start: StartingPoint; readonly what: string } | null>(null);

  /** Whose row takes the focus when the list is drawn again: a person's id, or empty for the list as a whole. */
  comesBackTo: string | null = null;

  readonly firm: Firm | undefined;
  readonly people: readonly Person[];
  /** Who did something before the lab opens that is left out now. */
  readonly leftOut: readonly string[];
  #taken: StartingPoint;

  constructor(start: StartingPoint) {
    this.start = $state.raw(start);
    this.#taken = $state.raw(start);
    this.firm = $derived(this.start.firms.find(({ id }) => id === this.firmId));
    this.people = $derived(peopleOfFirm(this.start, this.firmId));
    this.leftOut = $derived(leftOutOf(this.#taken, this.start));
    this.take(start);
  }

  /** Begins from this starting point; what was edited before is gone. */
  take(start: StartingPoint): void {
    this.start = start;
    this.#taken = start;
    const seated = start.people.find(({ id }) => id === start.desks.admin);
    this.firmId = seated?.firm ?? start.firms[0]?.id ?? '';
    this.person = null;
    this.undo = null;
  }

  /** Takes a firm file, or says what is wrong with it and stays as it is. */
  takeFile(text: string): readonly Problem[] {
    const read = readStartingPointText(text);
    if (read.isRead) this.take(read.start);
    return read.isRead ? [] : read.problems;
  }

  /** Takes the people as they stand in a run; how many devices had to be left out. */
  takeMoment(world: World, now: Instant, base: StartingPoint): number {
    const { start, devicesLeftOut } = startOfMoment(world, now, base);
    this.take({ ...start, title: this.start.title });
    return devicesLeftOut;
  }

  setTimeZone(timeZone: string): void {
    this.start = inTimeZone(this.start, timeZone);
  }

  edit(id: string | null): void {
    const person = this.start.people.find((each) => each.id === id) ?? null;
    this.person = draftOf(person, this.firm?.domain ?? 'firm.example');
  }

  /** Takes what the form says, or tells what is wrong with it by the name of the field; null where nothing is. */
  finishPerson(): ReadonlyMap<string, string> | null {
    if (this.person === null) return null;
    const { start, wrong } = finished(this.start, this.firmId, $state.snapshot(this.person));
    if (wrong.size > 0) return wrong;
    this.start = start;
    this.leavePerson();
    return null;
  }

  /** Back to the list. */
  leavePerson(): void {
    this.comesBackTo = this.person?.id ?? '';
    this.person = null;
  }

  leaveImport(): void {
    this.comesBackTo = '';
    this.isImporting = false;
  }

  remove(person: Person): void {
    this.replace(withoutPerson(this.start, person.id), `${person.name} is removed.`);
  }

  /** Another starting point, with a way back. */
  replace(start: StartingPoint, what: string): void {
    this.undo = { start: this.start, what };
    this.start = start;
  }

  goBack(): void {
    if (this.undo !== null) this.start = this.undo.start;
    this.undo = null;
  }

  /** What a story would begin with; or all that stands in its way. */
  ready(): StartRead {
    return readStartingPoint(settled(this.start).start);
  }
}
