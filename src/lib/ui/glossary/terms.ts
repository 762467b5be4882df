// The words of the field as the lab uses them. They stand in `terms.json`; here is their shape, and how they are looked
// up. A test holds them to the facts and to each other.
import list from './terms.json';

/** The headings of the glossary, in their order. */
export const GROUPS = {
  people: 'People and what they may do',
  proof: 'What proves who signs in',
  codes: 'Codes that people are given',
  numbers: 'Codes that an app makes',
  trouble: 'Trouble, and what helps',
  lab: 'The lab itself',
} as const;
export type Group = keyof typeof GROUPS;

export interface Term {
  /** Also its anchor on the page. */
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** Other words for it that people use, rightly or not. */
  readonly also?: readonly string[];
  readonly means: string;
  /** What the simulated systems call it, where their articles do. */
  readonly systems?: readonly { readonly system: string; readonly says: string }[];
  /** Where a standard speaks of it: sections, never its sentences. */
  readonly standard?: string;
  /** The facts it rests on. */
  readonly cites?: readonly string[];
  /** Where it is to be seen in the lab. */
  readonly see?: string;
  /** What it is taken for, and is not: the id of that term, and what sets it apart. */
  readonly not: readonly { readonly term: string; readonly why: string }[];
}

export const TERMS: readonly Term[] = list;

/** The terms in which every word of `wanted` stands somewhere, in any order and case; all of them for nothing. */
export function termsWith(wanted: string): readonly Term[] {
  const words = wanted.split(/\s+/).filter(Boolean).map(plain);
  return words.length === 0 ? TERMS : TERMS.filter((term) => words.every((word) => textOf(term).includes(word)));
}

/** Everything that is said of a term, to be searched. */
function textOf({ name, also = [], means, systems = [], standard = '', cites = [], see = '', not }: Term): string {
  const said = [
    ...also,
    ...systems.flatMap(({ system, says }) => [system, says]),
    ...cites,
    ...not.map(({ why }) => why),
  ];
  return plain([name, means, standard, see, ...said].join(' '));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[-‐‑]/g, ' ');
}
