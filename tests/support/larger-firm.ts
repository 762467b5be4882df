// The shipped story in a firm of many more people.
import type { StartingPoint } from '../../src/lib/scenarios/starting-point';
import { startingPoint } from './play';

/** With so many more, Robin 1 to the last (`more-1` and on), who have set nothing up. */
export function withMorePeople(count: number): StartingPoint {
  const person = startingPoint.people.find(({ admin, firm }) => admin === undefined && firm === 'birch-lowe');
  if (person === undefined) throw new Error('Nobody is there.');
  const added = Array.from({ length: count }, (_each, index) => ({
    ...person,
    id: `more-${index + 1}`,
    name: `Robin ${index + 1}`,
    email: `robin${index + 1}@birch-lowe.example`,
    devices: [],
  }));
  return { ...startingPoint, people: [...startingPoint.people, ...added] };
}
