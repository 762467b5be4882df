// The end of saved and mailed codes, which MFA does not follow.
import { describe, expect, test } from 'vitest';
import { set } from '../../../tests/support/fact';
import { Play, refusal, types, type PolicyChange } from '../../../tests/support/play';
import { settingsOfCode } from './policy';

describe('the end of a code that does not stand for the app', () => {
  /** Onvio with saved and mailed codes besides, and a person who has nothing else and MFA on. */
  const withOtherCodes: PolicyChange = (policy) => {
    const code = settingsOfCode(policy, 'temporaryCode');
    const uses = { ...code.uses, value: 'consume' } as const;
    const life = { ...code.lifeSeconds, value: 600 };
    const howMany = { value: 3, label: 'How many', cites: [] };
    return {
      ...set('lastUnboundWithoutCode', 'stays-on')(set('noFactorAtSignIn', 'code-only')(policy)),
      emailedCodes: { value: 'on', label: 'By mail', cites: [] },
      codes: {
        ...policy.codes,
        recoveryCode: { ...code, uses, howMany },
        emailedCode: { ...code, uses, lifeSeconds: life },
      },
    };
  };
  function leftWithCodes(policy: PolicyChange = withOtherCodes): Play {
    const play = new Play({ revision: 1, enforcement: 'optional', policy });
    play.sit('marcus');
    play.by('marcus', { type: 'renewRecoveryCode' });
    play.disconnectAll('marcus');
    play.by('marcus', { type: 'signOut' });
    play.by('marcus', { type: 'submitPassword', card: 'right' });
    expect(play.account('marcus')).toMatchObject({ isMfaOn: true, authenticators: [], session: null });
    return play;
  }

  test('leaves MFA on: one of three saved codes is used', () => {
    const play = leftWithCodes();
    const [first] = play.account('marcus').codes;
    const events = play.by('marcus', { type: 'submitCode', family: 'recoveryCode' }, { matchedCode: first?.id ?? '' });
    expect(types(events)).toEqual(['CodeEnded', 'SignedIn']);
    expect(play.account('marcus').isMfaOn).toBe(true);
  });

  test('leaves MFA on: a mailed code expires unused, as anybody with the password could have it', () => {
    const play = leftWithCodes();
    play.by('marcus', { type: 'requestEmailedCode' });
    play.after('01:00:00');
    expect(play.account('marcus').codes.at(-1)?.end?.cause).toBe('expired');
    expect(play.account('marcus').isMfaOn).toBe(true);
  });

  // Regression: what stands in for a factor was a way around setting one up (ONX-5). Found by trying every way in.
  test('is no way around setting up, where that is asked for: neither a saved code nor a mailed one', () => {
    const play = leftWithCodes((policy) => set('noFactorAtSignIn', 'enrol')(withOtherCodes(policy)));
    const [saved] = play.account('marcus').codes;
    const typed = play.by('marcus', { type: 'submitCode', family: 'recoveryCode' }, { matchedCode: saved?.id ?? '' });
    expect(refusal(typed)).toBe('not-your-method');
    expect(refusal(play.by('marcus', { type: 'requestEmailedCode' }))).toBe('not-your-method');
    expect(play.account('marcus').session).toBeNull();
  });
});
