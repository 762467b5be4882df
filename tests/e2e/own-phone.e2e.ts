// A phone of one's own: a key scanned off the screen and bound, codes of real time, and what is to be deleted afterwards.
import { expect, test } from '@playwright/test';
import { DAY, HOUR, NOTE, OPENS, OwnPhonePage, SECOND } from './own-phone-page';

test(
  'a key is scanned and bound by a phone outside the lab, which then signs in by its codes of real time',
  { tag: '@core-long' },
  async ({ page }) => {
    const lab = await OwnPhonePage.beforeQrCode(page, OPENS + 2 * DAY);
    await test.step('what to know first', async () => {
      await lab.useOwn.click();
      for (const words of [
        'real time of day',
        'toy key',
        NOTE,
        'elif@birchlowe.example',
        'Delete it when you are done',
      ]) {
        await expect(lab.dialog).toContainText(words);
      }
      await expect(lab.dialog).toContainText('from Mon 9 Mar 2026, 09:00 to the present, Wed 11 Mar 2026');
      await lab.dialog.getByRole('button', { name: 'Close' }).click();
      await expect(lab.useOwn).toBeFocused();
      await expect(lab.clock).toHaveText('Mon 9 Mar 09:00:00');
    });

    await lab.tie();
    await expect(lab.useOwn).toBeFocused();
    await expect(lab.time.getByRole('button')).toHaveText(['Untie']);
    const phone = await lab.scan();
    expect(phone.issuer).toBe(NOTE);
    expect(phone.label).toBe('elif@birchlowe.example');
    await lab.enrol(phone);
    await expect(lab.happenings).toContainText("A phone outside the lab is paired with Elif Kaya's account");
    await expect(lab.phone).toContainText('The app is on a phone outside the simulation');
    await expect(lab.phone).not.toContainText('Its clock says');
    await expect(lab.situation).toContainText('with a code of the app on a phone outside the lab');

    await test.step('the same code a second time, then the next one', async () => {
      await lab.toField();
      await expect(lab.user).toContainText('Your own phone shows the code');
      await lab.typeFrom(phone);
      await expect(lab.refusal).toContainText('That code was used already. Wait for the next one.');
      await lab.realTime(30 * SECOND);
      await lab.expectTied();
      await lab.typeFrom(phone);
      await lab.expectSignedIn();
    });

    await test.step('untied, time stands still, and the field says why its codes are wrong', async () => {
      await lab.untie();
      await lab.realTime(HOUR);
      await lab.toField();
      await expect(lab.user).toContainText('the clock is not tied to real time');
      await lab.typeFrom(phone);
      await expect(lab.refusal).toContainText('That code is not right now.');
      await lab.tie();
      await lab.typeFrom(phone);
      await lab.expectSignedIn();
    });

    await test.step('the way there, in the order it was gone, has no code and no key in it', async () => {
      const kept = await page.evaluate(async () => {
        const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
        const rows = await Promise.all(
          names.map(
            (name) =>
              new Promise<unknown>((resolve, reject) => {
                const request = indexedDB.open(name);
                request.onerror = () => reject(request.error ?? new Error(name));
                request.onsuccess = () => {
                  const database = request.result;
                  const stores = [...database.objectStoreNames];
                  const reading = database.transaction(stores, 'readonly');
                  const all = stores.map((store) => reading.objectStore(store).getAll());
                  reading.oncomplete = () => {
                    database.close();
                    resolve(all.map((each): unknown => each.result));
                  };
                };
              }),
          ),
        );
        return JSON.stringify([rows, { ...localStorage }]);
      });
      expect(kept).toContain('matchedTimeStep');
      expect(kept).not.toContain(phone.secret.base32);
      expect(kept.toLowerCase()).not.toContain(phone.secret.hex.toLowerCase());
      expect(kept).not.toMatch(new RegExp(`\\b${phone.generate({ timestamp: lab.real })}\\b`));
    });
  },
);

test(
  'what is on the phone is to be deleted, and the lab reminds of it until somebody says that it is done',
  { tag: '@long' },
  async ({ page }) => {
    const lab = await OwnPhonePage.marcusBeforeQrCode(page, OPENS + DAY);
    await lab.tie();
    await lab.field.fill((await lab.scan()).generate({ timestamp: lab.real }));
    await lab.press(lab.user, 'Confirm');
    await lab.expectSignedIn();
    await expect(lab.phone).toContainText(`Delete “${NOTE}”, marcus@birchlowe.example, there when you are done.`);
    await expect(lab.reminders).toBeHidden();
    await lab.untie();
    await expect(lab.reminders).toContainText(`Still on your own phone: ${NOTE}, marcus@birchlowe.example.`);

    await test.step('after a reset it is of no use, after a reload still to be deleted, and Undo reset brings its use back', async () => {
      await page.getByRole('button', { name: 'Reset…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
      await expect(lab.reminders).toContainText(`Delete it on your own phone: ${NOTE}, marcus@birchlowe.example.`);
      await page.reload();
      await lab.ready();
      await expect(lab.reminders).toContainText('It opens nothing any more.');
      await page.getByRole('button', { name: 'Undo reset' }).click();
      await expect(lab.reminders).toContainText('Still on your own phone');
    });

    await test.step('after a reset of the account, too', async () => {
      await expect(lab.phone).toContainText('outside the simulation');
      await lab.resetMarcus();
      await expect(lab.reminders).toContainText('Delete it on your own phone');
      await expect(lab.phone).not.toContainText('outside the simulation');
    });

    await test.step('until it is done', async () => {
      await lab.reminders.getByRole('button', { name: 'I have deleted it' }).click();
      await expect(lab.reminders).toBeHidden();
      await page.reload();
      await lab.ready();
      await expect(lab.reminders).toBeHidden();
    });
  },
);

test(
  'works in a frame that may only run scripts, and says that the run is not kept there',
  { tag: '@long' },
  async ({ page }) => {
    const real = OPENS + DAY;
    await page.clock.setFixedTime(real);
    await page.route('/player.html', (route) => route.fulfill({ path: 'build/player.html' }));
    await page.route('/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><title>Host</title><iframe title="Lab" sandbox="allow-scripts" width="1300" height="880" src="/player.html"></iframe>',
      }),
    );
    await page.goto('/host.html');
    const lab = new OwnPhonePage(page, real, page.frameLocator('iframe[title="Lab"]'));
    await lab.ready();
    await lab.play('portal');
    await lab.elif();
    await lab.useOwn.click();
    await expect(lab.dialog).toContainText('This run is not kept: once the page is closed');
    await lab.dialog.getByRole('button', { name: 'Tie the clock to real time' }).click();
    await lab.expectTied();
    const phone = await lab.scan();
    await lab.enrol(phone);
    await lab.toField();
    await lab.realTime(30 * SECOND);
    await lab.expectTied();
    await lab.typeFrom(phone);
    await lab.expectSignedIn();
  },
);
