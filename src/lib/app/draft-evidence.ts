// What is found out about a draft before the rules are asked: what was typed ends here, and only the finding goes on.
import type { Command, CommandOf, Evidence } from '../domain/commands';
import type { Instant } from '../domain/instant';
import { accountOf, type World } from '../domain/world';
import type { Cryptography } from '../ports';
import { codeEvidence } from './evidence';

/** The evidence for a command with what was typed for it; none where the command needs none. */
export async function evidenceFor(
  cryptography: Cryptography,
  world: World,
  { command, typed = '' }: { readonly command: Command; readonly typed?: string },
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
