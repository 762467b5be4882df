// The PIN that goes with a firm's licence: a toy computed from the run's seed each time it is shown or said, never kept.
import type { CodeForm } from '../domain/policy';
import type { Cryptography } from '../ports';
import { codeText } from './code-text';

/** The firm's PIN; or another one, for whoever has it wrong. */
export async function licencePin(
  cryptography: Cryptography,
  { seed, firm, form }: { readonly seed: string; readonly firm: string; readonly form: CodeForm },
  truth: 'right' | 'wrong' = 'right',
): Promise<string> {
  const right = await codeText(cryptography, seed, `${firm}/licence-pin`, form);
  if (truth === 'right') return right;
  for (let other = 1; ; other += 1) {
    const wrong = await codeText(cryptography, seed, `${firm}/other-pin/${other}`, form);
    if (wrong !== right) return wrong;
  }
}
