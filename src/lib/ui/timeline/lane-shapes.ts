// What is drawn of one person's lane, and where: bars, what is foreseen of them, what is written in and beside them. The
// picture on screen and the one that is saved are both made of this. Pure.
import type { Instant } from '../../domain/instant';
import { eventsOf, type LogRecord } from '../../domain/record';
import { BAR_KINDS, type Bar, type BarKind, type Lane, type Tick } from '../../domain/views/lanes';
import type { Upcoming } from '../../domain/views/future';
import { afterwardsMark } from '../words/access-text';
import { barLength, barName } from '../words/lane-text';
import { LOSSES } from '../words/names';
import { barsIn, ticksIn, type DrawnBar, type DrawnTick } from './drawn';
import { fitting, isBefore, roomOf, widthOnScreen, type WidthOf } from './room';
import { FOLD_WIDTH, type Scale } from './scale';

/** How high a lane is, and where each kind of bar is drawn in it. */
export const LANE_HEIGHT = 45;
export const LANE_ROWS: Readonly<Record<BarKind, { readonly y: number; readonly height: number }>> = {
  mfa: { y: 1, height: 2.5 },
  device: { y: 6, height: 8 },
  code: { y: 17, height: 14 },
  session: { y: 34, height: 7 },
  out: { y: 34, height: 7 },
};
/** Where ticks stand in a lane of a person, and in one of a desk. */
export const TICKS_Y = 37.5;
export const DESK_HEIGHT = 26;
export const DESK_TICKS_Y = 13;

/** How far from its mark the words beside it begin, in pixels. */
const FROM_MARK = 13;

export interface LaneSource {
  readonly lane: Lane;
  readonly ticks: readonly Tick[];
  /** What will happen to this person, in order. */
  readonly next: readonly Upcoming[];
  readonly scale: Scale;
  readonly now: Instant;
  /** An instant in words, without the day where it is today. */
  readonly near: (at: Instant) => string;
  readonly record: (position: number) => LogRecord | undefined;
  /** How wide words are; on screen without it. */
  readonly widthOf?: WidthOf;
}

/** Words at a place; `end` where they end there. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly anchor: 'start' | 'end';
}

export interface LaneShapes {
  readonly hollow: readonly DrawnBar<Bar>[];
  readonly solid: readonly DrawnBar<Bar>[];
  /** What is written in the bar of a code that runs down. */
  readonly codes: readonly PlacedText[];
  /** What is written over a bar, on a plate so wide. */
  readonly plates: readonly (PlacedText & { readonly width: number })[];
  /** What will happen, at its instant, and what that comes to. */
  readonly ends: readonly { readonly x: number; readonly isBad: boolean; readonly label: PlacedText }[];
  readonly ticks: readonly DrawnTick<Tick>[];
}

export function laneShapes(source: LaneSource): LaneShapes {
  const { lane, scale, now, widthOf = widthOnScreen } = source;
  const edge = scale.at(scale.width + 20);
  const next = source.next.filter(({ at }) => at <= edge && at >= scale.at(-20));
  const solid = BAR_KINDS.flatMap((kind) => barsIn(lane.bars[kind], scale, now));
  const hollow = lane.foreseen.flatMap((bar) => {
    const [from, to] = [Math.max(bar.from, now), bar.to ?? edge];
    const drawn = to > from ? barsIn([{ from, to }], scale, now) : [];
    return drawn.map(({ x, width }) => ({ bar, x, width }));
  });

  const isLeft = (x: number, text: string): boolean => isBefore(x, text, scale.width, widthOf);
  /** Room that the words beside the mark at the end of a code take within its bar. */
  const besideEnd = (bar: Bar): number => {
    const mark = next.find(({ at }) => at === bar.to);
    const text = mark === undefined ? '' : afterwardsMark(mark).text;
    return text !== '' && isLeft(scale.x(bar.to ?? 0), text) ? roomOf(text, widthOf) : 0;
  };
  /** The longest of these words that has room within a bar and under no fold, at the first such place. */
  const written = (texts: readonly string[], x: number, width: number): readonly PlacedText[] => {
    const rooms = unfoldedParts(scale, x, width);
    for (const text of texts) {
      const room = rooms.find((each) => fitting([text], each.width, widthOf) !== '');
      if (room !== undefined) return [{ text, x: room.x + 8, anchor: 'start' }];
    }
    return [];
  };

  return {
    hollow,
    solid,
    codes: hollow.flatMap(({ bar, x, width }) =>
      bar.kind === 'code' ? written(codeTexts(bar, source.near), x, width - besideEnd(bar)) : [],
    ),
    plates: solid.flatMap(({ bar, x, width }) => {
      const isAway = bar.kind === 'device' && bar.what === 'away';
      const placed = isAway ? written([awayText(bar, source.record)], x, width) : [];
      return placed.map((each) => ({ ...each, width: widthOf(each.text) * 0.92 + 6 }));
    }),
    ends: next.map((each) => {
      const { text, isBad } = afterwardsMark(each);
      const x = scale.x(each.at);
      const left = isLeft(x, text);
      return { x, isBad, label: { text, x: left ? x - FROM_MARK : x + FROM_MARK, anchor: left ? 'end' : 'start' } };
    }),
    ticks: ticksIn(source.ticks, scale),
  };
}

/** The parts of a bar that no fold covers. */
function unfoldedParts({ folds }: Scale, x: number, width: number): readonly { x: number; width: number }[] {
  const parts: { x: number; width: number }[] = [];
  let from = x;
  for (const fold of folds) {
    if (fold.x >= x + width) break;
    if (fold.x > from) parts.push({ x: from, width: fold.x - from });
    from = Math.max(from, fold.x + FOLD_WIDTH);
  }
  return from < x + width ? [...parts, { x: from, width: x + width - from }] : parts;
}

function codeTexts(bar: Bar, near: LaneSource['near']): readonly string[] {
  return [...(bar.to === null ? [] : [`code alive, ends ${near(bar.to)}`]), 'code alive'];
}

function awayText(bar: Bar, recordAt: LaneSource['record']): string {
  const record = bar.begun === null ? undefined : recordAt(bar.begun);
  const lost = record === undefined ? undefined : eventsOf(record).find((event) => event.type === 'DeviceLost');
  return lost?.type === 'DeviceLost' ? `away: ${LOSSES[lost.how]}` : 'away';
}

/** What a bar says when it is pointed at. */
export function barTitle(bar: Bar, isHollow: boolean, { near, now }: Pick<LaneSource, 'near' | 'now'>): string {
  const until = bar.to === null ? '' : ` until ${near(bar.to)}`;
  const start = `${barName(bar)} from ${near(bar.from)}${until}`;
  const whole = bar.to === null && bar.from > now ? start : `${start}, ${barLength(bar, now)}`;
  return isHollow ? `${whole}, and on if nobody does anything` : whole;
}
