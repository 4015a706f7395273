// An arc from one place to another, as it is drawn: a curve that leaves the rim of one sign and ends in an arrow at the other's.

import type { Point } from '../projection';

/** Where an arc starts or ends; `radius` stays free for the sign. */
export interface End extends Point {
  readonly radius: number;
}

export interface Arc {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
  /** The direction in which it arrives, in radians. */
  readonly heading: number;
}

const BEND = 0.2; // of the distance
const HIGHEST = 150; // pixels that a long arc rises at most
const SHORTEST = 14; // pixels between two rims that an arc needs
const GAP = 3; // pixels to a rim
const STEPS = 32;

/**
 * Null where both ends are so near that nothing could be seen between them. Arcs rise to the north, whichever way they go;
 * of several with the same ends each rises higher than the one before (`repeat` from 0).
 */
export function arcBetween(from: End, to: End, repeat = 0): Arc | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const distance = Math.hypot(dx, dy);
  if (distance - from.radius - to.radius < SHORTEST) {
    return null;
  }
  const side = dx === 0 ? -Math.sign(dy) : -Math.sign(dx);
  const rise = 2 * Math.min(distance * BEND, HIGHEST) * (1 + repeat * 0.5) * side / distance;
  const control = { x: (from.x + to.x) / 2 - dy * rise, y: (from.y + to.y) / 2 + dx * rise };
  const whole = { from, control, to, heading: 0 };
  const start = firstBeyond(whole, from, from.radius + GAP);
  const end = 1 - firstBeyond({ from: to, control, to: from, heading: 0 }, to, to.radius + GAP);
  return start < end ? between(whole, start, end) : null;
}

/** A point of the arc, from 0 at its start to 1 at its arrow. */
export function pointAt({ from, control, to }: Arc, t: number): Point {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
}

/** How far a point is from the arc, in pixels. */
export function distanceTo(arc: Arc, at: Point): number {
  let least = Infinity;
  let before = arc.from;
  for (let step = 1; step <= STEPS; step++) {
    const next = pointAt(arc, step / STEPS);
    least = Math.min(least, distanceToLine(before, next, at));
    before = next;
  }
  return least;
}

function between(arc: Arc, start: number, end: number): Arc {
  const [from, to] = [pointAt(arc, start), pointAt(arc, end)];
  const { from: a, control: b, to: c } = arc;
  // The tangents of a piece meet where the curve's two parameters are mixed.
  const mixed = (p: number, q: number, r: number): number => (1 - start) * (1 - end) * p + (start * (1 - end) + end * (1 - start)) * q + start * end * r;
  const control = { x: mixed(a.x, b.x, c.x), y: mixed(a.y, b.y, c.y) };
  return { from, control, to, heading: Math.atan2(to.y - control.y, to.x - control.x) };
}

/** The first share of an arc that is further than `radius` from where it starts. */
function firstBeyond(arc: Arc, centre: Point, radius: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    const { x, y } = pointAt(arc, middle);
    Math.hypot(x - centre.x, y - centre.y) < radius ? low = middle : high = middle;
  }
  return high;
}

function distanceToLine(a: Point, b: Point, at: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / length));
  return Math.hypot(at.x - a.x - share * dx, at.y - a.y - share * dy);
}
