// The hand on the picture: drags the playhead or the picture under it, zooms with the wheel, presses marks. By keyboard the
// same is done with the playhead itself and with the buttons below.
import type { Attachment } from 'svelte/attachments';
import type { Timeline } from './timeline.svelte';

export interface Hand {
  /** What places are counted from: the element that the axis is drawn in. */
  readonly axis: () => HTMLElement | null;
  /** A press at so many pixels from the left, on the axis or on something below it. */
  readonly press: (x: number, event: PointerEvent) => void;
  /** The playhead was let go. */
  readonly drop: () => void;
}

/** How near to the playhead's line a press takes hold of it, in pixels. */
const REACH = 5;
/** How far a press may wander and still be none but a press. */
const STILL = 3;
/** How fast the picture follows a playhead that is dragged out of it, in pixels a move. */
const FOLLOWED = 14;

interface Held {
  readonly what: 'head' | 'picture';
  readonly pointer: number;
  readonly startX: number;
  /** Where the playhead stands beside the finger. */
  readonly beside: number;
  lastX: number;
  hasMoved: boolean;
}

export function movedBy(timeline: Timeline, hand: Hand): Attachment<HTMLElement> {
  return (element) => {
    const { view } = timeline;
    let held: Held | null = null;
    const xOf = (event: MouseEvent): number => xOn(hand, event);

    const down = (event: PointerEvent): void => {
      const { target } = event;
      if (event.button !== 0 || !event.isPrimary || !(target instanceof Element)) return;
      if (target.closest('button, input, label, a') !== null) return;
      const x = xOf(event);
      if (x < -STILL) return;
      const handle = target.closest<HTMLElement>('[role="slider"]');
      const head = view.scale.x(timeline.head);
      const isHead = handle !== null || (event.pointerType === 'mouse' && Math.abs(x - head) <= REACH);
      held = {
        what: isHead ? 'head' : 'picture',
        pointer: event.pointerId,
        startX: x,
        beside: isHead ? Math.min(view.width, Math.max(0, head)) - x : 0,
        lastX: x,
        hasMoved: false,
      };
      if (!isHead) return;
      handle?.focus({ preventScroll: true });
      event.preventDefault();
    };

    const move = (event: PointerEvent): void => {
      if (held === null || event.pointerId !== held.pointer) return;
      const x = xOf(event);
      if (!held.hasMoved) {
        if (Math.abs(x - held.startX) <= STILL) return;
        held.hasMoved = true;
        element.setPointerCapture(held.pointer);
      }
      if (held.what === 'picture') view.pan(x - held.lastX);
      else {
        const to = x + held.beside;
        if (to < 0 || to > view.width) view.pan(to < 0 ? FOLLOWED : -FOLLOWED);
        timeline.seekNear(Math.min(view.width, Math.max(0, to)));
      }
      held.lastX = x;
    };

    const up = (event: PointerEvent): void => {
      if (held === null || event.pointerId !== held.pointer) return;
      const { what, hasMoved } = held;
      held = null;
      if (!hasMoved && what === 'picture') hand.press(xOf(event), event);
      if (hasMoved && what === 'head') hand.drop();
    };

    const letGo = (): void => void (held = null);
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', letGo);
    const still = byWheel(timeline, hand)(element);
    return () => {
      still();
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', letGo);
    };
  };
}

/** The wheel zooms where Ctrl is held, and else moves the picture sideways; up and down it leaves to the page. */
function byWheel({ view }: Timeline, hand: Hand): (element: HTMLElement) => () => void {
  return (element) => {
    const wheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        view.zoom(Math.exp(-event.deltaY / 160), Math.max(0, xOn(hand, event)));
        return;
      }
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
      event.preventDefault();
      view.pan(-sideways);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  };
}

/** Pixels from the left of the axis. */
function xOn(hand: Hand, { clientX }: MouseEvent): number {
  return clientX - (hand.axis()?.getBoundingClientRect().left ?? 0);
}
