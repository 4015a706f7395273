// Mouse, pen and fingers on the drawing: what is pressed where, and what a drag, a click or a pinch means.

import { Press, type PressTarget } from './press';
import type { Spot } from './spot';
import { spotAt } from './spot';
import type { Track } from './track';
import type { Grip } from './window-gesture';

export interface PointingHost {
  /** A gesture has begun. */
  began(): void;
  /** The pointer rests over something; null: over nothing, or it has left. */
  hovered(spot: Spot | null, x: number, y: number): void;
  clicked(spot: Spot, x: number, y: number): void;
  /** The window is being dragged by this; null: no longer. */
  dragged(grip: Grip | null): void;
}

/** Pixels around an edge that still take hold of it; beside a narrow pane only the outer ones do. */
const EDGE = { fine: 6, coarse: 22 } as const;
const GRIP = { halfWidth: 18, height: 14 } as const;
const TWICE = { within: 350, near: 10 } as const; // milliseconds, pixels

export class Pointing {
  #press: Press | null = null;
  #isClick = false;
  #pinch: Pinch | null = null;
  #lastClick = { at: -Infinity, x: 0, y: 0 };
  /** Where the stage is as long as something is pressed on it: to ask at every move would lay the page out. */
  #box: DOMRect | null = null;
  readonly #fingers = new Map<number, { x: number; y: number }>();
  readonly #stop = new AbortController();
  readonly #stage: HTMLElement;
  readonly #track: Track;
  readonly #host: PointingHost;

  constructor(stage: HTMLElement, track: Track, host: PointingHost) {
    this.#stage = stage;
    this.#track = track;
    this.#host = host;
    const { signal } = this.#stop;
    stage.addEventListener('pointerdown', this.#down, { signal });
    stage.addEventListener('pointermove', this.#move, { signal });
    stage.addEventListener('pointerup', this.#up, { signal });
    stage.addEventListener('click', this.#click, { signal });
    stage.addEventListener('pointercancel', this.#cancel, { signal });
    stage.addEventListener('pointerleave', () => this.#press === null && host.hovered(null, 0, 0), { signal });
    stage.addEventListener('contextmenu', event => this.#press !== null && event.preventDefault(), { signal }); // a long press
  }

  dispose(): void {
    this.#press?.cancel();
    this.#stop.abort();
  }

  /** What a press at this point takes hold of. */
  gripAt(x: number, y: number, isCoarse: boolean): PressTarget {
    const { picture, hasWindow, edges, scale } = this.#track;
    if (y >= picture.layout.axisTop) {
      return 'axis';
    }
    if (!hasWindow) {
      return 'ground';
    }
    const [from, to] = [scale.x(edges.from), scale.x(edges.to)];
    if (y < GRIP.height && Math.abs(x - gripX(from, to, scale.width)) <= GRIP.halfWidth) {
      return 'pane';
    }
    const reach = EDGE[isCoarse ? 'coarse' : 'fine'];
    const inner = Math.min(reach, (to - from) / 4);
    const isFrom = x >= from - reach && x <= from + inner;
    const isTo = x >= to - inner && x <= to + reach;
    if (isFrom || isTo) {
      return isFrom && isTo ? x - from < to - x ? 'from' : 'to' : isFrom ? 'from' : 'to';
    }
    return x > from && x < to ? 'pane' : 'ground';
  }

  readonly #down = (event: PointerEvent): void => {
    this.#isClick = false;
    this.#box = null;
    if (event.button !== 0 || this.#fingers.size > 1) {
      return;
    }
    const point = this.#point(event);
    this.#box = this.#stage.getBoundingClientRect();
    this.#fingers.set(event.pointerId, point);
    this.#stage.setPointerCapture(event.pointerId);
    this.#host.began();
    if (this.#fingers.size === 2) {
      this.#press?.cancel();
      this.#press = null;
      this.#pinch = new Pinch(this.#track, [...this.#fingers]);
      return;
    }
    const isCoarse = event.pointerType === 'touch';
    this.#press = new Press(this.#track, this.gripAt(point.x, point.y, isCoarse), point, isCoarse, grip => this.#host.dragged(grip));
  };

  readonly #move = (event: PointerEvent): void => {
    const point = this.#point(event);
    if (this.#fingers.has(event.pointerId)) {
      this.#fingers.set(event.pointerId, point);
      this.#pinch?.move(this.#fingers);
      this.#press?.move(point, event.altKey);
    } else if (event.pointerType !== 'touch' && event.buttons === 0) {
      const spot = this.#spotAt(point, false);
      this.#stage.dataset.over = this.#cursor(point, spot);
      this.#host.hovered(spot, event.clientX, event.clientY);
    }
  };

  readonly #up = (event: PointerEvent): void => {
    this.#box = null;
    if (!this.#fingers.delete(event.pointerId)) {
      return;
    }
    const press = this.#press;
    this.#pinch = null;
    this.#press = null;
    this.#isClick = press !== null && !press.release();
  };

  readonly #cancel = (event: PointerEvent): void => {
    this.#box = null;
    this.#fingers.delete(event.pointerId);
    this.#press?.cancel();
    this.#press = null;
    this.#pinch = null;
  };

  /** Follows the end of every press; what closes on a press elsewhere has closed by now. */
  readonly #click = (event: MouseEvent): void => {
    if (!this.#isClick) {
      return;
    }
    this.#isClick = false;
    const point = this.#point(event);
    const last = this.#lastClick;
    const isSecond = event.timeStamp - last.at < TWICE.within && Math.hypot(point.x - last.x, point.y - last.y) < TWICE.near;
    this.#lastClick = { at: isSecond ? -Infinity : event.timeStamp, ...point };
    const isCoarse = (event as PointerEvent).pointerType === 'touch';
    if (isSecond && this.gripAt(point.x, point.y, isCoarse) === 'pane') {
      this.#track.clearWindow();
    } else {
      this.#host.clicked(this.#spotAt(point, isCoarse), event.clientX, event.clientY);
    }
  };

  #spotAt(point: { x: number; y: number }, isCoarse: boolean): Spot {
    return spotAt(this.#track.picture, point.x, point.y, isCoarse ? 16 : 4);
  }

  #cursor(point: { x: number; y: number }, spot: Spot): string {
    const grip = this.gripAt(point.x, point.y, false);
    return grip === 'from' || grip === 'to' ? 'edge' : spot.on === 'mark' || spot.on === 'counted' ? 'mark' : grip;
  }

  #point(event: MouseEvent): { x: number; y: number } {
    const box = this.#box ?? this.#stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}

/** The grip is in the middle of the part of the pane that is in sight. */
export function gripX(from: number, to: number, width: number): number {
  return (Math.max(from, 0) + Math.min(to, width)) / 2;
}

/** Two fingers hold the two times that they were put on. */
class Pinch {
  readonly #track: Track;
  readonly #held: { id: number; time: number }[];

  constructor(track: Track, fingers: [id: number, point: { x: number }][]) {
    this.#track = track;
    this.#held = fingers.map(([id, { x }]) => ({ id, time: track.scale.time(x) })).sort((a, b) => a.time - b.time);
  }

  move(fingers: ReadonlyMap<number, { x: number }>): void {
    const [a, b] = this.#held.map(({ id, time }) => ({ time, x: fingers.get(id)?.x ?? NaN }));
    if (a !== undefined && b !== undefined && Number.isFinite(a.x) && Number.isFinite(b.x)) {
      this.#track.show(this.#track.scale.pinched(a, b, this.#track.limits));
    }
  }
}
