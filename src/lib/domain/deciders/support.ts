// A request's way through support: verified by a rep against what is on file, and then done by whoever has the right to,
// the portal tech or the rep; or sent back. How it got there is `ask-support.ts`'s matter.
import type { Actor } from '../actors';
import type { CommandOf, SupportWish } from '../commands';
import { decided, refusedAct, type Decision } from '../decision';
import { refusedAway } from '../permit';
import type { Policy, VerificationMethod } from '../policy';
import { because, becauseOf, type Reason } from '../reasons';
import { isDoneByRep } from '../rights';
import { decidedOn } from '../reveal';
import { isSpent, type Proof, type SupportRequest } from '../support-request';
import { isGiven, isLookedUp, isTrue, isVerifiedBy, lookUpFor, proofsAsked, proofsOf } from '../verification';
import { accountOf, firmOf, requestOf, type World } from '../world';

/** The rep looks a firm up: who its primary admin is, its page with the address, or the PIN behind it (ONV-13, ONV-14). */
export function lookUp(world: World, { firm: id, tool }: CommandOf<'lookUp'>, actor: Actor): Decision {
  const firm = firmOf(world, id);
  if (firm === undefined) return refusedAct('no-such-firm', []);
  const away = refusedAway(world, actor);
  if (away !== null) return away;
  if (actor.kind !== 'rep') return refusedAct('no-right', []);
  return decided([{ type: 'FirmLookedUp', firm: firm.id, tool }], []);
}

/** The rep holds what was given against what is on file, and says whether it matches. Whether it does is theirs to see. */
export function compareProof(world: World, command: CommandOf<'compareProof'>, actor: Actor): Decision {
  const request = receivedBy(world, command.request, actor);
  if ('events' in request) return request;
  const { proof, finding } = command;
  const method = world.policy.callerVerification.find((each) => each.proof === proof);
  const { pinMail } = world.policy;
  const rule = proof === 'pin-mail' ? pinMail : method;
  if (rule === undefined || !proofsAsked(world.policy).includes(proof)) {
    const byMail = method === undefined || pinMail === undefined ? [] : [reasonOfMail(pinMail)];
    return refusedAct('method-not-offered', [because('notOffered', []), ...byMail], request.about);
  }
  const detail = { account: request.from, value: proof };
  if (!isGiven(world, request, proof))
    return refusedAct('nothing-given', [becauseOf('nothingGiven', rule, detail)], request.about);
  const tool = lookUpFor(proof);
  if (tool !== null && !isLookedUp(world, request, tool)) {
    return refusedAct('not-looked-up', [becauseOf('notLookedUp', rule, detail)], request.about);
  }
  if (finding === 'matches' && isSpent(request, proof)) {
    const rules = world.policy.licencePin ?? rule;
    return refusedAct('was-read-out', [becauseOf('wasReadOut', rules, detail)], request.about);
  }
  const isRight = (finding === 'matches') === isTrue(world, request, proof);
  return decided(
    [{ type: 'ProofCompared', request: request.id, proof, finding }],
    [becauseOf(isRight ? 'comparedRightly' : 'comparedWrongly', rule, { ...detail, setting: finding })],
  );
}

function reasonOfMail(pinMail: NonNullable<Policy['pinMail']>): Reason {
  return becauseOf('pinByMail', pinMail, { value: pinMail.value });
}

/**
 * The rep passes a verified request on to whoever does it: to the portal tech (ONV-18), or to the rep's own tool where the
 * right is the rep's (CLP-8). Refuses requests of anybody but the one whom support serves, and what is not verified.
 */
export function passOnRequest(world: World, command: CommandOf<'passOnRequest'>, actor: Actor): Decision {
  const request = receivedBy(world, command.request, actor);
  if ('events' in request) return request;
  const served = whoIsServed(world, request);
  if ('events' in served) return served;
  const method = world.policy.callerVerification.find((each) => each.id === command.verifiedBy);
  if (method === undefined) return refusedAct('method-not-offered', [because('notOffered', [])], request.about);
  const detail = { account: request.from, value: method.label };
  const { pinMail } = world.policy;
  const isByMail = proofsOf(world.policy, method).includes('pin-mail');
  const byMail = pinMail !== undefined && isByMail ? [reasonOfMail(pinMail)] : [];
  if (!isVerifiedBy(world.policy, request, method)) {
    const lacking = becauseOf('notVerified', method, detail);
    return refusedAct('not-verified', [...served, lacking, ...byMail], request.about);
  }
  return decided(
    decidedOn(request, {
      type: 'RequestPassedOn',
      request: request.id,
      verifiedBy: method.id,
      by: command.by ?? 'queue',
    }),
    [
      ...served,
      becauseOf('verifiedBy', method, detail),
      ...byMail,
      ...proofsOf(world.policy, method).map((proof) => truthOf(world, request, proof, method)),
      ...(request.isStranger ? [because('strangerServed', ['STD-16'], detail)] : []),
    ],
  );
}

/** Whether what the rep found to match does: who decides wrongly learns it from the reasons. */
function truthOf(world: World, request: SupportRequest, proof: Proof, method: VerificationMethod): Reason {
  const detail = { account: request.from, value: proof, setting: 'matches' };
  return becauseOf(isTrue(world, request, proof) === true ? 'comparedRightly' : 'comparedWrongly', method, detail);
}

/** Whether the request comes from whom support serves, and why or why not (ONV-13, CLP-8). */
function whoIsServed(world: World, request: SupportRequest): readonly Reason[] | Decision {
  const { supportServes: serves, primaryAdminTool: tool } = world.policy;
  if (serves?.value === 'the-person') {
    const reason = becauseOf('ownRequest', serves);
    return request.from === request.about ? [reason] : refusedAct('not-yours', [reason], request.about);
  }
  const cites = citesOfRequest(world, request.wish);
  const detail = { account: request.from, other: request.about };
  // Whoever is a client is none of Support's, whoever the primary admin is (ONV-12).
  if (serves !== undefined && accountOf(world, request.from)?.area === 'clients') {
    return refusedAct('client-of-a-firm', [becauseOf('clientSentToFirm', serves, detail)], request.about);
  }
  if (tool !== undefined && !isLookedUp(world, request, 'primary-admin')) {
    return refusedAct('primary-admin-unknown', [becauseOf('primaryAdminUnknown', tool, detail)], request.about);
  }
  if (accountOf(world, request.from)?.admin?.isPrimary !== true) {
    return refusedAct('not-primary-admin', [because('notPrimaryAdmin', cites, detail)], request.about);
  }
  return [
    ...(tool === undefined ? [] : [becauseOf('primaryAdminKnown', tool, detail)]),
    because('primaryAdmin', cites, detail),
  ];
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
  return refusedAway(world, actor) ?? decided(decidedOn(request, { type: 'RequestSentBack', request: request.id }), []);
}

/** The rep sits down at the workstation that is set up for the tools, or anywhere else (ONV-19). */
export function sitAt(world: World, { workstation }: CommandOf<'sitAt'>, actor: Actor): Decision {
  if (actor.kind !== 'rep') return refusedAct('no-right', []);
  if (world.policy.supportTools === undefined) return refusedAct('method-not-offered', [because('notOffered', [])]);
  if (world.workstation === workstation) return refusedAct('already-so', []);
  const reason = becauseOf('workstationOnly', world.policy.supportTools, { value: workstation });
  return decided([{ type: 'WorkstationChanged', workstation }], [reason]);
}

/** The request that the rep has yet to decide about, with the tools at hand; or why not. */
function receivedBy(world: World, id: string, actor: Actor): SupportRequest | Decision {
  const request = requestOf(world, id);
  if (request === undefined) return refusedAct('no-such-request', []);
  if (actor.kind !== 'rep') return refusedAct('no-right', [], request.about);
  const away = refusedAway(world, actor, request.about);
  if (away !== null) return away;
  return request.status === 'received' ? request : refusedAct('request-closed', [], request.about);
}

function citesOfRequest(world: World, wish: SupportWish): readonly string[] {
  return world.policy.rights
    .filter((right) => right.action === wish && right.role !== 'admin')
    .flatMap((right) => right.cites);
}
