// The axis as it is drawn: which whole units have room, where they stand, and what is written at each. Pure.
import { DAY, type Instant } from '../../domain/instant';
import { marksIn, stepFor, type WallClocks } from './marks';
import { FOLD_WIDTH, type Scale } from './scale';

export interface AxisMark {
  readonly at: Instant;
  readonly x: number;
  /** Empty where it would be cut or run into another. */
  readonly label: string;
  /** Whether a day begins here, or it is the first mark of one that is written. */
  readonly isDay: boolean;
}

/** How an instant is written: the time of the day, and the day. */
export interface MarkText {
  readonly time: (at: Instant) => string;
  readonly day: (at: Instant) => string;
}

/** Room that a time and a day take, in pixels. */
const ROOM = 84;
/** About how wide a letter is, in pixels. */
const LETTER = 7;
/** Room between words and whatever stands beside them, in pixels. */
const BESIDE = 5;

/** The marks in view; those without room for their words, beside others or within the picture, have none. */
export function axisMarks(scale: Scale, clocks: WallClocks, text: MarkText): readonly AxisMark[] {
  const step = stepFor(ROOM * scale.perPixel);
  const marks: AxisMark[] = [];
  let day = '';
  let edge = 0;
  for (const stretch of scale.stretches) {
    for (const at of marksIn(stretch, step, clocks)) {
      const x = scale.x(at);
      const isDay = text.day(at) !== day;
      const short = text.day(at).split(' ');
      // Where a day has its year, there is no room for its weekday.
      const name = step >= DAY ? short.slice(short.length > 3 ? 1 : 0).join(' ') : short.slice(0, 2).join(' ');
      const isMidnight = clocks.wallOf(at) % DAY === 0;
      const label =
        step >= DAY || (isDay && isMidnight) ? name : isDay ? `${short[0]} ${text.time(at)}` : text.time(at);
      const half = (label.length * LETTER) / 2;
      const hasRoom = x - half >= edge && x + half <= scale.width && !isUnder(scale, x, half);
      marks.push({ at, x: Math.round(x * 10) / 10, label: hasRoom ? label : '', isDay: isDay || isMidnight });
      if (!hasRoom) continue;
      edge = x + half + BESIDE;
      day = text.day(at);
    }
  }
  return marks;
}

/** Whether the words would stand under the button of a fold. */
function isUnder(scale: Scale, x: number, half: number): boolean {
  return scale.folds.some((fold) => x + half > fold.x - BESIDE && x - half < fold.x + FOLD_WIDTH + BESIDE);
}
