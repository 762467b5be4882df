// Where tests write down which facts they observed, for the coverage of facts to read.

/** Facts that decisions cited in a test titled with their ids. */
export const OBSERVED_FILE = 'test-results/facts/rules.jsonl';
/** Facts on the controls that were pressed in a browser. */
export const WALKED_FILE = 'test-results/facts/walks.jsonl';
/** Rules of the standards that belong to no decision, in the tests titled with their ids. */
export const TESTED_FILE = 'test-results/facts/tests.jsonl';
