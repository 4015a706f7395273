// The cells of the tiles that are drawn: where they are, how many incidents they ever have, and how many in the window.

import type { LoadedTile } from '../../tiles/density';
import { LEADS } from '../../view/signs';
import type { Square } from '../home';
import { holds } from './lattice';

/** The cells of one tile that are drawn: where a finer tile is there, those of a coarser one are not. */
interface Share {
  readonly tile: LoadedTile;
  /** The number of the first of them. */
  readonly first: number;
  /** Indices into the tile's cells. */
  readonly indices: Uint32Array;
  /** Of each of the tile's groups, the index of its key. */
  readonly keys: Uint8Array;
  /** The window's counts by series: signed, which the loops over them handle faster. */
  readonly counts: Int32Array;
}

export class Cells {
  /** What incidents are counted by, as `Signs` names it. */
  readonly keys: readonly string[];
  /** The four sides of each, in the unit square. */
  readonly left: Float64Array;
  readonly top: Float64Array;
  readonly right: Float64Array;
  readonly bottom: Float64Array;
  /** Dated incidents of all time. */
  readonly weights: Float64Array;
  /** Incidents of the window, as last counted. */
  readonly totals: Int32Array;
  readonly #shares: readonly Share[];
  #counted = '';

  /** What is in `except`, in the unit square, is left out. */
  constructor(tiles: readonly LoadedTile[], except: Square | null = null) {
    const keys = new Map<string, number>();
    let first = 0;
    this.#shares = tiles.map(tile => {
      const share = { tile, first, indices: clipped(tile, except), keys: Uint8Array.from(tile.tile.groups, ({ key, lead }) => numberOf(keys, lead ? LEADS : key)), counts: signed(tile.counts.counts) };
      first += share.indices.length;
      return share;
    });
    this.keys = [...keys.keys()];
    [this.left, this.top, this.right, this.bottom, this.weights] = Array.from({ length: 5 }, () => new Float64Array(first)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
    this.totals = new Int32Array(first);
    this.#shares.forEach(share => this.#place(share));
  }

  get length(): number { return this.totals.length; }

  /**
   * Counts the window's incidents: of each cell into `totals`, by group and key into `sums`, and of each group the only
   * cell that has any into `lonely`: −1 where none, −2 where several have. False when the window is where it was.
   */
  count(groupOf: Int32Array, sums: Int32Array, lonely: Int32Array): boolean {
    const counted = this.#shares.map(({ tile: { counts: { edges } } }) => `${edges.from} ${edges.to}`).join();
    if (counted === this.#counted) {
      return false;
    }
    this.#counted = counted;
    sums.fill(0);
    lonely.fill(-1);
    const { totals } = this;
    const width = this.keys.length;
    for (const { first, indices, keys, counts } of this.#shares) {
      const groups = keys.length;
      for (let i = 0; i < indices.length; i++) {
        const series = indices[i]! * groups;
        const place = groupOf[first + i]!;
        const sum = place * width;
        let total = 0;
        for (let group = 0; group < groups; group++) {
          const count = counts[series + group]!;
          if (count !== 0) {
            total += count;
            sums[sum + keys[group]!]! += count;
          }
        }
        totals[first + i] = total;
        if (total !== 0) {
          lonely[place] = lonely[place] === -1 ? first + i : -2;
        }
      }
    }
    return true;
  }

  /** The window's incidents of one cell, by key. */
  sumsOf(cell: number): Int32Array {
    const { first, indices, keys, counts } = this.#shares.find(share => cell < share.first + share.indices.length)!;
    const sums = new Int32Array(this.keys.length);
    keys.forEach((key, group) => { sums[key]! += counts[indices[cell - first]! * keys.length + group]!; });
    return sums;
  }

  /** What a cell covers, in the unit square. */
  squareOf(cell: number): Square {
    return { left: this.left[cell]!, top: this.top[cell]!, right: this.right[cell]!, bottom: this.bottom[cell]! };
  }

  #place({ tile, first, indices }: Share): void {
    const weights = weightsOf(tile);
    const { left, top, right, bottom } = tile.clip ?? { left: 0, top: 0, right: 1, bottom: 1 };
    const { cells, side } = tile.tile;
    const width = 1 / (side * 2 ** tile.z);
    for (let i = 0; i < indices.length; i++) {
      const cell = cells[indices[i]!]!;
      const [x, y] = [(tile.x * side + cell % side) * width, (tile.y * side + Math.floor(cell / side)) * width];
      this.left[first + i] = Math.max(left, x);
      this.top[first + i] = Math.max(top, y);
      this.right[first + i] = Math.min(right, x + width);
      this.bottom[first + i] = Math.min(bottom, y + width);
      this.weights[first + i] = weights[indices[i]!]!;
    }
  }
}

/** How many dated incidents each cell of a tile ever has. */
export function weightsOf({ tile: { cells, groups }, whole }: LoadedTile): Float64Array {
  const weights = new Float64Array(cells.length);
  for (let cell = 0, series = 0; cell < cells.length; cell++) {
    for (let group = 0; group < groups.length; group++) {
      weights[cell]! += whole[series++]!;
    }
  }
  return weights;
}

/** The cells that reach into the tile's clip, and whose middle is not in `except`. */
function clipped({ z, x, y, tile: { cells, side }, clip }: LoadedTile, except: Square | null): Uint32Array {
  const width = 1 / (side * 2 ** z);
  const indices = Uint32Array.from({ length: cells.length }, (_, index) => index);
  return clip === null && except === null ? indices : indices.filter(index => {
    const [left, top] = [(x * side + cells[index]! % side) * width, (y * side + Math.floor(cells[index]! / side)) * width];
    return (clip === null || (left < clip.right && left + width > clip.left && top < clip.bottom && top + width > clip.top))
      && (except === null || !holds(except, { x: left + width / 2, y: top + width / 2 }));
  });
}

function signed(counts: Uint32Array): Int32Array {
  return new Int32Array(counts.buffer, counts.byteOffset, counts.length);
}

function numberOf(keys: Map<string, number>, key: string): number {
  const number = keys.get(key) ?? keys.size;
  keys.set(key, number);
  return number;
}
