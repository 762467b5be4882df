import { describe, expect, test } from 'vitest';
import { ScenarioPlay, SCENARIOS, seedFor } from '../../../tests/support/scenario-play';
import { answersIn, type Answer } from './answers';

const scenario = SCENARIOS.twoArticles;
const RIGHT = {
  'revision-1': { revision: 'revision-1', now: 'code-keeps-it', tomorrow: 'password' },
  'revision-2': { revision: 'revision-2', now: 'off-at-once', tomorrow: 'password' },
} as const;
type Variant = keyof typeof RIGHT;

/** The walkthrough to its end, with these answers before what they are about. */
function played(variant: Variant, answers: Readonly<Record<string, string>>): ScenarioPlay {
  const play = new ScenarioPlay(scenario, seedFor(scenario, variant));
  for (const [question, choice] of Object.entries(answers)) play.answer(question, choice);
  play.disconnect('dana').by('dana', { type: 'signOut', account: 'dana' });
  return play.later(24).password('dana');
}
const rightIn = (answers: readonly Answer[]) => Object.fromEntries(answers.map(({ id, right }) => [id, right]));

describe('the answers of Two articles, one person', () => {
  for (const variant of Object.keys(RIGHT) as Variant[]) {
    const right = Object.fromEntries(Object.entries(RIGHT[variant]).map(([id, choice]) => [id, [choice]]));

    test(`${variant}: what is right is worked out from the goals, whatever was answered, or nothing`, () => {
      for (const given of [RIGHT['revision-1'], RIGHT['revision-2'], {}, { now: 'refused', tomorrow: 'old-code' }]) {
        const answers = answersIn(scenario, played(variant, given).records);
        expect(answers.map(({ id }) => id)).toEqual(['revision', 'now', 'tomorrow']);
        expect(rightIn(answers)).toEqual(right);
        for (const { id, own, isRight, isPassedOver } of answers) {
          const said = (given as Readonly<Record<string, string>>)[id] ?? null;
          expect([own, isRight, isPassedOver]).toEqual([said, said === right[id]?.[0], said === null]);
        }
      }
    });
  }

  test('a first answer stands, and what is said too late is not right', () => {
    const play = new ScenarioPlay(scenario, seedFor(scenario, 'revision-2'));
    play.answer('now', 'refused').answer('now', 'off-at-once').disconnect('dana').answer('tomorrow', 'password');
    const [, now, tomorrow] = answersIn(scenario, play.records);
    expect(now).toMatchObject({ own: 'refused', right: ['off-at-once'], isRight: false });
    expect(tomorrow).toMatchObject({ own: 'password', right: ['password'], isRight: false });
  });

  test('before anything has come of it the run does not decide what is right', () => {
    const play = new ScenarioPlay(scenario, seedFor(scenario, 'revision-1')).answer('now', 'code-keeps-it');
    const [, now, tomorrow] = answersIn(scenario, play.records);
    expect(now).toMatchObject({ right: [], isRight: false, isPassedOver: false });
    expect(tomorrow).toMatchObject({ own: null, right: [], isPassedOver: false });
  });

  test('tells the facts behind a question, and of one that nothing scores only what was said', () => {
    const answers = answersIn(scenario, played('revision-1', RIGHT['revision-1']).records);
    expect(answers.map(({ cites }) => cites)).toEqual([
      ['ONV-4'],
      ['ONV-8a', 'ONV-8b'],
      ['ONV-8a', 'ONV-8b', 'ONV-8c'],
    ]);
    const unscored = { ...scenario, goals: scenario.goals.filter(({ id }) => id !== 'now') };
    expect(answersIn(unscored, played('revision-1', { now: 'refused' }).records)[1]).toMatchObject({
      own: 'refused',
      right: [],
      isRight: false,
      cites: [],
    });
  });
});
