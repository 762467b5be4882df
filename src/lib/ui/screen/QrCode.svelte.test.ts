import jsQR from 'jsqr';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { qrCodes } from '../../adapters/qr/qr-code';
import { keyUri, SIMULATION_ISSUER } from '../../domain/key-uri';
import '../look/base.css';
import QrCode from './QrCode.svelte';

const URI = keyUri({
  kind: 'totp',
  issuer: SIMULATION_ISSUER,
  account: 'dana.whitlock@harbor.example',
  secret: new TextEncoder().encode('12345678901234567890'),
  algorithm: 'SHA-1',
  digits: 6,
  periodSeconds: 30,
});
const LABEL = 'QR code of the key, for an authenticator app';
const WHITE = 0xffffff;
const BLACK = 0x000000;

/** What the person's system asks of pages: its theme, and its own colours where they need more contrast. */
async function prefer(features: readonly { readonly name: string; readonly value: string }[]): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [...features] });
}

beforeAll(async () => {
  // A page as large as the suite's own is shrunk to fit its window, and a picture of it with it.
  await page.viewport(800, 600);
});

afterEach(async () => {
  document.documentElement.removeAttribute('data-theme');
  await prefer([]);
});

/** The element as a camera would see it on the screen. */
async function photograph(): Promise<ImageData> {
  const base64 = await page.screenshot({ element: page.getByRole('img', { name: LABEL }), save: false });
  const png = Uint8Array.from(atob(base64), (symbol) => symbol.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([png], { type: 'image/png' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('There is no canvas to read the picture with.');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

function colourAt({ data, width }: ImageData, x: number, y: number): number {
  const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3);
  return (red << 16) | (green << 8) | blue;
}

const DARK = { name: 'prefers-color-scheme', value: 'dark' };

test.each([
  ['in the light theme', 'light', [], false],
  ['in the dark theme', 'dark', [], true],
  ['on a dark system', null, [DARK], true],
  [
    'in the colours of a person who needs more contrast',
    null,
    [DARK, { name: 'forced-colors', value: 'active' }],
    true,
  ],
] as const)('a camera reads the very key URI off the screen %s', async (_where, theme, features, isDarkPage) => {
  if (theme !== null) document.documentElement.dataset['theme'] = theme;
  await prefer(features);
  const [, red] = /^rgb\((\d+),/.exec(getComputedStyle(document.documentElement).backgroundColor) ?? [];
  expect(Number(red) < 128).toBe(isDarkPage);
  const modules = await qrCodes.modules(URI);
  await render(QrCode, { modules, label: LABEL });

  const photo = await photograph();
  const read = jsQR(photo.data, photo.width, photo.height, { inversionAttempts: 'dontInvert' });
  expect(read?.data).toBe(URI);

  const modulePixels = photo.width / (modules.length + 8);
  const colours = Array.from({ length: photo.width * photo.height }, (_, index) => {
    const [x, y] = [index % photo.width, Math.floor(index / photo.width)];
    const isDark = modules[Math.floor(y / modulePixels) - 4]?.[Math.floor(x / modulePixels) - 4] ?? false;
    return colourAt(photo, x, y) === (isDark ? BLACK : WHITE);
  });
  expect({ modulePixels, height: photo.height }).toEqual({ modulePixels: 4, height: photo.width });
  expect(colours.filter((isRight) => !isRight)).toHaveLength(0);
});

test('is one picture with a name to those who do not see it', async () => {
  await render(QrCode, { modules: [[true]], label: LABEL });
  await expect.element(page.getByRole('img', { name: LABEL })).toBeVisible();
});
