// The lines of a run as a link carries them: what was asked and where the desks went, and nothing that the rules compute
// again. Short, because every letter of a link is one that a mail has to carry.
import * as v from 'valibot';
import { CLOCK, LAB, person, STRANGER, type Actor } from '../domain/actors';
import type { Command } from '../domain/commands';
import type { CommandRecord, DeskName, LogRecord, Place, PlaceRecord } from '../domain/record';
import { isSameData } from '../domain/same-data';
import { readRecord } from './log-format';

/** So many at most: a run of weeks has some hundred, and each takes the rules their time. */
export const LINES_MAX = 20_000;

const text = v.string();
const span = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.nullable(text);
const placed = v.strictObject({
  p: v.exactOptional(id),
  n: v.exactOptional(text),
  s: v.exactOptional(id),
  c: v.exactOptional(id),
});
const rest = v.record(v.string(), v.unknown());
/** Milliseconds since the line before; then a desk and what changed there, or who did what, with the evidence for it. */
const desk = v.picklist(['>admin', '>user', '>support', '>lab']);
const placeTuple = v.union([v.strictTuple([span, desk, placed]), v.strictTuple([span, desk, placed, text])]);
const line = v.union([
  placeTuple,
  v.strictTuple([span, text, text, rest]),
  v.strictTuple([span, text, text, rest, rest]),
]);

export const LinkLinesSchema = v.pipe(v.array(line), v.maxLength(LINES_MAX, `at most ${LINES_MAX} lines`));
export type LinkLine = v.InferOutput<typeof line>;

/** A line as the rules take it. */
export type LineToPlay =
  Pick<CommandRecord, 'kind' | 'at' | 'actor' | 'command' | 'evidence'> | Omit<PlaceRecord, 'position'>;

/** The lines of these records; deadlines happen by themselves. */
export function linesOf(records: readonly LogRecord[]): readonly LinkLine[] {
  const lines: LinkLine[] = [];
  const desks = new Desks();
  let before = records[0]?.at ?? 0;
  for (const record of records) {
    if (record.kind !== 'command' && record.kind !== 'place') continue;
    const span = record.at - before;
    before = record.at;
    lines.push(record.kind === 'place' ? placeLine(desks, span, record) : commandLine(span, record));
  }
  return lines;
}

/** What the lines ask, one after another from `startedAt` on; null from the first one on that asks nothing that can be. */
export function* played(lines: readonly LinkLine[], startedAt: number): Generator<LineToPlay | null> {
  const desks = new Desks();
  let at = startedAt;
  for (const each of lines) {
    at += each[0];
    const shape = readRecord(recordOf(desks, each, at));
    if (!shape.isWellFormed || (shape.record.kind !== 'command' && shape.record.kind !== 'place')) {
      yield null;
      return;
    }
    yield shape.record;
  }
}

const NOWHERE: Place = { persona: null, node: '', subject: null, code: null };

/** Where the desks stood before: a line says only what has changed. */
class Desks {
  readonly #places = new Map<string, Place>();

  before(desk: string): Place {
    return this.#places.get(desk) ?? NOWHERE;
  }

  take(desk: string, place: Place): void {
    this.#places.set(desk, place);
  }
}

function placeLine(desks: Desks, span: number, { desk, place, actor }: PlaceRecord): LinkLine {
  const before = desks.before(desk);
  desks.take(desk, place);
  const changed = {
    ...(place.persona === before.persona ? {} : { p: place.persona }),
    ...(place.node === before.node ? {} : { n: place.node }),
    ...(place.subject === before.subject ? {} : { s: place.subject }),
    ...(place.code === before.code ? {} : { c: place.code }),
  };
  return isSameData(actor, usualActor(desk, place))
    ? [span, `>${desk}`, changed]
    : [span, `>${desk}`, changed, actorText(actor)];
}

/** Whoever acts on their own account is not named twice: a full stop stands for it. */
function commandLine(span: number, { actor, command, evidence }: CommandRecord): LinkLine {
  const { type, ...all } = command;
  const isOwn = actor.kind === 'person' && 'account' in all && all.account === actor.account;
  const said = Object.fromEntries(Object.entries(all).filter(([key]) => !(isOwn && key === 'account')));
  const named: [number, string, string, Record<string, unknown>] = [
    span,
    actorText(actor),
    `${isOwn ? '.' : ''}${type}`,
    said,
  ];
  return evidence === undefined ? named : [...named, { ...evidence }];
}

function recordOf(desks: Desks, each: LinkLine, at: number): unknown {
  if (isPlace(each)) {
    const [, name, changed, by] = each;
    const desk = name.slice(1) as DeskName;
    const before = desks.before(desk);
    const place: Place = {
      persona: changed.p === undefined ? before.persona : changed.p,
      node: changed.n ?? before.node,
      subject: changed.s === undefined ? before.subject : changed.s,
      code: changed.c === undefined ? before.code : changed.c,
    };
    desks.take(desk, place);
    return {
      kind: 'place',
      position: 0,
      at,
      actor: by === undefined ? usualActor(desk, place) : actorOf(by),
      desk,
      place,
    };
  }
  const [, by, type, said, evidence] = each;
  const own = type.startsWith('.') ? { account: by } : {};
  const command = { ...said, ...own, type: type.replace('.', '') } as unknown as Command;
  const line = { kind: 'command', position: 0, at, actor: actorOf(by), command, events: [], reasons: [] };
  return evidence === undefined ? line : { ...line, evidence };
}

/** The third of a place is what changed there; that of a command is what was asked. */
function isPlace(each: LinkLine): each is v.InferOutput<typeof placeTuple> {
  return typeof each[2] === 'object';
}

/** Who walks a desk, as a rule: whoever sits there. */
function usualActor(desk: DeskName, { persona }: Place): Actor {
  if (persona === null || desk === 'lab') return LAB;
  return desk === 'support' ? { kind: 'rep', id: persona } : person(persona);
}

const REP = '@rep/';
const TECH = '@tech/';

function actorText(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.account;
    case 'rep':
      return `${REP}${actor.id}`;
    case 'portalTech':
      return `${TECH}${actor.id}`;
    default:
      return `@${actor.kind}`;
  }
}

function actorOf(said: string): Actor {
  if (said.startsWith(REP)) return { kind: 'rep', id: said.slice(REP.length) };
  if (said.startsWith(TECH)) return { kind: 'portalTech', id: said.slice(TECH.length) };
  return [LAB, STRANGER, CLOCK].find(({ kind }) => said === `@${kind}`) ?? person(said);
}
