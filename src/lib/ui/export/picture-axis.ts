// Time in a picture that is saved: the axis, the lines under it, what is folded, and the present.
import { axisMarks, type AxisMark } from '../timeline/axis-marks';
import { FOLD_WIDTH, type DrawnFold, type Scale } from '../timeline/scale';
import { tornPaper } from '../timeline/torn-paper';
import { shortLength, type TimeText } from '../words/time-text';
import type { Colours } from './colours';
import { SIZE } from './picture-lane';
import type { RunTold } from './run-told';
import { widthOf } from './text-width';
import { element, words } from './xml';

/** How high the flag of the present is, and the whole axis below which the lanes begin. */
const FLAG_HEIGHT = 21;
const LABELS_HEIGHT = 28;
export const AXIS_HEIGHT = LABELS_HEIGHT + FLAG_HEIGHT;

export function marksOf(scale: Scale, time: TimeText): readonly AxisMark[] {
  return axisMarks(scale, time.clocks, { time: (at) => time.time(at), day: (at) => time.day(at) });
}

/** The folds that are in view. */
export function foldsIn(scale: Scale): readonly DrawnFold[] {
  return scale.folds.filter(({ x }) => x > -FOLD_WIDTH && x < scale.width);
}

/** What is written above the lanes. */
export function axisOf(told: RunTold, scale: Scale, marks: readonly AxisMark[], colours: Colours): string {
  const y = 18;
  const labels = marks
    .filter(({ label }) => label !== '')
    .map(({ x, label, isDay }) =>
      element(
        'text',
        { x, y, 'text-anchor': 'middle', 'font-size': SIZE, fill: colours(isDay ? 'ink' : 'soft') },
        words(label),
      ),
    );
  const folds = foldsIn(scale).flatMap(({ x, gap }) => [
    element('rect', {
      x: x + 1,
      y: 3,
      width: FOLD_WIDTH - 2,
      height: 21,
      rx: 6,
      fill: colours('sunk'),
      stroke: colours('edge'),
      'stroke-dasharray': '3 3',
    }),
    element(
      'text',
      { x: x + FOLD_WIDTH / 2, y, 'text-anchor': 'middle', 'font-size': SIZE, fill: colours('soft') },
      words(shortLength(gap.to - gap.from)),
    ),
  ]);
  return [...labels, ...folds, flag(told, scale, colours)].join('');
}

/** Says where in time the picture stands, above the line of the present; nothing where that is out of view. */
function flag(told: RunTold, scale: Scale, colours: Colours): string {
  const x = scale.x(told.now);
  if (x < 0 || x > scale.width) return '';
  const { time, now } = told;
  const isToday = time.day(Math.max(scale.at(0), told.world.pins?.startedAt ?? 0)) === time.day(now);
  const at = isToday ? time.time(now) : `${time.day(now).split(' ')[0]} ${time.time(now)}`;
  const said = `${told.leftOut === null ? 'Now' : 'Up to here'}, ${at}`;
  const width = widthOf(said, SIZE) * 1.12 + 14;
  const left = Math.min(scale.width - width - 1, Math.max(1, x - width / 2));
  const plate = { x: left, y: LABELS_HEIGHT, width, height: FLAG_HEIGHT - 1, rx: 5 };
  return (
    element('rect', { ...plate, fill: colours('time-fill'), stroke: colours('time-edge'), 'stroke-width': 1.5 }) +
    element(
      'text',
      {
        x: left + width / 2,
        y: LABELS_HEIGHT + 14.5,
        'text-anchor': 'middle',
        'font-size': SIZE,
        'font-weight': 600,
        fill: ON_FLAG,
      },
      words(said),
    )
  );
}

/** What is written on the colour of simulated time, in both themes. */
const ON_FLAG = '#1d1300';

/** Lines under the marks, which the lanes are drawn over. */
export function gridOf(marks: readonly AxisMark[], height: number, colours: Colours): string {
  return marks
    .map(({ x, isDay }) =>
      element('path', {
        d: `M${x} 0V${height}`,
        stroke: colours(isDay ? 'edge' : 'line'),
        opacity: isDay ? '0.55' : '0.7',
      }),
    )
    .join('');
}

/** Folded stretches as torn paper, and the line of the present, over the lanes. */
export function aboveLanes(told: RunTold, scale: Scale, height: number, colours: Colours): string {
  const papers = foldsIn(scale).flatMap(({ x }) => {
    const { paper, edges } = tornPaper(x, height);
    const edge = { fill: 'none', stroke: colours('edge'), 'stroke-linejoin': 'round' };
    return [element('path', { d: paper, fill: colours('sunk') }), ...edges.map((d) => element('path', { d, ...edge }))];
  });
  const now = Math.round(scale.x(told.now) * 10) / 10;
  const line = element('path', { d: `M${now} 0V${height}`, stroke: colours('time'), 'stroke-width': 1.8 });
  return [...papers, ...(now < 0 || now > scale.width ? [] : [line])].join('');
}
