// The facts in words, read from the one list that holds them: docs/facts.md. Loaded when somebody asks for one.
import list from '../../../docs/facts.md?raw';

const ROW = /^\| ([A-Z]{3,4}-\d+[a-z]?) +\| (.+?) +\|/gm;

const facts: ReadonlyMap<string, string> = new Map(
  [...list.matchAll(ROW)].map((row) => [row[1] ?? '', (row[2] ?? '').replaceAll(/[*_`]/g, '')]),
);

/** The fact with this id in words, or undefined where the list has none. */
export function factOf(id: string): string | undefined {
  return facts.get(id);
}
