// What a change of enforcement would mean, for a number of people at once.
import { expect, test } from 'vitest';
import { Play } from '../../../../tests/support/play';
import { person } from '../actors';
import { byProspect, enforcementPreview, prospectCounts } from './enforcement';
import { isForeseenAlike } from './future';

const meant = () => {
  const play = new Play({ product: 'onix' });
  return enforcementPreview(play.world, 'birch-lowe', 'off', play.now);
};

test('it is counted by what people come to, the hardest first, and how many are as before', () => {
  expect(prospectCounts(meant())).toEqual([
    { prospect: 'locked-out', people: 1, asBefore: 1 },
    { prospect: 'challenged', people: 4, asBefore: 4 },
    { prospect: 'not-asked', people: 3, asBefore: 1 },
  ]);
});

test('whom it changes comes before the others, and what is hard before what is not; nobody is left out', () => {
  expect(byProspect(meant()).map(({ account, after }) => `${account.id}: ${after}`)).toEqual([
    'elif: not-asked',
    'jonas: not-asked',
    'dana: locked-out',
    'priya: challenged',
    'tom: challenged',
    'marcus: challenged',
    'ines: challenged',
    'wren: not-asked',
  ]);
});

test('the same is foreseen while desks are walked, and not once a code runs', () => {
  const play = new Play();
  const before = play.world;
  const places = { ...before, places: {}, position: before.position + 1 };
  expect(isForeseenAlike(before, places)).toBe(true);
  play.does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
  expect(isForeseenAlike(before, play.world)).toBe(false);
});
