// What is found out about a draft before it is decided, because the rules cannot: which code was typed, and whom chance
// draws. Whatever takes more than what a page has at once is loaded when it is asked for.
import type { CommandOf, Evidence } from '../domain/commands';
import type { Instant } from '../domain/instant';
import { accountOf, type World } from '../domain/world';
import type { Cryptography } from '../ports';
import { codeEvidence } from './evidence';
import type { Draft } from './open-run';

/** The evidence for a draft, or undefined where nothing has to be found out. */
export async function evidenceFor(
  cryptography: Cryptography,
  world: World,
  { actor, command, typed = '' }: Draft,
  now: Instant,
): Promise<Evidence | undefined> {
  switch (command.type) {
    case 'submitCode':
      return codeEvidence(cryptography, world, command, typed, now);
    case 'submitTotp':
    case 'confirmEnrolment': {
      const { totpEvidence } = await import('./authenticator-keys');
      return totpEvidence(cryptography, world, keysAsked(world, command), typed, now);
    }
    case 'askSupport': {
      if (actor.kind !== 'lab') return undefined;
      const { drawCaller } = await import('./draw-caller');
      return { drawnCaller: await drawCaller(cryptography, world) };
    }
    default:
      return undefined;
  }
}

/** The keys whose code would be the right one: those bound, or the one on show that is to be confirmed. */
function keysAsked(
  world: World,
  { type, account: id }: CommandOf<'submitTotp' | 'confirmEnrolment'>,
): readonly string[] {
  const account = accountOf(world, id);
  if (account === undefined) return [];
  if (type === 'confirmEnrolment')
    return account.enrolment?.authenticator == null ? [] : [account.enrolment.authenticator];
  return account.authenticators.filter(({ kind }) => kind === 'totp').map((each) => each.id);
}
