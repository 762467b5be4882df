// What a branch is called until somebody calls it otherwise: the story, and the moment it went another way.

/** The title of a run that parts from the one with this title. */
export function branchTitle(parent: string, moment: string): string {
  const story = parent.replace(/ \(from [^()]*\)(?: \(\d+\))?$/, '');
  return `${story} (from ${moment})`;
}
