// The lanes of people and desks in a picture that is saved: the same shapes as on screen, with their colours written out.
import type { Instant } from '../../domain/instant';
import type { Bar, Tick } from '../../domain/views/lanes';
import type { DeskBar, DeskLane } from '../../domain/views/desk-lanes';
import { barsIn, ticksIn, tickWidth, type DrawnTick } from '../timeline/drawn';
import { barTitle, DESK_TICKS_Y, LANE_ROWS, TICKS_Y, type LaneShapes } from '../timeline/lane-shapes';
import type { Scale } from '../timeline/scale';
import type { Colours } from './colours';
import { element, words, type Attributes } from './xml';

/** The size of what is written in a lane, in pixels. */
export const SIZE = 13;

export interface LaneInk {
  readonly colours: Colours;
  readonly now: Instant;
  readonly near: (at: Instant) => string;
  /** What an event was, in words. */
  readonly told: (position: number) => string;
}

/** Words that stay readable over whatever is behind them: twice, since not every program knows which to paint first. */
export function text(content: string, ink: Colours, attributes: Attributes): string {
  const halo = {
    fill: 'none',
    stroke: ink('panel'),
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  return (
    element('text', { 'font-size': SIZE, ...attributes, ...halo }, words(content)) +
    element('text', { 'font-size': SIZE, ...attributes }, words(content))
  );
}

/** What is drawn of a lane under folds and the line of the present, and what over them. */
export interface Track {
  readonly under: string;
  readonly over: string;
}

export function personLane(shapes: LaneShapes, ink: LaneInk): Track {
  const { colours } = ink;
  const under = [
    ...shapes.hollow.map(({ bar, x, width }) => barShape(bar, x, width, true, ink)),
    ...shapes.solid.map(({ bar, x, width }) => barShape(bar, x, width, false, ink)),
    ...shapes.plates.map(({ x, width }) => element('rect', { x, y: 4, width, height: 12, fill: colours('panel') })),
  ];
  const over = [
    ...shapes.codes.map(({ text: said, x }) => text(said, colours, { x, y: 28.5, fill: colours('time') })),
    ...shapes.plates.map(({ text: said, x }) => text(said, colours, { x: x + 3, y: 14.5, fill: colours('soft') })),
    ...shapes.ends.map((end) => endShape(end, colours)),
    ...tickShapes(shapes.ticks, TICKS_Y, 'ink', ink),
  ];
  return { under: under.join(''), over: over.join('') };
}

/** What will happen, as a mark with words beside it. */
function endShape({ x, isBad, label }: LaneShapes['ends'][number], colours: Colours): string {
  const mark = element('path', {
    d: `M${Math.round(x * 10) / 10} 16l8 8-8 8-8-8z`,
    fill: colours('panel'),
    stroke: colours(isBad ? 'bad' : 'time-edge'),
    'stroke-width': 1.6,
  });
  const place = { x: label.x, y: 28.5, 'text-anchor': label.anchor, fill: colours(isBad ? 'bad' : 'time') };
  return mark + text(label.text, colours, place);
}

export function deskLane(lane: DeskLane, scale: Scale, hue: string, ink: LaneInk): Track {
  const bars = (kind: DeskBar['kind']): readonly string[] =>
    barsIn(lane.bars[kind], scale, ink.now).map(({ x, width }) => {
      const { says, ...shape } = DESK_BARS[kind];
      return element('rect', { x, width, ...shape, rx: 3, fill: ink.colours(hue) }, element('title', {}, says));
    });
  return {
    under: [...bars('request'), ...bars('call')].join(''),
    over: tickShapes(ticksIn(lane.ticks, scale), DESK_TICKS_Y, hue, ink).join(''),
  };
}

/** How what stands at Support's desk is drawn, and what it means. */
export const DESK_BARS = {
  request: { y: 10, height: 6, opacity: '0.35', says: 'Something to answer' },
  call: { y: 6, height: 14, opacity: '0.75', says: 'A caller on the line' },
} as const satisfies Readonly<Record<DeskBar['kind'], Attributes & { readonly says: string }>>;

function barShape(bar: Bar, x: number, width: number, isHollow: boolean, ink: LaneInk): string {
  const { y, height } = LANE_ROWS[bar.kind];
  const title = element('title', {}, words(barTitle(bar, isHollow, ink)));
  const line = (attributes: Attributes): Attributes => ({ fill: 'none', ...attributes });
  const middle = y + height / 2;
  if (bar.kind === 'device' && bar.what === 'away') {
    const stroke = { stroke: ink.colours('user'), 'stroke-width': 2, 'stroke-dasharray': '5 4' };
    return element('path', line({ d: across(x + 1, middle, width - 2), ...stroke, ...faded(isHollow) }), title);
  }
  if (bar.kind === 'mfa' && bar.what === 'off') {
    const stroke = { stroke: ink.colours('edge'), 'stroke-width': 1.5, 'stroke-dasharray': '1 4' };
    return element('path', line({ d: across(x, middle, width), ...stroke, ...faded(isHollow) }), title);
  }
  const paint = isHollow ? hollowPaint(bar, ink.colours) : solidPaint(bar, ink.colours);
  const shape = element('rect', { x, y, width, height, rx: Math.min(4, height / 2), ...paint }, title);
  if (bar.kind !== 'out' || isHollow) return shape;
  const stripes = { stroke: ink.colours('bad'), 'stroke-width': 5, 'stroke-dasharray': '2 4' };
  return shape + element('path', line({ d: across(x + 1, middle, Math.max(0, width - 2)), ...stripes }));
}

function across(x: number, y: number, width: number): string {
  return `M${Math.round(x * 10) / 10} ${y}h${Math.round(Math.max(0, width) * 10) / 10}`;
}

const faded = (isHollow: boolean): Attributes => (isHollow ? { opacity: '0.45' } : {});

function solidPaint({ kind }: Bar, colours: Colours): Attributes {
  switch (kind) {
    case 'mfa':
      return { fill: colours('edge') };
    case 'device':
      return { fill: colours('user') };
    case 'session':
      return { fill: colours('good') };
    case 'code':
      return { fill: colours('time-fill'), stroke: colours('time-edge') };
    case 'out':
      return { fill: colours('bad-wash'), stroke: colours('bad') };
  }
}

function hollowPaint({ kind }: Bar, colours: Colours): Attributes {
  switch (kind) {
    case 'mfa':
      return { fill: colours('edge'), opacity: '0.25' };
    case 'device':
      return { fill: 'none', stroke: colours('user'), opacity: '0.45' };
    case 'session':
      return { fill: 'none', stroke: colours('good'), opacity: '0.45' };
    case 'code':
      return { fill: colours('time-wash'), stroke: colours('time-edge'), 'stroke-dasharray': '4 3' };
    case 'out':
      return { fill: colours('bad-wash'), stroke: colours('bad'), opacity: '0.45' };
  }
}

function tickShapes(ticks: readonly DrawnTick<Tick>[], y: number, hue: string, ink: LaneInk): readonly string[] {
  const paint = { fill: ink.colours(hue), stroke: ink.colours('panel'), 'stroke-width': 1.4 };
  return ticks.map(({ tick, x, count }) => {
    const title = element('title', {}, words(count === 1 ? ink.told(tick.position) : `${count} events`));
    if (count === 1) return element('circle', { cx: x, cy: y, r: 3.4, ...paint }, title);
    const width = tickWidth(count);
    const number = element(
      'text',
      { x, y: y + 4.6, 'text-anchor': 'middle', 'font-size': SIZE, 'font-weight': 600, fill: ink.colours('panel') },
      String(count),
    );
    const plate = element('rect', { x: x - width / 2, y: y - 8, width, height: 16, rx: 8, ...paint });
    return element('g', {}, title, plate, number);
  });
}
