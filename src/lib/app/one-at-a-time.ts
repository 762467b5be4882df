// Work that is done one after another, in the order in which it was asked for.

export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  /** Begins the work when all before it has ended, well or not; what came of it is the caller's. */
  do<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
