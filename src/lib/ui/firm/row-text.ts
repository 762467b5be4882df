// What is said of a row of a directory that cannot be imported.
import type { RowProblem } from '../../scenarios/directory-row';

/** The control that ends real addresses in `.example`, as it is called wherever it is spoken of. */
export const MAKE_FICTIONAL = 'Make addresses fictional';

/** `email: found “bo@firm.com”; expected: …`, and what would mend it here. */
export function rowProblemText({ column, found, expected, fictional }: RowProblem): string {
  const remedy = fictional === undefined ? '' : ` “${MAKE_FICTIONAL}” would make it ${fictional}.`;
  return `${column}: found ${found}; expected: ${expected}.${remedy}`;
}
