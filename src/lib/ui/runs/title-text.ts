// What is wrong with a name that somebody gave a run.
import { TITLE_LENGTH_MAX, type TitleProblem } from '../../app/run-title';

export function titleProblemText(problem: TitleProblem, length: number): string {
  switch (problem) {
    case 'empty':
      return 'There is nothing in it. Give it a name of at least one letter.';
    case 'too-long':
      return `It has ${length} characters; a name has at most ${TITLE_LENGTH_MAX}. Shorten it.`;
    case 'markup':
      return 'It has a < or a >, which a name cannot have. Leave them out.';
    case 'hidden-signs':
      return 'It has a sign that cannot be seen or that turns the text around. Type the name instead of pasting it.';
  }
}
