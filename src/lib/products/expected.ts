// What belongs at a place of a file, by the schema it is held against, in words.
import type * as v from 'valibot';

/** As much of a schema as its parts have in common; which of them a part has depends on its kind. */
export interface Part {
  readonly type: string;
  readonly expects?: string | null;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly value?: Part;
  readonly item?: Part;
  readonly wrapped?: Part;
  readonly key?: unknown;
  readonly literal?: unknown;
  readonly options?: readonly Part[];
  readonly pipe?: readonly (Part & {
    readonly kind: string;
    readonly message?: unknown;
    readonly requirement?: unknown;
  })[];
}

/** What is expected at the place that an issue is about: where a key is missing, or where several shapes are possible. */
export function belongsAt(issue: v.BaseIssue<unknown>, schema: v.GenericSchema | undefined): string {
  const part = partAt(issue, schema);
  return part === undefined ? inWords(issue.expected ?? 'something else') : wordsFor(part);
}

/** The part of the schema that an issue is about. */
export function partAt({ path }: v.BaseIssue<unknown>, schema: v.GenericSchema | undefined): Part | undefined {
  let part: Part | undefined = schema;
  for (const item of path ?? []) part = part === undefined ? undefined : under(part, item.input, String(item.key));
  return part;
}

/** The part of a schema that holds for the value at `key` of `input`. */
export function under(part: Part, input: unknown, key: string): Part | undefined {
  switch (part.type) {
    case 'strict_object':
      return part.entries !== undefined && Object.hasOwn(part.entries, key) ? part.entries[key] : undefined;
    case 'record':
      return part.value;
    case 'array':
      return part.item;
    default: {
      const narrowed = narrow(part, input);
      return narrowed === undefined || narrowed === part ? undefined : under(narrowed, input, key);
    }
  }
}

/** The part behind what may be left out, and the one of several that an input has chosen by its kind. */
export function narrow(part: Part, input: unknown): Part | undefined {
  if (part.wrapped !== undefined) return narrow(part.wrapped, input);
  if (part.type !== 'variant' && part.type !== 'union') return part;
  if (typeof input !== 'object' || input === null || part.options === undefined) return undefined;
  if (part.type === 'union') {
    const apt = part.options
      .map((option) => (option.type === 'union' ? narrow(option, input) : option))
      .filter((option) => Object.keys(input).some((key) => Object.hasOwn(option?.entries ?? {}, key)));
    return apt.length === 1 ? apt[0] : undefined;
  }
  const name = String(part.key);
  const chosen = Object.entries(input).find(([key]) => key === name)?.[1] as unknown;
  return part.options.find((option) => option.entries?.[name]?.literal === chosen);
}

function wordsFor(part: Part): string {
  const { wrapped, pipe, entries } = part;
  if (wrapped !== undefined) return wordsFor(wrapped);
  if (part.type === 'union') return (part.options ?? []).map(wordsFor).join(', or ');
  const rules = (pipe ?? []).filter(({ kind }) => kind === 'validation').map((rule) => ofRule(rule.type, rule));
  const kind = inWords(part.expects ?? 'something');
  if (rules.length > 0) return `${kind}: ${rules.join(', ')}`;
  if (part.type !== 'strict_object') return kind;
  const needed = Object.entries(entries ?? {}).filter(([, { type }]) => type !== 'exact_optional');
  return needed.length === 0 ? kind : `a group with ${needed.map(([key]) => key).join(', ')}`;
}

/** The words for what a schema says that it expects. */
export function inWords(expected: string): string {
  const known = WORDS[expected];
  if (known !== undefined) return known;
  const choices = /^\((.*)\)$/.exec(expected)?.[1]?.split(' | ');
  if (choices === undefined) return expected;
  const named = [...new Set(choices.map((each) => WORDS[each] ?? each))];
  const more = named.length - CHOICES_MAX;
  return `one of ${named.slice(0, CHOICES_MAX).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** As many as can be read; the guides have them all. */
const CHOICES_MAX = 20;

const WORDS: Readonly<Record<string, string>> = {
  Object: 'a group { … }',
  Array: 'a list [ … ]',
  string: 'a text in quotation marks',
  number: 'a number, without quotation marks',
  boolean: 'true or false, without quotation marks',
  undefined: 'nothing',
};

const RULES: Readonly<Record<string, (requirement: string) => string>> = {
  min_value: (least) => `at least ${least}`,
  max_value: (most) => `at most ${most}`,
  min_length: (least) => `no fewer than ${least}`,
  max_length: (most) => `no more than ${most}`,
  integer: () => 'a whole number',
};

/** The words for a rule about a value: those that the schema gives it, or the lab's own. */
export function ofRule(type: string, { message, requirement }: { message?: unknown; requirement?: unknown }): string {
  const said = typeof message === 'string' ? message : 'something else';
  const own = said.startsWith('Invalid') ? null : said.replace(/^expected /, '');
  return own ?? RULES[type]?.(String(requirement)) ?? said;
}
