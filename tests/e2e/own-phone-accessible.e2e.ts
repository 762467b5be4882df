// Each state of using a phone of one's own, held against axe.
import { expect, test } from '@playwright/test';
import { findingsIn, show, LONG_WIDTHS } from './findings';
import { DAY, HOUR, OPENS, OwnPhonePage } from './own-phone-page';

// The narrowest always; the wider ones, where there is more room for everything, in the long campaign.
for (const width of LONG_WIDTHS) {
  test(`light and dark, ${width} pixels wide: nothing found while a phone of one's own is used`, async ({ page }) => {
    test.setTimeout(300_000);
    const found: string[] = [];
    const examine = async (state: string) => {
      // The time bar stays in view and covers what is below it: a control it covers half is scrolled to by whoever wants it.
      await lab.user
        .getByRole('heading')
        .first()
        .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
      found.push(...(await findingsIn(page, state)));
    };
    await page.setViewportSize({ width, height: 900 });
    const lab = await OwnPhonePage.beforeQrCode(page, OPENS + DAY);
    await show(page, 'User');
    await examine('QR code');
    await lab.useOwn.click();
    await expect(lab.dialog.getByRole('button', { name: 'Tie the clock to real time' })).toBeVisible();
    await examine('explanation');
    await page.keyboard.press('Escape');
    await lab.tie();
    await examine('tied');
    await lab.enrol(await lab.scan());
    await expect(lab.phone).toContainText('outside the simulation');
    await examine('enrolled');
    await lab.toField();
    await lab.realTime(-HOUR);
    await expect(lab.time).toContainText('was it set back?');
    await examine('set back');
    await lab.useOwn.click();
    await expect(lab.dialog.getByRole('button', { name: /^Begin anew/ })).toBeVisible();
    await examine('explanation, ahead');
    await page.keyboard.press('Escape');
    await lab.untie();
    await expect(lab.reminders).toBeVisible();
    await examine('reminder');
    expect(found).toEqual([]);
  });
}
