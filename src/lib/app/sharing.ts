// A run that leaves the lab and comes back: as a link or as a file. What it takes is loaded when somebody asks for it.
import type { Product } from '../products/schema';
import { failed, type Head, type Result } from '../ports';
import { canonicalJson } from './canonical-json';
import type { LookedAt } from './moment';
import type { OpenRun, WrittenBy } from './open-run';
import { openLab, type LabParts, type Opened } from './opening';
import type { LabProblem } from './problems';
import type { ExportFailure, RunFile, RunImport } from './run-file';
import type { LinkMade } from './run-link';

/** What sharing needs of the lab it is for. */
export interface SharedLab {
  readonly run: () => OpenRun | null;
  readonly product: () => Product;
  readonly lookedAt: () => LookedAt;
  readonly adopt: (opened: Opened, lookedAt?: LookedAt) => Promise<void>;
  readonly onChange: (run: OpenRun, by: WrittenBy) => void;
  readonly pause: () => void;
  readonly say: (text: string) => void;
  /** Says what nobody may miss. */
  readonly tell: (text: string) => void;
  readonly fail: (problem: LabProblem) => unknown;
}

export type SharedLink =
  | { readonly kind: 'link'; readonly address: string }
  /** Too long for what carries links; so many characters it would have. */
  | { readonly kind: 'too-long'; readonly length: number; readonly most: number }
  /** This page has no address that others could open. */
  | { readonly kind: 'no-address' }
  | Exclude<LinkMade, { readonly kind: 'made' }>;

export class Sharing {
  readonly #parts: LabParts;
  readonly #lab: SharedLab;

  constructor(parts: LabParts, lab: SharedLab) {
    this.#parts = parts;
    this.#lab = lab;
  }

  /** The address of the run as it is on screen; null where there is no run, or one that turns out to be damaged. */
  async link(): Promise<SharedLink | null> {
    const run = await this.#settled();
    if (run === null) return null;
    const [{ makeLink }, { LINK_MAX_CHARACTERS }] = await Promise.all([import('./run-link'), import('./link-format')]);
    const { row, records } = run;
    const made = await makeLink(this.#parts, { row, records, product: this.#lab.product() }, this.#lab.lookedAt());
    if (made.kind !== 'made') return made;
    const address = this.#parts.linkTo?.(made.data) ?? null;
    if (address === null) return { kind: 'no-address' };
    return address.length <= LINK_MAX_CHARACTERS
      ? { kind: 'link', address }
      : { kind: 'too-long', length: address.length, most: LINK_MAX_CHARACTERS };
  }

  /** The run as a file. */
  async file(): Promise<Result<RunFile, ExportFailure>> {
    const run = await this.#settled();
    if (run === null) return failed({ kind: 'gone' });
    const { exportRun } = await import('./run-file');
    return exportRun(await this.#keeping(), run.id);
  }

  /** Opens a run from the text of a file, and leaves everything as it is where it cannot be. */
  async openText(text: string): Promise<RunImport> {
    const { importRunText } = await import('./run-file');
    const done = await importRunText(await this.#keeping(), text);
    if (done.kind !== 'taken') return done;
    await this.#lab.adopt(await openLab(this.#parts, this.#lab.onChange));
    if (done.isNew) this.#lab.say(`${done.title} is open. ${BEFORE}`);
    // Where it is on screen already, nothing else shows that the file was read.
    else this.#lab.tell(`${done.title} was kept here already, and is open.`);
    return done;
  }

  /** Opens the run that a link carries; where it cannot be, the lab is as it was, or opens as without the link. */
  async openLink(said: string): Promise<void> {
    const [{ readLink }, { takeRun }] = await Promise.all([import('./read-link'), import('./take-run')]);
    const read = await readLink(this.#parts, said);
    if (!read.isRead) return this.#without({ kind: 'link', fault: read.fault });
    const taken = await takeRun(await this.#keeping(), read.run, 'link');
    if (!taken.isOk) return this.#without({ kind: 'storage', failure: taken.failure });
    await this.#lab.adopt(await openLab(this.#parts, this.#lab.onChange), read.lookedAt);
    this.#lab.say(
      taken.value.isNew
        ? `The run of the link is open. ${BEFORE}`
        : 'The run of the link was kept here already, and is open.',
    );
  }

  /** The end of the run's log, whatever moment is looked at. */
  head(): Head | null {
    return this.#lab.run()?.head ?? null;
  }

  /** False for a product that goes by the id of one that ships and says something else. */
  async isOriginal(product: Product): Promise<boolean> {
    const { loadProduct } = await this.#parts.loadShipped();
    const shipped = await loadProduct(product.id);
    return shipped === undefined || canonicalJson(shipped) === canonicalJson(product);
  }

  async #without(problem: LabProblem): Promise<void> {
    if (this.#lab.run() === null) await this.#lab.adopt(await openLab(this.#parts, this.#lab.onChange));
    this.#lab.fail(problem);
  }

  /** The run, when everything that is under way has been written. */
  async #settled(): Promise<OpenRun | null> {
    this.#lab.pause();
    const run = this.#lab.run();
    if (run === null) return null;
    const ready = await run.log.ready();
    if (ready.isOk) await run.advanceTo(run.now);
    else this.#lab.fail(ready.failure);
    return ready.isOk ? run : null;
  }

  async #keeping() {
    const { store } = await this.#parts.openStore();
    return { store, cryptography: this.#parts.cryptography };
  }
}

const BEFORE = 'Every other run is kept as it was.';
