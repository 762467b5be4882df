import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { StartingPointSchema, type StartingPoint } from './starting-point';

const files = import.meta.glob<StartingPoint>('./*/start.json', { eager: true, import: 'default' });

describe('a starting point', () => {
  for (const [path, start] of Object.entries(files)) {
    test(`${path} fits its schema`, () => {
      const parsed = v.safeParse(StartingPointSchema, start);
      expect(parsed.success ? [] : parsed.issues.map((issue) => v.getDotPath(issue))).toEqual([]);
    });

    test(`${path} has firms, people and openings that know each other, and one primary admin a firm`, () => {
      const people = new Set(start.people.map(({ id }) => id));
      const firms = start.firms.map(({ id }) => id);
      expect(start.people.filter(({ firm }) => !firms.includes(firm))).toEqual([]);
      expect(start.opening.filter(({ person }) => !people.has(person))).toEqual([]);
      expect(Object.values(start.desks).filter((id) => !people.has(id))).toEqual([]);
      expect(people.size).toBe(start.people.length);
      for (const firm of firms) {
        const primary = start.people.filter((each) => each.firm === firm && each.admin?.isPrimary === true);
        expect(primary).toHaveLength(1);
      }
    });

    test(`${path} uses reserved addresses only`, () => {
      const domains = [...start.people.map(({ email }) => email), ...start.firms.map(({ domain }) => domain)];
      expect(domains.filter((each) => !each.endsWith('.example'))).toEqual([]);
    });
  }
});
