// How many there are in a part of the map or of time, whatever the window: as nearly as cells and stretches tell.

import type { LoadedTile } from './loaded-tiles';
import type { TimeTile } from './time-tile';
import { type Square, squareOf } from './wanted-tiles';

/** Whether a part of the unit square has at most so many points, of tiles as they are drawn; a cell that is only partly in it counts in that part. */
export function hasAtMost(most: number, tiles: readonly LoadedTile[], part: Square): boolean {
  let left = most;
  return tiles.every(tile => (left -= pointsOf(tile, part, left)) >= 0);
}

/** The incidents that start in stretches that meet a range. */
export function datedIn({ edges, offsets, counts }: TimeTile, { from, to }: { from: number; to: number }): number {
  let sum = 0;
  for (let k = 0; k <= edges.length; k++) {
    const isBefore = k < edges.length && edges[k]! <= from;
    const isAfter = k > 0 && edges[k - 1]! >= to;
    for (let i = offsets[k]!; !isBefore && !isAfter && i < offsets[k + 1]!; i++) {
      sum += counts[i]!;
    }
  }
  return sum;
}

/** Counts no further than beyond `most`. */
function pointsOf(drawn: LoadedTile, part: Square, most: number): number {
  const { tile: { side, cells, groups }, whole } = drawn;
  const square = squareOf(drawn);
  const bounds = drawn.clip ?? square;
  const size = (square.right - square.left) / side;
  let sum = 0;
  for (let i = 0; i < cells.length && sum <= most; i++) {
    const left = square.left + cells[i]! % side * size;
    const top = square.top + Math.floor(cells[i]! / side) * size;
    const cell = { left: Math.max(bounds.left, left), top: Math.max(bounds.top, top), right: Math.min(bounds.right, left + size), bottom: Math.min(bounds.bottom, top + size) };
    const share = sharedArea(cell, part) / (size * size);
    for (let group = 0; share > 0 && group < groups.length; group++) {
      sum += share * whole[i * groups.length + group]!;
    }
  }
  return sum;
}

/** The area that both have; the part may reach beyond where the world repeats. */
function sharedArea({ left, top, right, bottom }: Square, part: Square): number {
  const down = Math.min(bottom, part.bottom) - Math.max(top, part.top);
  let across = 0;
  for (let world = Math.floor(part.left); down > 0 && right > left && world < part.right; world++) {
    across += Math.max(0, Math.min(right + world, part.right) - Math.max(left + world, part.left));
  }
  return Math.max(0, down) * across;
}
