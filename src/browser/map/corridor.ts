// The outline of a band along a line: both sides, round at the ends.

import type { Point } from './projection';

const CAP_STEPS = 12;

/** A closed ring around `line`, `half` away from it. Bends closer together than that are smoothed over. */
export function corridorOutline(line: readonly Point[], half: number): Point[] {
  const spine = thin(line, half);
  if (spine.length === 1) {
    return cap(spine[0]!, 0, half, 2 * CAP_STEPS);
  }
  const angles = spine.slice(1).map((point, i) => Math.atan2(point.y - spine[i]!.y, point.x - spine[i]!.x));
  const side = (sign: 1 | -1): Point[] => spine.slice(1, -1).map((point, i) => {
    const [before, after] = [angles[i]!, angles[i + 1]!];
    const turn = Math.atan2(Math.sin(after - before), Math.cos(after - before));
    const normal = before + turn / 2 + sign * Math.PI / 2;
    const reach = half / Math.max(0.5, Math.cos(turn / 2));
    return { x: point.x + reach * Math.cos(normal), y: point.y + reach * Math.sin(normal) };
  });
  return [
    ...side(1).reverse(),
    ...cap(spine[0]!, angles[0]! + Math.PI / 2, half, CAP_STEPS),
    ...side(-1),
    ...cap(spine.at(-1)!, angles.at(-1)! - Math.PI / 2, half, CAP_STEPS),
  ];
}

/** The point of the upper side half way along. */
export function corridorMiddle(line: readonly Point[], half: number): Point {
  const lengths = line.slice(1).map((point, i) => Math.hypot(point.x - line[i]!.x, point.y - line[i]!.y));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  const leg = Math.max(0, lengths.findIndex(length => (left -= length) <= 0));
  const [from, to] = [line[leg]!, line[leg + 1] ?? line[leg]!];
  const share = lengths[leg] ? 1 + left / lengths[leg] : 0;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const side = Math.cos(angle) >= 0 ? half : -half;
  return { x: from.x + (to.x - from.x) * share + side * Math.sin(angle), y: from.y + (to.y - from.y) * share - side * Math.cos(angle) };
}

function thin(line: readonly Point[], apart: number): Point[] {
  const kept = [line[0]!];
  for (const point of line.slice(1)) {
    if (Math.hypot(point.x - kept.at(-1)!.x, point.y - kept.at(-1)!.y) >= apart) {
      kept.push(point);
    }
  }
  const end = line.at(-1)!;
  if (kept.at(-1) !== end) {
    kept.length > 1 ? kept[kept.length - 1] = end : end.x !== kept[0]!.x || end.y !== kept[0]!.y ? kept.push(end) : undefined;
  }
  return kept;
}

/** Points on a circle, half of it for CAP_STEPS. */
function cap({ x, y }: Point, from: number, radius: number, steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + i / CAP_STEPS * Math.PI;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}
