// Which tiles a part of the map needs.

import type { TilePlace } from './tile-address';

/** A part of the unit square: x and y from 0 to 1, north on top. Left and right go beyond where the world repeats. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the map shows; at `zoom` the world is 256 · 2^zoom CSS pixels wide. */
export interface ShownSquare extends Square {
  readonly zoom: number;
}

export const DEEPEST_ZOOM = 22;
const MOST_TILES = 64;

/**
 * Tiles are 512 pixels, the map's zoom counts 256: one less. Between two zooms it is the deeper one, so that cells are
 * 2 to 4 CSS pixels wide: the shallower one would show squares of up to 8, coarser than the smallest sign.
 */
export function tileZoom(zoom: number): number {
  return Math.max(0, Math.min(DEEPEST_ZOOM, Math.ceil(zoom - 1 - 1e-6)));
}

/** The tiles that cover what is shown, those in the middle first; each once, however often the world repeats. */
export function wantedTiles({ zoom, left, top, right, bottom }: ShownSquare): TilePlace[] {
  const z = tileZoom(zoom);
  const across = 2 ** z;
  const columns = range(Math.floor(left * across), Math.min(Math.ceil(right * across), Math.floor(left * across) + across));
  const rows = range(Math.max(0, Math.floor(top * across)), Math.min(across, Math.ceil(bottom * across)));
  const [middleX, middleY] = [(left + right) / 2 * across - 0.5, (top + bottom) / 2 * across - 0.5];
  return rows.flatMap(y => columns.map(x => ({ x, y, far: Math.hypot(x - middleX, y - middleY) })))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_TILES)
    .map(({ x, y }) => ({ z, x: (x % across + across) % across, y }));
}

export function sameShown(a: ShownSquare, b: ShownSquare | null): boolean {
  return b !== null && a.zoom === b.zoom && a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}

export function squareOf({ z, x, y }: TilePlace): Square {
  const side = 2 ** -z;
  return { left: x * side, top: y * side, right: (x + 1) * side, bottom: (y + 1) * side };
}

/** The tiles that hold this one, the nearest first. */
export function ancestors({ z, x, y }: TilePlace): TilePlace[] {
  return range(1, z + 1).map(up => ({ z: z - up, x: x >> up, y: y >> up }));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** Degrees, between −180 and 180, however often the world repeats. */
export function longitudeOf(x: number): number {
  return (x - Math.floor(x)) * 360 - 180;
}

/** Degrees. The square ends short of the poles; what lies beyond is counted in its last row. */
export function latitudeOf(y: number): number {
  return y <= 0 ? 90 : y >= 1 ? -90 : Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180 / Math.PI;
}
