// What each desk's time looked like: when somebody at it acted for others, and how long a request or a call stood open. An
// observer's view.
import type { Instant } from '../instant';
import { eventsOf, type LogRecord } from '../record';
import { accountIn, type Tick } from './lanes';

export const DESK_LANES = ['admin', 'support', 'tech', 'lab'] as const;
export type DeskLaneName = (typeof DESK_LANES)[number];

/** A stretch during which Support had a caller on the line, or anything to answer. */
export interface DeskBar {
  readonly kind: 'call' | 'request';
  readonly from: Instant;
  /** Null while it still is so. */
  readonly to: Instant | null;
}

export interface DeskLane {
  readonly ticks: readonly Tick[];
  /** By kind, in the order of time. */
  readonly bars: Readonly<Record<DeskBar['kind'], readonly DeskBar[]>>;
}

const NO_BARS: DeskLane['bars'] = { call: [], request: [] };

export class DeskLanes {
  readonly #ticks: Readonly<Record<DeskLaneName, Tick[]>> = { admin: [], support: [], tech: [], lab: [] };
  readonly #bars: Readonly<Record<DeskBar['kind'], DeskBar[]>> = { call: [], request: [] };
  readonly #open = new Set<string>();
  #call: string | null = null;

  /** Takes in the next record. */
  add(record: LogRecord): void {
    for (const desk of desksOf(record)) this.#ticks[desk].push({ at: record.at, position: record.position });
    for (const event of eventsOf(record)) {
      if (event.type === 'SupportAsked') this.#open.add(event.request);
      if (event.type === 'RequestAnswered' || event.type === 'RequestSentBack') this.#open.delete(event.request);
      if (event.type === 'CallAnswered') this.#call = event.request;
      if (event.type === 'CallEnded' && this.#call === event.request) this.#call = null;
    }
    hold(this.#bars.request, 'request', this.#open.size > 0, record.at);
    hold(this.#bars.call, 'call', this.#call !== null, record.at);
  }

  /** The lane of a desk; only Support has bars. */
  lane(desk: DeskLaneName): DeskLane {
    return { ticks: this.#ticks[desk], bars: desk === 'support' ? this.#bars : NO_BARS };
  }
}

function hold(bars: DeskBar[], kind: DeskBar['kind'], holds: boolean, at: Instant): void {
  const last = bars.at(-1);
  const isOpen = last?.to === null;
  if (isOpen && !holds) bars[bars.length - 1] = { ...last, to: at };
  if (!isOpen && holds) bars.push({ kind, from: at, to: null });
}

/** Where this was done. What people do about themselves is done at no desk of these. */
function desksOf(record: LogRecord): readonly DeskLaneName[] {
  if (record.kind === 'place') return [];
  const { actor } = record;
  switch (actor.kind) {
    case 'rep':
    case 'stranger':
      return ['support'];
    case 'portalTech':
      return ['tech'];
    case 'lab':
      return ['lab'];
    case 'clock':
      return [];
    case 'person': {
      const isAsked = record.events.some(({ type }) => type === 'SupportAsked');
      const isForOthers = record.events.some((event) => {
        const about = accountIn(event);
        return (about !== undefined && about !== actor.account) || event.type === 'EnforcementChanged';
      });
      return [...(isForOthers ? ['admin' as const] : []), ...(isAsked ? ['support' as const] : [])];
    }
  }
}
