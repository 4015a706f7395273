// A mark says "exactly here". Where that is not known, a disc says "somewhere in here" and has nothing in its middle.

import { metresToPixels } from './projection';

export const MARK_RADIUS = 7; // pixels
export const LEAST_DISC = 9; // pixels
/** A disc at least this large wears its sign on the rim and lets others stand inside it. */
export const OPEN_DISC = 18; // pixels
const EXACT = 5_000; // metres

/** True while the place is known so well that, at this zoom, the mark covers all of where it may be. */
export function isExact(radius: number, lat: number, zoom: number): boolean {
  return radius < EXACT && metresToPixels(radius, lat, zoom) <= MARK_RADIUS;
}

/** The radius of the disc in pixels: the true one, unless that could not be seen. */
export function discRadius(radius: number, lat: number, zoom: number): number {
  return Math.max(LEAST_DISC, metresToPixels(radius, lat, zoom));
}
