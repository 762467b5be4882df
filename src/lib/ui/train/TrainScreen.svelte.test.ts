import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { loadPlayable } from '../../app/walkthroughs';
import { product } from '../../../../tests/support/play';
import { shippedWith } from '../../../../tests/support/shell';
import '../look/base.css';
import TrainScreen from './TrainScreen.svelte';

const coach = () => page.getByRole('region', { name: 'Coach', exact: true });
const admin = () => page.getByRole('region', { name: 'Firm admin', exact: true });
const time = () => page.getByRole('region', { name: 'Simulated time', exact: true });
const press = (name: string) => coach().getByRole('button', { name, exact: true }).click();
const marked = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll('[data-pointed]')].map((each) => each.textContent?.replaceAll(/\s+/g, ' ').trim());

async function open(id: string, seed = 'b') {
  return render(TrainScreen, {
    load: (drawn: string) => loadPlayable(id, drawn),
    seed,
    loadShipped: async () => shippedWith(product),
    leave: { href: '#left', label: 'Leave' },
  });
}

describe('the coach', () => {
  test('marks the next thing to press, one at a time, and names it', async () => {
    await open('two-articles');
    await expect.element(coach()).toHaveTextContent('Step 1 of 10');
    await press('Next');
    for (const name of ['Setup', 'Clients']) {
      await expect.element(coach()).toHaveTextContent(`Press ${name}, on the firm admin's desk.`);
      expect(marked()).toEqual([name]);
      await admin().getByRole('button', { name, exact: true }).click();
    }
    await expect.element(coach()).toHaveTextContent('Press Edit Ines Okafor');
    expect(marked()).toEqual(['Edit Ines Okafor']);
  });

  test('leads from the page of somebody else back to the list', async () => {
    await open('two-articles');
    await press('Next');
    await admin().getByRole('button', { name: 'Setup', exact: true }).click();
    await admin().getByRole('button', { name: 'Staff', exact: true }).click();
    await expect.element(coach()).toHaveTextContent('This is another page. Press Clients');
    await page.getByLabelText("Who sits at the admin's desk").selectOptions('tom');
    await expect.element(coach()).toHaveTextContent('Somebody else sits there. Choose Priya Lowe');
  });

  test('hides the future and the reasons while it asks, and shows them again', async () => {
    await open('two-articles');
    await expect.element(time().getByRole('button', { name: /^Next:/ })).toBeVisible();
    await press('Next');
    await press('Take me there');
    await expect.element(coach()).toHaveTextContent('Which one is it?');
    await expect.element(time().getByRole('button', { name: /^Next:/ })).not.toBeInTheDocument();
    await expect
      .element(page.getByRole('region', { name: 'Why?', exact: true }))
      .toHaveTextContent('Why? Hidden until you have answered.');
    for (const choice of ['Revision 2', 'It goes off at once', 'Her password alone']) {
      await coach().getByRole('radio', { name: choice }).click();
      await press('Answer');
    }
    await expect.element(time().getByRole('button', { name: /^Next:/ })).toBeVisible();
  });

  test('does not answer for anybody who has not chosen', async () => {
    await open('two-articles');
    await press('Next');
    await press('Take me there');
    await coach().getByRole('button', { name: 'Answer' }).click({ force: true });
    await expect.element(page.getByText('Choose one answer first.')).toBeInTheDocument();
    await expect.element(coach()).toHaveTextContent('Step 3 of 10');
  });

  test('says so where the run has left the course for good, and plays it again', async () => {
    await open('two-articles');
    const again = coach().getByRole('button', { name: 'Play it again', exact: true });
    await expect.element(again).not.toBeInTheDocument();
    await time().getByRole('button', { name: '+24 h' }).click();
    await expect.element(coach().getByRole('alert')).toHaveTextContent('This run has left the course');
    await again.click();
    await expect.element(coach().getByRole('alert')).not.toBeInTheDocument();
    await expect.element(coach()).toHaveTextContent('Step 1 of 10');
  });

  // Regression: whoever had left the course could only play all of it again.
  test('goes back to before what led off the course, and what was answered by then stands', async () => {
    await open('two-articles');
    await press('Next');
    await press('Take me there');
    await coach().getByRole('radio', { name: 'Revision 2' }).click();
    await press('Answer');
    await expect.element(coach()).toHaveTextContent('Step 4 of 10');
    await time().getByRole('button', { name: '+24 h' }).click();
    await expect.element(coach().getByRole('alert')).toHaveTextContent('This run has left the course');
    await press('Go back to before that');
    await expect.element(coach().getByRole('alert')).not.toBeInTheDocument();
    await expect.element(coach()).toHaveTextContent('Step 4 of 10');
    await expect.element(time().getByRole('timer')).toHaveTextContent('Mon 9 Mar');
    await expect.element(coach().getByRole('heading').first()).toHaveFocus();
    await coach().getByRole('radio', { name: 'It goes off at once' }).click();
    await press('Answer');
    await expect.element(coach()).toHaveTextContent('Step 5 of 10');
  });

  test('of a tour is left by Escape; that of a walkthrough is not', async () => {
    const tour = await open('first-tour');
    await expect.element(coach()).toHaveTextContent('Step 1 of 7');
    await userEvent.keyboard('{Escape}');
    expect(location.hash).toBe('#left');
    history.replaceState(null, '', location.pathname + location.search);
    await tour.unmount();
    await open('two-articles');
    await expect.element(coach()).toHaveTextContent('Step 1 of 10');
    await userEvent.keyboard('{Escape}');
    expect(location.hash).toBe('');
  });
});
