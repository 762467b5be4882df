// Where in a firm a problem is, for somebody who never saw the file: by name instead of by number.
import type { StartingPoint } from '../../scenarios/starting-point';

const FIELDS: Readonly<Record<string, string>> = {
  title: 'The name of the starting point',
  timeZone: 'The time zone',
  people: 'The people',
  'desks.admin': "The admin's desk",
  'desks.user': "The user's desk",
};

/** `firms.0.name` as `Birch & Lowe, name`; what has no name stays as it is. */
export function placeText(path: string, { firms, people }: StartingPoint): string {
  const [list, index = '', ...rest] = path.split('.');
  const named = list === 'firms' ? firms[Number(index)] : list === 'people' ? people[Number(index)] : undefined;
  if (named === undefined) return FIELDS[path] ?? path;
  const name = named.name.trim() === '' ? `${list === 'firms' ? 'Firm' : 'Person'} ${Number(index) + 1}` : named.name;
  return [name, ...(rest.length === 0 ? [] : [rest.join(' ')])].join(', ');
}
