// Where the map opens: where most incidents are, not where the furthest one is.

import type { Point } from './projection';

export interface Square {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A place, and how many incidents are there: one unless it says so. */
export interface Weighed extends Point {
  readonly weight?: number;
}

/** A box of the densest `share` of the incidents, with what is beside it. Null without points. */
export function densestBox(points: readonly Weighed[], share: number): Square | null {
  if (points.length === 0) {
    return null;
  }
  const wanted = Math.max(1, Math.ceil(weightOf(points) * share));
  let kept: readonly Weighed[] = points;
  // Twice: the middle of all is pulled by the outliers that the first pass leaves out.
  for (let pass = 0; pass < 2; pass++) {
    const middle = { x: median(kept, point => point.x), y: median(kept, point => point.y) };
    const far = (point: Point) => Math.max(Math.abs(point.x - middle.x), Math.abs(point.y - middle.y));
    kept = heaviest([...points].sort((a, b) => far(a) - far(b)), wanted);
  }
  const core = boxOf(kept);
  const [width, height] = [core.right - core.left, core.bottom - core.top];
  const margin = Math.max(width, height) * 0.12;
  return boxOf(points.filter(({ x, y }) => x >= core.left - margin && x <= core.right + margin && y >= core.top - margin && y <= core.bottom + margin));
}

/** One box around all. */
export function around(squares: readonly Square[]): Square {
  return boxOf(squares.flatMap(({ left, top, right, bottom }) => [{ x: left, y: top }, { x: right, y: bottom }]));
}

export function boxOf(points: readonly Point[]): Square {
  return points.reduce<Square>((box, { x, y }) => ({
    left: Math.min(box.left, x), top: Math.min(box.top, y), right: Math.max(box.right, x), bottom: Math.max(box.bottom, y),
  }), { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity });
}

function weightOf(points: readonly Weighed[]): number {
  return points.reduce((sum, { weight }) => sum + (weight ?? 1), 0);
}

/** The first points that together weigh at least so much. */
function heaviest(points: readonly Weighed[], wanted: number): readonly Weighed[] {
  let sum = 0;
  const end = points.findIndex(({ weight }) => (sum += weight ?? 1) >= wanted);
  return end < 0 ? points : points.slice(0, end + 1);
}

function median(points: readonly Weighed[], of: (point: Point) => number): number {
  const sorted = [...points].sort((a, b) => of(a) - of(b));
  const half = Math.floor(weightOf(sorted) / 2) + 1;
  return of(heaviest(sorted, half).at(-1)!);
}
