// Names that come with a run from elsewhere: its title, and what its product, firms and people are called. They are drawn
// as text whatever they hold; refused is what means to be taken for something else.
import { hiddenSign, lookAlike } from '../products/hidden-signs';
import type { Problem } from '../products/problem';
import type { DomainEvent } from '../domain/events';
import type { Product } from '../products/schema';
import { TITLE_MAX_CHARACTERS } from './title-suffix';

type Wrong = Omit<Problem, 'path'>;

/** What is wrong with the title of a run, or null: for a title that came with a file and for one that is typed. */
export function wrongInTitle(title: string): Wrong | null {
  if (title.trim() === '') return { found: 'nothing', expected: 'some words' };
  if (title.length > TITLE_MAX_CHARACTERS) {
    return { found: `${title.length} characters`, expected: `at most ${TITLE_MAX_CHARACTERS}` };
  }
  return wrongInName(title);
}

/** A sign < alone is text like any other; what follows it makes it markup. */
function wrongInName(name: string): Wrong | null {
  const [markup] = /<[a-z!/?][^>]{0,40}/i.exec(name) ?? [];
  if (markup !== undefined) return { found: `markup (${markup}…)`, expected: 'plain words' };
  const found = hiddenSign(name) ?? lookAlike(name);
  return found === null ? null : { found, expected: 'words that are what they look like' };
}

/** What is wrong with the names in the file of a run. */
export function problemsOfNames(
  title: string,
  product: Product,
  started: Extract<DomainEvent, { type: 'RunStarted' }>,
): readonly Problem[] {
  const genesis = 'records.0.record.events.0';
  const wrong = wrongInTitle(title);
  const named: readonly (readonly [path: string, name: string])[] = [
    ['product.name', product.name],
    ...Object.entries(product.variants).map(([id, { label }]) => [`product.variants.${id}.label`, label] as const),
    ...started.firms.map(({ name }, index) => [`${genesis}.firms.${index}.name`, name] as const),
    ...started.directory.map(({ name }, index) => [`${genesis}.directory.${index}.name`, name] as const),
    [`${genesis}.support.rep.name`, started.support.rep.name],
    [`${genesis}.support.portalTech.name`, started.support.portalTech.name],
  ];
  return [
    ...(wrong === null ? [] : [{ path: 'title', ...wrong }]),
    ...named.flatMap(([path, name]) => {
      const odd = wrongInName(name);
      return odd === null ? [] : [{ path, ...odd }];
    }),
  ];
}
