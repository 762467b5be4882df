// What a window is doing at the moment: an act that follows soon after another of the same window is not overtaken by it. The
// very same act again is, for whoever presses twice means once.
import type { Actor } from '../domain/actors';
import type { Command } from '../domain/commands';
import type { DomainEvent } from '../domain/events';
import type { Instant } from '../domain/instant';
import type { DeskPlace, Lines } from '../domain/lines';
import type { LogRecord } from '../domain/record';

/** What a person does on a screen. `typed` is turned into evidence and goes no further. */
export interface Draft {
  readonly actor: Actor;
  readonly command: Command;
  readonly typed?: string;
  /** Where a desk stands once the command has been decided; appended with it. */
  readonly leadsTo?: (events: readonly DomainEvent[]) => DeskPlace | null;
}

/** What is to be written, and the instant that it is then. */
export interface Moved {
  readonly lines: Lines;
  readonly now: Instant;
}

/** An act that is under way. */
export interface Doing {
  /** Who does what: the same of two presses of one control. */
  readonly key: string;
  /** What this window was doing when it was asked. */
  readonly before: readonly Doing[];
  /** Positions of the records that came of it. */
  written: readonly number[];
}

export class Doings {
  readonly #doing = new Set<Doing>();

  begin({ actor, command }: Draft): Doing {
    const key = JSON.stringify([actor, command]);
    const all = [...this.#doing];
    const own: Doing = { key, before: all.every((each) => each.key !== key) ? all : [], written: [] };
    this.#doing.add(own);
    return own;
  }

  end(own: Doing): void {
    this.#doing.delete(own);
  }
}

/**
 * Those of the records that come of somebody else's act: not what was being done when this was asked, no places, and no deadlines:
 * an act that time went past is decided as of then, and its outcome says what time had brought.
 */
export function notOwn(records: readonly LogRecord[], asked: Doing | null): readonly LogRecord[] {
  const own = new Set(asked?.before.flatMap(({ written }) => written));
  return records.filter(({ kind, position }) => kind === 'command' && !own.has(position));
}
