import { describe, expect, test } from 'vitest';
import type { Step, Target } from '../../scenarios/scenario';
import { coachText } from './coach-text';
import { LAB_NAMES, viewOf, type Pointed } from './pointer';

const step = (target: Target, isToDo = false): Step => ({
  id: 'a',
  title: 'A',
  caption: 'A.',
  target,
  ...(isToDo ? { done: { eventually: { event: 'CodeIssued' } } } : {}),
});
const there: Pointed = { element: null, standing: 'there', isInView: true, name: 'Setup' };

describe('what the coach says about where the next thing is', () => {
  test('one whole sentence, with one mark at its end, about every part of the lab', () => {
    for (const [lab, name] of Object.entries(LAB_NAMES)) {
      const said = coachText({ ...there, name }, step({ lab: lab as keyof typeof LAB_NAMES }));
      expect(said).toMatch(/^Look at .*[^.?!]\.$/);
    }
    expect(coachText({ ...there, name: LAB_NAMES.why }, step({ lab: 'why' }))).toBe('Look at the panel “Why?”.');
  });

  test('says when it is not in view, a desk or a part of the lab', () => {
    const away = { ...there, isInView: false };
    expect(coachText({ ...away, name: LAB_NAMES.why }, step({ lab: 'why' }))).toBe(
      'Look at the panel “Why?”, which is not in view.',
    );
    expect(coachText(away, step({ desk: 'admin', node: 'setup' }, true))).toBe(
      "Press Setup, on the firm admin's desk, which is not in view.",
    );
  });

  test('and where one has to look: at a desk, at the timeline, or anywhere', () => {
    expect(viewOf({ desk: 'support', node: 'inbox' })).toBe('support');
    expect(viewOf({ lab: 'desks' })).toBe('user');
    for (const lab of ['picture', 'happenings', 'why', 'facts'] as const) expect(viewOf({ lab })).toBe('timeline');
    for (const lab of ['situation', 'clock', 'jump-day'] as const) expect(viewOf({ lab })).toBe(null);
  });
});
