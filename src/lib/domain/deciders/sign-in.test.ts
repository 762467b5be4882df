import { describe, expect, test } from 'vitest';
import { fact, set, setCode } from '../../../../tests/support/fact';
import { Play, PORTAL_TECH, refusal, types } from '../../../../tests/support/play';
import { person } from '../actors';
import { decide } from '../decide';
import { signInView } from '../views/sign-in';

const PASSWORD = { type: 'submitPassword', card: 'right' } as const;

function approve(play: Play, account: string, device = `${account}/device/1`) {
  const push = play.account(account).signIn.push?.id ?? '';
  return play.by(account, { type: 'answerPush', push, device, answer: 'approve' });
}

describe('the app and the code', () => {
  fact('[ONV-10] an active code stands in front of the app; once it is removed, the app confirms as usual', {
    when: (play) => {
      play.by('dana', { type: 'cancelSignIn' });
      play.by('dana', { type: 'findDevice', device: 'dana/device/1' });
      play.issue('dana');
      const withCode = types(play.by('dana', PASSWORD));
      const pushAsked = refusal(play.by('dana', { type: 'requestPush' }));
      const request = play.askSupport('removeCode', 'dana');
      play.does(PORTAL_TECH, { type: 'removeCode', account: 'dana', request });
      play.by('dana', { type: 'requestPush' });
      return { withCode, pushAsked, then: types(approve(play, 'dana')) };
    },
    then: (seen) =>
      expect(seen).toEqual({
        withCode: ['PasswordAccepted'],
        pushAsked: 'code-stands-in-front',
        then: ['SignedIn'],
      }),
    flips: [setCode('stands', 'beside')],
  });

  test('a prompt sent before the code was issued no longer lets in once the code stands in front', () => {
    const play = new Play();
    play.by('marcus', PASSWORD);
    play.issue('marcus');
    expect(refusal(approve(play, 'marcus'))).toBe('code-stands-in-front');
  });

  test('a code that stands beside the app is offered and accepted while the app is asked', () => {
    const play = new Play({ policy: setCode('stands', 'beside') });
    play.issue('marcus');
    expect(types(play.by('marcus', PASSWORD))).toEqual(['PasswordAccepted', 'PushSent']);
    expect(types(play.code('marcus'))).toEqual(['SignedIn']);
  });

  test('a person with the phone approves the prompt, on any paired device in hand', () => {
    const play = new Play();
    play.by('marcus', PASSWORD);
    expect(types(approve(play, 'marcus', 'marcus/device/2'))).toEqual(['SignedIn']);
    expect(play.account('marcus').session?.method).toBe('push');
  });

  fact('[STD-14] a prompt is bound to its attempt, and a stale one is unusable', {
    when: (play) => {
      play.by('marcus', PASSWORD);
      const first = play.account('marcus').signIn.push?.id ?? '';
      const answer = { type: 'answerPush', push: first, device: 'marcus/device/1', answer: 'approve' } as const;
      play.by('marcus', { type: 'requestPush' });
      const replaced = refusal(play.by('marcus', answer));
      const late = play.account('marcus').signIn.push?.id ?? '';
      play.after('00:05:00');
      return { replaced, late: refusal(play.by('marcus', { ...answer, push: late })) };
    },
    then: (seen) => expect(seen).toEqual({ replaced: 'push-stale', late: 'push-stale' }),
    flips: [set('pushLifeSeconds', 600)],
  });

  test('a denied prompt lets nobody in, and a lost phone answers nothing', () => {
    const play = new Play();
    play.by('marcus', PASSWORD);
    const push = play.account('marcus').signIn.push?.id ?? '';
    const deny = { type: 'answerPush', push, device: 'marcus/device/1', answer: 'deny' } as const;
    expect(types(play.by('marcus', deny))).toEqual(['PushDenied']);
    expect(refusal(approve(play, 'marcus'))).toBe('push-stale');
    play.by('marcus', { type: 'requestPush' });
    play.by('marcus', { type: 'loseDevice', device: 'marcus/device/1', how: 'stolen' });
    expect(refusal(approve(play, 'marcus'))).toBe('device-not-at-hand');
  });

  test('a prompt is no longer good at its very end, even where nothing has ended it yet', () => {
    const play = new Play();
    play.by('marcus', PASSWORD);
    const prompt = play.account('marcus').signIn.push;
    const command = {
      type: 'answerPush',
      account: 'marcus',
      push: prompt?.id ?? '',
      device: 'marcus/device/1',
      answer: 'approve',
    } as const;
    const answered = (at: number) => refusal(decide(play.world, { actor: person('marcus'), command }, at).events);
    expect(answered((prompt?.endsAt ?? 0) - 1)).toBeNull();
    expect(answered(prompt?.endsAt ?? 0)).toBe('push-stale');
  });
});

describe('what is said about a code', () => {
  const endings: readonly (readonly [string, string, (play: Play) => string | null])[] = [
    ['wrong', 'code-wrong', () => null],
    ['expired', 'code-expired', (play) => (play.after('24:00:00'), 'dana/code/1')],
    ['replaced', 'code-replaced', (play) => (play.issue('dana'), 'dana/code/1')],
    [
      'removed',
      'code-removed',
      (play) => {
        const request = play.askSupport('removeCode', 'dana');
        play.does(PORTAL_TECH, { type: 'removeCode', account: 'dana', request });
        return 'dana/code/1';
      },
    ],
  ];

  for (const [name, expected, make] of endings) {
    test(`a code that is ${name} is told apart after the password, and not before`, () => {
      const play = new Play();
      play.issue('dana');
      const code = make(play);
      expect(refusal(play.signInByCode('dana', code))).toBe(expected);
      const after = signInView(play.world, play.account('dana'), play.now);
      expect(after).toMatchObject({ stage: 'second-step', refusal: { reason: expected } });
      play.by('dana', { type: 'submitPassword', card: 'old' });
      expect(refusal(play.code('dana', code))).toBe('no-sign-in-under-way');
      expect(signInView(play.world, play.account('dana'), play.now)).toEqual({ stage: 'password', isRefused: true });
    });
  }

  test('before the password is right the screen holds one flag and no reason, whatever went before (STD-9)', () => {
    const views = (['old', 'somebody-elses'] as const).flatMap((card) =>
      [0, 1, 2].map((codes) => {
        const play = new Play();
        for (let each = 0; each < codes; each += 1) play.issue('dana');
        play.by('dana', { type: 'submitPassword', card });
        return signInView(play.world, play.account('dana'), play.now);
      }),
    );
    for (const view of views) expect(view).toEqual({ stage: 'password', isRefused: true });
  });

  test('a code of somebody else is a wrong code', () => {
    const play = new Play();
    play.issue('dana');
    play.issue('marcus');
    expect(refusal(play.signInByCode('dana', 'marcus/code/1'))).toBe('code-wrong');
  });

  test('nothing typed is its own refusal', () => {
    const play = new Play();
    play.issue('dana');
    play.by('dana', PASSWORD);
    const events = play.by(
      'dana',
      { type: 'submitCode', family: 'temporaryCode' },
      { matchedCode: null, isMissing: true },
    );
    expect(refusal(events)).toBe('code-missing');
  });
});

describe('no factor at all', () => {
  fact('[EDGE-8] required and nothing paired: the person may enrol after the password', {
    when: (play) => {
      play.by('elif', PASSWORD);
      return types(play.register('elif', 'elif/device/1'));
    },
    then: (events) => expect(events).toEqual(['AuthenticatorBound', 'MfaSwitchedOn', 'SignedIn']),
    flips: [set('noFactorAtSignIn', 'code-only')],
  });

  test('where only a code lets in, the screen asks for one and enrolment is not offered', () => {
    const play = new Play({ policy: set('noFactorAtSignIn', 'code-only') });
    play.by('elif', PASSWORD);
    expect(refusal(play.by('elif', { type: 'startEnrolment' }))).toBe('enrolment-not-offered');
    expect(signInView(play.world, play.account('elif'), play.now)).toMatchObject({ step: 'code' });
    play.issue('elif');
    expect(types(play.code('elif'))).toEqual(['SignedIn']);
  });

  test('a code issued during an enrolment at sign-in has to be used: the enrolment does not go round it', () => {
    const play = new Play();
    play.by('elif', PASSWORD);
    play.by('elif', { type: 'startEnrolment' });
    play.issue('elif');
    expect(refusal(play.by('elif', { type: 'bindAuthenticator', device: 'elif/device/1' }))).toBe(
      'enrolment-not-offered',
    );
  });
});

describe('a sign-in under way', () => {
  test('goes on without a second step once MFA has gone off', () => {
    const play = new Play({ revision: 1, enforcement: 'optional' });
    play.issue('dana');
    play.signInByCode('dana');
    play.disconnectAll('dana');
    play.by('dana', { type: 'signOut' });
    play.by('dana', PASSWORD);
    play.after('24:00:00');
    expect(signInView(play.world, play.account('dana'), play.now)).toMatchObject({ step: 'continue' });
    expect(types(play.by('dana', { type: 'continueSignIn' }))).toEqual(['SignedIn']);
  });

  test('belongs to its owner: a command for another account is refused', () => {
    const play = new Play();
    const events = play.does({ kind: 'person', account: 'tom' }, { ...PASSWORD, account: 'dana' });
    expect(refusal(events)).toBe('not-yours');
  });

  test('a wrong password in the middle puts it back to its first step', () => {
    const play = new Play();
    play.by('marcus', PASSWORD);
    play.by('marcus', { type: 'submitPassword', card: 'old' });
    expect(play.account('marcus').signIn).toMatchObject({ stage: 'password', push: null });
    expect(play.world.deadlines).toEqual([]);
  });
});

describe('a set-up that was begun at a sign-in', () => {
  test('is over with a wrong password: the right one has to be given again before a key of it lets in', () => {
    const play = new Play({ product: 'portal' });
    play.by('elif', PASSWORD);
    play.by('elif', { type: 'submitPassword', card: 'old' });
    expect(play.account('elif').enrolment).toBeNull();
    expect(refusal(play.setUp('elif'))).toBe('no-enrolment');
    play.by('elif', PASSWORD);
    expect(types(play.setUp('elif'))).toContain('SignedIn');
  });

  test('is over with a wrong password where a prompt is paired, too', () => {
    const play = new Play();
    play.by('elif', PASSWORD);
    play.by('elif', { type: 'startEnrolment' });
    play.by('elif', { type: 'submitPassword', card: 'old' });
    expect(refusal(play.by('elif', { type: 'bindAuthenticator', device: 'elif/device/1' }))).toBe('no-enrolment');
  });
});
