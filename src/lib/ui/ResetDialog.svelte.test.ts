import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { renderLab } from '../../../tests/support/render-lab';

const dialog = () => page.getByRole('dialog', { name: 'Begin the story anew' });
const reset = () => page.getByRole('button', { name: 'Reset…' });

/** The lab with its dialog open; `isKept` is whether runs outlive the page. */
async function opened(isKept: boolean) {
  const rendered = await renderLab();
  await vi.waitFor(() => expect(rendered.lab.status).toBe('open'));
  rendered.lab.isKept = isKept;
  await reset().click();
  await expect.element(dialog()).toBeVisible();
  return rendered;
}

test('where runs are kept, a reset says that every one of them stays, and where it is found', async () => {
  await opened(true);
  await expect.element(dialog()).toHaveTextContent('Undo reset brings it back, also after a reload.');
  await expect
    .element(dialog())
    .toHaveTextContent(
      'Every run from before stays in this browser as well: the home page lists them under Last runs.',
    );
  await expect.element(dialog()).not.toHaveTextContent('out of reach');
});

test('where no run is kept, a reset says that the one put aside before is out of reach, if there is one', async () => {
  const { lab } = await opened(false);
  await expect.element(dialog()).toHaveTextContent('Undo reset brings it back, as long as this page is open.');
  await expect.element(dialog()).not.toHaveTextContent('out of reach');
  await dialog().getByRole('button', { name: 'Begin anew' }).click();
  await vi.waitFor(() => expect(lab.canUndoReset).toBe(true));
  await reset().click();
  await expect.element(dialog()).toHaveTextContent('The run that was put aside before it is then out of reach.');
  await expect.element(dialog()).not.toHaveTextContent('Last runs');
});
