import { describe, expect, test } from 'vitest';
import { fact, set } from '../../../../tests/support/fact';
import { Play, PORTAL_TECH, REP, refusal, types, type PolicyChange } from '../../../../tests/support/play';
import { person, STRANGER } from '../actors';
import { reasonsOf } from '../record';
import type { CallerKnows, Finding, Proof, Question, Saying } from '../support-request';

const KNOWS: CallerKnows = { licencePin: 'right', firmAddress: 'right' };

/** Revision 1 knows no such mail. */
const ALWAYS_MAILED: PolicyChange = (policy) =>
  policy.pinMail === undefined ? policy : set('pinMail', 'always')(policy);

/** Somebody of the firm calls, and the rep takes the call; the request's id. */
function call(play: Play, from = 'priya', about = from, knows = KNOWS): string {
  play.does(person(from), { type: 'askSupport', account: about, wish: 'issueCode', by: 'call', knows });
  return answered(play);
}

/** Somebody calls who says to be Priya. */
function strangerCalls(play: Play, knows: CallerKnows): string {
  const ask = { type: 'askSupport', account: 'priya', claims: 'priya', wish: 'issueCode', by: 'call', knows } as const;
  play.does(STRANGER, ask);
  return answered(play);
}

function answered(play: Play): string {
  const request = play.world.requests.at(-1)?.id ?? '';
  play.does(REP, { type: 'answerCall', request });
  return request;
}

const ask = (play: Play, request: string, question: Question) =>
  play.does(REP, { type: 'askCaller', request, question });
const say = (play: Play, request: string, saying: Saying) => play.does(REP, { type: 'tellCaller', request, saying });
const compare = (play: Play, request: string, proof: Proof, finding: Finding = 'matches') =>
  play.does(REP, { type: 'compareProof', request, proof, finding });
const passOn = (play: Play, request: string, verifiedBy: string) =>
  play.does(REP, { type: 'passOnRequest', request, verifiedBy });

function lookUpAll(play: Play, firm = 'birch-lowe'): void {
  for (const tool of ['primary-admin', 'licence', 'licence-pin'] as const)
    play.does(REP, { type: 'lookUp', firm, tool });
}

/** What the caller said last. */
function heard(play: Play): string {
  const said = play.world.requests.at(-1)?.said.at(-1);
  return said?.by === 'caller' ? said.line : '';
}

/** The keys of the reasons behind the last thing decided. */
const why = (play: Play): readonly string[] => {
  const last = play.records.at(-1);
  return last === undefined ? [] : reasonsOf(last).map((reason) => reason.because);
};

describe('who is served', () => {
  fact('[ONV-12] a client who calls is sent back to their firm, where an admin issues the code', {
    when: (play) => {
      const request = call(play, 'ines');
      lookUpAll(play);
      ask(play, request, 'firm-address');
      compare(play, request, 'firm-address');
      const passed = refusal(passOn(play, request, 'address'));
      const told = types(say(play, request, 'ask-your-firm'));
      return { passed, told, heard: heard(play), why: why(play), status: play.world.requests[0]?.status };
    },
    then: (seen) =>
      expect(seen).toEqual({
        passed: 'not-primary-admin',
        told: ['CallerTold', 'CallerSaid', 'RequestSentBack'],
        heard: 'will-ask-firm',
        why: ['clientSentToFirm'],
        status: 'sent-back',
      }),
    flips: [set('supportServes', 'the-person')],
  });

  test('staff are sent to an admin of their firm, and so is an admin whom another can help', () => {
    for (const from of ['dana', 'tom']) {
      const play = new Play();
      say(play, call(play, from), 'ask-your-firm');
      expect([heard(play), play.world.requests[0]?.status, why(play)]).toEqual([
        'will-ask-admin',
        'sent-back',
        ['staffSentToAdmin'],
      ]);
    }
  });

  test('the last admin cannot be sent away: they say so, and the request stands', () => {
    const play = new Play();
    say(play, call(play), 'ask-your-firm');
    expect([heard(play), play.world.requests[0]?.status]).toEqual(['i-am-the-last-admin', 'received']);
  });

  fact("[ONV-13] the rep first finds out with the tool who the firm's primary admin is", {
    when: (play) => {
      const request = call(play);
      ask(play, request, 'firm-address');
      play.does(REP, { type: 'lookUp', firm: 'birch-lowe', tool: 'licence' });
      compare(play, request, 'firm-address');
      const before = refusal(passOn(play, request, 'address'));
      play.does(REP, { type: 'lookUp', firm: 'harbour-pike', tool: 'primary-admin' });
      const otherFirm = refusal(passOn(play, request, 'address'));
      play.does(REP, { type: 'lookUp', firm: 'birch-lowe', tool: 'primary-admin' });
      return { before, otherFirm, after: types(passOn(play, request, 'address')) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        before: 'primary-admin-unknown',
        otherFirm: 'primary-admin-unknown',
        after: ['RequestPassedOn'],
      }),
    flips: [({ primaryAdminTool: _, ...policy }) => policy],
  });

  test('what was looked up before the request came in does not count for it', () => {
    const play = new Play();
    lookUpAll(play);
    play.after('00:01:00');
    const request = call(play);
    expect(refusal(passOn(play, request, 'address'))).toBe('primary-admin-unknown');
  });
});

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

  fact('[ONV-15] a PIN that was read out is a disclosure on record, and proves nothing any more', {
    when: (play) => {
      const request = call(play, 'priya', 'priya', { licencePin: 'nothing', firmAddress: 'nothing' });
      lookUpAll(play);
      ask(play, request, 'licence-pin');
      const forgotten = heard(play);
      const [told] = say(play, request, 'read-pin');
      say(play, request, 'mail-the-pin');
      const mailed = play.world.requests[0]?.messages.at(-1)?.pin;
      return { forgotten, told, mailed, refused: refusal(compare(play, request, 'pin-mail')) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        forgotten: 'pin-forgotten',
        told: { type: 'CallerTold', request: 'request/1', saying: 'read-pin', discloses: 'licence-pin' },
        mailed: 'right',
        refused: 'was-read-out',
      }),
    flips: [({ licencePin: _, ...policy }) => policy],
  });

  test('part of the PIN is a disclosure too, and does not make anybody know it (ONV-15)', () => {
    const play = new Play();
    const request = call(play, 'priya', 'priya', { licencePin: 'nothing', firmAddress: 'nothing' });
    const [told] = say(play, request, 'read-part-of-pin');
    expect(told).toMatchObject({ type: 'CallerTold', discloses: 'licence-pin' });
    ask(play, request, 'licence-pin');
    expect(heard(play)).toBe('pin-forgotten');
  });

  test('whoever forgot it looks under Manage Firm, if they can sign in, which a locked-out admin cannot (ONV-15)', () => {
    const unknown = { licencePin: 'nothing', firmAddress: 'nothing' } as const;
    const inside = new Play();
    const first = call(inside, 'priya', 'dana', unknown);
    say(inside, first, 'look-it-up');
    expect(heard(inside)).toBe('found-it');
    ask(inside, first, 'licence-pin');
    expect(inside.world.requests[0]?.said.at(-1)).toMatchObject({ line: 'pin', given: 'right' });

    const outside = new Play();
    outside.by('priya', { type: 'loseDevice', device: 'priya/device/1', how: 'stolen' });
    outside.by('priya', { type: 'signOut' });
    say(outside, call(outside, 'priya', 'priya', unknown), 'look-it-up');
    expect(heard(outside)).toBe('cannot-sign-in');
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

  test('a letter asked for on a call comes in as a scan, from the sender on file', () => {
    const play = new Play({ revision: 1 });
    say(play, call(play), 'send-a-letter');
    expect(play.world.requests[0]?.messages).toMatchObject([
      { kind: 'scan', sender: 'on-file', encloses: 'letterhead', isSigned: true },
    ]);
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

  test('a stranger with what stands on a website gets through where that is enough, and the chain says so', () => {
    const play = new Play();
    const request = strangerCalls(play, { licencePin: 'nothing', firmAddress: 'right' });
    lookUpAll(play);
    ask(play, request, 'firm-address');
    compare(play, request, 'firm-address');
    expect(types(passOn(play, request, 'address'))).toEqual(['RequestPassedOn']);
    expect(why(play)).toContain('strangerServed');
  });

  test("a stranger's mail comes from an address that only looks like the one on file", () => {
    const play = new Play();
    const request = strangerCalls(play, { licencePin: 'right', firmAddress: 'nothing' });
    lookUpAll(play);
    say(play, request, 'mail-the-pin');
    expect(play.world.requests[0]?.messages).toMatchObject([{ kind: 'mail', sender: 'look-alike', pin: 'right' }]);
    compare(play, request, 'pin-mail', 'differs');
    expect(why(play)).toEqual(['comparedRightly']);
    say(play, request, 'look-it-up');
    expect(heard(play)).toBe('cannot-sign-in');
    say(play, request, 'may-not-say');
    expect(heard(play)).toBe('insists');
  });

  test('a stranger does nothing but ask: no other act is theirs', () => {
    const play = new Play();
    expect(refusal(play.does(STRANGER, { type: 'submitPassword', account: 'priya', card: 'right' }))).toBe('not-yours');
    const issue = { type: 'issueCode', account: 'dana', family: 'temporaryCode' } as const;
    expect(refusal(play.does(STRANGER, issue))).toBe('no-right');
    expect(refusal(play.does(STRANGER, { type: 'askSupport', account: 'dana', wish: 'issueCode' }))).toBe('no-right');
    const across = { type: 'askSupport', account: 'leo', claims: 'priya', wish: 'issueCode' } as const;
    expect(refusal(play.does(STRANGER, across))).toBe('other-firm');
  });
});

describe('the desk', () => {
  fact('[ONV-19] off the support workstation the tools do not load, for the rep and for the portal tech', {
    when: (play) => {
      const first = play.askSupport('issueCode', 'priya');
      const request = call(play, 'priya', 'dana');
      play.does(REP, { type: 'sitAt', workstation: 'elsewhere' });
      const lookUp = refusal(play.does(REP, { type: 'lookUp', firm: 'birch-lowe', tool: 'licence' }));
      ask(play, request, 'firm-address');
      const compared = refusal(compare(play, request, 'firm-address'));
      const back = refusal(play.does(REP, { type: 'sendBackRequest', request }));
      const issue = { type: 'issueCode', account: 'priya', family: 'temporaryCode', request: first } as const;
      const issued = refusal(play.does(PORTAL_TECH, issue));
      play.does(REP, { type: 'sitAt', workstation: 'support' });
      return { lookUp, heard: heard(play), compared, back, issued, again: refusal(play.does(PORTAL_TECH, issue)) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        lookUp: 'tools-not-loaded',
        heard: 'address',
        compared: 'tools-not-loaded',
        back: 'tools-not-loaded',
        issued: 'tools-not-loaded',
        again: null,
      }),
    flips: [({ supportTools: _, ...policy }) => policy],
  });

  test('one caller at a time: a second one rings until the first has gone', () => {
    const play = new Play();
    const first = call(play);
    play.does(person('tom'), { type: 'askSupport', account: 'tom', wish: 'issueCode', by: 'call' });
    const second = play.world.requests.at(-1)?.id ?? '';
    expect(refusal(play.does(REP, { type: 'answerCall', request: second }))).toBe('on-another-call');
    expect(refusal(ask(play, second, 'who-are-you'))).toBe('no-call');
    play.does(REP, { type: 'endCall', request: first });
    expect(types(play.does(REP, { type: 'answerCall', request: second }))).toEqual(['CallAnswered']);
    expect(refusal(ask(play, first, 'who-are-you'))).toBe('no-call');
  });

  test('only the rep takes calls, looks up, compares and moves', () => {
    const play = new Play();
    play.does(person('priya'), { type: 'askSupport', account: 'priya', wish: 'issueCode' });
    const request = 'request/1';
    for (const actor of [PORTAL_TECH, person('priya'), STRANGER]) {
      for (const command of [
        { type: 'answerCall', request },
        { type: 'lookUp', firm: 'birch-lowe', tool: 'licence' },
        { type: 'compareProof', request, proof: 'firm-address', finding: 'matches' },
        { type: 'passOnRequest', request, verifiedBy: 'address' },
        { type: 'sendBackRequest', request },
        { type: 'sitAt', workstation: 'elsewhere' },
      ] as const) {
        expect(refusal(play.does(actor, command)), `${actor.kind} ${command.type}`).toBe('no-right');
      }
    }
  });

  test('a request can be passed on by mail instead of the queue', () => {
    const play = new Play();
    const request = call(play);
    lookUpAll(play);
    ask(play, request, 'firm-address');
    compare(play, request, 'firm-address');
    play.does(REP, { type: 'passOnRequest', request, verifiedBy: 'address', by: 'mail' });
    expect(play.world.requests[0]).toMatchObject({ status: 'passed-on', passedOnBy: 'mail', verifiedBy: 'address' });
  });

  test('a firm that does not exist is not found', () => {
    const play = new Play();
    expect(refusal(play.does(REP, { type: 'lookUp', firm: 'nobody', tool: 'licence' }))).toBe('no-such-firm');
  });
});

describe('a stranger who gets through', () => {
  test('is who the code is read to; the person whose code it is knows nothing of it', () => {
    const play = new Play();
    play.by('priya', { type: 'loseDevice', device: 'priya/device/1', how: 'stolen' });
    play.by('priya', { type: 'signOut' });
    const request = strangerCalls(play, { licencePin: 'nothing', firmAddress: 'right' });
    lookUpAll(play);
    ask(play, request, 'firm-address');
    compare(play, request, 'firm-address');
    passOn(play, request, 'address');
    const issue = { type: 'issueCode', account: 'priya', family: 'temporaryCode', request } as const;
    expect(types(play.does(PORTAL_TECH, issue))).toEqual(['CodeIssued', 'RequestAnswered']);
    const code = play.account('priya').codes.at(-1)?.id ?? '';
    const [told] = play.does(PORTAL_TECH, { type: 'tellCode', account: 'priya', code });
    expect(told).toMatchObject({ type: 'CodeTold', isStranger: true });
    expect(play.account('priya').codes.at(-1)?.toldAt).toBeNull();
    expect(why(play)).toContain('strangerServed');
  });
});
