// What each person's time looked like: how long MFA was on, a device bound, a code alive, a session open, and what
// happened when. Built record by record, so that a longer log only costs its new part. An observer's view.
import { activeCodes, isAtHand, type Account } from '../account';
import type { DomainEvent } from '../events';
import type { Instant } from '../instant';
import { mfaInForce } from '../mfa';
import { eventsOf, type LogRecord } from '../record';
import { rowsOf } from '../table';
import { accountOf, type World } from '../world';

export type BarKind = 'mfa' | 'device' | 'code' | 'session';

/** A stretch of time during which something held. */
export interface Bar {
  readonly kind: BarKind;
  readonly from: Instant;
  /** Null while it still holds. */
  readonly to: Instant | null;
  /** What held: for a device `at-hand` or `away`, for a code its id, else empty. */
  readonly what: string;
}

export interface Tick {
  readonly at: Instant;
  readonly position: number;
  readonly event: DomainEvent;
}

export interface Lane {
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
}

const NOTHING: Lane = { bars: [], ticks: [] };
/** The lane of what support and the lab do. */
export const DESK_LANE = '';

interface OpenLane {
  readonly done: Bar[];
  readonly open: Map<BarKind, Bar>;
  readonly ticks: Tick[];
}

export class Lanes {
  readonly #lanes = new Map<string, OpenLane>();

  /** Takes in the next record, and the world after it. */
  add(record: LogRecord, world: World): void {
    const events = eventsOf(record);
    for (const event of events) {
      this.#laneOf(laneIdOf(event)).ticks.push({ at: record.at, position: record.position, event });
    }
    for (const account of touchedBy(events, world)) this.#track(account, world, record.at);
  }

  /** The lane of an account, or of the desks for `DESK_LANE`. */
  of(id: string): Lane {
    const lane = this.#lanes.get(id);
    return lane === undefined ? NOTHING : { bars: [...lane.done, ...lane.open.values()], ticks: lane.ticks };
  }

  #track(account: Account, world: World, at: Instant): void {
    const lane = this.#laneOf(account.id);
    const holding = statusOf(account, world, at);
    for (const kind of ['mfa', 'device', 'code', 'session'] as const) {
      const open = lane.open.get(kind);
      const what = holding[kind];
      if (open?.what === what) continue;
      if (open !== undefined) lane.done.push({ ...open, to: at });
      lane.open.delete(kind);
      if (what !== undefined) lane.open.set(kind, { kind, from: at, to: null, what });
    }
  }

  #laneOf(id: string): OpenLane {
    const known = this.#lanes.get(id);
    if (known !== undefined) return known;
    const lane: OpenLane = { done: [], open: new Map(), ticks: [] };
    this.#lanes.set(id, lane);
    return lane;
  }
}

function statusOf(account: Account, world: World, at: Instant): { readonly [Kind in BarKind]: string | undefined } {
  const { authenticators } = account;
  const device = authenticators.some((each) => isAtHand(account, each)) ? 'at-hand' : 'away';
  return {
    mfa: mfaInForce(world, account).isOn ? '' : undefined,
    device: authenticators.length === 0 ? undefined : device,
    // A code that does not end by itself runs down for nobody, and would stand there for ever.
    code: activeCodes(account, at).findLast((code) => code.endsAt !== null)?.id,
    session: account.session === null ? undefined : '',
  };
}

function touchedBy(events: readonly DomainEvent[], world: World): readonly Account[] {
  if (events.some(({ type }) => type === 'RunStarted' || type === 'EnforcementChanged')) return rowsOf(world.accounts);
  const ids = new Set(events.map(laneIdOf));
  return [...ids].flatMap((id) => accountOf(world, id) ?? []);
}

function laneIdOf(event: DomainEvent): string {
  return ('account' in event ? event.account : undefined) ?? DESK_LANE;
}
