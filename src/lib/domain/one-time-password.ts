// The arithmetic of one-time passwords, HOTP by RFC 4226 and TOTP by RFC 6238: everything but the HMAC itself, which the
// platform computes and which is asynchronous.
import { SECOND, type Instant } from './instant';

export type HashAlgorithm = 'SHA-1' | 'SHA-256' | 'SHA-512';

/** How many digits a code may have: RFC 4226 asks for six at least, and 31 bits are worth hardly more than eight. */
export type CodeDigits = 6 | 7 | 8;

/** What an authenticator app and the system it signs in to have to agree on, besides the key. */
export interface TotpSettings {
  readonly algorithm: HashAlgorithm;
  readonly digits: CodeDigits;
  /** Length of a time step, in whole seconds above zero. */
  readonly periodSeconds: number;
}

const COUNTER_BYTES = 8;
const WORD = 2 ** 32;

/** The time step that an instant falls into, counted from the Unix epoch (RFC 6238 section 4.2). */
export function timeStepAt(now: Instant, periodSeconds: number): number {
  return Math.floor(now / (periodSeconds * SECOND));
}

/** Seconds until the next time step, above zero and at most the period; with a fraction where the instant has one. */
export function secondsLeftInStep(now: Instant, periodSeconds: number): number {
  return ((timeStepAt(now, periodSeconds) + 1) * periodSeconds * SECOND - now) / SECOND;
}

/**
 * The moving factor as the HMAC takes it: eight bytes, the highest first (RFC 4226 section 5.1), also beyond 32 bits, as
 * RFC 6238 section 4.2 demands. Throws a RangeError for what is no whole number from 0 to Number.MAX_SAFE_INTEGER.
 */
export function counterBytes(counter: number): Uint8Array {
  if (!Number.isSafeInteger(counter) || counter < 0) throw new RangeError(`${counter} is no moving factor.`);
  const bytes = new Uint8Array(COUNTER_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(counter / WORD));
  view.setUint32(4, counter % WORD);
  return bytes;
}

/**
 * The code that an HMAC stands for: dynamic truncation by RFC 4226 section 5.3, with its leading zeros.
 * @param hmac at least 20 bytes; the last one says where in them the four that count begin.
 */
export function truncated(hmac: Uint8Array, digits: CodeDigits): string {
  const offset = (hmac.at(-1) ?? 0) & 0x0f;
  const view = new DataView(hmac.buffer, hmac.byteOffset, hmac.byteLength);
  const number = view.getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}
