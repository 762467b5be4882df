// A run as a story in steps: who did what where, what came of it, what the screen said, and what happened by itself in
// between. The words are those of the list “What happens” and of the screens. Of a long run the beginning and the end. Pure.
import { withRecord } from '../../domain/evolve';
import type { Instant } from '../../domain/instant';
import { eventsOf, type LogRecord } from '../../domain/record';
import { accountIn } from '../../domain/views/lanes';
import type { World } from '../../domain/world';
import { editionOf } from '../../products/edition';
import type { Edition } from '../../products/schema';
import { changesOfAll } from '../words/lane-text';
import { actorName, nameOf } from '../words/names';
import { Telling } from '../words/telling';
import { actOf, answerTo, deskOf, type Act, type Answer } from './acts';
import { laneOf, type RunTold } from './run-told';

/** One thing that happened. */
export interface Told {
  readonly at: Instant;
  /** Who did it; null for what happened by itself. */
  readonly who: string | null;
  readonly desk: Act['desk'] | null;
  readonly act: Act | null;
  /** What came of it, in sentences without a full stop, the event itself first. */
  readonly outcome: readonly string[];
  readonly answer: Answer | null;
  /** Ids of the facts behind it, and whether any of that is assumed. */
  readonly cites: readonly string[];
  readonly isAssumed: boolean;
}

/** What is left out of a long story, between two of its lines. */
export interface LeftOut {
  readonly count: number;
  /** How many of them somebody did. */
  readonly acts: number;
  readonly from: Instant;
  readonly to: Instant;
}

export interface Story {
  /** What happened before the lab opened. */
  readonly before: readonly Told[];
  readonly first: readonly Told[];
  readonly leftOut: LeftOut | null;
  /** Behind what is left out; empty where nothing is. */
  readonly last: readonly Told[];
}

/** How many lines of a story are told from its beginning, and how many up to its end. */
const FIRST_MAX = 200;
const LAST_MAX = 200;
/** Of how many people the lanes are looked at where a rule changes for everybody. */
const PEOPLE_MAX = 24;

export function storyOf(run: RunTold): Story {
  // A branch may part from a moment before the lab opened: what is done from there on is the story too.
  const opensAt = Math.min(
    run.world.pins?.opensAt ?? Number.NEGATIVE_INFINITY,
    run.partedAt ?? Number.POSITIVE_INFINITY,
  );
  const { events } = run.chronicle;
  const after = events.filter((position) => (run.records[position]?.at ?? 0) >= opensAt && position > 0);
  const isLong = after.length > FIRST_MAX + LAST_MAX;
  const [first, last] = isLong ? [after.slice(0, FIRST_MAX), after.slice(-LAST_MAX)] : [after, []];
  const before = events.slice(1, events.length - after.length).slice(0, FIRST_MAX);
  const told = toldOf(run, [...before, ...first, ...last]);
  const all = (positions: readonly number[]): readonly Told[] => positions.flatMap((each) => told.get(each) ?? []);
  const atOf = (index: number): Instant => run.records[after[index] ?? 0]?.at ?? 0;
  return {
    before: all(before),
    first: all(first),
    leftOut: isLong
      ? {
          count: after.length - FIRST_MAX - LAST_MAX,
          acts: after.slice(FIRST_MAX, -LAST_MAX).filter((each) => run.records[each]?.kind === 'command').length,
          from: atOf(FIRST_MAX),
          to: atOf(after.length - LAST_MAX - 1),
        }
      : null,
    last: all(last),
  };
}

/** How many records are gone through rather than asking for the world behind them. */
const STRIDE = 500;

/** The records at these positions, in their order, each told in the world that it happened in. */
function toldOf(run: RunTold, positions: readonly number[]): ReadonlyMap<number, Told> {
  const told = new Map<number, Told>();
  const tell = teller(run);
  let world = run.worldAfter(-1);
  for (const position of positions) {
    if (position - world.position > STRIDE) world = run.worldAfter(position - 1);
    for (const record of run.records.slice(world.position + 1, position + 1)) {
      const before = world;
      world = withRecord(world, record);
      if (record.position === position) told.set(position, tell(record, before, world));
    }
  }
  return told;
}

function teller(run: RunTold): (record: LogRecord, before: World, after: World) => Told {
  const telling = new Telling(run, run);
  const people = run.chronicle.lanes.touched.slice(-PEOPLE_MAX);
  const editions = new Map<string, Edition>();
  const editionIn = ({ variant }: World): Edition => {
    const edition = editions.get(variant) ?? editionOf(run.product, variant);
    editions.set(variant, edition);
    return edition;
  };
  return (record, before, after) => {
    const { at, actor } = record;
    // Whoever is asked what will happen is not told why anything does.
    const reasons = run.isAnswerHidden ? [] : telling.reasonsOf(record);
    const about = [...new Set(eventsOf(record).flatMap((event) => accountIn(event) ?? []))];
    const changes = changesOfAll(
      (about.length > 0 ? about : people).map((id) => ({ lane: laneOf(run, id), name: nameOf(run.world, id) })),
      record,
    );
    const was = { world: before, edition: editionIn(before), at };
    const act = record.kind === 'command' ? actOf(was, record) : null;
    const is = { world: after, edition: editionIn(after), at };
    const near = (instant: Instant): string => run.time.near(instant, at);
    return {
      at,
      who: actor.kind === 'clock' ? null : actorName(run.world, actor),
      desk: record.kind === 'command' ? (act?.desk ?? deskOfSupport(before, record)) : null,
      act,
      outcome: [...eventsOf(record).map((event) => telling.event(event)), ...changes],
      answer:
        record.kind === 'command' && act !== null ? answerTo(act, record, { before: was, after: is }, near) : null,
      cites: [...new Set(reasons.flatMap(({ cites }) => cites))],
      isAssumed: reasons.some(({ isAssumed }) => isAssumed === true),
    };
  };
}

/** What is done by the lines of support is done at their desk, whatever it is. */
function deskOfSupport(world: World, { actor, command }: Extract<LogRecord, { kind: 'command' }>): Act['desk'] | null {
  const desk = deskOf(world, actor, command);
  return desk === 'support' ? desk : null;
}
