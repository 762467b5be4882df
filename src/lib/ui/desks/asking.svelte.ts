// Somebody who turns to Support, while it is being chosen who they are and what they want; and the draft that comes of it.
import type { Lab } from '../../app/lab.svelte';
import type { Draft } from '../../app/open-run';
import { activeCode, type Account } from '../../domain/account';
import { LAB, person, STRANGER, type Actor } from '../../domain/actors';
import type { CommandOf, SupportWish } from '../../domain/commands';
import { waysIn } from '../../domain/deciders/ask-support';
import { wishesOf } from '../../domain/rights';
import type { Knowledge, Sender, WayIn } from '../../domain/support-request';
import { rowsOf } from '../../domain/table';
import { proofsAsked } from '../../domain/verification';
import { accountOf, peopleOf, type World } from '../../domain/world';

/** Whether it is really them: so, not so, or left to chance, which then tells nobody. */
export type Truth = 'themself' | 'stranger' | 'drawn';

export class Asking {
  caller = $state('');
  wish = $state<SupportWish>('issueCode');
  by = $state<WayIn>('call');
  pin = $state<Knowledge>('right');
  address = $state<Knowledge>('right');
  sender = $state<Sender>('on-file');
  isSigned = $state(true);
  #truth = $state<Truth>('themself');
  #about = $state('');

  readonly #lab: Lab;
  readonly #from: Account | undefined;
  readonly wishes: readonly SupportWish[] = $derived.by(() => wishesOf(this.world.policy));
  readonly ways: readonly WayIn[] = $derived.by(() => waysIn(this.world));
  /** Where Support serves the person whose account it is, nobody asks for anybody else. */
  readonly isForSelf: boolean = $derived.by(() => this.world.policy.supportServes?.value === 'the-person');
  readonly whoAsks: Account | undefined = $derived.by(() => this.#from ?? accountOf(this.world, this.caller));
  readonly people: readonly Account[] = $derived.by(() => {
    if (this.whoAsks === undefined) return [];
    return this.isForSelf ? [this.whoAsks] : peopleOf(this.world, this.whoAsks.firm);
  });
  readonly about: Account | undefined = $derived.by(
    () => this.people.find(({ id }) => id === this.#about) ?? this.whoAsks,
  );
  readonly asksPin: boolean = $derived.by(() => {
    const proofs = proofsAsked(this.world.policy);
    return proofs.includes('licence-pin') || proofs.includes('pin-mail');
  });
  readonly asksAddress: boolean = $derived.by(() => proofsAsked(this.world.policy).includes('firm-address'));
  readonly isLetter: boolean = $derived(this.by === 'scan' || this.by === 'fax');

  /** `from` turns to Support; without it, anybody can be chosen. */
  constructor(lab: Lab, from: Account | undefined) {
    this.#lab = lab;
    this.#from = from;
    this.caller =
      (
        from ??
        accountOf(lab.world, lab.placeOf(this.isForSelf ? 'user' : 'admin').persona ?? '') ??
        rowsOf(lab.world.accounts)[0]
      )?.id ?? '';
    this.by = this.ways[0] ?? 'call';
    // What is wanted most: the code that is alive removed, else what helps whoever asks.
    const withCode = this.people.find((each) => activeCode(each, lab.now, 'temporaryCode') !== undefined);
    const first = withCode === undefined ? this.wishes.find((each) => each !== 'removeCode') : undefined;
    this.wish = first ?? this.wishes[0] ?? 'issueCode';
    this.#about = withCode?.id ?? '';
  }

  get world(): World {
    return this.#lab.world;
  }

  get truth(): Truth {
    return this.#truth;
  }

  /** A stranger knows what stands on a website, and writes from an address made to look alike. */
  set truth(truth: Truth) {
    this.#truth = truth;
    this.pin = truth === 'stranger' ? 'nothing' : 'right';
    this.sender = truth === 'stranger' ? 'look-alike' : 'on-file';
  }

  set chosen(about: string) {
    this.#about = about;
  }

  /** What is to be sent; null where there is nobody to ask. */
  get draft(): Draft | null {
    const { whoAsks, about, wish, by, truth } = this;
    if (whoAsks === undefined || about === undefined) return null;
    return {
      actor: ACTORS[truth] ?? person(whoAsks.id),
      command: {
        type: 'askSupport',
        account: about.id,
        wish,
        by,
        ...(truth === 'themself' ? {} : { claims: whoAsks.id }),
        ...(truth === 'drawn' ? {} : this.#particulars),
      },
    };
  }

  /** What is chosen of somebody whom nobody draws. */
  get #particulars(): Partial<CommandOf<'askSupport'>> {
    return {
      knows: {
        licencePin: this.asksPin ? this.pin : 'nothing',
        firmAddress: this.asksAddress ? this.address : 'nothing',
      },
      ...(this.by === 'call' ? {} : { sender: this.sender }),
      ...(this.isLetter ? { isSigned: this.isSigned } : {}),
    };
  }
}

/** Who acts where it is not the person themself. */
const ACTORS: Readonly<Record<Truth, Actor | null>> = { themself: null, stranger: STRANGER, drawn: LAB };
