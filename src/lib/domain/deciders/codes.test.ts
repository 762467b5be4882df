import { describe, expect, test } from 'vitest';
import { fact, set, setCode, withoutRight } from '../../../../tests/support/fact';
import { Play, PORTAL_TECH, REP, refusal, types } from '../../../../tests/support/play';
import { activeCode } from '../account';
import { person } from '../actors';

const ISSUE = { type: 'issueCode', family: 'temporaryCode' } as const;

describe('issuing a code', () => {
  fact('[ONV-1] an admin issues a temporary code for somebody who cannot complete MFA', {
    when: (play) => types(play.issue('dana')),
    then: (events) => expect(events).toEqual(['CodeIssued']),
    flips: [withoutRight((right) => right.role === 'admin')],
  });

  fact('[ONV-2] only an admin with rights to the area issues: Tom has Clients and not Staff', {
    when: (play) => ({
      byTom: refusal(play.issue('dana', 'tom')),
      byTomForAClient: refusal(play.issue('ines', 'tom')),
      byDana: refusal(play.does(person('dana'), { ...ISSUE, account: 'marcus' })),
    }),
    then: (seen) => expect(seen).toEqual({ byTom: 'no-right', byTomForAClient: null, byDana: 'no-session' }),
    flips: [withoutRight((right) => right.role === 'admin')],
  });

  test('somebody without administrative permissions has no right to issue, also in an open session', () => {
    const play = new Play();
    play.issue('dana');
    play.signInByCode('dana');
    expect(refusal(play.does(person('dana'), { ...ISSUE, account: 'marcus' }))).toBe('no-right');
  });

  fact('[ONV-6] a code is good for 24 hours and refused at the instant at which they end', {
    when: (play) => {
      play.issue('dana');
      const before = types(play.after('23:59:59').signInByCode('dana'));
      play.by('dana', { type: 'signOut' });
      return { before, after: refusal(play.after('24:00:00').signInByCode('dana')) };
    },
    then: ({ before, after }) => {
      expect(before).toEqual(['SignedIn']);
      expect(after).toBe('code-expired');
    },
    flips: [setCode('lifeSeconds', 3600), setCode('lifeSeconds', null)],
  });

  fact('[ONV-11] a new code replaces the earlier one in the same step', {
    when: (play) => {
      play.issue('dana');
      const second = types(play.after('00:10:00').issue('dana'));
      const first = play.account('dana').codes[0]?.id ?? '';
      return { second, first: refusal(play.signInByCode('dana', first)), latest: types(play.code('dana')) };
    },
    then: (seen) =>
      expect(seen).toEqual({ second: ['CodeEnded', 'CodeIssued'], first: 'code-replaced', latest: ['SignedIn'] }),
    flips: [setCode('issuingAgain', 'refuse')],
  });

  fact('[EDGE-6] a code asked for somebody whose MFA is off is refused with the reason', {
    enforcement: 'optional',
    when: (play) => refusal(play.issue('elif')),
    then: (reason) => expect(reason).toBe('mfa-off'),
    flips: [set('codeWhileMfaOff', 'issued-without-effect')],
  });

  test('a code issued without effect is not asked for', () => {
    const play = new Play({ enforcement: 'optional', policy: set('codeWhileMfaOff', 'issued-without-effect') });
    play.issue('elif');
    expect(activeCode(play.account('elif'), play.now)).toBeDefined();
    expect(types(play.by('elif', { type: 'submitPassword', card: 'right' }))).toEqual(['PasswordAccepted', 'SignedIn']);
  });

  fact('[EDGE-9] nobody issues a code for themselves, and a second admin may issue for an admin, who is staff', {
    when: (play) => ({
      ownCode: refusal(play.does(person('priya'), { ...ISSUE, account: 'priya' })),
      forTom: types(play.issue('tom')),
    }),
    then: (seen) => expect(seen).toEqual({ ownCode: 'own-account', forTom: ['CodeIssued'] }),
  });

  test('nobody reaches another firm, whatever their rights', () => {
    const play = new Play();
    expect(refusal(play.issue('leo'))).toBe('other-firm');
    expect(play.account('leo').codes).toEqual([]);
  });

  test('an admin whose session has ended issues nothing', () => {
    const play = new Play();
    play.by('priya', { type: 'signOut' });
    expect(refusal(play.issue('dana'))).toBe('no-session');
  });

  test('the form is numeric, with eight digits', () => {
    const settings = new Play().world.policy.codes.temporaryCode;
    expect(settings?.form.value).toEqual({ alphabet: '0123456789', length: 8, groupSize: 4 });
  });
});

describe('reading a code out', () => {
  test('is up to whoever issued it, while it is active', () => {
    const play = new Play();
    play.does(person('priya'), { ...ISSUE, account: 'dana' });
    const code = play.account('dana').codes[0]?.id ?? '';
    const tell = { type: 'tellCode', account: 'dana', code } as const;
    expect(play.access('dana').obstacle).toBe('code-untold');
    expect(refusal(play.does(person('tom'), tell))).toBe('not-yours');
    expect(types(play.does(person('priya'), tell))).toEqual(['CodeTold']);
    expect(play.access('dana').way).toBe('code');
    expect(refusal(play.after('24:00:00').does(person('priya'), tell))).toBe('no-active-code');
  });
});

describe('support', () => {
  fact('[ONV-7] the primary admin asks Support to have a code removed; admins cannot remove one themselves', {
    when: (play) => {
      play.issue('dana');
      const byAdmin = refusal(
        play.does(person('priya'), { type: 'removeCode', account: 'dana', request: 'request/1' }),
      );
      const request = play.askSupport('removeCode', 'dana');
      const byTech = types(play.does(PORTAL_TECH, { type: 'removeCode', account: 'dana', request }));
      return { byAdmin, byTech, then: refusal(play.signInByCode('dana')) };
    },
    then: (seen) =>
      expect(seen).toEqual({ byAdmin: 'no-right', byTech: ['CodeEnded', 'RequestAnswered'], then: 'code-removed' }),
    flips: [withoutRight((right) => right.action === 'removeCode')],
  });

  fact('[ONV-18] the rep passes the verified request on to the portal tech, who issues the code', {
    when: (play) => {
      play.by('priya', { type: 'signOut' });
      const unasked = refusal(play.does(PORTAL_TECH, { ...ISSUE, account: 'priya', request: 'request/1' }));
      const request = play.askSupport('issueCode', 'priya');
      const byRep = refusal(play.does(REP, { ...ISSUE, account: 'priya', request }));
      return { unasked, byRep, byTech: types(play.does(PORTAL_TECH, { ...ISSUE, account: 'priya', request })) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        unasked: 'not-on-request',
        byRep: 'no-right',
        byTech: ['CodeIssued', 'RequestAnswered'],
      }),
    flips: [set('repsMayIssue', true), withoutRight((right) => right.role === 'portalTech')],
  });

  test('support issues for admins only: staff and clients have their firm', () => {
    const play = new Play();
    const request = play.askSupport('issueCode', 'dana');
    expect(refusal(play.does(PORTAL_TECH, { ...ISSUE, account: 'dana', request }))).toBe('no-right');
  });

  fact('[EDGE-9] Support acts when no other admin of the firm can', {
    when: (play) => {
      const request = play.askSupport('issueCode', 'tom');
      return refusal(play.does(PORTAL_TECH, { ...ISSUE, account: 'tom', request }));
    },
    then: (reason) => expect(reason).toBe('other-admin-can'),
    flips: [set('supportIssuesForAdmins', 'always')],
  });

  test('Support issues once the other admin has no way in', () => {
    const play = new Play();
    play.by('priya', { type: 'loseDevice', device: 'priya/device/1', how: 'stolen' });
    play.by('priya', { type: 'signOut' });
    const request = play.askSupport('issueCode', 'tom');
    expect(types(play.does(PORTAL_TECH, { ...ISSUE, account: 'tom', request }))).toEqual([
      'CodeIssued',
      'RequestAnswered',
    ]);
  });

  test('only a request of the primary admin is passed on', () => {
    const play = new Play();
    play.does(person('tom'), { type: 'askSupport', account: 'tom', wish: 'issueCode' });
    const passOn = { type: 'passOnRequest', request: 'request/1', verifiedBy: 'licence-pin' } as const;
    expect(refusal(play.passOn('request/1'))).toBe('not-primary-admin');
    expect(types(play.does(REP, { type: 'sendBackRequest', request: 'request/1' }))).toEqual(['RequestSentBack']);
    expect(refusal(play.does(REP, passOn))).toBe('request-closed');
  });

  test('a request is answered once, and only by a method the product offers', () => {
    const play = new Play();
    play.issue('dana');
    const [asked] = play.does(person('priya'), { type: 'askSupport', account: 'dana', wish: 'removeCode' });
    const request = asked?.type === 'SupportAsked' ? asked.request : '';
    play.verify(request);
    expect(refusal(play.does(REP, { type: 'passOnRequest', request, verifiedBy: 'letterhead' }))).toBe(
      'method-not-offered',
    );
    expect(refusal(play.does(PORTAL_TECH, { type: 'removeCode', account: 'dana', request }))).toBe('not-on-request');
    play.passOn(request);
    play.does(PORTAL_TECH, { type: 'removeCode', account: 'dana', request });
    expect(refusal(play.does(PORTAL_TECH, { type: 'removeCode', account: 'dana', request }))).toBe('not-on-request');
  });

  test('removing where no code is active is refused', () => {
    const play = new Play();
    const request = play.askSupport('removeCode', 'dana');
    expect(refusal(play.does(PORTAL_TECH, { type: 'removeCode', account: 'dana', request }))).toBe('no-active-code');
  });
});
