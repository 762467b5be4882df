// What is in force changes: by a firm's own admin, or by the lab.
import { LAB, person } from '../../../src/lib/domain/actors';
import { SETTING_NAMES } from '../../../src/lib/domain/policy';
import type { Stage } from '../stage';

/** The firm's own admin changes what it enforces, or somebody tries to. */
export async function enforce(stage: Stage): Promise<void> {
  const { random } = stage;
  const by = person(random.pick(['priya', 'priya', 'tom', 'dana', 'hannah']));
  const enforcement = random.pick(['off', 'optional', 'required'] as const);
  await stage.sensible(by, [{ type: 'setEnforcement', firm: 'birch-lowe', enforcement }]);
}

/** The lab changes what is in force; now and then somebody else tries to. */
export async function lab(stage: Stage): Promise<void> {
  const { random, world } = stage;
  const name = random.pick(SETTING_NAMES.filter((each) => each !== 'enforcement'));
  const choices: readonly { readonly value: string | number | boolean }[] = world.policy[name]?.choices ?? [];
  const value = choices.length === 0 ? 'not a choice' : random.pick(choices).value;
  const enforcement = random.pick(['off', 'optional', 'required'] as const);
  await stage.sensible(random.once(15) ? person('priya') : LAB, [
    { type: 'setEnforcement', firm: 'birch-lowe', enforcement },
    { type: 'setEnforcement', firm: 'birch-lowe', enforcement: 'optional' },
    { type: 'setVariant', variant: random.pick(Object.keys(world.catalogue)) },
    { type: 'setSetting', name, value },
    { type: 'setSetting', name, value },
    { type: 'answerQuestion', question: 'what-happens', choice: enforcement },
  ]);
}
