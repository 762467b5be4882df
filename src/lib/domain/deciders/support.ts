// A request's way through support: asked by a firm or a person, verified by a rep, and then done by whoever has the right
// to, the portal tech or the rep; or sent back.
import type { Account } from '../account';
import type { Actor } from '../actors';
import type { CommandOf, SupportWish } from '../commands';
import { decided, refusedAct, type Decision } from '../decision';
import { because, becauseOf } from '../reasons';
import { isDoneByRep } from '../rights';
import { accountOf, requestOf, type World } from '../world';

/** Somebody of a firm asks support to issue or remove a code for an account of that firm. Anybody may ask. */
export function askSupport(world: World, about: Account, command: CommandOf<'askSupport'>, actor: Actor): Decision {
  const from = actor.kind === 'person' ? accountOf(world, actor.account) : undefined;
  if (from === undefined) return refusedAct('no-right', [], about.id);
  if (from.firm !== about.firm) {
    return refusedAct(
      'other-firm',
      [because('otherFirm', ['STD-12'], { account: from.id, other: about.id })],
      about.id,
    );
  }
  const request = `request/${world.requests.length + 1}`;
  return decided([{ type: 'SupportAsked', request, from: from.id, about: about.id, wish: command.wish }], []);
}

/**
 * The rep passes a verified request on to whoever does it: to the portal tech (ONV-18), or to the rep's own tool where the
 * right is the rep's (CLP-8). Refuses requests of anybody but the one whom support serves.
 */
export function passOnRequest(world: World, command: CommandOf<'passOnRequest'>, actor: Actor): Decision {
  const request = requestOf(world, command.request);
  if (request === undefined) return refusedAct('no-such-request', []);
  if (actor.kind !== 'rep') return refusedAct('no-right', [], request.about);
  if (request.status !== 'received') return refusedAct('request-closed', [], request.about);
  const from = accountOf(world, request.from);
  const serves = world.policy.supportServes;
  const cites = citesOfRequest(world, request.wish);
  const detail = { account: request.from, other: request.about };
  if (serves?.value === 'the-person') {
    if (request.from !== request.about)
      return refusedAct('not-yours', [becauseOf('ownRequest', serves)], request.about);
  } else if (from?.admin?.isPrimary !== true) {
    return refusedAct('not-primary-admin', [because('notPrimaryAdmin', cites, detail)], request.about);
  }
  const method = world.policy.callerVerification.find((each) => each.id === command.verifiedBy);
  if (method === undefined) return refusedAct('method-not-offered', [because('notOffered', [])], request.about);
  return decided(
    [{ type: 'RequestPassedOn', request: request.id, verifiedBy: method.id }],
    [
      serves?.value === 'the-person' ? becauseOf('ownRequest', serves) : because('primaryAdmin', cites, detail),
      because('verifiedBy', method.cites, { value: method.label }),
    ],
  );
}

/** Support sends a request back unanswered: the rep before it is verified, whoever would do it after. */
export function sendBackRequest(world: World, command: CommandOf<'sendBackRequest'>, actor: Actor): Decision {
  const request = requestOf(world, command.request);
  if (request === undefined) return refusedAct('no-such-request', []);
  if (request.status !== 'received' && request.status !== 'passed-on') {
    return refusedAct('request-closed', [], request.about);
  }
  const isWithRep = request.status === 'received' || isDoneByRep(world.policy, request.wish);
  const holder = isWithRep ? 'rep' : 'portalTech';
  if (actor.kind !== holder) return refusedAct('no-right', [], request.about);
  return decided([{ type: 'RequestSentBack', request: request.id }], []);
}

function citesOfRequest(world: World, wish: SupportWish): readonly string[] {
  return world.policy.rights
    .filter((right) => right.action === wish && right.role !== 'admin')
    .flatMap((right) => right.cites);
}
