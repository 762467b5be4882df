// What the coach says about where the next thing is, in words: nobody has to see the mark on it.
import type { Step } from '../../scenarios/scenario';
import type { Pointed } from './pointer';

export const VIEW_NAMES = {
  admin: "the firm admin's desk",
  user: "the user's desk",
  support: 'the support desk',
  timeline: 'the timeline',
} as const;

/** That questions were passed over, and what it costs; nothing where none was. */
export function passedOverText(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? 'A question was passed over: what it asks about happened before you answered. It counts as missed.'
    : `${count} questions were passed over: what they ask about happened before you answered. They count as missed.`;
}

/** One sentence that says where to go on from here, or nothing where there is nothing to say. */
export function coachText({ standing, name, isInView }: Pointed, step: Step | null): string {
  const target = step?.target;
  if (step === null || target === undefined || standing === 'nowhere') return '';
  if ('lab' in target) {
    const what = isInView ? name : `${name}, which is not in view`;
    return step.done === undefined ? `Look at ${what}.` : `Press ${what}.`;
  }
  const desk = VIEW_NAMES[target.desk];
  const at = isInView ? `on ${desk}` : `on ${desk}, which is not in view`;
  switch (standing) {
    case 'there':
      return step.done === undefined ? `Look at ${name}, ${at}.` : `Press ${name}, ${at}.`;
    case 'near':
      return `Press ${name}, ${at}.`;
    case 'off':
      return `This is another page. Press ${name}, ${at}, to get back.`;
    case 'elsewhere':
      return `Somebody else sits there. Choose ${name}, ${at}.`;
    case 'signed-out':
      return `Nobody is signed in there. Sign in first, ${at}.`;
  }
}
