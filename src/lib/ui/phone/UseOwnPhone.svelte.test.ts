import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { person } from '../../domain/actors';
import { accountOf } from '../../domain/world';
import { HOUR } from '../../domain/instant';
import { PRODUCTS } from '../../../../tests/support/play';
import { renderLab, type LabWish } from '../../../../tests/support/render-lab';

const user = () => page.getByRole('region', { name: 'User', exact: true });
const time = () => page.getByRole('region', { name: 'Simulated time', exact: true });
const useOwn = () => user().getByRole('button', { name: 'Use my own phone…' });
const picture = () => user().getByRole('img', { name: /^QR code/ });

/** The portal, with Elif before the QR code, at the very time that the computer's clock says. */
async function beforeQrCode(wish: LabWish = {}) {
  const rendered = await renderLab({ product: PRODUCTS.portal, ...wish });
  const { lab, clock } = rendered;
  await vi.waitFor(() => expect(lab.status).toBe('open'));
  clock.epoch = lab.now;
  const enter = async () => {
    await lab.go('user', { persona: 'elif' });
    await lab.act({ actor: person('elif'), command: { type: 'submitPassword', account: 'elif', card: 'right' } });
    await expect.element(picture()).toBeVisible();
  };
  await enter();
  return { ...rendered, enter };
}

describe('using my own phone', () => {
  test('is off on a page that came over plain http, and the control says why', async () => {
    const { lab } = await beforeQrCode({ parts: { isSecure: () => false } });
    await expect.element(useOwn()).toHaveAttribute('aria-disabled', 'true');
    await expect.element(useOwn()).toHaveAccessibleDescription(/^Off here: this page came over plain http/);
    (useOwn().element() as HTMLElement).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(lab.said).toMatch(/^Off here/);
  });

  test('ties the clock, and nothing else moves time until it is untied', async () => {
    const { lab, clock } = await beforeQrCode();
    const { now } = lab;
    await useOwn().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tie the clock to real time' }).click();
    await expect.element(time()).toHaveTextContent('Tied to real time, for your own phone');
    await lab.advanceTo(now + HOUR);
    lab.play(60);
    expect([lab.now, lab.speed, lab.said]).toEqual([
      now,
      null,
      'Time is tied to real time. Untie it first, to move it otherwise.',
    ]);
    clock.pass(7_400);
    await expect.element(time().getByRole('timer')).toHaveTextContent('Mon 9 Mar 09:00:07');
    await time().getByRole('button', { name: 'Untie' }).click();
    await expect.element(time().getByRole('button', { name: 'Play' })).toHaveFocus();
    await lab.advanceTo(now + HOUR);
    expect(lab.now).toBe(now + HOUR);
  });

  test('while time plays, tying it ends the play', async () => {
    const { lab, clock } = await beforeQrCode();
    lab.play(60);
    clock.epoch += HOUR;
    await lab.clockTie.tie();
    clock.pass(2_000);
    expect(lab.speed).toBeNull();
    await vi.waitFor(() => expect(lab.now).toBe(clock.present()));
  });

  test('what is done meanwhile is done at the present, also where no tick has come since', async () => {
    const { lab, clock } = await beforeQrCode();
    await lab.clockTie.tie();
    clock.epoch += HOUR;
    await lab.act({ actor: person('elif'), command: { type: 'cancelSignIn', account: 'elif' } });
    expect(lab.records.at(-1)?.at).toBe(clock.present());
  });

  test('says that a run which is not kept leaves an entry of no use behind', async () => {
    const { lab } = await beforeQrCode();
    lab.isKept = false;
    await useOwn().click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent('This run is not kept: once the page is closed');
  });
});

test("another person's unfinished set-up waits while the clock is tied, and is finished at the present as it was left", async () => {
  const { lab, clock } = await beforeQrCode();
  const key = () => accountOf(lab.world, 'elif')?.enrolment?.authenticator ?? '';
  const [authenticator, { text }] = [key(), await lab.secrets.keyOnShow(accountOf(lab.world, 'elif')!, key())];
  await lab.go('user', { persona: 'jonas' });
  await lab.act({ actor: person('jonas'), command: { type: 'submitPassword', account: 'jonas', card: 'right' } });
  clock.epoch += 50 * HOUR;
  await useOwn().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tie the clock to real time' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(lab.now).toBe(clock.present());

  await lab.go('user', { persona: 'elif' });
  await expect.element(picture()).toBeVisible();
  await expect.element(user()).toHaveTextContent('The clock is tied to real time: scan the key with your own phone');
  expect([key(), (await lab.secrets.keyOnShow(accountOf(lab.world, 'elif')!, key())).text]).toEqual([
    authenticator,
    text,
  ]);
  await user().getByRole('button', { name: 'Add an account' }).click();
  await user().getByRole('button', { name: 'Scan a QR code' }).click();
  await vi.waitFor(() => expect(accountOf(lab.world, 'elif')?.devices[0]?.entries).toHaveLength(1));
  const entry = accountOf(lab.world, 'elif')?.devices[0]?.entries[0];
  await user()
    .getByRole('textbox', { name: 'Six-digit code' })
    .fill(await lab.secrets.entryCode(entry!, lab.now));
  await user().getByRole('button', { name: 'Continue', exact: true }).click();
  await vi.waitFor(() => expect(accountOf(lab.world, 'elif')?.session).not.toBeNull());
  expect(accountOf(lab.world, 'jonas')?.enrolment).not.toBeNull();
});

test('the key of another run is another key, though its id is the same', async () => {
  const { lab, enter } = await beforeQrCode();
  const path = () => picture().element().querySelector('path')?.getAttribute('d');
  const before = path();
  await lab.beginnings.reset();
  await enter();
  await vi.waitFor(() => expect(path()).toMatch(/^M/));
  expect(path()).not.toBe(before);
});
