import { describe, expect, test } from 'vitest';
import { person } from '../../domain/actors';
import { DAY, HOUR, MINUTE } from '../../domain/instant';
import type { StartingPoint } from '../../scenarios/starting-point';
import { startingPoint } from '../../../../tests/support/play';
import { Played, playedStory, secretsOf, toldOf } from '../../../../tests/support/told-run';
import { zoneText, type RunTold } from './run-told';
import { storyOf } from './story';
import { storyMarkdown } from './story-markdown';

const facts = {
  factOf: (id: string) => `What ${id} says.`,
  address: (id: string): string | null => `https://lab.example/facts/#${id}`,
};
const markdownOf = (run: RunTold, words = facts): string => storyMarkdown(run, storyOf(run), words);
const played = playedStory();
const whole = toldOf(played.records, played.now);
/** The text from a heading to the next of its kind. */
const under = (text: string, heading: string): string =>
  (text.split(`\n## ${heading}\n`)[1] ?? '').split('\n## ')[0] ?? '';

describe('a run as steps', () => {
  const text = markdownOf(whole);

  test('says what it is, when, where and that nothing of it is real', () => {
    expect(text).toMatch(
      /^# The phone on the train\n\n> Simulation\. .+ Not affiliated with any vendor\. .+synthetic\./,
    );
    expect(text).toContain(
      'on a simulated Onvio, revision 2, in 7 steps from Mon 9 Mar 2026, 09:00 to Tue 10 Mar 2026, 09:00.',
    );
    expect(text).toContain('Simulated times in America/New York (EDT). As it stands on Thu 12 Mar 2026, 10:05.');
    expect(under(text, 'What happened before')).toContain("- **Mon 9 Mar, 08:41**: Dana's phone is left on the train.");
  });

  // Regression: a run that crosses the change of the clocks was told in the zone's name of its end alone.
  test('names both zones where the clocks are changed on the way', () => {
    const [first, ...rest] = whole.records;
    const before = first === undefined ? [] : [{ ...first, at: first.at - 7 * DAY }];
    expect(zoneText({ ...whole, records: [...before, ...rest] })).toBe(
      'Simulated times in America/New York (EST, later EDT)',
    );
  });

  test('tells as steps what was done in a branch, though it parted before the lab opened', () => {
    const opensAt = whole.world.pins?.opensAt ?? 0;
    const [early] = storyOf(whole).before.slice(-1);
    const branch = toldOf(played.records, played.now, { partedAt: (early?.at ?? opensAt) - 1 });
    expect(storyOf(branch).first[0]?.at).toBe(early?.at);
    expect(storyOf(branch).before.length).toBeLessThan(storyOf(whole).before.length);
  });

  test('numbers what people did, with the way there, what came of it and what the screen said', () => {
    const steps = under(text, 'Steps');
    expect([...steps.matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    expect(steps).toContain(
      "1. **09:00, Priya Lowe**, at the firm admin's desk, goes to **Setup › Staff › Edit › Onvio Access › View Setting** and chooses **generate a temporary, 24-hour code**.\n   - Priya Lowe issues a code for Dana Whitlock, good until Tue 10 Mar, 09:00. [",
    );
    expect(steps).toContain('The screen says: “Shown once. Read it to Dana Whitlock now, or issue another later.”');
    expect(steps).toContain('The screen shows **One more step**: “This sign-in takes a temporary code from');
    expect(steps).toContain(
      "5. **09:05, Dana Whitlock**, at the user's desk, on the page **Enter a code** (by the link **enter a code**), types the code and chooses **Sign in**.",
    );
    expect(steps).toContain('The screen says: “That is not the code. Check it with whoever gave it to you');
    expect(steps).toContain('Dana Whitlock signs out. Dana was signed in for 1 hour.');
  });

  test('tells between the steps what happened by itself, on its own day', () => {
    expect(under(text, 'Steps')).toMatch(
      /### Tue 10 Mar 2026\n\n> \*\*By itself, at 09:00\*\*: Dana Whitlock's code ends\. The code was alive for 1 day\. Dana is locked out from here\. \[ONV-6\]/,
    );
  });

  test('ends with how it stands, and with every fact that is cited, each with its address', () => {
    expect(under(text, 'How it stands at the end')).toContain(
      '- **Dana Whitlock**: Locked out · MFA on · phone away. Dana is locked out:',
    );
    const cited = new Set([...under(text, 'Steps').matchAll(/\[([A-Z]+-\d+[a-z]?)\]/g)].map(([, id]) => id ?? ''));
    expect(cited.size).toBeGreaterThan(4);
    for (const id of cited) {
      expect(text).toContain(`\n- [${id}] What ${id} says.`);
      expect(text).toContain(`\n[${id}]: <https://lab.example/facts/#${id}>`);
    }
    expect(markdownOf(whole, { ...facts, address: () => null })).not.toContain('https://');
  });

  test('holds no code and no PIN', async () => {
    const secrets = await secretsOf(whole);
    expect(secrets.length).toBeGreaterThan(1);
    const numbers = text.match(/\d+/g) ?? [];
    for (const secret of secrets) expect(numbers).not.toContain(secret);
  });
});

test('where no screen says by which control something was done, no way is made up', () => {
  const home = new Played().does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
  const text = under(markdownOf(toldOf(home.records, home.now)), 'Steps');
  expect(text).toContain('1. **09:00, Priya Lowe**: Priya Lowe issues a code for Dana Whitlock');
  expect(text).not.toContain('chooses');
});

describe('up to a moment that is looked at', () => {
  test('nothing later is told, and that is said', () => {
    const end = played.records.findIndex((record) => record.kind === 'command' && record.command.type === 'submitCode');
    const records = played.records.slice(0, end + 1);
    const now = records.at(-1)?.at ?? 0;
    const text = markdownOf(toldOf(records, now, { leftOut: played.now - now }));
    expect(text).toContain(
      'Up to Mon 9 Mar, 09:05, the moment that is looked at: what happened in the 3 days 1 hour after it is left out.',
    );
    expect(text).not.toContain('signs out');
    expect(text).not.toContain('By itself');
    expect(under(text, 'How it stands at the end')).toContain(
      'On Tue 10 Mar, 09:00 the code ends and Dana is locked out',
    );
  });

  test('that whoever looks is to foresee, neither what comes next nor why is told', () => {
    const before = new Played().after(MINUTE);
    before.does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
    const text = markdownOf(toldOf(before.records, before.now, { isAnswerHidden: true, upcoming: [] }));
    expect(text).toContain('What will happen, and why anything does, is left out');
    expect(text).not.toMatch(/\[[A-Z]+-\d/);
    expect(text).not.toContain('the code ends and');
  });

  test('a fresh run says that nothing has been done yet', () => {
    const fresh = new Played();
    expect(markdownOf(toldOf(fresh.records, fresh.now))).toContain('Nothing has been done yet since the lab opened.');
  });
});

test('names that look like markup stay names', () => {
  const start: StartingPoint = {
    ...startingPoint,
    people: startingPoint.people.map((each) =>
      each.id === 'dana' ? { ...each, name: '[Dana](https://evil.example) <b>*Whit*</b>' } : each,
    ),
  };
  const hostile = playedStory(start);
  const text = markdownOf(toldOf(hostile.records, hostile.now, { title: '# <script>alert(1)</script>' }));
  expect(text).toMatch(/^# \\# \\<script>alert\(1\)\\<\/script>\n/);
  expect(text).toContain('\\[Dana\\](https\\://evil.example) \\<b>\\*Whit\\*\\</b>');
  expect(text).not.toMatch(/(^|[^\\])(<b>|<script>|\]\()/);
});

test('of a long run the first and the last are told, with their own numbers, and what is left out is said', () => {
  const long = new Played();
  for (let turn = 0; turn < 500; turn += 1) {
    long.after(HOUR).does(person('priya'), { type: 'issueCode', account: 'dana', family: 'temporaryCode' });
  }
  long.after(DAY);
  const run = toldOf(long.records, long.now);
  const story = storyOf(run);
  expect(story.first.length + story.last.length).toBe(400);
  const text = markdownOf(run);
  expect(text).toContain(`*${story.leftOut?.count} more events, from `);
  const numbers = [...text.matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => Number(number));
  expect(numbers[0]).toBe(1);
  expect(numbers.at(-1)).toBe(500);
  expect(text).toContain('in 500 steps, not all of them told, from');
});
