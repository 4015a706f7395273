// How many there are in a part of the map or of time, whatever the window: as nearly as cells and stretches tell.

import type { LoadedTile } from './loaded-tiles';
import type { TimeTile } from './time-tile';
import { type Square, squareOf } from './wanted-tiles';

/** The points of the cells whose middle lies in a part of the unit square, of tiles as they are drawn. */
export function pointsIn(tiles: readonly LoadedTile[], part: Square): number {
  return tiles.reduce((sum, tile) => sum + pointsOf(tile, part), 0);
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

function pointsOf(drawn: LoadedTile, part: Square): number {
  const { tile: { side, cells, groups }, whole } = drawn;
  const square = squareOf(drawn);
  const bounds = drawn.clip ?? square;
  const cell = (square.right - square.left) / side;
  let sum = 0;
  for (let i = 0; i < cells.length; i++) {
    const x = square.left + (cells[i]! % side + 0.5) * cell;
    const y = square.top + (Math.floor(cells[i]! / side) + 0.5) * cell;
    if (isIn(bounds, x, y) && isInRepeated(part, x, y)) {
      for (let group = 0; group < groups.length; group++) {
        sum += whole[i * groups.length + group]!;
      }
    }
  }
  return sum;
}

function isIn({ left, top, right, bottom }: Square, x: number, y: number): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}

/** The part may reach beyond where the world repeats. */
function isInRepeated(part: Square, x: number, y: number): boolean {
  return isIn(part, x + Math.ceil(part.left - x), y);
}
