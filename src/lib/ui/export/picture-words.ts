// What is written around the lanes of a picture that is saved: what it is, what its marks mean, and what is not in it.
import { MINUTE } from '../../domain/instant';
import { LEGEND_KEYS, type LegendKey } from '../timeline/legend-keys';
import type { Scale } from '../timeline/scale';
import { lengthText } from '../words/time-text';
import type { Colours } from './colours';
import { foldsIn } from './picture-axis';
import { DESK_BARS, SIZE } from './picture-lane';
import { leftOutText, productText, SIMULATION, spanText, zoneText, type RunTold } from './run-told';
import { linesOf, widthOf } from './text-width';
import { element, words, type Attributes } from './xml';

/** A part of the picture, drawn from its own upper left corner. */
export interface Part {
  readonly height: number;
  readonly svg: string;
}

const LINE = 19;
const TITLE_SIZE = 21;
const RIBBON_HEIGHT = 26;
/** Of folded stretches, how many are told of in words. */
const FOLDS_MAX = 8;

/** Lines under each other. */
export function linesPart(lines: readonly string[], y: number, attributes: Attributes): string {
  return lines
    .map((line, index) => element('text', { x: 0, y: y + index * LINE, 'font-size': SIZE, ...attributes }, words(line)))
    .join('');
}

/** What no picture goes without, from edge to edge. */
export function ribbonPart(width: number, colours: Colours): Part {
  const lines = linesOf(`${SIMULATION} Everything in this picture is synthetic.`, width - 32, SIZE);
  const height = RIBBON_HEIGHT + (lines.length - 1) * LINE;
  const plate = element('rect', { width, height, fill: colours('time-wash') });
  const centred = { x: width / 2, 'text-anchor': 'middle', fill: colours('time') };
  return { height, svg: plate + linesPart(lines, 18, centred) };
}

/** The span that the picture shows, no further than there is anything, on whole minutes. */
function shownText(run: RunTold, scale: Scale): string {
  const last = Math.max(run.now, run.upcoming.at(-1)?.at ?? run.now);
  const whole = (at: number): number => Math.floor(at / MINUTE) * MINUTE;
  const from = whole(Math.max(run.world.pins?.startedAt ?? 0, scale.at(0)));
  return spanText(run, from, Math.max(from, whole(Math.min(last, scale.at(scale.width)))));
}

/** What the picture is of: in words, the title first. */
export function headLines(told: RunTold, scale: Scale): readonly string[] {
  const { time, now, partedAt, leftOut } = told;
  const stands = leftOut === null ? `As it stands on ${time.date(now)}, ${time.time(now)}.` : leftOutText(told);
  const branch = partedAt === null ? '' : ` A branch: it parted from another run at ${time.moment(partedAt)}.`;
  return [
    told.title,
    `${productText(told)} · ${shownText(told, scale)} · ${zoneText(told)}`,
    `${stands ?? ''}${branch}`,
  ];
}

export function headPart(told: RunTold, scale: Scale, width: number, colours: Colours): Part {
  const [title = '', ...rest] = headLines(told, scale);
  const titles = linesOf(title, width, TITLE_SIZE);
  const lines = rest.flatMap((line) => linesOf(line, width, SIZE));
  const below = titles.length * 26;
  const big = { 'font-size': TITLE_SIZE, 'font-weight': 600, fill: colours('ink') };
  const svg = titles.map((line, index) => element('text', { x: 0, y: 20 + index * 26, ...big }, words(line)));
  return {
    height: below + lines.length * LINE,
    svg: svg.join('') + linesPart(lines, below + 14, { fill: colours('soft') }),
  };
}

interface Meaning {
  readonly sample: string;
  readonly says: string;
}

/** What the bars and marks mean: also what on screen is told when it is pointed at. */
function meaningsOf(run: RunTold, hasDesks: boolean, colours: Colours): readonly Meaning[] {
  const { bars } = run.chronicle.desks.lane('support');
  const ofDesk = (['request', 'call'] as const).filter((kind) => hasDesks && bars[kind].length > 0);
  return [
    ...LEGEND_KEYS.map(([key, , says]) => ({ sample: sample(key, colours), says })),
    {
      sample: element('circle', { cx: 8, cy: 9, r: 3.4, fill: colours('ink') }),
      says: 'An event; with a number, so many of them',
    },
    ...ofDesk.map((kind) => {
      const { says, height, opacity } = DESK_BARS[kind];
      const shape = { x: 0, y: 9 - height / 2, width: 16, height, rx: 3, opacity, fill: colours('desk') };
      return { sample: element('rect', shape), says: `Support: ${says.charAt(0).toLowerCase()}${says.slice(1)}` };
    }),
  ];
}

/** The same beside each other, as far as there is room. */
export function legendPart(run: RunTold, hasDesks: boolean, width: number, colours: Colours): Part {
  let [x, y] = [0, 0];
  const items = meaningsOf(run, hasDesks, colours).map(({ sample: drawn, says }) => {
    const room = 24 + widthOf(says, SIZE) + 18;
    if (x > 0 && x + room > width + 18) [x, y] = [0, y + LINE + 3];
    const said = linesOf(says, width - 24, SIZE);
    const place = { transform: `translate(${Math.round(x)} ${y})` };
    const item = element('g', place, drawn, linesPart(said, 13, { x: 24, fill: colours('soft') }));
    x += room;
    y += (said.length - 1) * LINE;
    return item;
  });
  return { height: y + LINE, svg: items.join('') };
}

function sample(key: LegendKey, colours: Colours): string {
  const bar = { x: 0, y: 4.5, width: 16, height: 9, rx: 4 };
  switch (key) {
    case 'mfa':
      return element('rect', { ...bar, y: 7.5, height: 3, rx: 0, fill: colours('edge') });
    case 'device':
      return element('rect', { ...bar, fill: colours('user') });
    case 'away':
      return element('path', { d: 'M0 9h17', stroke: colours('user'), 'stroke-width': 2, 'stroke-dasharray': '5 3' });
    case 'code':
      return element('rect', { ...bar, fill: colours('time-fill'), stroke: colours('time-edge') });
    case 'session':
      return element('rect', { ...bar, y: 5.5, height: 7, fill: colours('good') });
    case 'out':
      return (
        element('rect', { ...bar, y: 5.5, height: 7, fill: colours('bad-wash'), stroke: colours('bad') }) +
        element('path', { d: 'M1 9h14', stroke: colours('bad'), 'stroke-width': 5, 'stroke-dasharray': '2 4' })
      );
    case 'next':
      return element('path', {
        d: 'M8 3l6 6-6 6-6-6z',
        fill: colours('panel'),
        stroke: colours('time-edge'),
        'stroke-width': 1.6,
      });
  }
}

/** What is folded or left out, in sentences. */
export function notesOf(told: RunTold, scale: Scale, more: number): readonly string[] {
  const { time } = told;
  const folds = foldsIn(scale).map(({ gap }) => gap);
  const named = folds
    .slice(0, FOLDS_MAX)
    .map(({ from, to }) => `${lengthText(to - from)} from ${time.moment(from)} to ${time.moment(to)}`);
  const rest = folds.length > FOLDS_MAX ? `, and ${folds.length - FOLDS_MAX} more` : '';
  return [
    ...(folds.length === 0 ? [] : [`Torn paper is a stretch without events: ${named.join('; ')}${rest}.`]),
    ...(more === 0 ? [] : [`Lanes of ${more.toLocaleString('en')} more people are left out.`]),
    ...(told.isAnswerHidden ? ['What is to come is left out: it is to be foreseen first.'] : []),
  ];
}

export function notesPart(notes: readonly string[], width: number, colours: Colours): Part {
  const lines = notes.flatMap((note) => linesOf(note, width, SIZE));
  return { height: lines.length * LINE, svg: linesPart(lines, 13, { fill: colours('soft') }) };
}
