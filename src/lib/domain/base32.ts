// Base32 by RFC 4648 section 6: how the key of an authenticator app is written, so that it can be typed by hand.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SYMBOL_BITS = 5;
const GROUP_SYMBOLS = 8;
/** Plain letters only: a case-insensitive match over Unicode would let through look-alikes such as the long s. */
const SYMBOLS_THEN_PADDING = /^([A-Za-z2-7]*)(=*)$/;

/** The bytes in Base32, upper case and without padding, as authenticator apps write keys. */
export function base32Of(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let heldBits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    heldBits += 8;
    while (heldBits >= SYMBOL_BITS) {
      heldBits -= SYMBOL_BITS;
      text += ALPHABET.charAt((held >> heldBits) & 31);
    }
    held &= (1 << heldBits) - 1;
  }
  return heldBits === 0 ? text : text + ALPHABET.charAt((held << (SYMBOL_BITS - heldBits)) & 31);
}

/**
 * The bytes that a Base32 text stands for. Spaces, hyphens, lower case and padding are forgiven; null for anything else:
 * other symbols, a length that no bytes have, padding that does not fill the last group, or bits left over that are not
 * zero, which a slip at the last symbol would otherwise hide (RFC 4648 section 3.5).
 */
export function bytesOfBase32(text: string): Uint8Array | null {
  const found = SYMBOLS_THEN_PADDING.exec(text.replace(/[\s-]/g, ''));
  const symbols = found?.[1];
  const padding = found?.[2];
  if (symbols === undefined || padding === undefined) return null;
  if (padding !== '' && (padding.length >= GROUP_SYMBOLS || (symbols.length + padding.length) % GROUP_SYMBOLS !== 0)) {
    return null;
  }
  const bytes: number[] = [];
  let held = 0;
  let heldBits = 0;
  for (const symbol of symbols.toUpperCase()) {
    held = (held << SYMBOL_BITS) | ALPHABET.indexOf(symbol);
    heldBits += SYMBOL_BITS;
    if (heldBits >= 8) {
      heldBits -= 8;
      bytes.push(held >> heldBits);
      held &= (1 << heldBits) - 1;
    }
  }
  return heldBits >= SYMBOL_BITS || held !== 0 ? null : Uint8Array.from(bytes);
}
