// What is set rather than done: the firm's enforcement, by its admin or the lab, and by the lab the revision in force and
// each edge, changed on the spot; and what somebody in front of the lab expects, which no rule looks at.
import { activeCode } from '../account';
import type { Actor } from '../actors';
import type { CommandOf } from '../commands';
import { decided, refusedAct, type Decision } from '../decision';
import type { DomainEvent, Firm } from '../events';
import type { Instant } from '../instant';
import { factorsLeft } from '../mfa';
import { choiceOf, type Setting, type SettingValue } from '../policy';
import { because, becauseOf } from '../reasons';
import { rightToEnforce } from '../rights';
import { firmOf, peopleOf, type World } from '../world';

/** Changes what a firm enforces: an admin of it with the right, or the lab itself. A code alive goes on; its end follows EDGE-4. */
export function setEnforcement(
  world: World,
  command: CommandOf<'setEnforcement'>,
  actor: Actor,
  now: Instant,
): Decision {
  const firm = firmOf(world, command.firm);
  if (firm === undefined) return refusedAct('no-right', []);
  const right = actor.kind === 'person' ? rightToEnforce(world, actor.account, firm.id) : null;
  if (right?.isHeld === false) return refusedAct(right.refusal, right.reasons);
  if (right === null && actor.kind !== 'lab') return refusedAct('no-right', []);
  const choice = choiceOf(world.policy.enforcement, command.enforcement);
  if (choice === undefined) return refusedAct('not-a-choice', [because('notOffered', [])]);
  if (firm.enforcement === command.enforcement) return refusedAct('already-so', []);
  const changed: DomainEvent = { type: 'EnforcementChanged', firm: firm.id, enforcement: command.enforcement };
  const off = command.enforcement === 'optional' ? switchedOff(world, firm, now) : [];
  const rule = world.policy.lastUnboundWithoutCode;
  return decided(
    [changed, ...off],
    [
      ...(right === null
        ? [because('labAct', choice.cites, { value: choice.label })]
        : [...right.reasons, because('enforcementChosen', choice.cites, { value: choice.label })]),
      ...(off.length > 0 ? [becauseOf('nothingToAskFor', rule)] : []),
    ],
  );
}

/** Puts another variant of the product in force; edges whose default it changes go back to its default. */
export function setVariant(world: World, command: CommandOf<'setVariant'>, actor: Actor): Decision {
  if (actor.kind !== 'lab') return refusedAct('no-right', []);
  if (!Object.hasOwn(world.catalogue, command.variant)) return refusedAct('not-a-choice', [because('notOffered', [])]);
  if (world.variant === command.variant) return refusedAct('already-so', []);
  return decided(
    [{ type: 'VariantChanged', variant: command.variant }],
    [because('labAct', [], { value: command.variant })],
  );
}

/** Switches one setting to another of its choices. */
export function setSetting(world: World, command: CommandOf<'setSetting'>, actor: Actor): Decision {
  if (actor.kind !== 'lab') return refusedAct('no-right', []);
  const setting: Setting<SettingValue> | undefined = world.policy[command.name];
  const choice = setting === undefined ? undefined : choiceOf(setting, command.value);
  if (choice === undefined) return refusedAct('not-a-choice', [because('notOffered', [])]);
  if (setting?.value === command.value) return refusedAct('already-so', []);
  return decided(
    [{ type: 'SettingChanged', name: command.name, value: command.value }],
    [because('labAct', choice.cites, { setting: command.name, value: choice.label })],
  );
}

/** Keeps what somebody in front of the lab expects. A first answer stands: who knows better later has not foreseen it. */
export function answerQuestion(world: World, command: CommandOf<'answerQuestion'>, actor: Actor): Decision {
  if (actor.kind !== 'lab') return refusedAct('no-right', []);
  const { question, choice } = command;
  if (Object.hasOwn(world.answers, question)) return refusedAct('already-so', []);
  return decided([{ type: 'QuestionAnswered', question, choice }], []);
}

/** Where MFA becomes optional it goes off for whoever has neither a factor nor a code, as on a disconnection. */
function switchedOff(world: World, firm: Firm, now: Instant): readonly DomainEvent[] {
  if (world.policy.lastUnboundWithoutCode.value !== 'off-now') return [];
  return peopleOf(world, firm.id)
    .filter(
      (account) =>
        account.isMfaOn &&
        factorsLeft(world, account).length === 0 &&
        activeCode(account, now, 'temporaryCode') === undefined,
    )
    .map((account) => ({ type: 'MfaSwitchedOff', account: account.id }));
}
