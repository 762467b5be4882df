// Resetting an account: every binding is removed and every code ends, so that the person sets up anew.
import { activeCodes, type Account } from '../account';
import type { Actor } from '../actors';
import { endCode } from '../code-end';
import type { CommandOf } from '../commands';
import { decided, refusedAct, type Decision } from '../decision';
import type { DomainEvent } from '../events';
import type { Instant } from '../instant';
import { enforcementFor } from '../mfa';
import { answered, permitTo } from '../permit';
import { because, becauseOf } from '../reasons';
import type { World } from '../world';

/** Removes what is bound and ends what is alive (ONX-4, CLP-8). Refuses where there is nothing to reset. */
export function resetMfa(
  world: World,
  target: Account,
  command: CommandOf<'resetMfa'>,
  actor: Actor,
  now: Instant,
): Decision {
  const permit = permitTo(world, 'resetMfa', target, command.request, actor, now);
  if ('events' in permit) return permit;
  const detail = { account: target.id };
  const codes = activeCodes(target, now);
  if (target.authenticators.length === 0 && codes.length === 0) {
    return refusedAct('nothing-to-reset', [...permit.reasons, because('nothingToReset', [], detail)], target.id);
  }
  const unbound = target.authenticators.map((each): DomainEvent => ({
    type: 'AuthenticatorUnbound',
    account: target.id,
    authenticator: each.id,
  }));
  const bare = { ...target, authenticators: [] };
  const ended = codes.map((code) => endCode(world, bare, code, 'reset'));
  const isOptionalAndOn = enforcementFor(world, target) === 'optional' && target.isMfaOn;
  const off: readonly DomainEvent[] = isOptionalAndOn ? [{ type: 'MfaSwitchedOff', account: target.id }] : [];
  return decided(
    [
      { type: 'MfaReset', account: target.id },
      ...unbound,
      ...ended.flatMap((each) => each.events),
      ...off,
      ...answered(permit.request),
    ],
    [
      ...permit.reasons,
      because('mfaReset', [], detail),
      // No article says what becomes of a code that is still good.
      ...(codes.length === 0 ? [] : [becauseOf('resetEndsCodes', { cites: [], isAssumed: true }, detail)]),
      ...ended.flatMap((each) => each.reasons),
    ],
  );
}
