// Reading the text of a firm file that somebody opened: JSON of a bearable size, then whatever `readStartingPoint` has
// to say. Nothing is ever half-read.
import { readJsonText } from '../products/json-text';
import { readStartingPoint, type StartRead } from './read-starting-point';

/** Ten thousand people with their phones take some 3 MB. */
export const START_MAX_CHARACTERS = 6_000_000;

/** The starting point, or every problem with its place, what was found and what was expected. */
export function readStartingPointText(text: string): StartRead {
  const json = readJsonText(text, { charactersMax: START_MAX_CHARACTERS, thing: 'firm file' });
  return json.isJson ? readStartingPoint(json.value) : { isRead: false, problems: json.problems };
}
