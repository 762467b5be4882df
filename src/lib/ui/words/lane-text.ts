// The bars of the timeline in words: what each is called, how long it lasted, and what began or ended with an event.
import { firstIndex } from '../../domain/first-index';
import type { Instant } from '../../domain/instant';
import { BAR_KINDS, type Bar, type Lane } from '../../domain/views/lanes';
import { lengthText } from './time-text';

/** What held, in a word or two. */
export function barName({ kind, what }: Pick<Bar, 'kind' | 'what'>): string {
  switch (kind) {
    case 'mfa':
      return what === 'on' ? 'MFA on' : 'MFA off';
    case 'device':
      return what === 'at-hand' ? 'Device in hand' : 'Device away';
    case 'code':
      return 'Code alive';
    case 'session':
      return 'Signed in';
    case 'out':
      return what === 'waits' ? 'Has to wait after failures' : 'Locked out';
  }
}

/** How long a bar lasted, or has lasted until now. */
export function barLength({ from, to }: Pick<Bar, 'from' | 'to'>, now: Instant): string {
  return lengthText((to ?? now) - from);
}

/** What this record began and ended in somebody's lane, as sentences without a full stop: the same that the bars show. */
export function changesText(
  { bars }: Lane,
  { at, position }: { readonly at: Instant; readonly position: number },
  name: string,
): readonly string[] {
  return BAR_KINDS.flatMap((kind) => {
    const first = firstIndex(bars[kind], (bar) => bar.to === null || bar.to >= at);
    const near = bars[kind].slice(
      first,
      firstIndex(bars[kind], (bar) => bar.from > at),
    );
    const ended = near.find((bar) => bar.ended === position);
    if (kind === 'out')
      return outText(
        near.findLast((bar) => bar.begun === position),
        ended,
        name,
      );
    // What was over as it began, as a code that was replaced at once, was not alive for any time that could be told.
    if (ended?.to == null || ended.to === ended.from || (kind !== 'code' && kind !== 'session')) return [];
    const what = kind === 'code' ? 'The code was alive' : `${name} was signed in`;
    return [`${what} for ${lengthText(ended.to - ended.from)}`];
  });
}

/** Somebody whose lane is looked at. */
interface InLane {
  readonly lane: Lane;
  readonly name: string;
}

/** Stands for whoever it is about, until it is known how many it is about alike. */
const WHO = '\u0000';
/** How many are told by name. */
const NAMED = 3;
const LIST = new Intl.ListFormat('en');

/**
 * The same for several people, whose full names are given: what changed for many alike is told once. A first name is enough
 * where only one of them has it.
 */
export function changesOfAll(
  people: readonly InLane[],
  record: { readonly at: Instant; readonly position: number },
): readonly string[] {
  const told = new Map<string, string[]>();
  for (const { lane, name } of people)
    for (const change of changesText(lane, record, WHO)) told.set(change, [...(told.get(change) ?? []), name]);
  return [...told].flatMap(([change, names]) => {
    if (!change.includes(WHO)) return names.map(() => change);
    if (names.length <= NAMED) return names.map((name) => change.replace(WHO, shortest(name, names)));
    const who = LIST.format([...names.slice(0, NAMED), `${names.length - NAMED} more in the lanes`]);
    return [
      change
        .replace(`${WHO} is`, `${who} are`)
        .replace(`${WHO} was`, `${who} were`)
        .replace(`${WHO} has`, `${who} have`),
    ];
  });
}

function shortest(name: string, names: readonly string[]): string {
  const first = name.split(' ')[0] ?? name;
  return names.filter((each) => each.startsWith(`${first} `)).length > 1 ? name : first;
}

function outText(begun: Bar | undefined, ended: Bar | undefined, name: string): readonly string[] {
  if (begun?.what === 'waits') {
    // What opened the way is not what the wait is for.
    const isOpened = ended?.what === 'no-way';
    return [isOpened ? `${name} is no longer locked out, but has to wait after failures` : `${name} has to wait`];
  }
  if (begun !== undefined) return [`${name} is locked out from here`];
  if (ended?.to == null || ended.what === 'waits') return [];
  return [`${name} is no longer locked out, after ${lengthText(ended.to - ended.from)}`];
}
