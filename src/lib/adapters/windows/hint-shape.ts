// The shape of what another window tells: a page of another version of the lab may stand in it.
import type { Hint, PlayedTime } from '../../ports';

/** The hint in a message, or null where it is none that this version knows. */
export function hintIn(message: unknown): Hint | null {
  if (!isObject(message)) return null;
  const { kind, run, played } = message;
  switch (kind) {
    case 'pointers':
      return { kind };
    case 'run':
    case 'hold':
      return typeof run === 'string' ? { kind, run } : null;
    case 'playing':
      return typeof run === 'string' && isPlayed(played) ? { kind, run, played } : null;
    default:
      return null;
  }
}

function isPlayed(played: unknown): played is PlayedTime {
  if (!isObject(played)) return false;
  const { speed, turn, window } = played;
  return (speed === null || typeof speed === 'number') && typeof turn === 'number' && typeof window === 'string';
}

function isObject(each: unknown): each is Readonly<Record<string, unknown>> {
  return typeof each === 'object' && each !== null;
}
