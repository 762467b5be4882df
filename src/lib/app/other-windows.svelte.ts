// The other windows of the lab: what they tell is a hint to read again. Knows nothing of a run but its id; what is to be
// done about a hint is the lab's business.
import type { Hint, Neighbours, PlayedTime, Pointers } from '../ports';

export interface Heeding {
  /** Id of the run on screen, or null. */
  readonly run: () => string | null;
  /** Something was written, here or elsewhere: the run and the pointers are to be read again. */
  readonly reread: () => void;
  /** Something that this browser remembers outside any run has changed. */
  readonly rereadPreferences: () => void;
  /** Lets the clock stand, where it is played in this window. */
  readonly stopPlaying: () => void;
}

export class OtherWindows {
  /** Whether another window has gone on to another run, and nobody has said yet what this one is to do. */
  isElsewhere = $state(false);
  /** How fast another window plays this run; null where none does. */
  speed = $state<number | null>(null);

  readonly #neighbours: Neighbours;
  readonly #heeding: Heeding;
  /** The turn at the clock that was heard of last. */
  #turn = 0;
  /** How this window plays the clock; null where it does not. */
  #played: PlayedTime | null = null;
  /** The run that is the current one, as was read last. */
  #current: string | null = null;
  /** The run that this window does not follow the others to. */
  #stayedAway: string | null = null;
  #stop: () => void = () => undefined;

  constructor(neighbours: Neighbours, heeding: Heeding) {
    this.#neighbours = neighbours;
    this.#heeding = heeding;
  }

  /** Listens until the lab is closed. */
  start(): void {
    this.#stop();
    this.#stop = this.#neighbours.listen((hint) => this.#heed(hint));
  }

  close(): void {
    this.#stop();
  }

  /** Tells that this window has written to a run, and so that time was played on where it was. */
  tellWritten(run: string): void {
    this.#tell(this.#played === null ? { kind: 'run', run } : { kind: 'playing', run, played: this.#played });
  }

  /** Tells that another run is the current one, or that there are others. */
  tellPointers(): void {
    this.#tell({ kind: 'pointers' });
  }

  /** It is this window's turn at the clock: whichever plays it lets it stand. */
  tellPlaying(run: string, speed: number | null): void {
    if (speed === null) {
      const played = this.#played;
      this.#played = null;
      if (played !== null) this.#tell({ kind: 'playing', run, played: { ...played, speed } });
      return;
    }
    this.#turn += 1;
    this.#played = { speed, turn: this.#turn, window: this.#neighbours.window };
    this.speed = null;
    this.#tell({ kind: 'playing', run, played: this.#played });
  }

  /** Asks the window that plays this run to let the clock stand. */
  askToHold(run: string): void {
    if (this.speed === null) return;
    this.speed = null;
    this.#tell({ kind: 'hold', run });
  }

  /** Which run is the current one, as was read: another than this window's was made so elsewhere. */
  pointed({ current }: Pointers): void {
    const run = this.#heeding.run();
    this.isElsewhere = run !== null && current !== null && current !== run && current !== this.#stayedAway;
    if (current === run) this.#stayedAway = null;
    this.#current = current;
  }

  /** This window stays on its run, whatever the others play. */
  stay(): void {
    this.#stayedAway = this.#current;
    this.isElsewhere = false;
  }

  /** Another run is on screen, or none: what was known of the others is known no longer. */
  adopted(): void {
    this.isElsewhere = false;
    this.speed = null;
    this.#stayedAway = null;
  }

  #heed(hint: Hint): void {
    switch (hint.kind) {
      case 'preferences':
        return this.#heeding.rereadPreferences();
      case 'awake':
        this.#heeding.rereadPreferences();
        return this.#heeding.reread();
      case 'pointers':
        return this.#heeding.reread();
      case 'run':
        if (hint.run === this.#heeding.run()) this.#heeding.reread();
        return;
      case 'hold':
        if (hint.run === this.#heeding.run()) this.#heeding.stopPlaying();
        return;
      case 'playing':
        if (hint.run !== this.#heeding.run()) return;
        this.#heedPlaying(hint.played);
        return this.#heeding.reread();
    }
  }

  #heedPlaying(played: PlayedTime): void {
    this.#turn = Math.max(this.#turn, played.turn);
    if (played.speed === null) this.speed = null;
    else if (this.#played === null) this.speed = played.speed;
    else if (isLater(played, this.#played)) {
      this.#heeding.stopPlaying();
      this.speed = played.speed;
    }
  }

  #tell(hint: Hint): void {
    this.#neighbours.tell(hint);
  }
}

/** Whether it is the later turn; of two at once, that of the window with the greater name. */
function isLater(one: PlayedTime, other: PlayedTime): boolean {
  return one.turn === other.turn ? one.window > other.window : one.turn > other.turn;
}
