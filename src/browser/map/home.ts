// Where the map opens: where most incidents are, not where the furthest one is.

import type { Point } from './projection';

export interface Square {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A box of the densest `share` of the points, with what is beside it. Null without points. */
export function densestBox(points: readonly Point[], share: number): Square | null {
  if (points.length === 0) {
    return null;
  }
  const wanted = Math.max(1, Math.ceil(points.length * share));
  let kept = [...points];
  // Twice: the middle of all is pulled by the outliers that the first pass leaves out.
  for (let pass = 0; pass < 2; pass++) {
    const middle = { x: median(kept.map(point => point.x)), y: median(kept.map(point => point.y)) };
    const far = (point: Point) => Math.max(Math.abs(point.x - middle.x), Math.abs(point.y - middle.y));
    kept = [...points].sort((a, b) => far(a) - far(b)).slice(0, wanted);
  }
  const core = boxOf(kept);
  const [width, height] = [core.right - core.left, core.bottom - core.top];
  const margin = Math.max(width, height) * 0.12;
  return boxOf(points.filter(({ x, y }) => x >= core.left - margin && x <= core.right + margin && y >= core.top - margin && y <= core.bottom + margin));
}

export function boxOf(points: readonly Point[]): Square {
  return points.reduce<Square>((box, { x, y }) => ({
    left: Math.min(box.left, x), top: Math.min(box.top, y), right: Math.max(box.right, x), bottom: Math.max(box.bottom, y),
  }), { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
