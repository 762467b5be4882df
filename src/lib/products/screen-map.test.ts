import { describe, expect, test } from 'vitest';
import { Play, product } from '../../../tests/support/play';
import { editionOf } from './edition';
import { isVisible, openPath, pathTo } from './screen-map';

const { nodes } = editionOf(product, 'revision-2');
const people = new Play();
const seenBy = (id: string) =>
  ['setup', 'setup-staff', 'setup-clients', 'home-link'].filter((each) => {
    const node = nodes[each];
    return node !== undefined && isVisible(node, people.account(id));
  });

describe('who sees a link (ONV-2)', () => {
  test('rights go by area: whoever lacks one does not see its link, and who is no admin sees none', () => {
    expect(seenBy('priya')).toEqual(['setup', 'setup-staff', 'setup-clients', 'home-link']);
    expect(seenBy('tom')).toEqual(['setup', 'setup-clients', 'home-link']);
    expect(seenBy('dana')).toEqual(['home-link']);
  });

  test('the way to a node ends before the first that the person does not see', () => {
    expect(pathTo(nodes, 'staff-panel')[0]).toBe('portal');
    expect(openPath(nodes, 'staff-panel', people.account('priya')).at(-1)).toBe('staff-panel');
    expect(openPath(nodes, 'staff-panel', people.account('tom'))).toEqual(['portal', 'setup']);
    expect(openPath(nodes, 'staff-panel', people.account('dana'))).toEqual(['portal']);
  });
});
