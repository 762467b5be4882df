import { describe, expect, test } from 'vitest';
import { ask, call, compare, lookUpAll, passOn, say, why } from '../../../tests/support/call';
import { fact, set } from '../../../tests/support/fact';
import { Play, REP, refusal, types, type PolicyChange } from '../../../tests/support/play';
import { person } from './actors';

/** Revision 1 knows no such mail. */
const ALWAYS_MAILED: PolicyChange = (policy) =>
  policy.pinMail === undefined ? policy : set('pinMail', 'always')(policy);

describe('is it really them', () => {
  fact("[ONV-14] the PIN behind its menus or the firm's address: one of the two is enough, and no other way is", {
    when: (play) => {
      const byAddress = call(play);
      const nothing = refusal(compare(play, byAddress, 'firm-address'));
      ask(play, byAddress, 'firm-address');
      const unseen = refusal(compare(play, byAddress, 'firm-address'));
      lookUpAll(play);
      compare(play, byAddress, 'firm-address');
      const letter = refusal(passOn(play, byAddress, 'letterhead'));
      const address = types(passOn(play, byAddress, 'address'));
      play.does(REP, { type: 'endCall', request: byAddress });
      const byPin = call(play);
      say(play, byPin, 'mail-the-pin');
      compare(play, byPin, 'pin-mail');
      return { nothing, unseen, letter, address, pin: types(passOn(play, byPin, 'licence-pin')) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        nothing: 'nothing-given',
        unseen: 'not-looked-up',
        letter: 'method-not-offered',
        address: ['RequestPassedOn'],
        pin: ['RequestPassedOn'],
      }),
    flips: [(policy) => ({ ...policy, callerVerification: [] }), { revision: 1 }],
  });

  fact('[ONV-16] the mail with the PIN is how the PIN is confirmed, or one more step for both ways', {
    when: (play) => {
      const request = call(play);
      lookUpAll(play);
      ask(play, request, 'licence-pin');
      ask(play, request, 'firm-address');
      compare(play, request, 'firm-address');
      const saidOnly = refusal(compare(play, request, 'licence-pin'));
      const addressAlone = refusal(passOn(play, request, 'address'));
      return { saidOnly, addressAlone };
    },
    then: (seen) => expect(seen).toEqual({ saidOnly: 'method-not-offered', addressAlone: null }),
    flips: [ALWAYS_MAILED],
  });

  test('where the mail is always asked for, it comes beside the PIN said on the call and beside the address (ONV-16)', () => {
    for (const [method, proof] of [
      ['licence-pin', 'licence-pin'],
      ['address', 'firm-address'],
    ] as const) {
      const play = new Play({ policy: ALWAYS_MAILED });
      const request = call(play);
      lookUpAll(play);
      ask(play, request, proof);
      compare(play, request, proof);
      expect(refusal(passOn(play, request, method))).toBe('not-verified');
      say(play, request, 'mail-the-pin');
      compare(play, request, 'pin-mail');
      expect(types(passOn(play, request, method))).toEqual(['RequestPassedOn']);
    }
  });

  fact('[ONV-17] revision 1: a signed letter, by fax or as a scan by mail, is what the rep passes on', {
    revision: 1,
    when: (play) => {
      const written = (by: 'scan' | 'fax', isSigned: boolean) => {
        play.does(person('priya'), { type: 'askSupport', account: 'priya', wish: 'issueCode', by, isSigned });
        const request = play.world.requests.at(-1)?.id ?? '';
        lookUpAll(play);
        compare(play, request, 'letterhead', isSigned ? 'matches' : 'differs');
        return refusal(passOn(play, request, 'letterhead'));
      };
      const onCall = call(play);
      const pin = refusal(ask(play, onCall, 'licence-pin'));
      return { scan: written('scan', true), fax: written('fax', true), unsigned: written('fax', false), pin };
    },
    then: (seen) =>
      expect(seen).toEqual({ scan: null, fax: null, unsigned: 'not-verified', pin: 'method-not-offered' }),
    flips: [{ revision: 2 }],
  });

  test('a rep who says that it matches when it does not is not stopped; it stands in the chain of reasons', () => {
    const play = new Play();
    const request = call(play, 'priya', 'priya', { licencePin: 'wrong', firmAddress: 'wrong' });
    lookUpAll(play);
    ask(play, request, 'firm-address');
    expect(types(compare(play, request, 'firm-address'))).toEqual(['ProofCompared']);
    expect(why(play)).toEqual(['comparedWrongly']);
    compare(play, request, 'firm-address', 'differs');
    expect(why(play)).toEqual(['comparedRightly']);
    expect(refusal(passOn(play, request, 'address'))).toBe('not-verified');
  });
});
