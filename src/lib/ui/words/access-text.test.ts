import { expect, test } from 'vitest';
import { Play } from '../../../../tests/support/play';
import { person } from '../../domain/actors';
import { upcoming } from '../../domain/views/future';
import { TimeText } from './time-text';
import { accessText, afterwardsMark, afterwardsText } from './access-text';

const TIME = new TimeText('America/New_York', 'en');

/** What is said of the next end of Dana's code, in a sentence and beside its mark. */
function saidOfTheEnd(play: Play): { readonly sentence: string; readonly mark: string } {
  const next = upcoming(play.world).find(({ deadline }) => deadline.account === 'dana');
  if (next === undefined) throw new Error('Nothing is to come for Dana.');
  const sentence = afterwardsText(TIME, play.account('dana'), next, play.now);
  return { sentence, mark: afterwardsMark(next).text };
}

// Regression: a code that is gone with its first use was told as good until the next day.
test('a code that works one time is told so', () => {
  const play = new Play({ product: 'onix' });
  play.issue('dana');
  const said = (): string => accessText(TIME, play.account('dana'), play.access('dana'), play.now);
  expect(said()).toMatch(/^Dana can sign in once with the code until Tue /);
  const often = new Play();
  often.issue('dana');
  expect(accessText(TIME, often.account('dana'), often.access('dana'), often.now)).toMatch(
    /sign in with the code until/,
  );
});

test('whoever is locked out before the end as after it stays so', () => {
  const play = new Play();
  play.does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
  expect(saidOfTheEnd(play).sentence).toContain('Dana stays locked out, unless');
});

test('the mark and the sentence of the end agree: who is signed in by then is not said to be locked out', () => {
  const play = new Play();
  play.issue('dana');
  expect(saidOfTheEnd(play)).toEqual({
    sentence: expect.stringContaining('Dana is locked out, unless'),
    mark: 'locked out, unless…',
  });
  play.signInByCode('dana');
  expect(saidOfTheEnd(play)).toEqual({
    sentence: expect.stringContaining('Dana cannot sign in again, unless'),
    mark: 'no way back in, unless…',
  });
});
