// A field by which a rule is chosen. A choice is not in force before it is kept: only then is it said, and where it cannot
// be kept the field goes back to what is in force.
import type { Lab } from '../app/lab.svelte';
import type { Command } from '../domain/commands';

interface RuleChoice {
  readonly field: HTMLSelectElement;
  readonly command: Command;
  /** The value of the field for what is in force. */
  readonly inForce: () => string;
  /** What is chosen, in words. */
  readonly words: string;
  /** What it means for people, which is shown until something is done; nothing where it means nothing new. */
  readonly means?: string;
}

export async function chooseRule(lab: Lab, { field, command, inForce, words, means = '' }: RuleChoice): Promise<void> {
  await lab.change(command);
  const isInForce = field.value === inForce();
  const said = `Now in force: ${words}.`;
  if (!isInForce) field.value = inForce();
  else if (means === '') lab.say(said);
  else lab.tell(`${said} ${means}`);
}
