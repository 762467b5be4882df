// People sign in: the ways that are open to them, and what they get wrong on the way.
import { person } from '../../../src/lib/domain/actors';
import type { Command } from '../../../src/lib/domain/commands';
import { CODE_FAMILIES } from '../../../src/lib/domain/policy';
import type { Stage } from '../stage';
import { moveTime } from './time';

/** A few steps of one person's sign-in, in whatever way is open to them. */
export async function signIn(stage: Stage): Promise<void> {
  const { id, signsInWith } = stage.somebody();
  const actor = person(id);
  const right: Command = { type: 'submitPassword', account: id, card: 'right' };
  const first: Command = signsInWith === 'federated' ? { type: 'signInFederated', account: id } : right;
  await stage.sensible(actor, [first, first, right]);
  for (let tries = stage.random.below(4); tries > 0; tries -= 1) await secondStep(stage, id);
}

async function secondStep(stage: Stage, id: string): Promise<void> {
  const account = stage.people.find((each) => each.id === id);
  if (account === undefined) return;
  const push = account.signIn.push?.id ?? `${id}/push/1`;
  await stage.sensible(person(id), [
    ...CODE_FAMILIES.map((family) => ({ type: 'submitCode', account: id, family }) as const),
    { type: 'submitTotp', account: id },
    { type: 'submitTotp', account: id },
    { type: 'requestEmailedCode', account: id },
    { type: 'continueSignIn', account: id },
    ...account.devices.map(
      (device) => ({ type: 'answerPush', account: id, push, device: device.id, answer: 'approve' }) as const,
    ),
  ]);
}

/** Somebody types one wrong thing after another, waits or not, and then perhaps the right one. */
export async function fumble(stage: Stage): Promise<void> {
  const { random } = stage;
  const { id } = stage.somebody();
  const actor = person(id);
  await stage.sensible(actor, [{ type: 'submitPassword', account: id, card: 'right' }]);
  const wrong = random.pick<Command>([
    { type: 'submitTotp', account: id },
    { type: 'submitCode', account: id, family: random.pick(CODE_FAMILIES) },
    { type: 'confirmEnrolment', account: id, device: null },
  ]);
  for (let tries = random.below(8); tries > 0; tries -= 1) {
    await stage.submit({ actor, command: wrong, typed: random.once(5) ? '' : '00000000' });
  }
  if (random.once(2)) await moveTime(stage);
  await secondStep(stage, id);
}

/** Somebody signs out and comes in again by what they have just typed. */
export async function again(stage: Stage): Promise<void> {
  const inside = stage.people.filter(({ session }) => session !== null);
  if (inside.length === 0) return;
  const { id, session, codes } = stage.random.pick(inside);
  const actor = person(id);
  await stage.submit({ actor, command: { type: 'signOut', account: id } });
  await stage.submit({ actor, command: { type: 'submitPassword', account: id, card: 'right' } });
  const family = codes.find((code) => code.id === session?.code)?.family ?? 'temporaryCode';
  const command: Command =
    session?.method === 'code' ? { type: 'submitCode', account: id, family } : { type: 'submitTotp', account: id };
  await stage.submit({ actor, command, typed: stage.lastTypedBy(id) });
}
