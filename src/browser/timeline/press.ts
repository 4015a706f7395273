// One pointer from down to up. It becomes a drag when it has moved, a new window when a finger has rested.

import { TO_THE_MINUTE } from './snap';
import type { Track } from './track';
import { WindowGesture, type Grip } from './window-gesture';

export type PressTarget = Grip | 'axis';

const REST = 450; // milliseconds
const DRIFT = { edge: 10, most: 24 } as const; // pixels; beside the edge the range follows, at most so far a frame
const SLACK = { fine: 3, coarse: 9 } as const; // pixels

interface Point {
  readonly x: number;
  readonly y: number;
}

export class Press {
  #isDrag = false;
  #gesture: WindowGesture | null = null;
  #last: Point;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isExact = false;
  #drifting: number | null = null;
  readonly #track: Track;
  readonly #target: PressTarget;
  readonly #start: Point;
  readonly #isCoarse: boolean;
  readonly #dragged: (grip: Grip | null) => void;

  constructor(track: Track, target: PressTarget, start: Point, isCoarse: boolean, dragged: (grip: Grip | null) => void) {
    this.#track = track;
    this.#target = target;
    this.#start = start;
    this.#last = start;
    this.#isCoarse = isCoarse;
    this.#dragged = dragged;
    if (isCoarse && (target === 'ground' || target === 'pane')) {
      this.#resting = setTimeout(() => this.#hold('ground'), REST);
    }
  }

  move(point: Point, isExact: boolean): void {
    if (!this.#isDrag && Math.hypot(point.x - this.#start.x, point.y - this.#start.y) > SLACK[this.#isCoarse ? 'coarse' : 'fine']) {
      clearTimeout(this.#resting);
      this.#isDrag = true;
      if (this.#target !== 'axis' && !(this.#isCoarse && this.#target === 'ground')) {
        this.#hold(this.#target);
      }
    }
    this.#isExact = isExact;
    if (this.#gesture !== null) {
      this.#follow(point);
      this.#drifting ??= this.#overhang(point) === 0 ? null : requestAnimationFrame(this.#drift);
    } else if (this.#isDrag) {
      this.#track.show(this.#track.scale.panned(point.x - this.#last.x, this.#track.limits));
    }
    this.#last = point;
  }

  /** False: it was a click. */
  release(): boolean {
    clearTimeout(this.#resting);
    if (this.#drifting !== null) {
      cancelAnimationFrame(this.#drifting);
    }
    if (this.#gesture !== null) {
      this.#track.setWindow(this.#track.window, 'settled');
      this.#dragged(null);
    }
    return this.#isDrag;
  }

  /** What was dragged so far stays. */
  cancel(): void {
    this.release();
  }

  #hold(grip: Grip): void {
    this.#isDrag = true;
    this.#gesture = new WindowGesture(grip, this.#track.window, this.#track.scale.time(this.#start.x), this.#track.limits);
    this.#dragged(grip);
    if (grip === 'ground') {
      this.#follow(this.#last);
    }
  }

  #follow({ x }: Point): void {
    const { scale, snap } = this.#track;
    this.#track.setWindow(this.#gesture!.at(scale.time(x), this.#isExact ? TO_THE_MINUTE : snap), 'moving');
  }

  /** A drag that is held at the edge of the drawing takes the range along. */
  readonly #drift = (): void => {
    const by = this.#overhang(this.#last);
    this.#drifting = by === 0 ? null : requestAnimationFrame(this.#drift);
    if (by !== 0) {
      this.#track.show(this.#track.scale.panned(-by, this.#track.limits));
      this.#follow(this.#last);
    }
  };

  #overhang({ x }: Point): number {
    const over = Math.min(0, x - DRIFT.edge) + Math.max(0, x - (this.#track.scale.width - DRIFT.edge));
    return Math.min(Math.max(over * 0.6, -DRIFT.most), DRIFT.most);
  }
}
