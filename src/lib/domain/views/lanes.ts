// What each person's time looked like: how long MFA was on, a device bound, a code alive, a session open, how long they could
// not get in, and when something happened. An observer's view. A lane is built when it is asked for and goes on from there,
// so that a long log of a large firm costs only the lanes that are looked at.
import { activeCodes, isAtHand, type Account } from '../account';
import { evolve } from '../evolve';
import type { DomainEvent } from '../events';
import type { Instant } from '../instant';
import { isMfaInForce } from '../mfa';
import type { PolicyCatalogue } from '../policy';
import { eventsOf, type LogRecord } from '../record';
import { tableOf } from '../table';
import { accountOf, emptyWorld, type World } from '../world';
import { shutOut } from './access';
import { ahead } from './future';

export const BAR_KINDS = ['mfa', 'device', 'code', 'session', 'out'] as const;
export type BarKind = (typeof BAR_KINDS)[number];

/** A stretch of time during which something held. */
export interface Bar {
  readonly kind: BarKind;
  readonly from: Instant;
  /** When it ended; null while it still holds. */
  readonly to: Instant | null;
  /** What held: for MFA `on` or `off`, for a device `at-hand` or `away`, for a code its id, for a lock-out why, else empty. */
  readonly what: string;
  /** Position of the record that began it, and of the one that ended it; null where time alone did, or nothing has. */
  readonly begun: number | null;
  readonly ended: number | null;
}

export interface Tick {
  readonly at: Instant;
  readonly position: number;
}

export interface Lane {
  /** By kind, in the order of time; those of one kind never overlap. */
  readonly bars: Readonly<Record<BarKind, readonly Bar[]>>;
  /** How what holds now would go on if nobody did anything, and what would begin after it. */
  readonly foreseen: readonly Bar[];
}

type Bars = Readonly<Record<BarKind, Bar[]>>;

const noBars = (): Bars => ({ mfa: [], device: [], code: [], session: [], out: [] });
/** Events after which it may stand otherwise with everybody. */
const CHANGES_ALL: readonly DomainEvent['type'][] = [
  'RunStarted',
  'EnforcementChanged',
  'VariantChanged',
  'SettingChanged',
];

export class Lanes {
  /** Where each account was last touched comes last. */
  readonly #ticks = new Map<string, Tick[]>();
  readonly #tracks = new Map<string, Track>();
  /** The rules and firms from a record on: nobody's account in them is kept up to date. */
  readonly #eras: Era[] = [];
  #records: readonly LogRecord[] = [];
  #world: World;

  constructor(catalogue: PolicyCatalogue) {
    this.#world = emptyWorld(catalogue);
  }

  /** Takes in the next record. */
  add(record: LogRecord): void {
    const events = eventsOf(record);
    for (const event of events) {
      const id = accountIn(event);
      if (id !== undefined) this.#touch(id, record);
    }
    if (!events.some(({ type }) => CHANGES_ALL.includes(type))) return;
    const forAll = events.filter(({ type }) => CHANGES_ALL.includes(type));
    this.#world = forAll.reduce((world, event) => evolve(world, event, record.at), this.#world);
    this.#eras.push({ position: record.position, at: record.at, world: this.#world });
  }

  #touch(id: string, { at, position }: LogRecord): void {
    const ticks = this.#ticks.get(id);
    if (ticks?.at(-1)?.position === position) return;
    if (ticks !== undefined) this.#ticks.delete(id);
    this.#ticks.set(id, ticks ?? []);
    this.#ticks.get(id)?.push({ at, position });
  }

  /** The log that everything taken in stands in; before any lane is asked for. */
  readFrom(records: readonly LogRecord[]): void {
    this.#records = records;
  }

  /** Ids of those to whom something has happened, whoever was touched last at the end. */
  get touched(): readonly string[] {
    return [...this.#ticks.keys()];
  }

  ticks(account: string): readonly Tick[] {
    return this.#ticks.get(account) ?? [];
  }

  /** The lane of an account at the present, which is at or after the last record. */
  lane(account: string, now: Instant): Lane {
    let track = this.#tracks.get(account);
    if (track === undefined) {
      track = new Track(account);
      this.#tracks.set(account, track);
    }
    return track.follow({ ticks: this.ticks(account), eras: this.#eras, records: this.#records }, now);
  }
}

interface Era {
  readonly position: number;
  readonly at: Instant;
  readonly world: World;
}

interface Source {
  readonly ticks: readonly Tick[];
  readonly eras: readonly Era[];
  readonly records: readonly LogRecord[];
}

/** One account through time, in a world that holds it alone. */
class Track {
  readonly #id: string;
  readonly #bars = noBars();
  #world: World | null = null;
  #nextTick = 0;
  #nextEra = 0;
  /** When what holds has to be looked at again though nobody does anything. */
  #wakeAt: Instant | null = null;

  constructor(id: string) {
    this.#id = id;
  }

  follow({ ticks, eras, records }: Source, now: Instant): Lane {
    for (;;) {
      const tick = ticks[this.#nextTick];
      const era = eras[this.#nextEra];
      if (era !== undefined && era.position <= (tick?.position ?? Number.POSITIVE_INFINITY)) {
        this.#nextEra += 1;
        this.#wake(era.at);
        this.#world = { ...era.world, ...(this.#world === null ? alone(era.world, this.#id) : own(this.#world)) };
        if (tick?.position !== era.position) this.#look(era.at, era.position);
      } else if (tick !== undefined) {
        this.#nextTick += 1;
        this.#wake(tick.at);
        this.#take(records[tick.position], tick);
      } else break;
    }
    this.#wake(now);
    return { bars: this.#bars, foreseen: this.#world === null ? [] : foreseenBars(this.#world, this.#id, this.#bars) };
  }

  #take(record: LogRecord | undefined, { at, position }: Tick): void {
    if (record === undefined || this.#world === null) return;
    const events = eventsOf(record).filter((event) => accountIn(event) === this.#id);
    this.#world = events.reduce((world, event) => evolve(world, event, at), this.#world);
    this.#look(at, position);
  }

  /** What ends by time alone up to an instant, at its own instant. */
  #wake(until: Instant): void {
    while (this.#wakeAt !== null && this.#wakeAt <= until) this.#look(this.#wakeAt, null);
  }

  #look(at: Instant, position: number | null): void {
    if (this.#world !== null) this.#wakeAt = look(this.#bars, this.#world, this.#id, { at, position });
  }
}

/** How the bars that are open go on if nobody does anything; `world` holds the account alone. */
function foreseenBars(world: World, id: string, bars: Bars): readonly Bar[] {
  const copy = noBars();
  for (const kind of BAR_KINDS) copy[kind].push(...bars[kind].slice(-1).filter(({ to }) => to === null));
  const account = accountOf(world, id);
  let wakeAt = account === undefined ? null : holdingOf(world, account, world.at).wakeAt;
  const wake = (state: World, until: Instant): void => {
    while (wakeAt !== null && wakeAt <= until) wakeAt = look(copy, state, id, { at: wakeAt, position: null });
  };
  let state = world;
  for (const step of ahead(world)) {
    wake(state, step.next.at);
    state = step.world;
    wakeAt = look(copy, state, id, { at: step.next.at, position: null });
  }
  wake(state, Number.POSITIVE_INFINITY);
  return BAR_KINDS.flatMap((kind) => copy[kind]);
}

/** Writes down what holds from an instant on; when it has to be looked at again though nobody does anything. */
function look(
  bars: Bars,
  world: World,
  id: string,
  { at, position }: { readonly at: Instant; readonly position: number | null },
): Instant | null {
  const account = accountOf(world, id);
  if (account === undefined) return null;
  const { wakeAt, ...holding } = holdingOf(world, account, at);
  for (const kind of BAR_KINDS) {
    const ofKind = bars[kind];
    const last = ofKind.at(-1);
    const open = last?.to === null ? last : undefined;
    const what = holding[kind];
    if (open?.what === what) continue;
    if (open !== undefined) ofKind[ofKind.length - 1] = { ...open, to: at, ended: position };
    if (what !== undefined) ofKind.push({ kind, from: at, to: null, what, begun: position, ended: null });
  }
  return wakeAt;
}

/** What holds at an instant, and when that changes by time alone. */
type Holding = Readonly<Record<BarKind, string | undefined>> & { readonly wakeAt: Instant | null };

function holdingOf(world: World, account: Account, at: Instant): Holding {
  const { authenticators } = account;
  const device = authenticators.some((each) => isAtHand(account, each)) ? 'at-hand' : 'away';
  const out = shutOut(world, account, at);
  return {
    mfa: isMfaInForce(world, account) ? 'on' : 'off',
    device: authenticators.length === 0 ? undefined : device,
    // A code that does not end by itself runs down for nobody, and would stand there for ever.
    code: activeCodes(account, at).findLast((code) => code.endsAt !== null)?.id,
    session: account.session === null ? undefined : '',
    out: out?.why,
    wakeAt: out?.until ?? null,
  };
}

const alone = (world: World, id: string): Pick<World, 'accounts' | 'deadlines'> => {
  const account = accountOf(world, id);
  return { accounts: tableOf(account === undefined ? [] : [account]), deadlines: [] };
};
const own = ({ accounts, deadlines }: World): Pick<World, 'accounts' | 'deadlines'> => ({ accounts, deadlines });

/** The account that an event is about, where it is about one. */
export function accountIn(event: DomainEvent): string | undefined {
  return 'account' in event ? event.account : undefined;
}
