import { expect, test } from 'vitest';
import { Play } from '../../../../tests/support/play';
import { person } from '../../domain/actors';
import { enforcementPreview, previewOf } from '../../domain/views/enforcement';
import { changedText, outlookText } from './prospect-text';

// Regression: the reset of somebody who could sign in by a recovery code locked them out without a word before it.
test('a reset that takes the only way in says so before it is done, and means nothing new where it is refused', () => {
  const play = new Play({ product: 'onix' });
  for (const { id } of play.account('dana').devices)
    play.does(person('dana'), { type: 'loseDevice', account: 'dana', device: id, how: 'stolen' });
  play.issue('dana');
  const outlook = (by: string): string =>
    outlookText(
      previewOf(
        play.world,
        { actor: person(by), command: { type: 'resetMfa', account: 'dana' } },
        play.account('dana'),
        play.now,
      ),
    );
  expect(outlook('priya')).toBe(
    'Dana can sign in now. After this Dana has no way in: there is no device in hand to set up. ' +
      "Until Dana has done so, whoever has Dana's password can set up a phone of their own.",
  );
  expect(outlook('marcus')).toBe('Dana is asked for the second factor after this too.');
});

test('a reset with a phone in hand leads to setting up', () => {
  const play = new Play({ product: 'onix' });
  const command = { type: 'resetMfa', account: 'marcus' } as const;
  const preview = previewOf(play.world, { actor: person('priya'), command }, play.account('marcus'), play.now);
  expect(outlookText(preview)).toBe(
    'Marcus can sign in now. After this Marcus must set up at the next sign-in. ' +
      "Until Marcus has done so, whoever has Marcus's password can set up a phone of their own.",
  );
});

test('of a change for a whole firm only those are told for whom it changes something, and of many their number', () => {
  const play = new Play({ product: 'onix' });
  const off = enforcementPreview(play.world, 'birch-lowe', 'off', play.now);
  expect(changedText(off)).toMatch(/^At the next sign-in: .+ (is|are) not asked\.$/);
  expect(changedText(off.map((each) => ({ ...each, after: each.before })))).toBe('');
  const on = off.map((each) => ({ ...each, before: each.after, after: 'must-set-up' as const }));
  expect(changedText(on.slice(0, 1))).toMatch(/^At the next sign-in: [A-Z]\w+ \w+ must set up\.$/);
  const many = off.flatMap((each) => [each, each, each]).filter(({ before, after }) => before !== after);
  expect(changedText(many)).toBe(`At the next sign-in: ${many.length} people are not asked.`);
});
