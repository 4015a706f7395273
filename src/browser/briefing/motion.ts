// From one state of the picture to the next, through what lies between: ten states a second become a movement.

import { toDegrees, toSquare, worldSize, wrapLongitude } from '../map/projection';
import type { Viewport } from '../view/viewport';
import type { TimeWindow } from '../view/window';

export interface Place {
  readonly lat: number;
  readonly lon: number;
}

export interface Pose {
  readonly viewport: Viewport | null;
  readonly window: TimeWindow;
  readonly pointer: Place | null;
}

const FAR = 3_000; // pixels: a way that nobody can follow with the eyes, and no map can draw in time

/** `share` of the way from one pose to another, 0 to 1. What has no way between is at its end at once. */
export function between(from: Pose, to: Pose, share: number): Pose {
  if (share >= 1) {
    return to;
  }
  return {
    viewport: from.viewport === null || to.viewport === null ? to.viewport : viewportBetween(from.viewport, to.viewport, share),
    window: { from: timeBetween(from.window.from, to.window.from, share), to: timeBetween(from.window.to, to.window.to, share) },
    pointer: from.pointer === null || to.pointer === null ? to.pointer : placeBetween(from.pointer, to.pointer, share),
  };
}

function viewportBetween(from: Viewport, to: Viewport, share: number): Viewport {
  const [start, end] = nearestCopies(from, to);
  const distance = Math.hypot(end.x - start.x, end.y - start.y) * worldSize(Math.min(from.zoom, to.zoom));
  if (distance > FAR) {
    return to;
  }
  const change = to.zoom - from.zoom;
  // Zooming about a fixed point: the centre moves as the scale does, not evenly.
  const moved = Math.abs(change) < 1e-3 ? share : (1 - 2 ** (-change * share)) / (1 - 2 ** -change);
  return { ...along(start, end, moved), zoom: from.zoom + change * share };
}

function placeBetween(from: Place, to: Place, share: number): Place {
  const [start, end] = nearestCopies(from, to);
  return along(start, end, share);
}

function along(start: { x: number; y: number }, end: { x: number; y: number }, share: number): Place {
  const { lat, lon } = toDegrees({ x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share });
  return { lat, lon: wrapLongitude(lon) };
}

/** Across the date line it is not once around the world. */
function nearestCopies(from: Place, to: Place): [{ x: number; y: number }, { x: number; y: number }] {
  const [start, end] = [toSquare(from.lat, from.lon), toSquare(to.lat, to.lon)];
  return [start, { x: end.x - Math.round(end.x - start.x), y: end.y }];
}

function timeBetween(from: number | null, to: number | null, share: number): number | null {
  return from === null || to === null ? to : Math.round(from + (to - from) * share);
}
