// A connector between two marks of the timeline: a low arch that leaves the earlier one and comes down on the later one.

export interface Stand {
  readonly x: number;
  readonly y: number;
}

export interface Connector {
  readonly from: Stand;
  readonly to: Stand;
  /** The two controls of a cubic curve. */
  readonly first: Stand;
  readonly second: Stand;
  /** The middle of the curve, where its words stand. */
  readonly top: Stand;
}

const LEAST = 8; // pixels between two marks
const RISE = 0.3; // of the distance
const LOWEST = 12; // pixels above the higher mark
const ROOM = 8; // pixels under what it must not reach

/** `radius` of the marks; `ceiling`: what it must stay under. Null where both stand too near to each other. */
export function connectorBetween(from: Stand, to: Stand, radius: number, ceiling: number): Connector | null {
  const distance = Math.abs(to.x - from.x);
  if (distance < LEAST) {
    return null;
  }
  const [start, end] = [{ x: from.x, y: from.y - radius }, { x: to.x, y: to.y - radius }];
  const higher = Math.min(start.y, end.y);
  const rise = Math.max(LOWEST, Math.min(distance * RISE, higher - ceiling - ROOM));
  const lean = (to.x - from.x) * 0.18;
  // A cubic curve rises to three quarters of the way to its controls.
  const controlY = (y: number): number => y + (higher - rise - y) / 0.75;
  const first = { x: start.x + lean, y: controlY(start.y) };
  const second = { x: end.x - lean, y: controlY(end.y) };
  return { from: start, to: end, first, second, top: { x: (start.x + end.x) / 2, y: (start.y + 3 * first.y + 3 * second.y + end.y) / 8 } };
}
