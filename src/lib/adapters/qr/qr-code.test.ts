import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrCodes } from './qr-code';

/** The modules as a picture: eight dots each, and the quiet zone around them. */
function pictureOf(modules: readonly (readonly boolean[])[]): { readonly dots: Uint8ClampedArray; side: number } {
  const side = (modules.length + 8) * 8;
  const dots = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const isDark = modules[Math.floor(y / 8) - 4]?.[Math.floor(x / 8) - 4] ?? false;
      if (isDark) dots.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { dots, side };
}

test.each(['A', 'otpauth://totp/Lockout%20Lab:dana?secret=GEZDGNBV', 'é東🔑', 'x'.repeat(600)])(
  'says %s to a camera',
  async (text) => {
    const { dots, side } = pictureOf(await qrCodes.modules(text));
    expect(jsQR(dots, side, side, { inversionAttempts: 'dontInvert' })?.data).toBe(text);
  },
);

test('stands at level M: 106 bytes take version 6, where level L would make do with 5 and level Q need 8', async () => {
  const modules = await qrCodes.modules('~'.repeat(106));
  expect(modules).toHaveLength(17 + 4 * 6);
  expect(modules.every((row) => row.length === modules.length)).toBe(true);
});

test('is not mirrored: the one module that is always dark stands at the lower left (ISO/IEC 18004)', async () => {
  const codes = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((text) => qrCodes.modules(text)));
  expect(codes.map((modules) => modules.at(-8)?.[8])).toEqual(codes.map(() => true));
  expect(codes.map((modules) => modules[8]?.at(-8))).toContain(false);
});

test('refuses what no QR code can hold', async () => {
  await expect(qrCodes.modules('~'.repeat(3000))).rejects.toThrow();
});
