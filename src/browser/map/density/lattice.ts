// The cells that incidents are counted in: at each zoom of tiles the world is a square of equal cells, and a canvas shows a
// stretch of them.

import type { Square } from '../home';
import { type Frame, type Point, worldSize } from '../projection';
import { groupingZoom } from '../symbols';

/** Cells along a side of a tile. */
const TILE_CELLS = 128;
const TILE_PIXELS = 512;
/** Pixels that a cell is wide at whole zooms. */
export const CELL = TILE_PIXELS / TILE_CELLS;

/** A stretch of the world's cells; left and right may be beyond the world, whose copies stand side by side. */
export interface Lattice {
  /** Of the tiles that have such cells. */
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/** The zoom of the tiles whose cells are seen at a zoom of the map: about four pixels wide. */
export function tileZoom(zoom: number): number {
  return Math.max(0, groupingZoom(zoom) - Math.log2(TILE_PIXELS / worldSize(0)));
}

/** How many cells the world is wide. */
export function cellsAcross(tileZoom: number): number {
  return TILE_CELLS * 2 ** tileZoom;
}

/** Pixels that a cell is wide. */
export function cellSize(lattice: Lattice, zoom: number): number {
  return worldSize(zoom) / cellsAcross(lattice.zoom);
}

/** All cells that a frame touches. */
export function latticeOf({ zoom, left, top, width, height }: Frame): Lattice {
  const cells = tileZoom(zoom);
  const pixels = worldSize(zoom) / cellsAcross(cells);
  const [first, above] = [Math.floor(left / pixels), Math.floor(top / pixels)];
  return { zoom: cells, left: first, top: above, columns: Math.ceil((left + width) / pixels) - first, rows: Math.ceil((top + height) / pixels) - above };
}

/** Whether a lattice of the right zoom reaches as far as the frame. */
export function isCovered(frame: Frame, lattice: Lattice): boolean {
  const seen = latticeOf(frame);
  return seen.zoom === lattice.zoom && seen.left >= lattice.left && seen.top >= lattice.top
    && seen.left + seen.columns <= lattice.left + lattice.columns && seen.top + seen.rows <= lattice.top + lattice.rows;
}

/** What a frame shows, in the unit square; it may reach beyond it at either side. */
export function groundOf({ zoom, left, top, width, height }: Frame): Square {
  const size = worldSize(zoom);
  return { left: left / size, top: top / size, right: (left + width) / size, bottom: (top + height) / size };
}

/** A point of the unit square in cells of the lattice, of the copy of the world nearest to its middle. */
export function inLattice({ x, y }: Point, lattice: Lattice): Point {
  const across = cellsAcross(lattice.zoom);
  const column = x * across - lattice.left;
  return { x: column - Math.round((column - lattice.columns / 2) / across) * across, y: y * across - lattice.top };
}

export function isInside(inner: Square, outer: Square): boolean {
  return inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom;
}

/** Whether a point is in a square, which may reach beyond the world at either side. */
export function holds({ left, top, right, bottom }: Square, { x, y }: Point): boolean {
  return y >= top && y < bottom && x + Math.ceil(left - x) < right;
}
