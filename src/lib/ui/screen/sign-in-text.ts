// What a sign-in screen says about the last try, in the product's own words. Before the password is right that is one
// sentence, whatever the reason; the view holds no reason then, so there is nothing to give away.
import type { RefusalReason } from '../../domain/refusals';
import type { Edition } from '../../products/schema';
import { refusalSentence } from '../words/refusal-text';
import type { Screen } from './screen.svelte';

type SignInWords = keyof Edition['words']['signIn'];

const KEYS: Partial<Record<RefusalReason, SignInWords>> = {
  'code-wrong': 'wrong',
  'code-missing': 'missing',
  'code-expired': 'expired',
  'code-replaced': 'replaced',
  'code-removed': 'removed',
  'code-used': 'used',
  'code-ended-with-mfa': 'endedWithMfa',
  'code-ended-by-device': 'endedByDevice',
  'code-stands-in-front': 'codeFirst',
  'code-ended-by-reset': 'endedByReset',
  'totp-wrong': 'totpWrong',
  'totp-used': 'totpUsed',
  throttled: 'throttled',
  'must-enrol': 'mustEnrol',
  'not-your-method': 'notYourMethod',
  'no-authenticator': 'noAuthenticator',
  'push-stale': 'pushStale',
  'enrolment-not-offered': 'notOffered',
};

/** The message on the sign-in screen, or null where the last try was not refused. */
export function signInText(screen: Screen): string | null {
  const { signIn, words } = screen;
  const said = screen.lab.edition.words.signIn;
  if (signIn.stage === 'signed-in') return null;
  if (signIn.stage === 'password') return signIn.isRefused ? said.notRecognised : null;
  if (signIn.refusal === null) return screen.refusal === null ? null : refusalSentence(screen.refusal);
  const { reason, at } = signIn.refusal;
  return inProductWords(screen, reason).replaceAll('{at}', at === null ? '' : words.near(at));
}

/** What an open session says of a code that did not confirm a key, where no sign-in says it; null where none was refused. */
export function setUpText(screen: Screen): string | null {
  const { refusal, viewer, words } = screen;
  const until = viewer?.failures.waitUntil ?? null;
  return refusal === null
    ? null
    : inProductWords(screen, refusal).replaceAll('{at}', until === null ? '' : words.near(until));
}

/** A refusal in the product's own words, where it has some. */
function inProductWords({ lab }: Screen, reason: RefusalReason): string {
  const key = KEYS[reason];
  return (key === undefined ? undefined : lab.edition.words.signIn[key]) ?? refusalSentence(reason);
}
