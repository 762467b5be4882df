// What of a run leaves the lab as a picture or as steps: the run up to the moment that is looked at, as if that were its
// present. What came later is in none of it.
import type { Lab } from '../../app/lab.svelte';
import type { Instant } from '../../domain/instant';
import type { LogRecord } from '../../domain/record';
import { Chronicle } from '../../domain/views/chronicle';
import type { Upcoming } from '../../domain/views/future';
import type { Lane } from '../../domain/views/lanes';
import type { World } from '../../domain/world';
import type { Product } from '../../products/schema';
import { lengthText, type TimeText } from '../words/time-text';
import type { Words } from '../words/words.svelte';

export interface RunTold {
  readonly title: string;
  readonly product: Product;
  readonly world: World;
  readonly now: Instant;
  readonly records: readonly LogRecord[];
  readonly chronicle: Chronicle;
  /** The world right after a record; before the first for a position below 0. */
  readonly worldAfter: (position: number) => World;
  /** Empty while it is to be foreseen by whoever looks. */
  readonly upcoming: readonly Upcoming[];
  readonly time: TimeText;
  /** How much later the run has gone on, where an earlier moment is looked at; null at its present. */
  readonly leftOut: number | null;
  /** When the run parted from another, where it did. */
  readonly partedAt: Instant | null;
  readonly isAnswerHidden: boolean;
  /** Whose the firm admin's desk is. */
  readonly adminPersona: string | null;
}

/** @param known the chronicle of the whole log, where somebody has it already. */
export function runTold(lab: Lab, words: Words, known: Chronicle | null = null): RunTold {
  const { past, present, world, now } = lab;
  const records = past === null ? lab.records : lab.records.slice(0, past.position + 1);
  return {
    title: lab.branches.title,
    product: lab.product,
    world,
    now,
    records,
    chronicle: Chronicle.of(past === null ? known : null, records, world.catalogue),
    worldAfter: (position) => lab.worldAfter(position),
    upcoming: lab.upcoming,
    time: words.time,
    leftOut: past === null ? null : present.now - now,
    partedAt: lab.branches.partedAt,
    isAnswerHidden: lab.isAnswerHidden,
    adminPersona: lab.placeOf('admin').persona,
  };
}

/** Somebody's lane up to that moment. */
export function laneOf({ chronicle, now, isAnswerHidden }: RunTold, account: string): Lane {
  const lane = chronicle.lanes.lane(account, now);
  return isAnswerHidden ? { ...lane, foreseen: [] } : lane;
}

/** The product, in the variant that is in force then. */
export function productText({ product, world }: RunTold): string {
  return product.variants[world.variant]?.label ?? product.name;
}

/** From an instant to another, the day of both said once. */
export function spanText({ time }: RunTold, from: Instant, to: Instant): string {
  const start = `${time.date(from)}, ${time.time(from)}`;
  if (time.date(from) !== time.date(to)) return `from ${start} to ${time.date(to)}, ${time.time(to)}`;
  return from === to ? `at ${start}` : `from ${start} to ${time.time(to)}`;
}

/** In which time zone times are told; where the clocks are changed on the way, both of its names. */
export function zoneText({ time, now, records, upcoming }: RunTold): string {
  const name = time.clocks.name.replaceAll('_', ' ');
  const [first, last] = [time.zone(records[0]?.at ?? now), time.zone(upcoming.at(-1)?.at ?? now)];
  const short = first === last ? first : `${first}, later ${last}`;
  return `Simulated times in ${name}${short === '' || short === name ? '' : ` (${short})`}`;
}

/** That the run has gone on, and that what came then is not told; null at its present. */
export function leftOutText({ leftOut, time, now }: RunTold): string | null {
  return leftOut === null
    ? null
    : `Up to ${time.moment(now)}, the moment that is looked at: what happened in the ${lengthText(leftOut)} after it is left out.`;
}

/** What everything of the lab says of itself, wherever it goes. */
export const SIMULATION = 'Simulation. No real accounts, people or codes. Not affiliated with any vendor.';
