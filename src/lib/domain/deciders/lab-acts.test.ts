import { describe, expect, test } from 'vitest';
import { withoutRight } from '../../../../tests/support/fact';
import { Play, product, refusal, types, type PolicyChange } from '../../../../tests/support/play';
import { catalogueOf } from '../../products/edition';
import { person } from '../actors';
import { check } from '../check';
import { settingsOfCode } from '../policy';
import { enforcementPreview } from '../views/enforcement';

describe('acts of the lab', () => {
  test('are for the lab alone', () => {
    const play = new Play();
    const enforce = { type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' } as const;
    expect(refusal(play.does(person('priya'), enforce))).toBe('no-right');
    expect(refusal(play.does(person('priya'), { type: 'setVariant', variant: 'revision-1' }))).toBe('no-right');
    const set = { type: 'setSetting', name: 'sessionAtCodeEnd', value: 'ends' } as const;
    expect(refusal(play.does(person('priya'), set))).toBe('no-right');
  });

  test('offer only what the product offers, and say so where it is so already', () => {
    const play = new Play();
    expect(refusal(play.lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'off' }))).toBe('not-a-choice');
    expect(refusal(play.lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'required' }))).toBe(
      'already-so',
    );
    expect(refusal(play.lab({ type: 'setVariant', variant: 'toString' }))).toBe('not-a-choice');
    expect(refusal(play.lab({ type: 'setVariant', variant: 'revision-2' }))).toBe('already-so');
    expect(refusal(play.lab({ type: 'setSetting', name: 'selfIssue', value: 'allowed' }))).toBe('not-a-choice');
  });

  test('what somebody expects is kept once, changes nothing that a rule looks at, and is replayed', () => {
    const play = new Play();
    const before = play.world;
    const answer = { type: 'answerQuestion', question: 'now', choice: 'off-at-once' } as const;
    expect(refusal(play.does(person('priya'), answer))).toBe('no-right');
    expect(play.lab(answer)).toEqual([{ type: 'QuestionAnswered', question: 'now', choice: 'off-at-once' }]);
    expect(refusal(play.lab({ ...answer, choice: 'another' }))).toBe('already-so');
    expect(play.world.answers).toEqual({ now: 'off-at-once' });
    const { at, position } = before;
    expect({ ...play.world, answers: {}, at, position }).toEqual(before);
    expect(check(play.records, catalogueOf(product))).toMatchObject({ isSound: true });
  });

  test('an edge switched stays switched over a change of revision that does not concern it', () => {
    const play = new Play({ revision: 1 });
    play.lab({ type: 'setSetting', name: 'sessionAtCodeEnd', value: 'ends' });
    play.lab({ type: 'setSetting', name: 'lastUnboundWithCode', value: 'needed-after-code-end' });
    play.lab({ type: 'setVariant', variant: 'revision-2' });
    expect(play.world.policy.sessionAtCodeEnd.value).toBe('ends');
    expect(play.world.policy.lastUnboundWithCode.value).toBe('off-now');
    play.lab({ type: 'setVariant', variant: 'revision-1' });
    expect(play.world.policy.lastUnboundWithCode.value).toBe('off-at-code-end');
  });

  test('MFA made optional goes off for whoever has neither a factor nor a code, and for nobody else', () => {
    const play = new Play();
    play.disconnectAll('priya');
    expect(play.account('priya').isMfaOn).toBe(true);
    const events = play.lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' });
    expect(types(events)).toEqual(['EnforcementChanged', 'MfaSwitchedOff']);
    expect(play.account('priya').isMfaOn).toBe(false);
    expect(play.account('tom').isMfaOn).toBe(true);
  });
});

describe("a firm's requirement, changed by its admin", () => {
  const enforce = (play: Play, by: string, firm = 'birch-lowe') =>
    play.does(person(by), { type: 'setEnforcement', firm, enforcement: 'off' });

  test('is changed by an admin of the firm who is signed in', () => {
    const play = new Play({ product: 'onix' });
    expect(types(enforce(play, 'priya'))).toEqual(['EnforcementChanged']);
    expect(refusal(enforce(play, 'priya'))).toBe('already-so');
  });

  test('is refused to whoever is not signed in, belongs to another firm, or is no admin', () => {
    const play = new Play({ product: 'onix' });
    play.signInByTotp('hannah');
    play.signInByTotp('marcus');
    expect(refusal(enforce(play, 'dana'))).toBe('no-session');
    expect(refusal(enforce(play, 'hannah'))).toBe('other-firm');
    expect(refusal(enforce(play, 'marcus'))).toBe('no-right');
    expect(refusal(enforce(play, 'priya', 'nowhere'))).toBe('no-right');
    expect(play.world.firms.map(({ enforcement }) => enforcement)).toEqual(['required', 'required', 'required']);
  });

  test('is refused where the product gives its admins no such right', () => {
    const policy = withoutRight(({ action }) => action === 'setEnforcement');
    expect(refusal(enforce(new Play({ product: 'onix', policy }), 'priya'))).toBe('no-right');
  });

  test('shows beforehand what it will mean for each', () => {
    const play = new Play({ product: 'onix' });
    const meant = enforcementPreview(play.world, 'birch-lowe', 'off', play.now).map(
      ({ account, before, after }) => `${account.id}: ${before}, ${after}`,
    );
    expect(meant).toEqual([
      'priya: challenged, challenged',
      'tom: challenged, challenged',
      'dana: locked-out, locked-out',
      'marcus: challenged, challenged',
      'elif: must-set-up, not-asked',
      'ines: challenged, challenged',
      'jonas: must-set-up, not-asked',
      'wren: not-asked, not-asked',
    ]);
    expect(play.world.firms[0]?.enforcement).toBe('required');
  });
});

test('MFA made optional goes off for whoever has only saved codes left, as it does when they disconnect', () => {
  const policy: PolicyChange = (each) => ({
    ...each,
    codes: { ...each.codes, recoveryCode: settingsOfCode(each, 'temporaryCode') },
  });
  const play = new Play({ policy });
  play.sit('marcus');
  play.by('marcus', { type: 'renewRecoveryCode' });
  play.disconnectAll('marcus');
  const events = play.lab({ type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' });
  expect(events).toContainEqual({ type: 'MfaSwitchedOff', account: 'marcus' });
});
