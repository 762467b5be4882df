// What becomes of people at their next sign-in, in words: before a change is made, and of one that was.
import type { Preview, Prospect } from '../../domain/views/enforcement';

/** Behind a name: `is locked out`. */
export const PROSPECT_TEXTS: Readonly<Record<Prospect, string>> = {
  'not-asked': 'is not asked',
  challenged: 'is asked for the second factor',
  'must-set-up': 'must set up at the next sign-in',
  'locked-out': 'is locked out',
};

/** The same behind a number of people. */
export const COUNTED_PROSPECTS: Readonly<Record<Prospect, readonly [one: string, many: string]>> = {
  'not-asked': ['is not asked', 'are not asked'],
  challenged: ['is asked for the second factor', 'are asked for the second factor'],
  'must-set-up': ['must set up at the next sign-in', 'must set up at the next sign-in'],
  'locked-out': ['is locked out', 'are locked out'],
};

/** What an act would mean for the one whom it is about, in a sentence or two. */
export function outlookText(preview: Preview): string {
  const name = preview.account.name.split(' ')[0] ?? preview.account.name;
  // What a reset leaves open, and an access code does not.
  return preview.opensSetUp
    ? `${prospect(preview, name)} Until ${name} has done so, whoever has ${name}'s password can set up a phone of their own.`
    : prospect(preview, name);
}

function prospect({ before, after, obstacle }: Preview, name: string): string {
  // Of whoever is still signed in it is the next sign-in that this is about.
  const isSame = before === after;
  const why = obstacle === 'no-device' ? ': there is no device in hand to set up' : '';
  if (after === 'locked-out' && isSame) return `${name} has no way in after this either${why}.`;
  if (isSame) return `${name} ${PROSPECT_TEXTS[after]} after this too.`;
  const now = before === 'locked-out' ? `${name} has no way in now. ` : `${name} can sign in now. `;
  if (after !== 'locked-out') return `${now}After this ${name} ${PROSPECT_TEXTS[after]}.`;
  return `${now}After this ${name} has no way in${why}.`;
}

/** How many are told by name. */
const NAMED = 3;

/** For whom a change that was made means something else at the next sign-in; nothing where it does for nobody. */
export function changedText(previews: readonly Preview[]): string {
  const changed = previews.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return '';
  const kinds = [...new Set(changed.map(({ after }) => after))];
  const parts = kinds.map((kind) => {
    const people = changed.filter(({ after }) => after === kind).map(({ account }) => account.name);
    const who = people.length > NAMED ? `${people.length.toLocaleString('en')} people` : LIST.format(people);
    return `${who} ${COUNTED_PROSPECTS[kind][people.length === 1 ? 0 : 1].replace(NEXT, '')}`;
  });
  return `At the next sign-in: ${parts.join('; ')}.`;
}

/** What all of it is about stands at its head. */
const NEXT = ' at the next sign-in';

const LIST = new Intl.ListFormat('en');
