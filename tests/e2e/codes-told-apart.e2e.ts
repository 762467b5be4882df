// Expired, replaced, removed and wrong are four messages after the password, and one sentence before it.
import { expect, test } from '@playwright/test';
import { LabPage } from './lab-page';

const ONE_SENTENCE = 'We could not sign you in with that e-mail and password. Check both and try again.';

const CASES: readonly (readonly [string, string, (lab: LabPage, code: string) => Promise<void>])[] = [
  ['wrong', 'That is not the code.', async () => undefined],
  ['expired', 'This code stopped working at 09:00.', (lab) => lab.next()],
  [
    'replaced',
    'A newer code replaced this one at 10:00.',
    async (lab) => {
      await lab.move('+1 h');
      await lab.issueHere();
    },
  ],
  ['removed', 'This code was removed at 10:00.', (lab) => removeBySupport(lab)],
];

async function removeBySupport(lab: LabPage): Promise<void> {
  await lab.move('+1 h');
  await lab.callSupport('Remove the code of', 'Dana Whitlock');
  await lab.verifyByAddress();
  await lab.press(lab.support, 'Pass on to the portal tech');
  await lab.press(lab.support, 'Code tool');
  await lab.press(lab.support, 'Remove the code');
  await expect(lab.support).toContainText('Nothing in the queue');
}

for (const [name, words, make] of CASES) {
  test(
    `a code that is ${name}: one sentence before the password is right, its own words after`,
    { tag: '@long' },
    async ({ page }) => {
      const lab = await LabPage.open(page);
      const code = await lab.issueToDana();
      await make(lab, code);
      for (const card of ['An old one', "Somebody else's"]) {
        await lab.password(new RegExp(card));
        await expect(lab.refusal).toHaveText(ONE_SENTENCE);
      }
      await lab.password();
      await expect(lab.refusal).toBeHidden();
      await lab.enterCode(name === 'wrong' ? (code === '0000 0000' ? '1111 1111' : '0000 0000') : code);
      await expect(lab.refusal).toContainText(words);
    },
  );
}

test(
  'a code for an admin comes from the portal tech, at the verified request (ONV-18)',
  { tag: '@long' },
  async ({ page }) => {
    const lab = await LabPage.open(page);
    await lab.press(lab.admin, 'Sign out');
    await lab.persona('user', 'Priya Lowe');
    await lab.phone.getByRole('button', { name: 'Lose it' }).click();
    await expect(lab.situation).toContainText('Support can issue a code, at the primary admin');
    await lab.callSupport('Issue a code for');
    await lab.press(lab.support, 'Requests');
    await expect(lab.support).toContainText('A code for Priya Lowe');
    await lab.support.getByRole('button', { name: 'Pass on to the portal tech' }).click({ force: true });
    await expect(lab.support).not.toContainText('Passed on');
    await lab.verifyByAddress();
    await lab.press(lab.support, 'Pass on to the portal tech');
    await expect(lab.support).toContainText('Passed on to the portal tech');
    await lab.press(lab.support, 'Code tool');
    await lab.press(lab.support, 'Generate a code');
    const digits = lab.support.locator('[data-code]');
    await expect(digits).toHaveText(/^\d{4} \d{4}$/);
    await lab.press(lab.support, 'Read it to Priya');
    await lab.signInByCode((await digits.textContent()) ?? '');
    await lab.expectSignedIn();
  },
);
