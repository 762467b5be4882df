// The shape of what happens at the support desk, as a log keeps it. Part of `log-format`.
import * as v from 'valibot';
import { SUPPORT_WISHES } from '../domain/commands';
import {
  CALLER_LINES,
  KNOWLEDGE,
  LOOK_UPS,
  PROOFS,
  QUESTIONS,
  SAYINGS,
  SENDERS,
  WAYS_IN,
} from '../domain/support-request';
import { id } from './log-format-parts';

const wish = v.picklist(SUPPORT_WISHES);
const knowledge = v.picklist(KNOWLEDGE);
const knows = v.strictObject({ licencePin: knowledge, firmAddress: knowledge });
const truth = v.picklist(['right', 'wrong']);
const by = v.picklist(WAYS_IN);
const sender = v.picklist(SENDERS);
const finding = v.picklist(['matches', 'differs']);
const proof = v.picklist(PROOFS);
const tool = v.picklist(LOOK_UPS);
const workstation = v.picklist(['support', 'elsewhere']);
const passedOnBy = v.picklist(['queue', 'mail']);

/** Whom the seed draws where chance decides who turns to support. */
export const drawnCaller = v.strictObject({ isStranger: v.boolean(), knows, sender, isSigned: v.boolean() });

export const supportEvents = [
  v.strictObject({
    type: v.literal('SupportAsked'),
    request: id,
    from: id,
    about: id,
    wish,
    by,
    knows,
    isStranger: v.exactOptional(v.literal(true)),
    isDrawn: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({ type: v.literal('CallAnswered'), request: id }),
  v.strictObject({ type: v.literal('CallEnded'), request: id }),
  v.strictObject({ type: v.literal('CallerAsked'), request: id, question: v.picklist(QUESTIONS) }),
  v.strictObject({
    type: v.literal('CallerTold'),
    request: id,
    saying: v.picklist(SAYINGS),
    discloses: v.exactOptional(proof),
  }),
  v.strictObject({
    type: v.literal('CallerSaid'),
    request: id,
    line: v.picklist(CALLER_LINES),
    given: v.exactOptional(truth),
  }),
  v.strictObject({
    type: v.literal('MessageReceived'),
    request: id,
    message: id,
    kind: v.picklist(['mail', 'scan', 'fax']),
    sender,
    encloses: v.picklist(['licence-pin', 'letterhead', 'nothing']),
    pin: v.exactOptional(truth),
    isSigned: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ type: v.literal('FirmLookedUp'), firm: id, tool }),
  v.strictObject({ type: v.literal('ProofCompared'), request: id, proof, finding }),
  v.strictObject({ type: v.literal('RequestPassedOn'), request: id, verifiedBy: id, by: passedOnBy }),
  v.strictObject({ type: v.literal('RequestSentBack'), request: id }),
  v.strictObject({ type: v.literal('RequestAnswered'), request: id }),
  v.strictObject({
    type: v.literal('CallerRevealed'),
    request: id,
    isStranger: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({ type: v.literal('WorkstationChanged'), workstation }),
] as const;

export const supportCommands = [
  v.strictObject({
    type: v.literal('askSupport'),
    account: id,
    wish,
    by: v.exactOptional(by),
    claims: v.exactOptional(id),
    knows: v.exactOptional(knows),
    sender: v.exactOptional(sender),
    isSigned: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ type: v.literal('answerCall'), request: id }),
  v.strictObject({ type: v.literal('endCall'), request: id }),
  v.strictObject({ type: v.literal('askCaller'), request: id, question: v.picklist(QUESTIONS) }),
  v.strictObject({ type: v.literal('tellCaller'), request: id, saying: v.picklist(SAYINGS) }),
  v.strictObject({ type: v.literal('lookUp'), firm: id, tool }),
  v.strictObject({ type: v.literal('compareProof'), request: id, proof, finding }),
  v.strictObject({
    type: v.literal('passOnRequest'),
    request: id,
    verifiedBy: id,
    by: v.exactOptional(passedOnBy),
  }),
  v.strictObject({ type: v.literal('sendBackRequest'), request: id }),
  v.strictObject({ type: v.literal('sitAt'), workstation }),
] as const;
