import { expect, test } from 'vitest';
import { branchTitle } from './branch-title';

test('a branch is called after the story and where it parts, a branch of a branch too', () => {
  const once = branchTitle('The phone on the train', 'Mon 9 Mar, 08:57');
  expect(once).toBe('The phone on the train (from Mon 9 Mar, 08:57)');
  expect(branchTitle(once, 'Mon 9 Mar, 09:00')).toBe('The phone on the train (from Mon 9 Mar, 09:00)');
  expect(branchTitle(`${once} (2)`, '10:00')).toBe('The phone on the train (from 10:00)');
  expect(branchTitle('What if (again)', '09:00')).toBe('What if (again) (from 09:00)');
});
