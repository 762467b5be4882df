// What makes sure who asks: which proofs a product's method takes, whether a rep has something to compare, and whether it
// is really so. Read by the deciders and by the desk; what the truth is, only by deciders and observers.
import type { Policy, VerificationMethod } from './policy';
import { lastGiven, latestWith, type LookUp, type Proof, type SupportRequest } from './support-request';
import { accountOf, type World } from './world';

/**
 * The proofs that a method takes, all of them. Where a mail confirms the PIN, it stands in the place of a PIN said on a
 * call; where it is always asked for, it comes beside every method (ONV-16).
 */
export function proofsOf(policy: Policy, method: VerificationMethod): readonly Proof[] {
  const { pinMail } = policy;
  if (pinMail === undefined) return [method.proof];
  if (pinMail.value === 'always') return [method.proof, 'pin-mail'];
  return [method.proof === 'licence-pin' ? 'pin-mail' : method.proof];
}

/** Every proof that some method of the product takes, each once. */
export function proofsAsked(policy: Policy): readonly Proof[] {
  return [...new Set(policy.callerVerification.flatMap((method) => proofsOf(policy, method)))];
}

/** Whether whoever asks has given what the proof is about: said it on the call, or sent it. */
export function isGiven(world: World, request: SupportRequest, proof: Proof): boolean {
  return isTrue(world, request, proof) !== undefined;
}

/** Whether the proof holds in truth; undefined while nothing was given. Never shown at the desk. */
export function isTrue(world: World, request: SupportRequest, proof: Proof): boolean | undefined {
  switch (proof) {
    case 'licence-pin':
    case 'firm-address': {
      const given = lastGiven(request, proof === 'licence-pin' ? 'pin' : 'address');
      return given === undefined ? undefined : given === 'right';
    }
    case 'pin-mail': {
      const mail = latestWith(request, 'licence-pin');
      if (mail === undefined) return undefined;
      // A client's address is on file too: it has to be there as an admin's (ONV-16). A licensee here is an admin.
      const isOfAdmin = accountOf(world, request.from)?.admin != null;
      return isOfAdmin && mail.sender === 'on-file' && mail.pin === 'right';
    }
    case 'letterhead': {
      const letter = latestWith(request, 'letterhead');
      return letter === undefined ? undefined : letter.sender === 'on-file' && letter.isSigned === true;
    }
    case 'own-mail': {
      const mail = request.messages.findLast(({ kind }) => kind === 'mail');
      return mail === undefined ? undefined : mail.sender === 'on-file';
    }
  }
}

/** What a rep has to have looked up to compare this proof with; null where the directory at hand is enough. */
export function lookUpFor(proof: Proof): LookUp | null {
  switch (proof) {
    case 'licence-pin':
    case 'pin-mail':
      return 'licence-pin';
    case 'firm-address':
      return 'licence';
    case 'letterhead':
    case 'own-mail':
      return null;
  }
}

/** Whether this was looked up for the firm since the request came in. */
export function isLookedUp({ lookUps }: World, request: SupportRequest, tool: LookUp): boolean {
  const at = lookUps[`${tool}/${request.firm}`];
  return at !== undefined && at >= request.askedAt;
}

/** Whether the rep found every proof of the method to match. */
export function isVerifiedBy(policy: Policy, request: SupportRequest, method: VerificationMethod): boolean {
  return proofsOf(policy, method).every((proof) => request.checks[proof] === 'matches');
}

/** The method by which the request stands verified, or undefined. */
export function methodOf(policy: Policy, request: SupportRequest): VerificationMethod | undefined {
  return policy.callerVerification.find((method) => isVerifiedBy(policy, request, method));
}
