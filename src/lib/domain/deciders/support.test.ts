import { describe, expect, test } from 'vitest';
import { ask, call, compare, heard, lookUpAll, passOn, say, why } from '../../../../tests/support/call';
import { fact, set } from '../../../../tests/support/fact';
import { Play, PORTAL_TECH, REP, refusal, types } from '../../../../tests/support/play';
import { person, STRANGER } from '../actors';

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
        passed: 'client-of-a-firm',
        told: ['CallerTold', 'CallerSaid', 'RequestSentBack'],
        heard: 'will-ask-firm',
        why: ['clientSentToFirm'],
        status: 'sent-back',
      }),
    flips: [set('supportServes', 'the-person')],
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
