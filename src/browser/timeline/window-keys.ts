// The window as keys move it: by whole steps of the calendar, as long as the zoom suggests.

import { ALL_TIME, sameWindow, type TimeWindow } from '../view/window';
import { addSteps, floorTo, type Step } from './calendar';
import { keySteps, NO_SNAP } from './snap';
import type { Track } from './track';
import { moved, resized } from './window-gesture';

const SETTLE_AFTER = 350; // milliseconds without a further key

export class WindowKeys {
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #track: Track;

  constructor(track: Track) {
    this.#track = track;
  }

  /** A small step, or a big one. Without a window one opens at the side from which it will move. */
  move(direction: -1 | 1, isBig = false): void {
    const { window, limits } = this.#track;
    if (sameWindow(window, ALL_TIME)) {
      this.#put(this.#opening(direction));
      return;
    }
    const edge = window.from ?? window.to!;
    this.#put(moved(window, this.#stepped(edge, direction, isBig) - edge, limits, NO_SNAP));
  }

  moveTo(from: number): void {
    const { window, limits } = this.#track;
    this.#put(moved(window, from - (window.from ?? window.to ?? from), limits, NO_SNAP));
  }

  /** Grows or shrinks it at its end; at its start if it has no end. */
  grow(direction: -1 | 1): void {
    const { window } = this.#track;
    if (!sameWindow(window, ALL_TIME)) {
      window.to === null ? this.moveEdge('from', direction === 1 ? -1 : 1) : this.moveEdge('to', direction);
    } else if (direction === -1) {
      this.#put(this.#opening(1));
    }
  }

  /** An open edge starts where the data do. */
  moveEdge(edge: 'from' | 'to', direction: -1 | 1, isBig = false): void {
    const { window, bounds, limits } = this.#track;
    this.putEdge(edge, this.#stepped(window[edge] ?? (bounds ?? limits)[edge], direction, isBig));
  }

  /** An edge stops a small step before the other one; nearer than that it stays where it is. */
  putEdge(edge: 'from' | 'to', time: number): void {
    const { window, limits } = this.#track;
    const bounded = Math.min(Math.max(time, limits.from), limits.to);
    const other = edge === 'from' ? window.to : window.from;
    if (other === null) {
      this.#put(resized(window, edge, bounded, NO_SNAP));
      return;
    }
    const last = this.#stepped(other, edge === 'from' ? -1 : 1);
    const own = window[edge] ?? last;
    this.#put(resized(window, edge, edge === 'from' ? Math.min(bounded, Math.max(own, last)) : Math.max(bounded, Math.min(own, last)), NO_SNAP));
  }

  dispose(): void {
    clearTimeout(this.#settling);
  }

  #step(isBig: boolean): Step {
    const { small, big } = keySteps(this.#track.scale);
    return isBig ? big : small;
  }

  /** A step farther, and where times are caught on edges at least to the next of them. */
  #stepped(time: number, direction: -1 | 1, isBig = false): number {
    const { keySnap, zone } = this.#track;
    const to = keySnap.round(addSteps(time, this.#step(isBig), direction, zone));
    return to !== time ? to : direction === 1 ? keySnap.next(time) : keySnap.previous(time);
  }

  #opening(direction: -1 | 1): TimeWindow {
    const { scale, zone, snap, bounds, limits } = this.#track;
    const { small, big } = keySteps(scale);
    const { from: first, to: last } = bounds ?? limits;
    const from = direction === 1
      ? floorTo(Math.max(scale.from, first), small, zone)
      : addSteps(snap.round(Math.min(scale.to, last)), big, -1, zone);
    return { from, to: addSteps(from, big, 1, zone) };
  }

  /** A key may be held down: the window settles when it has been quiet for a moment. */
  #put(window: TimeWindow): void {
    clearTimeout(this.#settling);
    this.#track.setWindow(window, 'moving');
    this.#settling = setTimeout(() => this.#track.setWindow(this.#track.window, 'settled'), SETTLE_AFTER);
  }
}
