// One drawn screen: the portal as its persona sees it, or the support tools. Derives what is open from the desk's place
// and the world; acts by sending drafts to the lab. Product-neutral: all it knows it reads from the screen map.
import { createContext, untrack } from 'svelte';
import type { Lab } from '../../app/lab.svelte';
import type { KeyOnShow } from '../../app/secrets';
import { deviceWithKey, type Account } from '../../domain/account';
import { person, type Actor } from '../../domain/actors';
import type { Command, PasswordCard } from '../../domain/commands';
import { refusalIn } from '../../domain/decision';
import type { DomainEvent, Firm } from '../../domain/events';
import type { Place } from '../../domain/record';
import type { RefusalReason } from '../../domain/refusals';
import { accountOf, firmOf } from '../../domain/world';
import { signInView, type SignInView } from '../../domain/views/sign-in';
import { idsUnder } from '../../products/screen-map';
import type { Edition, NodeKind, NodeOf, ScreenNode } from '../../products/schema';
import { keepFocus } from '../frame/keep-focus';
import type { Words } from '../words/words.svelte';
import { firmIdOf, placeAfter, saidOf } from './after-act';
import { FilledIn } from './filled-in.svelte';
import { isShown, pageOn, pathOpen } from './open-path';

export type ScreenDesk = 'admin' | 'user' | 'support';

/** A node of the screen map with its id. */
export interface Shown<Node extends ScreenNode = ScreenNode> {
  readonly id: string;
  readonly node: Node;
}
export type ShownOf<Kind extends NodeKind> = Shown<NodeOf<Kind>>;

/** The commands that carry what was typed. */
const TYPED: ReadonlySet<Command['type']> = new Set(['submitCode', 'submitTotp', 'confirmEnrolment']);

export class Screen {
  readonly lab: Lab;
  readonly words: Words;
  readonly desk: ScreenDesk;
  /** The heading of the open page, which takes the focus where its control is gone. */
  heading = $state.raw<HTMLElement | null>(null);

  readonly place: Place = $derived.by(() => this.lab.placeOf(this.desk));
  readonly nodes: Edition['nodes'] = $derived.by(() => this.lab.edition.nodes);
  /** Whose screen it is: an account on the admin's and the user's desk, nobody's on the support desk. */
  readonly viewer: Account | undefined = $derived.by(() =>
    this.desk === 'support' ? undefined : accountOf(this.lab.world, this.place.persona ?? ''),
  );
  readonly subject: Account | undefined = $derived.by(() => accountOf(this.lab.world, this.place.subject ?? ''));
  /** The firm that is looked up, or else the one that whoever sits here belongs to. */
  readonly firm: Firm | undefined = $derived.by(() =>
    firmOf(this.lab.world, firmIdOf(this.place.subject) ?? this.viewer?.firm ?? ''),
  );
  readonly signIn: SignInView = $derived.by(() =>
    this.viewer === undefined ? { stage: 'signed-in' } : signInView(this.lab.world, this.viewer, this.lab.now),
  );
  /** The ids from the root to what is open; while somebody is signing in, from the screen of the step. */
  readonly path: readonly string[] = $derived.by(() => {
    const { desk, place, viewer, signIn, lab } = this;
    return pathOpen({ desk, place, viewer, signIn, edition: lab.edition, world: lab.world });
  });
  readonly page: ShownOf<'page'> | null = $derived.by(() => this.#pageOpen());
  readonly app: ShownOf<'app'> | null = $derived.by(() => {
    const [root] = this.path;
    const node = root === undefined ? undefined : this.nodes[root];
    return root !== undefined && node?.kind === 'app' ? { id: root, node } : null;
  });
  readonly #filled = new FilledIn(() => `${this.lab.world.pins?.seed ?? ''}/${this.place.persona ?? ''}`);
  /** Whether this desk was walked elsewhere since its person did something: what was said of that belongs to the page before. */
  readonly hasWalkedOn: boolean = $derived.by(() => this.#walkedOn());

  #shownKey: { readonly key: string; readonly onShow: Promise<KeyOnShow> } | null = null;

  constructor(lab: Lab, words: Words, desk: ScreenDesk) {
    this.lab = lab;
    this.words = words;
    this.desk = desk;
  }

  get typed(): string {
    return this.#filled.now.typed;
  }

  set typed(typed: string) {
    this.#filled.change({ typed });
  }

  get card(): PasswordCard {
    return this.#filled.now.card;
  }

  set card(card: PasswordCard) {
    this.#filled.change({ card });
  }

  /** The last refusal of an act on this screen, until the next; none while looking back, where nothing is done. */
  get refusal(): RefusalReason | null {
    return this.lab.past === null ? this.#filled.now.refusal : null;
  }

  /** What a landmark of this screen is called: the same portal may stand on two desks. */
  landmark(label: string): string {
    return `${this.text(label)}, ${this.desk === 'support' ? 'support desk' : `${this.desk}'s desk`}`;
  }

  /** Who acts here. On the support desk that is whoever the open page belongs to. */
  get actor(): Actor {
    if (this.desk !== 'support') return person(this.viewer?.id ?? '');
    const { support } = this.lab.world;
    return this.page?.node.actor === 'portalTech'
      ? { kind: 'portalTech', id: support.portalTech.id }
      : { kind: 'rep', id: support.rep.id };
  }

  isOpen(id: string): boolean {
    return this.path.includes(id);
  }

  /** The nodes with these ids that the persona sees. */
  visible(ids: readonly string[]): readonly Shown[] {
    return ids.flatMap((id) => {
      const node = this.nodes[id];
      return node !== undefined && isShown({ world: this.lab.world, viewer: this.viewer }, node) ? [{ id, node }] : [];
    });
  }

  under(node: ScreenNode): readonly Shown[] {
    const opens = 'opens' in node ? node.opens : undefined;
    return this.visible(idsUnder(node).filter((id) => id !== opens));
  }

  /** Words of the product with the person's name, or the firm's, in them. */
  text(words: string): string {
    return words
      .replaceAll('{account}', this.subject?.name ?? this.viewer?.name ?? '')
      .replaceAll('{firm}', this.firm?.name ?? '');
  }

  /** Walks to a node, about somebody where it is given. */
  async open(id: string, subject: string | null = this.place.subject): Promise<void> {
    this.#filled.change({ refusal: null });
    await this.lab.go(this.desk, { node: id, subject, code: null }, this.actor);
    await keepFocus(() => this.heading);
  }

  /** The key that is being set up, made once for each key: of another run the same id is another key. */
  keyOnShow(account: Account, id: string): Promise<KeyOnShow> {
    const key = `${this.lab.world.pins?.seed}/${id}`;
    if (this.#shownKey?.key !== key) {
      this.#shownKey = { key, onShow: untrack(() => this.lab.secrets.keyOnShow(account, id)) };
    }
    return this.#shownKey.onShow;
  }

  /** What pressing this action would submit, or null where it takes somebody to act on and there is nobody. */
  commandOf(node: NodeOf<'action'>): Command | null {
    const account = this.viewer?.id ?? '';
    switch (node.does) {
      case 'issueCode':
        return this.subject === undefined
          ? null
          : { type: 'issueCode', account: this.subject.id, family: node.family ?? 'temporaryCode' };
      case 'resetMfa':
        return this.subject === undefined ? null : { type: 'resetMfa', account: this.subject.id };
      case 'confirmEnrolment':
        return { type: 'confirmEnrolment', account, device: deviceWithKey(this.viewer)?.id ?? null };
      case 'submitPassword':
        return { type: 'submitPassword', account, card: this.card };
      case 'submitCode':
        return { type: 'submitCode', account, family: node.family ?? 'temporaryCode' };
      default:
        return { type: node.does, account };
    }
  }

  /**
   * Why pressing this action would be refused now, or null. What sends a form is tried, not asked about; and before the
   * password is right nothing is told of an account, not even by a control that would be refused (STD-9).
   */
  refusalOf(node: NodeOf<'action'>): RefusalReason | null {
    const command = this.commandOf(node);
    const isTried = node.look === 'primary' || node.does === 'cancelSignIn' || this.#goesOn(node);
    return command === null || isTried || this.signIn.stage === 'password'
      ? null
      : this.lab.wouldRefuse(this.actor, command);
  }

  /** A ceremony that was left half-way is gone on with, where its own page shows it. */
  #goesOn(node: NodeOf<'action'>): boolean {
    return node.does === 'startEnrolment' && node.opens !== undefined && (this.viewer?.enrolment ?? null) !== null;
  }

  /** Presses an action of the screen map. */
  async press(node: NodeOf<'action'>): Promise<void> {
    const command = this.commandOf(node);
    if (command === null) return;
    if (node.opens !== undefined && this.#goesOn(node)) return this.open(node.opens);
    const typed = TYPED.has(command.type) ? this.typed : undefined;
    const events = await this.submit(command, node.opens, typed);
    if (events !== null && TYPED.has(command.type) && refusalIn({ events, reasons: [] }) === null) this.typed = '';
  }

  /** Submits a command of this screen; where it issues a code, walks on to the node that shows it, in one append. */
  async submit(command: Command, opens?: string, typed?: string): Promise<readonly DomainEvent[] | null> {
    const whose = this.#filled.whose();
    this.#filled.change({ refusal: null });
    const { desk, place } = this;
    const events = await this.lab.act({
      actor: this.actor,
      command,
      ...(typed === undefined ? {} : { typed }),
      leadsTo: (events) => {
        const next = placeAfter(place, events, opens, this.lab.edition);
        return next === null ? null : { desk, place: next };
      },
    });
    if (events !== null) {
      this.#filled.change({ refusal: refusalIn({ events, reasons: [] }) }, whose);
      const said = events.flatMap((event) => saidOf(event) ?? []).join(' ');
      if (said !== '') this.lab.say(said);
      if (events.some(({ type }) => type === 'CallerRevealed')) {
        const { revealNews } = await import('../words/support-text');
        this.lab.tell(revealNews(this.lab.world, events));
      }
    }
    await keepFocus(() => this.heading);
    return events;
  }

  #walkedOn(): boolean {
    const { records, position } = this.lab;
    const own = this.viewer?.id;
    for (let at = position; at > 0; at -= 1) {
      const record = records[at];
      if (record?.kind === 'place' && record.desk === this.desk) return true;
      if (record?.kind !== 'command' || record.actor.kind !== 'person' || record.actor.account !== own) continue;
      // What an admin does for them is no try of theirs.
      if ('account' in record.command && record.command.account === own) return false;
    }
    return false;
  }

  #pageOpen(): ShownOf<'page'> | null {
    const id = pageOn(this.lab.edition, this.path);
    const node = id === undefined ? undefined : this.nodes[id];
    return id !== undefined && node?.kind === 'page' ? { id, node } : null;
  }
}

export const [getScreen, setScreen] = createContext<Screen>();
