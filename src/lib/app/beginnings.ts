// How a story begins anew: where this one did, elsewhere, with another firm or on another product. What was there is put
// aside each time, and can be had back.
import type { Instant } from '../domain/instant';
import type { World } from '../domain/world';
import type { Problem } from '../products/read-product';
import type { Product } from '../products/schema';
import type { StartingPoint } from '../scenarios/starting-point';
import type { LabParts, RunWish } from './opening';
import type { LabProblem } from './problems';
import { rulesOf } from './rules-of-run';
import type { StartChoice } from './starts';

/** Where and when a story begins anew: as this one did, without it. */
export interface ResetWish {
  /** Id of one of the starting point's moments. */
  readonly moment?: string | undefined;
  readonly from?: StartChoice | undefined;
  readonly opensAt?: Instant | undefined;
}

/** What a beginning needs of the lab it is for. */
export interface BegunIn {
  /** The product and the rules in force; null where the run cannot be trusted, whose rules are not taken over. */
  readonly rules: () => { readonly product: Product; readonly world: World } | null;
  /** Digest of the starting point the run began from, where somebody made it. */
  readonly startDigest: () => string | undefined;
  readonly begin: (wish: RunWish) => Promise<void>;
  readonly say: (text: string) => void;
  readonly fail: (problem: LabProblem) => void;
}

export class Beginnings {
  readonly #parts: LabParts;
  readonly #lab: BegunIn;

  constructor(parts: LabParts, lab: BegunIn) {
    this.#parts = parts;
    this.#lab = lab;
  }

  /** Where a story can begin: where the run on screen did comes first. */
  async starts(): Promise<readonly StartChoice[]> {
    const { startChoices } = await import('./starts');
    return startChoices(this.#parts, this.#lab.startDigest());
  }

  /** Begins the story anew where this one began, or elsewhere, at one of its moments or at an instant. */
  async reset({ moment, from, opensAt }: ResetWish = {}): Promise<void> {
    const choice = from ?? (await this.starts())[0];
    await this.#from(choice?.digest == null ? undefined : choice.start, { moment, opensAt });
    this.#lab.say('The story begins anew. The run before it is put aside: Undo reset brings it back.');
  }

  /** Begins the story anew with a firm that somebody made, which is kept; product and rules stay as they are. */
  async withFirm(start: StartingPoint): Promise<void> {
    const { isSameStart } = await import('./starts');
    const { start: shipped } = await this.#parts.loadShipped();
    await this.#from(isSameStart(start, shipped) ? undefined : start);
    this.#lab.say('The story begins with your firm. The run before it is put aside: Undo reset brings it back.');
  }

  /** Keeps a starting point no longer; runs that began from it stay as they are. */
  async forgetStart(digest: string): Promise<void> {
    const { store } = await this.#parts.openStore();
    const done = await store.forgetStart(digest);
    if (!done.isOk) this.#lab.fail({ kind: 'storage', failure: done.failure });
  }

  /** Begins the story anew on another product. */
  async onProduct(product: Product, variant: string): Promise<void> {
    const [here] = await this.starts();
    await this.#lab.begin({ start: here?.digest == null ? undefined : here.start, product, variant });
    this.#lab.say(
      `The story begins anew on ${product.name}. The run before it is put aside: Undo reset brings it back.`,
    );
  }

  /** Plays on a product file that somebody opened; or leaves everything as it is, and says what is wrong with the file. */
  async onProductFile(text: string): Promise<readonly Problem[]> {
    const { readProductText } = await import('../products/read-product-text');
    const read = readProductText(text);
    if (!read.isRead) return read.problems;
    await this.onProduct(read.product, read.product.defaultVariant);
    return [];
  }

  /** The products that ship with the lab, in their order. */
  async products(): Promise<readonly Product[]> {
    const { products, loadProduct } = await this.#parts.loadShipped();
    return (await Promise.all(products.map(loadProduct))).filter((product) => product !== undefined);
  }

  #from(start: StartingPoint | undefined, when: Pick<RunWish, 'moment' | 'opensAt'> = {}): Promise<void> {
    const rules = this.#lab.rules();
    return this.#lab.begin({
      start,
      ...when,
      ...(rules === null ? {} : { product: rules.product, ...rulesOf(rules.world, start) }),
    });
  }
}
