import { expect, test } from 'vitest';
import { Play, PRODUCTS } from '../../../../tests/support/play';
import { signInView } from '../../domain/views/sign-in';
import { editionOf } from '../../products/edition';
import { eventText } from '../words/event-text';
import { TimeText } from '../words/time-text';
import { signInMessage } from './sign-in-text';

const TIME = new TimeText('America/New_York', 'en');
const { onix } = PRODUCTS;

// Regression: at the failure that disabled the app (STD-5) the screen went to the set-up of another, and there it still said to
// check the phone's clock; the list did not say what took the app away.
test('whoever has failed too often is told that what was set up is disabled, and so is the list', () => {
  const play = new Play({
    product: 'onix',
    policy: (policy) =>
      policy.throttle === undefined
        ? policy
        : { ...policy, throttle: { ...policy.throttle, value: { ...policy.throttle.value, failuresMax: 3 } } },
  });
  const said = (): string | null =>
    signInMessage(editionOf(onix, onix.defaultVariant), signInView(play.world, play.account('tom'), play.now), String);
  const fail = () => play.by('tom', { type: 'submitTotp' }, { matchedTimeStep: null });
  play.by('tom', { type: 'signOut' });
  play.by('tom', { type: 'submitPassword', card: 'right' });
  fail();
  fail();
  expect(said()).toMatch(/^That is not the code/);
  const [, disabled] = fail();
  if (disabled === undefined) throw new Error('Nothing is disabled.');
  const sentence = 'After 3 failures in a row what was set up for this sign-in is disabled. It has to be set up anew.';
  expect(said()).toBe(sentence);
  expect(eventText(play.world, TIME, disabled)).toBe(
    "After 3 failures in a row a device is no longer paired with Tom Birch's account",
  );
  // The next failure is one of the set-up, and says what is wrong there.
  play.now = play.account('tom').failures.waitUntil ?? play.now;
  play.by('tom', { type: 'startEnrolment' });
  play.by('tom', { type: 'confirmEnrolment', device: null }, { matchedAuthenticator: null });
  expect(said()).toMatch(/^That is not the code/);
});
