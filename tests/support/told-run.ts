// A run that was played a little, as what leaves the lab of it: as a picture, and as steps.
import type { LogRecord } from '../../src/lib/domain/record';
import { History } from '../../src/lib/domain/history';
import { Lines } from '../../src/lib/domain/lines';
import { person, type Actor } from '../../src/lib/domain/actors';
import type { Command, Evidence } from '../../src/lib/domain/commands';
import { DAY, HOUR, MINUTE } from '../../src/lib/domain/instant';
import type { DeskName, Place } from '../../src/lib/domain/record';
import { Chronicle } from '../../src/lib/domain/views/chronicle';
import { upcoming } from '../../src/lib/domain/views/future';
import { settingsOfCode } from '../../src/lib/domain/policy';
import { rowsOf } from '../../src/lib/domain/table';
import { codeText } from '../../src/lib/app/code-text';
import { licencePin } from '../../src/lib/app/licence-pin';
import { newRun } from '../../src/lib/app/new-run';
import type { StartingPoint } from '../../src/lib/scenarios/starting-point';
import { TimeText } from '../../src/lib/ui/words/time-text';
import type { RunTold } from '../../src/lib/ui/export/run-told';
import { product, startingPoint } from './play';
import { seededCryptography } from './shell';

const SEED = 'test';

/** Plays a run by hand, with the desks walked where somebody would walk them. */
export class Played {
  now: number;
  readonly #lines: Lines;

  constructor(start: StartingPoint = startingPoint) {
    const run = newRun({ product, productDigest: 'test', start, seed: SEED });
    this.#lines = new Lines(run.world);
    this.#lines.records.push(...run.records);
    this.now = run.now;
  }

  walk(desk: DeskName, place: Partial<Place>): this {
    const before = this.#lines.world.places[desk] ?? { persona: null, node: '', subject: null, code: null };
    this.#lines.place(person(before.persona ?? ''), { desk, place: { ...before, ...place } }, this.now);
    return this;
  }

  does(actor: Actor, command: Command, evidence?: Evidence): this {
    this.#lines.decide({ actor, command, ...(evidence === undefined ? {} : { evidence }) }, this.now);
    return this;
  }

  after(span: number): this {
    this.now += span;
    this.#lines.pass(this.now);
    return this;
  }

  get lastCode(): string {
    const code = this.#lines.records.findLast(
      (record) => record.kind === 'command' && record.command.type === 'issueCode',
    );
    const issued = code?.kind === 'command' ? code.events.find(({ type }) => type === 'CodeIssued') : undefined;
    return issued?.type === 'CodeIssued' ? issued.code : '';
  }

  get records(): readonly LogRecord[] {
    return this.#lines.records;
  }
}

/** Dana is issued a code, types a wrong one, gets in, and is out again a day later. */
export function playedStory(start?: StartingPoint): Played {
  const played = new Played(start);
  played
    .walk('admin', { node: 'staff-panel', subject: 'dana' })
    .does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' })
    .walk('admin', { node: 'staff-issued', code: played.lastCode });
  const code = played.lastCode;
  return played
    .does(person('priya'), { type: 'tellCode', account: 'dana', code })
    .after(5 * MINUTE)
    .does(person('dana'), { type: 'cancelSignIn', account: 'dana' })
    .does(person('dana'), { type: 'submitPassword', account: 'dana', card: 'right' })
    .walk('user', { node: 'sign-in-code' })
    .does(person('dana'), { type: 'submitCode', account: 'dana', family: 'temporaryCode' }, { matchedCode: null })
    .does(person('dana'), { type: 'submitCode', account: 'dana', family: 'temporaryCode' }, { matchedCode: code })
    .after(HOUR)
    .does(person('dana'), { type: 'signOut', account: 'dana' })
    .after(3 * DAY);
}

/** Every code that was ever issued in the run, and every firm's PIN, right and wrong. */
export async function secretsOf({ world }: RunTold): Promise<readonly string[]> {
  const cryptography = seededCryptography(SEED);
  const codes = rowsOf(world.accounts).flatMap((account) => account.codes);
  const form = world.policy.licencePin?.value;
  const pins = form === undefined ? [] : world.firms.map(({ id }) => ({ seed: SEED, firm: id, form }));
  return Promise.all([
    ...codes.map(({ id, family }) => codeText(cryptography, SEED, id, settingsOfCode(world.policy, family).form.value)),
    ...pins.flatMap((each) => [licencePin(cryptography, each, 'right'), licencePin(cryptography, each, 'wrong')]),
  ]);
}

/** What leaves the lab of these records, at the instant that it has become. */
export function toldOf(records: readonly LogRecord[], now: number, wish: Partial<RunTold> = {}): RunTold {
  const catalogue = newRun({ product, productDigest: 'test', start: startingPoint, seed: SEED }).world.catalogue;
  const history = History.of(records, catalogue);
  const { world } = history;
  return {
    title: 'The phone on the train',
    product,
    world,
    now,
    records,
    chronicle: Chronicle.of(null, records, catalogue),
    worldAfter: (position) => history.worldAt(position),
    upcoming: upcoming(world),
    time: new TimeText('America/New_York', 'en-GB'),
    leftOut: null,
    partedAt: null,
    isAnswerHidden: false,
    adminPersona: world.places.admin?.persona ?? null,
    ...wish,
  };
}
