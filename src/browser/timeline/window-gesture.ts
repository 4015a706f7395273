// What a drag makes of the window. Pure: the pointer's time goes in, a window comes out.

import type { TimeWindow } from '../view/window';
import { MINUTE } from './calendar';
import type { Range } from './scale';
import type { Snap } from './snap';

/** What was taken hold of: an edge, the pane itself, or bare ground on which a new window opens. */
export type Grip = 'from' | 'to' | 'pane' | 'ground';

export class WindowGesture {
  readonly #grip: Grip;
  readonly #start: TimeWindow;
  readonly #grabbed: number;
  readonly #limits: Range;

  /** `grabbed`: the time under the pointer when it went down. */
  constructor(grip: Grip, window: TimeWindow, grabbed: number, limits: Range) {
    this.#grip = grip;
    this.#start = window;
    this.#grabbed = grabbed;
    this.#limits = limits;
  }

  /** The window while the pointer is over `time`. */
  at(time: number, snap: Snap): TimeWindow {
    switch (this.#grip) {
      case 'pane':
        return moved(this.#start, time - this.#grabbed, this.#limits, snap);
      case 'ground':
        return between(snap.round(this.#grabbed), this.#bounded(time), snap);
      default:
        return resized(this.#start, this.#grip, this.#bounded(time + this.#offset(this.#grip)), snap);
    }
  }

  /** An edge keeps its distance to the pointer that took it, so that it does not jump. */
  #offset(edge: 'from' | 'to'): number {
    const value = this.#start[edge];
    return value === null ? 0 : value - this.#grabbed;
  }

  #bounded(time: number): number {
    return Math.min(Math.max(time, this.#limits.from), this.#limits.to);
  }
}

/** One edge at `time`; drawn across the other edge it becomes the other one. At least a unit remains. */
export function resized(window: TimeWindow, edge: 'from' | 'to', time: number, snap: Snap): TimeWindow {
  const anchor = edge === 'from' ? window.to : window.from;
  if (anchor === null) {
    return edge === 'from' ? { from: snap.round(time), to: null } : { from: null, to: snap.round(time) };
  }
  return between(anchor, time, snap);
}

/** The whole window, its length kept, within the limits; its first edge catches on units. */
export function moved(window: TimeWindow, by: number, limits: Range, snap: Snap): TimeWindow {
  const { from, to } = window;
  if (from === null || to === null) {
    const shift = (time: number | null): number | null => time === null ? null : snap.round(Math.min(Math.max(time + by, limits.from), limits.to));
    return { from: shift(from), to: shift(to) };
  }
  const start = snap.round(Math.max(Math.min(from + by, limits.to - (to - from)), Math.min(limits.from, from)));
  return { from: start, to: start + to - from };
}

/** From an edge that stands to wherever the pointer is, on either side of it. */
function between(anchor: number, time: number, snap: Snap): TimeWindow {
  const edge = snap.round(time);
  if (Math.abs(edge - anchor) >= MINUTE) {
    return { from: Math.min(anchor, edge), to: Math.max(anchor, edge) };
  }
  return time < anchor ? { from: snap.previous(anchor), to: anchor } : { from: anchor, to: snap.next(anchor) };
}
