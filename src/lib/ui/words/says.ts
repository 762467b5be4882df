// What a reason speaks of, in words: who, which device, when. Sentences are made of it in `reason-text.ts`.
import type { ReasonDetail } from '../../domain/reasons';
import type { World } from '../../domain/world';
import { actorName, deviceName, firstNameOf, nameOf } from './names';
import { roughly, type TimeText } from './time-text';

/** A reason's detail in words. */
export class Says {
  readonly #world: World;
  readonly #time: TimeText;
  readonly #detail: ReasonDetail;

  constructor(world: World, time: TimeText, detail: ReasonDetail) {
    this.#world = world;
    this.#time = time;
    this.#detail = detail;
  }

  get who(): string {
    return this.#detail.account === undefined ? 'They' : firstNameOf(this.#world, this.#detail.account);
  }

  get other(): string {
    return this.#detail.other === undefined ? 'this account' : nameOf(this.#world, this.#detail.other);
  }

  get by(): string {
    return this.#detail.by === undefined ? 'somebody' : actorName(this.#world, this.#detail.by);
  }

  /** Whether nobody did it: a code that the product makes by itself, such as one to be saved. */
  get isByItself(): boolean {
    return this.#detail.by?.kind === 'clock';
  }

  get device(): string {
    const { account, device } = this.#detail;
    return account === undefined || device === undefined
      ? 'A phone outside the lab'
      : deviceName(this.#world, account, device);
  }

  get at(): string {
    return this.#detail.at === undefined ? 'then' : this.#time.moment(this.#detail.at);
  }

  get until(): string {
    return this.#detail.until === undefined ? 'it is used or replaced' : this.#time.moment(this.#detail.until);
  }

  get value(): string {
    return String(this.#detail.value ?? '');
  }

  get setting(): string {
    return this.#detail.setting ?? '';
  }

  is(value: string): boolean {
    return this.value === value;
  }

  /** How far a time is off, in words. */
  get off(): string {
    return roughly(Math.abs(Number(this.#detail.value ?? 0)) * 1000);
  }

  get isEarlier(): boolean {
    return Number(this.#detail.value ?? 0) < 0;
  }

  get span(): string {
    return roughly(Number(this.#detail.value ?? 0) * 1000);
  }
}
