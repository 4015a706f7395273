// From one step to the next: map and window move together, in one sweep. At once for those who asked for less motion.

import { TILE, toDegrees, toSquare } from '../map/projection';
import { prefersLessMotion } from '../timeline/glide';
import type { Viewport } from '../view/viewport';
import type { TimeWindow } from '../view/window';

const DURATION = 1_100; // milliseconds
const SIGHT = 900; // pixels that are crossed without rising
const LOWEST = 2.5; // zoom that a flight rises to at most

/** Both sides known, in Unix milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Place {
  readonly viewport: Viewport | null;
  readonly span: Span | null;
}

/** Where a flight is after a share of its way, 0 to 1. What one end does not know does not move. */
export function between(start: Place, end: Place, share: number): Place {
  const eased = share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
  return {
    viewport: start.viewport === null || end.viewport === null ? null : viewportBetween(start.viewport, end.viewport, eased),
    span: start.span === null || end.span === null ? null : {
      from: start.span.from + (end.span.from - start.span.from) * eased,
      to: start.span.to + (end.span.to - start.span.to) * eased,
    },
  };
}

/** A window with its open sides where the incidents begin and end. */
export function spanOf(window: TimeWindow, extent: Span | null): Span | null {
  const from = window.from ?? extent?.from ?? null;
  const to = window.to ?? extent?.to ?? null;
  return from === null || to === null ? null : { from, to };
}

export class Flight {
  #handle: number | null = null;

  /** `show` is called at every frame, before `arrived`, which is not called when the flight is stopped. */
  start(from: Place, to: Place, show: (place: Place) => void, arrived: () => void): void {
    this.stop();
    if (prefersLessMotion() || isSame(from, to)) {
      arrived();
      return;
    }
    const began = performance.now();
    const frame = (now: number): void => {
      const share = Math.min(1, Math.max(0, now - began) / DURATION);
      if (share < 1) {
        this.#handle = requestAnimationFrame(frame);
        show(between(from, to, share));
      } else {
        this.#handle = null;
        arrived();
      }
    };
    this.#handle = requestAnimationFrame(frame);
  }

  stop(): void {
    if (this.#handle !== null) {
      cancelAnimationFrame(this.#handle);
      this.#handle = null;
    }
  }
}

function viewportBetween(start: Viewport, end: Viewport, eased: number): Viewport {
  const [a, b] = [toSquare(start.lat, start.lon), toSquare(end.lat, end.lon)];
  const change = end.zoom - start.zoom;
  const lower = Math.min(start.zoom, end.zoom);
  const distance = Math.hypot(b.x - a.x, b.y - a.y) * TILE * 2 ** lower;
  const rise = Math.max(0, Math.min(Math.log2(Math.max(1, distance / SIGHT)), lower - LOWEST));
  // Zooming about a fixed point the centre moves as the scale does; rising and sinking it moves evenly.
  const moved = Math.abs(change) < 1e-3 || rise > 0 ? eased : (1 - 2 ** (-change * eased)) / (1 - 2 ** -change);
  return {
    ...toDegrees({ x: a.x + (b.x - a.x) * moved, y: a.y + (b.y - a.y) * moved }),
    zoom: start.zoom + change * eased - rise * 4 * eased * (1 - eased),
  };
}

function isSame(from: Place, to: Place): boolean {
  const areViewports = from.viewport?.lat === to.viewport?.lat && from.viewport?.lon === to.viewport?.lon && from.viewport?.zoom === to.viewport?.zoom;
  return areViewports && from.span?.from === to.span?.from && from.span?.to === to.span?.to;
}
