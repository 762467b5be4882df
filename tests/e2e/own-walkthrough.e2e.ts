// A walkthrough that nobody has seen before, brought as a file: played with no line of code, or refused with every problem.
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { CoachPage } from './coach-page';
import { findingsIn } from './findings';

type Json = Record<string, unknown>;

async function open(page: Page, change: (scenario: Json) => void): Promise<void> {
  const scenario = JSON.parse(readFileSync('src/lib/scenarios/first-tour/scenario.json', 'utf8')) as Json;
  change(scenario);
  await page.goto('/train/');
  await page.getByRole('link', { name: 'Play a file of your own' }).click();
  await page
    .getByLabel('Scenario file')
    .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(scenario)) });
}

test('a file of one step is played to its score', async ({ page }) => {
  await open(page, (scenario) => {
    scenario['about'] = {
      kind: 'walkthrough',
      title: 'Help Dana',
      persona: 'Firm admin',
      minutes: 1,
      summary: 'One code.',
    };
    scenario['steps'] = [
      {
        id: 'issue',
        title: 'Another code for Dana',
        caption: 'Issue one.',
        target: { desk: 'admin', node: 'staff-generate', persona: 'priya', subject: 'dana' },
        done: { within: { from: { event: 'DeviceLost' }, to: { event: 'CodeIssued' }, atLeast: '+00:19:00' } },
        hints: ['In Setup.', 'Among Staff.', 'Press the link.'],
      },
    ];
    scenario['goals'] = [
      {
        id: 'issued',
        letter: 'L',
        title: 'Dana has another code',
        points: 10,
        holds: { eventually: { event: 'CodeEnded', where: { account: 'dana', cause: 'replaced' } } },
        met: 'The newer code replaces the one before.',
        missed: 'No code replaced the one before.',
        cites: ['ONV-11'],
      },
    ];
  });
  const { coach, lab } = new CoachPage(page);
  await expect(coach).toContainText('Another code for Dana');
  for (const name of ['Setup', 'Staff', 'Edit Dana Whitlock', 'Onvio Access', 'View Setting']) {
    await expect(coach).toContainText(`Press ${name}, on the firm admin's desk.`);
    await lab.admin.getByRole('button', { name, exact: true }).click();
  }
  await expect(coach).toContainText('Press generate a temporary, 24-hour code');
  await lab.admin.getByRole('button', { name: 'generate a temporary, 24-hour code' }).click();
  await expect(coach).toContainText('10 of 10 points');
});

test('a file that is wrong is refused with the place of each mistake', async ({ page }) => {
  await open(page, (scenario) => {
    scenario['colour'] = 'red';
    (scenario['product'] as Json)['id'] = 'Onvio';
  });
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('mine.json was not opened, and nothing was changed.');
  await expect(alert).toContainText(
    'colour has the entry “colour”; expected: no entry by this name: look at its spelling, or take it out.',
  );
  await expect(alert).toContainText('product.id has "Onvio"; expected: lower-case letters, digits and hyphens.');
  expect(await findingsIn(page, 'a file refused')).toEqual([]);
});
