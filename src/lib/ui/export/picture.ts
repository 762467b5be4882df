// The timeline as a picture that stands by itself: SVG without style sheets, scripts, fonts or anything else from elsewhere.
// Drawn of the same shapes and words as the one on screen. Pure.
import type { Person } from '../../domain/account';
import { distinct } from '../../domain/distinct';
import { MINUTE } from '../../domain/instant';
import { editionOf } from '../../products/edition';
import type { Folding, Shown } from '../timeline/ranges';
import { foldsOf } from '../timeline/ranges';
import { DESK_HEIGHT, LANE_HEIGHT, laneShapes } from '../timeline/lane-shapes';
import { DESKS, deskState, personState } from '../timeline/lane-names';
import { fitting, Scale, type Fold } from '../timeline/scale';
import { coloursOf, type Colours, type Theme } from './colours';
import { aboveLanes, AXIS_HEIGHT, axisOf, gridOf, marksOf } from './picture-axis';
import { deskLane, personLane, SIZE, type LaneInk, type Track } from './picture-lane';
import { headLines, headPart, legendPart, linesPart, notesOf, notesPart, ribbonPart, type Part } from './picture-words';
import { laneOf, SIMULATION, type RunTold } from './run-told';
import { linesOf, widthOf } from './text-width';
import { element, words } from './xml';

export interface PictureWish {
  readonly width: number;
  readonly theme: Theme;
  /** What of the run is shown; null for all of it. */
  readonly range: Fold | null;
  readonly folding: Folding;
  readonly people: readonly Person[];
  /** How many more people there are, whose lanes are not wished for. */
  readonly more: number;
  readonly hasDesks: boolean;
  /** What an event was, in words. */
  readonly told: (position: number) => string;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What the picture shows, for whoever cannot see it. */
  readonly description: string;
}

/** How many lanes a picture has at most: more of them nobody prints. */
const LANES_MAX = 100;
/** Room around everything, between the parts, and for the names beside the lanes; below `STACKED` those stand above them. */
const MARGIN = 24;
const GAP = 14;
const NAMES = 252;
const STACKED = 700;
const NAME_LINE = 17;
/** Room before the beginning of the run and behind the last of it, where all of it is shown. */
const BEFORE_ALL = 14;
const BEHIND_ALL = 96;

export function timelinePicture(run: RunTold, wish: PictureWish): Picture {
  const colours = coloursOf(wish.theme);
  const inner = wish.width - 2 * MARGIN;
  const names = wish.width < STACKED ? 0 : NAMES;
  const scale = scaleOf(run, wish, inner - names);
  const people = wish.people.slice(0, LANES_MAX);
  const notes = notesOf(run, scale, wish.more + wish.people.length - people.length);
  const ribbon = ribbonPart(wish.width, colours);
  const head = headPart(run, scale, inner, colours);
  const lanes = lanesPart(run, { ...wish, people }, scale, names, colours);
  const legend = legendPart(run, wish.hasDesks, inner, colours);
  const below = notesPart(notes, inner, colours);

  let y = ribbon.height + GAP;
  const placed = [head, lanes, legend, below].map((part) => {
    const at = y;
    y += part.height === 0 ? 0 : part.height + GAP;
    return element('g', { transform: `translate(${MARGIN} ${at})` }, part.svg);
  });
  const description = describe(run, { ...wish, people }, scale, notes);
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: wish.width,
      height: y,
      viewBox: `0 0 ${wish.width} ${y}`,
      role: 'img',
      'font-family': 'system-ui, sans-serif',
      fill: 'none',
    },
    element('title', {}, words(`Timeline: ${run.title}`)),
    element('desc', {}, words(description)),
    element('rect', { width: wish.width, height: y, fill: colours('panel') }),
    ribbon.svg,
    ...placed,
  );
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width: wish.width, height: y, description };
}

/** The scale that shows what is wished for in so many pixels. */
function scaleOf(run: RunTold, { range: wished, folding }: PictureWish, width: number): Scale {
  const startedAt = run.world.pins?.startedAt ?? 0;
  const shown: Shown = {
    startedAt,
    now: run.now,
    recent: startedAt,
    ends: distinct(run.upcoming.map(({ at }) => at)),
    gaps: run.chronicle.gaps,
  };
  const folds = foldsOf(shown, folding, width);
  const last = Math.max(run.now, shown.ends.at(-1) ?? run.now);
  // All of the run, with room at its end for what is written there, and some time ahead to be seen as such. What is in view
  // may be later than the moment that is looked at: then there is nothing of it.
  const end = Math.max(last, startedAt + MINUTE);
  const isOver = run.leftOut !== null && wished !== null && wished.to > end && wished.from < end;
  const range = wished === null ? { from: startedAt, to: end } : { from: wished.from, to: isOver ? end : wished.to };
  const before = wished === null ? BEFORE_ALL : 0;
  const behind = wished === null || isOver ? BEHIND_ALL : 0;
  const perPixel = fitting(width - before - behind, range, folds);
  return new Scale({ width, perPixel, anchor: { at: range.from, x: before } }, folds(perPixel));
}

interface Row {
  readonly name: string;
  readonly state: string;
  /** A token of the look, for a desk. */
  readonly hue?: string;
  readonly track: Track;
  readonly trackHeight: number;
}

function rowsOf(run: RunTold, wish: PictureWish, scale: Scale, colours: Colours): readonly Row[] {
  const near = (at: number): string => run.time.near(at, run.now);
  const ink: LaneInk = { colours, now: run.now, near, told: wish.told };
  const people = wish.people.map(({ id, name }): Row => {
    const shapes = laneShapes({
      lane: laneOf(run, id),
      ticks: run.chronicle.lanes.ticks(id),
      next: run.upcoming.filter(({ deadline }) => deadline.account === id),
      scale,
      now: run.now,
      near,
      record: (position) => run.records[position],
      widthOf: (text) => widthOf(text, SIZE),
    });
    return {
      name,
      state: personState(run.world, id, run.now),
      track: personLane(shapes, ink),
      trackHeight: LANE_HEIGHT,
    };
  });
  if (!wish.hasDesks) return people;
  const desks = DESKS.map(({ name, label, hue }): Row => {
    const track = deskLane(run.chronicle.desks.lane(name), scale, hue, ink);
    const state = deskState(run.world, editionOf(run.product, run.world.variant), name, run.adminPersona);
    return { name: label, state, hue, track, trackHeight: DESK_HEIGHT };
  });
  return [...people, ...desks];
}

/** The axis and the lanes; names stand beside them, or above each where there is no room for that. */
function lanesPart(run: RunTold, wish: PictureWish, scale: Scale, names: number, colours: Colours): Part {
  const marks = marksOf(scale, run.time);
  const width = names + scale.width;
  let y = 0;
  const rows = rowsOf(run, wish, scale, colours).map((row) => {
    const isBeside = names > 0;
    const label = nameOf(row, isBeside ? names - 14 : width, colours);
    // Above the lane it stands in the way of what crosses all lanes.
    const plate = isBeside ? '' : element('rect', { x: -2, y: 1, ...label.size, fill: colours('panel') });
    const height = isBeside ? Math.max(label.height, row.trackHeight) + 8 : label.height + row.trackHeight + 10;
    const nameY = isBeside ? (height - label.height) / 2 : 4;
    const trackY = isBeside ? (height - row.trackHeight) / 2 : label.height + 6;
    const at = y;
    y += height;
    return {
      behind: element('path', { d: `M0 ${y}h${width}`, stroke: colours('line'), opacity: '0.6' }),
      name: element('g', { transform: `translate(0 ${Math.round(at + nameY)})` }, plate, label.svg),
      under: element('g', { transform: `translate(0 ${Math.round(at + trackY)})` }, row.track.under),
      over: element('g', { transform: `translate(0 ${Math.round(at + trackY)})` }, row.track.over),
    };
  });
  /** Cut off at the edges, as nothing there is about what is shown. */
  const cut = (top: number, height: number, ...svg: readonly string[]): string =>
    element('svg', { x: names, y: top, width: scale.width, height, overflow: 'hidden' }, ...svg);
  return {
    height: AXIS_HEIGHT + y,
    svg: [
      element('path', { d: `M0 ${AXIS_HEIGHT}h${width}`, stroke: colours('line') }),
      cut(0, AXIS_HEIGHT, axisOf(run, scale, marks, colours)),
      element('g', { transform: `translate(0 ${AXIS_HEIGHT})` }, ...rows.map(({ behind }) => behind)),
      cut(
        AXIS_HEIGHT,
        y,
        gridOf(marks, y, colours),
        ...rows.map(({ under }) => under),
        aboveLanes(run, scale, y, colours),
        ...rows.map(({ over }) => over),
      ),
      element('g', { transform: `translate(0 ${AXIS_HEIGHT})` }, ...rows.map(({ name }) => name)),
    ].join(''),
  };
}

interface Label extends Part {
  readonly size: { readonly width: number; readonly height: number };
}

function nameOf({ name, state, hue }: Row, width: number, colours: Colours): Label {
  const indent = hue === undefined ? 0 : 15;
  const lines = linesOf(name, width - indent, SIZE + 1);
  const states = linesOf(state, width, SIZE);
  const dot = hue === undefined ? '' : element('circle', { cx: 4, cy: 9, r: 4, fill: colours(hue) });
  const strong = lines.map((line, index) =>
    element(
      'text',
      { x: indent, y: 14 + index * NAME_LINE, 'font-size': SIZE + 1, 'font-weight': 600, fill: colours('ink') },
      words(line),
    ),
  );
  const below = lines.length * NAME_LINE;
  const soft = states.map((line, index) =>
    linesPart([line], below + 13 + index * NAME_LINE, { fill: colours('soft') }),
  );
  const height = below + states.length * NAME_LINE + 2;
  const widest = Math.max(
    ...lines.map((line) => indent + widthOf(line, SIZE + 1) * 1.1),
    ...states.map((line) => widthOf(line, SIZE)),
  );
  return { height, size: { width: widest + 6, height }, svg: [dot, ...strong, ...soft].join('') };
}

function describe(run: RunTold, wish: PictureWish, scale: Scale, notes: readonly string[]): string {
  const [, ...about] = headLines(run, scale);
  const standing = wish.people.map(({ id, name }) => `${name}: ${personState(run.world, id, run.now)}.`);
  return [...about, ...standing, ...notes, SIMULATION].join(' ');
}
