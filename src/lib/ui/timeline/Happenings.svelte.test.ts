import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { editionOf } from '../../products/edition';
import { product } from '../../../../tests/support/play';
import { places, renderLab } from '../../../../tests/support/render-lab';
import { ISSUE_TO_DANA } from '../../../../tests/support/shell';

const { happenings, time } = places;

describe('the timeline', () => {
  test('draws what will happen hollow, and the list says the same', async () => {
    const { lab } = await renderLab();
    await lab.act(ISSUE_TO_DANA);
    await expect.element(happenings).toHaveTextContent("Dana Whitlock's code ends");
    await expect.element(happenings).toHaveTextContent('by itself, in 24:00:00');
    await userEvent.click(time.getByRole('button', { name: /^Next:/ }));
    await expect.element(happenings).toHaveTextContent('By itself');
    expect(lab.upcoming).toEqual([]);
  });

  test('answers “Why?” of an outcome with the facts behind it, each with its id', async () => {
    const { lab } = await renderLab();
    await lab.act(ISSUE_TO_DANA);
    await happenings.getByRole('button', { name: /^Why/ }).first().click();
    const why = page.getByRole('region', { name: 'Why?', exact: true });
    for (const words of ['Priya Lowe issues a code for Dana Whitlock', 'ONV-2', 'ONV-9', 'ONV-1', 'ONV-6']) {
      await expect.element(why).toHaveTextContent(words);
    }
    expect(editionOf(product, lab.world.variant).policy.codes.temporaryCode?.lifeSeconds.cites).toContain('ONV-6');
  });
});
