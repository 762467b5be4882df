// Random play through the shell's own doors, on any product: people, support and the lab do whatever comes to their minds,
// time moves as it likes, and after every record the oracle, the replay and the check have to agree with the live state.
import { isDeepStrictEqual } from 'node:util';
import { nodeCryptography } from '../support/node-cryptography';
import { createMemoryStore } from '../../src/lib/adapters/storage/memory-store';
import { readRecord } from '../../src/lib/app/log-format';
import type { OpenRun } from '../../src/lib/app/open-run';
import { startRun, type LabParts } from '../../src/lib/app/opening';
import { check } from '../../src/lib/domain/check';
import type { CommandType } from '../../src/lib/domain/commands';
import { withRecord } from '../../src/lib/domain/evolve';
import type { LogRecord } from '../../src/lib/domain/record';
import { replay } from '../../src/lib/domain/replay';
import { emptyWorld, type World } from '../../src/lib/domain/world';
import type { Product } from '../../src/lib/products/schema';
import { startingPoint } from '../support/play';
import { partsOn } from '../support/shell';
import { ACTS } from './acts';
import { Oracle } from './oracle/oracle';
import { promise } from './oracle/promise';
import { Random } from './random';
import { Stage } from './stage';

export interface Tally {
  records: number;
  signIns: number;
  refusals: number;
  codes: number;
  bindings: number;
  deadlines: number;
  /** How often each command was sent, and how often it was not refused. */
  readonly commands: Map<CommandType, { sent: number; done: number }>;
}

export function emptyTally(): Tally {
  return { records: 0, signIns: 0, refusals: 0, codes: 0, bindings: 0, deadlines: 0, commands: new Map() };
}

const DRAWN = ACTS.flatMap(([times, act]) => Array.from({ length: times }, () => act));

/** One run of `acts` random acts, added to `tally`. Throws with what was broken; the caller knows the seed. */
export async function playRandomly(product: Product, seed: number, acts: number, tally: Tally): Promise<void> {
  const { stage } = await stageFor(product, seed);
  const watch = new Watch(stage.run, tally);
  for (let act = 0; act < acts; act += 1) {
    await actOn(stage);
    watch.look();
  }
  watch.end(stage);
}

/** Somebody does something. */
export async function actOn(stage: Stage): Promise<void> {
  await stage.random.pick(DRAWN)(stage);
}

/** A run that has just begun, of any variant, at any moment of its starting point; with what it was begun by. */
export async function stageFor(product: Product, seed: number): Promise<{ stage: Stage; parts: LabParts }> {
  const random = new Random(seed);
  const store = createMemoryStore();
  // Letters only: no run of digits in the log can be mistaken for a code.
  const letters = `seed-${String(seed).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`;
  const parts = { ...partsOn(store), cryptography: { ...nodeCryptography, randomHex: () => letters } };
  const moment = random.pick(startingPoint.moments).id;
  const variant = random.pick(Object.keys(product.variants));
  const { run } = await startRun(parts, () => undefined, { moment, product, variant });
  if (run === null) throw new Error('The run did not start.');
  return { stage: new Stage(run, random), parts };
}

class Watch {
  readonly #tally: Tally;
  readonly #run: OpenRun;
  readonly #oracle: Oracle;
  #world: World;
  #seen = 0;

  constructor(run: OpenRun, tally: Tally) {
    this.#run = run;
    this.#tally = tally;
    this.#oracle = new Oracle(run.world.catalogue);
    this.#world = emptyWorld(run.world.catalogue);
    this.look();
  }

  /** After every record: the oracle is content, and folding the log so far gives the live state. */
  look(): void {
    for (const record of this.#run.records.slice(this.#seen)) {
      this.#oracle.take(record);
      promise(readRecord(record).isWellFormed, 'what is written can be read again');
      const before = this.#world;
      this.#world = withRecord(this.#world, record);
      if (record.kind === 'command' && record.events[0]?.type === 'ActRefused') {
        const { position, at } = this.#world;
        promise(isDeepStrictEqual({ ...before, position, at }, this.#world), 'an act that is refused changes nothing');
      }
      this.#count(record);
    }
    this.#seen = this.#run.records.length;
    promise(isDeepStrictEqual(this.#world, this.#run.world), 'the log gives the live state');
  }

  /** At the end: replaying from nothing and deciding everything again both give the live state; no secret is in the log. */
  end(stage: Stage): void {
    const { records, world } = this.#run;
    const kept = structuredClone(records);
    promise(isDeepStrictEqual(replay(kept, world.catalogue), world), 'a replay gives the live state');
    const checked = check(kept, world.catalogue);
    if (!checked.isSound) throw new Error(`Broken: the check finds ${checked.finding} at ${checked.position}.`);
    promise(isDeepStrictEqual(checked.world, world), 'the check gives the live state');
    holdsNoSecret(kept, stage);
  }

  #count(record: LogRecord): void {
    const tally = this.#tally;
    tally.records += 1;
    if (record.kind === 'deadline') tally.deadlines += 1;
    if (record.kind === 'place') return;
    const isRefused = record.events.some(({ type }) => type.endsWith('Refused'));
    for (const { type } of record.events) {
      if (type === 'SignedIn') tally.signIns += 1;
      if (type === 'CodeIssued') tally.codes += 1;
      if (type === 'AuthenticatorBound') tally.bindings += 1;
      if (type.endsWith('Refused')) tally.refusals += 1;
    }
    if (record.kind !== 'command') return;
    const { sent, done } = tally.commands.get(record.command.type) ?? { sent: 0, done: 0 };
    tally.commands.set(record.command.type, { sent: sent + 1, done: done + (isRefused ? 0 : 1) });
  }
}

/** No code, no key and nothing that was typed stands in the words of the log. Its numbers are instants and counts. */
export function holdsNoSecret(records: readonly LogRecord[], stage: Stage): void {
  // The first record names the product's digest, which is any hexadecimal number.
  const words = wordsIn(records.slice(1)).join('\n').toUpperCase();
  for (const account of stage.people) {
    for (const { id } of account.codes) {
      promise(!words.includes(stage.codeOf(account.id, id)), 'no code stands in the log');
    }
    const keys = [...account.authenticators.map(({ id }) => id), ...account.devices.flatMap(keysOn)];
    for (const key of keys) promise(!words.includes(stage.keyOf(key)), 'no key stands in the log');
  }
  for (const typed of stage.typed) {
    const text = typed.replace(/\s/g, '').toUpperCase();
    promise(text.length < 6 || !words.includes(text), 'nothing that was typed stands in the log');
  }
}

function keysOn({ entries }: { readonly entries: readonly { readonly authenticator: string }[] }): readonly string[] {
  return entries.map(({ authenticator }) => authenticator);
}

/** Every text in a value, keys apart. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}
