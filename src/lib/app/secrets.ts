// What a screen shows of codes and keys: computed from the run's seed each time, kept nowhere. Whoever holds the run holds
// them all.
import type { Account, AppEntry, IssuedCode } from '../domain/account';
import type { Instant } from '../domain/instant';
import { settingsOfCode } from '../domain/policy';
import type { World } from '../domain/world';
import type { Cryptography, QrCodes } from '../ports';
import { codeText } from './code-text';

/** A key as a person is shown it when they set up their app. */
export interface KeyOnShow {
  readonly modules: readonly (readonly boolean[])[];
  readonly text: string;
}

export class Secrets {
  readonly #cryptography: Cryptography;
  readonly #qrCodes: QrCodes;
  readonly #world: () => World;

  /** @param world the world on show; called each time, so that what is computed follows it. */
  constructor(parts: { readonly cryptography: Cryptography; readonly qrCodes: QrCodes }, world: () => World) {
    this.#cryptography = parts.cryptography;
    this.#qrCodes = parts.qrCodes;
    this.#world = world;
  }

  /** The symbols of a code. */
  async code({ id, family }: Pick<IssuedCode, 'id' | 'family'>): Promise<string> {
    const { form } = settingsOfCode(this.#world().policy, family);
    return codeText(this.#cryptography, this.#seed, id, form.value);
  }

  /** The PIN of a firm's licence, or another one for whoever has it wrong. Null where the product has none. */
  async licencePin(firm: string, truth: 'right' | 'wrong' = 'right'): Promise<string | null> {
    const form = this.#world().policy.licencePin?.value;
    const seed = this.#seed;
    const { licencePin } = await import('./licence-pin');
    return form === undefined ? null : licencePin(this.#cryptography, { seed, firm, form }, truth);
  }

  /** What an entry of an app shows when its device's clock says `clock`. */
  async entryCode(entry: AppEntry, clock: Instant): Promise<string> {
    const { entryCode } = await import('./authenticator-keys');
    return entryCode(this.#cryptography, this.#world(), entry, clock);
  }

  /** The key of an authenticator that is being set up: as the QR code's modules, and as text to be typed. */
  async keyOnShow(account: Account, authenticator: string): Promise<KeyOnShow> {
    const { keyUriOf, keyTextOf } = await import('./authenticator-keys');
    const uri = await keyUriOf(this.#cryptography, this.#world(), account, authenticator);
    const [modules, text] = await Promise.all([
      this.#qrCodes.modules(uri),
      keyTextOf(this.#cryptography, this.#world(), authenticator),
    ]);
    return { modules, text };
  }

  get #seed(): string {
    return this.#world().pins?.seed ?? '';
  }
}
