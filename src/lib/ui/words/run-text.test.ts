import { describe, expect, test } from 'vitest';
import { LAB, person } from '../../domain/actors';
import { newRun } from '../../app/new-run';
import { ask, drawnCalls } from '../../../../tests/support/call';
import { Play, product, startingPoint } from '../../../../tests/support/play';
import { Lines } from '../../domain/lines';
import { courseText } from './course-text';
import { playedText } from './run-text';

describe('when a run was last played', () => {
  const AT = Date.UTC(2025, 10, 20, 14, 5, 30);
  const MINUTE = 60_000;

  test('is told as today on the same day of the visitor’s own zone, and as a day otherwise', () => {
    expect(playedText(AT, AT + MINUTE, 'UTC')).toBe('today, 14:05');
    expect(playedText(AT, Date.UTC(2025, 10, 21, 0, 0), 'UTC')).toBe('Thu 20 Nov 2025, 14:05');
    expect(playedText(AT, Date.UTC(2025, 10, 20, 15, 0), 'Asia/Tokyo')).toBe('Thu 20 Nov 2025, 23:05');
    expect(playedText(AT, Date.UTC(2025, 10, 21, 3, 0), 'America/New_York')).toBe('today, 09:05');
  });

  test('is told as a day where the computer’s clock was set back since', () => {
    expect(playedText(AT, Date.UTC(2025, 10, 1), 'UTC')).toBe('Thu 20 Nov 2025, 14:05');
  });
});

describe('how far a run has come', () => {
  const begun = newRun({ product, productDigest: '', start: startingPoint, seed: 'test' });

  test('is told as nothing done, one thing, or how many and the last of them', () => {
    expect(courseText({ world: begun.world, product: '', happened: 0, last: null })).toBe(
      'Nobody has done anything in it yet.',
    );
    const lines = new Lines(begun.world);
    lines.decide(
      { actor: person('priya'), command: { type: 'issueCode', account: 'dana', family: 'temporaryCode' } },
      begun.now,
    );
    const issued = { world: lines.world, product: '', happened: 1, last: lines.records.at(-1) ?? null };
    const words = 'Priya Lowe issues a code for Dana Whitlock, good until Tue 10 Mar, 09:00.';
    expect(courseText(issued)).toBe(`One thing happened: ${words}`);
    expect(courseText({ ...issued, happened: 7 })).toBe(`7 things happened, the last: ${words}`);
  });

  test('keeps the secret of a caller drawn by chance, as the lab itself does', () => {
    const play = new Play();
    const knows = { licencePin: 'wrong', firmAddress: 'right' } as const;
    ask(play, drawnCalls(play, { isStranger: true, knows }), 'licence-pin');
    const last = play.records.at(-1) ?? null;
    expect(courseText({ world: play.world, product: '', happened: 3, last })).toBe(
      '3 things happened, the last: The caller says a licence PIN.',
    );
  });

  test('tells the last event of what was done', () => {
    const lines = new Lines(begun.world);
    lines.decide({ actor: LAB, command: { type: 'setVariant', variant: 'revision-1' } }, begun.now);
    lines.decide(
      { actor: person('elif'), command: { type: 'submitPassword', account: 'elif', card: 'somebody-elses' } },
      begun.now,
    );
    const last = lines.records.at(-1) ?? null;
    expect(courseText({ world: lines.world, product: '', happened: 2, last })).toMatch(
      /^2 things happened, the last: Elif Kaya is refused: /,
    );
  });
});
