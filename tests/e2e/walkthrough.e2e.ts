// A walkthrough is walked as somebody would who follows the coach: to the score, in both revisions, with right answers and
// wrong ones, once by the keyboard alone; and the visitor's own run is not touched by it.
import { expect, test, type Locator } from '@playwright/test';
import { CoachPage, NOW, PATH, SHOW } from './coach-page';
import { findingsIn, WIDTHS } from './findings';
import { LabPage } from './lab-page';

for (const revision of [1, 2] as const) {
  const other = revision === 1 ? 2 : 1;
  const [isRight, isWrong] = revision === 2 ? ['@core', []] : [[], '@long'];

  test(`revision ${revision}: what is right earns all the points`, { tag: isRight }, async ({ page }) => {
    const coach = await CoachPage.open(page, PATH(revision));
    await coach.walk({ revision, now: NOW[revision] });
    await expect(coach.coach).toContainText('100 of 100 points');
    await expect(coach.coach.getByText('missed')).toHaveCount(0);
    await expect(coach.goal('which revision holds here')).toContainText(`Onvio, revision ${revision}`);
    await expect(coach.answered('What becomes of her second step?')).toContainText(
      new RegExp(`Your answer ✓ Right: “${NOW[revision]}” Right here “${NOW[revision]}”`),
    );
  });

  const title = `revision ${revision}: what is wrong costs what it says, with the reason and the facts`;
  test(title, { tag: isWrong }, async ({ page }) => {
    const coach = await CoachPage.open(page, PATH(revision));
    await coach.walk({ revision: other, now: NOW[other], tomorrow: 'Nothing she has' });
    await expect(coach.coach).toContainText('30 of 100 points');
    await expect(coach.goal('foresaw what disconnecting')).toContainText('missed, 0 of 30 points');
    await expect(coach.goal('foresaw what gets Dana in')).toContainText('missed, 0 of 20 points');
    await expect(coach.goal('which revision holds here')).toContainText('missed, 0 of 20 points');
    await expect(coach.goal('You checked')).toContainText('met, 30 of 30 points');
    const answered = coach.answered('What becomes of her second step?');
    await expect(answered).toContainText(`Your answer ✗ Wrong: “${NOW[other]}” Right here “${NOW[revision]}”`);
    await expect(answered.getByRole('button', { name: 'Fact ONV-8b' })).toBeVisible();
    await expect(coach.answered('What gets her in?')).toContainText(
      /Your answer ✗ Wrong: “Nothing she has: .*“Her password alone”/,
    );
    await coach.goal('foresaw what disconnecting').getByRole('button', { name: 'Fact ONV-8a' }).click();
    await expect(page.getByText(/if no device was registered by its end, MFA goes off/)).toBeVisible();
  });
}

test('while something is to be foreseen, nothing on screen gives it away', async ({ page }) => {
  const coach = await CoachPage.open(page, PATH(1));
  const next = coach.lab.time.getByRole('button', { name: /^Next:/ });
  await expect(next).toBeVisible();
  await expect(coach.lab.why).toContainText('ONV-10');
  await coach.next();
  await coach.coach.getByRole('button', { name: SHOW }).click();
  await coach.step('Which one is it?');
  await expect(next).toBeHidden();
  await expect(coach.lab.why).toHaveText('Why? Hidden until you have answered.');
  await expect(coach.lab.happenings).not.toContainText('by itself');
  await expect(coach.lab.time).toContainText('What will happen is hidden until you have answered.');
  await expect(coach.lab.situation).not.toContainText('the code ends');
  await expect(page.getByRole('button', { name: 'Rules…' })).toHaveCount(0);
  await coach.answer('Revision 1:');
  await coach.answer(NOW[1]);
  await expect(next).toBeHidden();
  await coach.answer('Her password alone');
  await coach.step('Dana disconnects her phone');
  await expect(next).toBeVisible();
});

test(
  'whoever wanders off is told the way back, gets hints from a nudge on, and is taken there',
  { tag: '@long' },
  async ({ page }) => {
    const coach = await CoachPage.open(page, PATH(2));
    const { lab } = coach;
    await coach.next();
    await lab.walk(lab.admin, 'Setup', 'Staff', 'Edit Dana Whitlock');
    await expect(coach.coach).toContainText(
      "This is another page. Press Clients, on the firm admin's desk, to get back.",
    );
    const hints = coach.coach.getByRole('list', { name: 'Hints' }).getByRole('listitem');
    await coach.coach.getByRole('button', { name: 'Give me a hint' }).click();
    await expect(hints).toHaveText(["Clients are looked after where the firm's admin sets people up."]);
    await coach.coach.getByRole('button', { name: 'Another hint' }).click();
    await coach.coach.getByRole('button', { name: 'Another hint' }).click();
    await expect(hints).toHaveCount(3);
    await expect(coach.coach.getByRole('button', { name: 'Another hint' })).toHaveCount(0);
    await lab.persona('admin', 'Tom Birch');
    await expect(coach.coach).toContainText('Somebody else sits there. Choose Priya Lowe');
    await coach.coach.getByRole('button', { name: SHOW }).click();
    await expect(lab.admin.getByRole('heading', { name: 'Edit: Ines Okafor' })).toBeVisible();
    await expect(lab.admin.getByRole('button', { name: 'Client Centre Access' })).toBeFocused();
    await coach.step('Which one is it?');
    await coach.coach.getByRole('button', { name: 'Back' }).click();
    await coach.step('Find out which article holds here');
    await coach.next();
    await coach.step('Which one is it?');
  },
);

test('what happens before it was foreseen is told as such and passed over', { tag: '@long' }, async ({ page }) => {
  const coach = await CoachPage.open(page, PATH(2));
  const { lab } = coach;
  await coach.next();
  await coach.coach.getByRole('button', { name: SHOW }).click();
  await expect(coach.coach).toContainText(
    'Answer before you go on at the desks: once it has happened, this question counts as missed.',
  );
  await coach.answer('Revision 2:');
  await lab.disconnectAll();
  await coach.step('See what it did, and why');
  const lost = '2 questions were passed over: what they ask about happened before you answered. They count as missed.';
  await expect(coach.coach).toContainText(lost);
  await expect(page.getByRole('status').filter({ hasText: lost })).toHaveCount(1);
  for (let presses = 0; presses < 3; presses += 1) await coach.coach.getByRole('button', { name: 'Back' }).click();
  await coach.step('Say what will happen when she disconnects');
  await expect(coach.coach).toContainText('It happened before you said what you expect: it cannot be foreseen');
  await expect(coach.coach.getByRole('radio').first()).toBeDisabled();
  for (let presses = 0; presses < 4; presses += 1) await coach.next();
  await coach.step('Dana goes home');
  await expect(page.getByRole('status').filter({ hasText: lost }), 'it is read out once').toHaveCount(0);
  await lab.user.getByRole('button', { name: 'Sign out' }).click();
  await lab.move('+24 h');
  await lab.user.getByRole('button', { name: 'Sign in' }).click();
  await coach.step('How it went');
  await expect(coach.answered('What becomes of her second step?')).toContainText(
    `None: it happened before you said what you expect, and counts as missed. Right here “${NOW[2]}”`,
  );
  await expect(coach.answered('Which revision')).toContainText('Your answer ✓ Right: “Revision 2:');
});

// Regression: the coach led on over a code that had ended before Dana disconnected, and the score spoke of a run that was not played.
test('a run that has left the course says so, and is begun anew', async ({ page }) => {
  const coach = await CoachPage.open(page, PATH(2));
  const { lab } = coach;
  await coach.next();
  await lab.walk(lab.admin, 'Setup', 'Clients', 'Edit Ines Okafor');
  await coach.answer('Revision 2:');
  await coach.answer(NOW[2]);
  await coach.answer('Her password alone');
  await coach.step('Dana disconnects her phone');
  await expect(coach.coach).not.toContainText('left the course');
  await lab.next();
  const stray = "This run has left the course: Dana's code ended before she disconnected her phone";
  await expect(coach.coach.getByRole('alert')).toContainText(stray);
  await coach.coach.getByRole('button', { name: 'Play it again' }).click();
  await coach.step('Dana wants to know beforehand');
  await expect(coach.coach).not.toContainText('left the course');
});

test("it plays on a run of its own: the visitor's is as it was, and playing again draws anew", async ({ page }) => {
  const own = await LabPage.open(page);
  const code = await own.issueToDana();
  const coach = await CoachPage.open(page, PATH(2));
  await expect(page.getByText('Practice: not kept')).toBeVisible();
  await coach.walk({ revision: 2, now: NOW[2] });
  await coach.coach.getByRole('button', { name: 'Play it again' }).click();
  await coach.step('Dana wants to know beforehand');
  await expect(coach.coach.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(coach.lab.clock).toHaveText('Mon 9 Mar 09:00:00');
  await page.getByRole('link', { name: 'All walkthroughs' }).click();
  await expect(page.getByRole('link', { name: 'Two articles, one person' })).toBeVisible();
  const again = await LabPage.open(page);
  await expect(again.issuedCode).toHaveText(code);
});

test('by the keyboard alone, and the focus is where one left it @long', async ({ page }) => {
  const coach = await CoachPage.open(page, PATH(2));
  const { lab } = coach;
  const press = async (control: Locator, key = 'Enter'): Promise<void> => {
    await expect(control).toBeVisible();
    for (let presses = 0; presses < 90; presses += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) {
        await page.keyboard.press(key);
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard never reached ${control.toString()}.`);
  };
  const button = (name: string | RegExp): Locator => coach.coach.getByRole('button', { name });
  const choose = async (name: string): Promise<void> => {
    const radio = coach.coach.getByRole('radio', { name });
    await press(coach.coach.getByRole('radio').first(), 'Space');
    for (let presses = 0; presses < 3 && !(await radio.isChecked()); presses += 1)
      await page.keyboard.press('ArrowDown');
    await press(button('Answer'));
  };
  await press(button('Next'));
  await expect(page.locator('p[role=status].heard')).toHaveText(/^Step 2 of 10: Find out/);
  await press(button(SHOW));
  await expect(lab.admin.getByRole('button', { name: 'Client Centre Access' })).toBeFocused();
  await choose('Revision 2:');
  await expect(coach.coach.getByRole('heading', { level: 2 })).toBeFocused();
  await choose('It goes off at once');
  await choose('Her password alone');
  await press(button(SHOW));
  await expect(lab.user.getByRole('button', { name: /^Disconnect/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await press(button('Next'));
  await press(button(SHOW));
  await page.keyboard.press('Enter');
  await coach.step('A day goes by');
  await press(button(SHOW));
  await expect(lab.time.getByRole('button', { name: '+24 h' })).toBeFocused();
  await page.keyboard.press('Enter');
  await press(button(SHOW));
  await page.keyboard.press('Enter');
  await coach.step('How it went');
  await expect(coach.coach).toContainText('100 of 100 points');
});

for (const width of WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found in any state of the coach`, async ({ page }) => {
    test.setTimeout(240_000);
    const found: string[] = [];
    const examine = async (state: string) => void found.push(...(await findingsIn(page, state)));
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/train/');
    await examine('the list of walkthroughs');
    await page.goto('/embed/');
    await page.getByRole('button', { name: 'Copy the line: From this site' }).waitFor();
    await examine('the page for writers');
    const coach = await CoachPage.open(page, PATH(1));
    const show = coach.coach.getByRole('button', { name: SHOW });
    await examine('the first step');
    await coach.next();
    await coach.coach.getByRole('button', { name: 'Give me a hint' }).click();
    await examine('a control on another desk, and a hint');
    if (width < 1180) {
      await coach.coach.getByRole('button', { name: "Go to the firm admin's desk" }).click();
      await expect(coach.lab.admin).toBeVisible();
    }
    await show.click();
    await examine('a question');
    await coach.answer('Revision 2:');
    await coach.answer(NOW[1]);
    await coach.answer('Her password alone');
    await show.click();
    await coach.lab.user.getByRole('button', { name: /^Disconnect/ }).click();
    await examine('look at why');
    await coach.next();
    await show.click();
    await coach.lab.user.getByRole('button', { name: 'Sign out' }).click();
    await coach.lab.move('+24 h');
    await show.click();
    await coach.lab.user.getByRole('button', { name: 'Sign in' }).click();
    await coach.step('How it went');
    await examine('the debrief');
    expect(found).toEqual([]);
  });
}
