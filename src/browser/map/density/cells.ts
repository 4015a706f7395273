// The cells of the tiles that are drawn: where they are, how many incidents they ever have, and how many in the window.

import type { LoadedTile } from '../../tiles/density';
import { Signs, UNMENTIONED } from '../../view/signs';
import type { Square } from '../home';
import { byKey, lateness } from '../symbols';
import { holds } from './lattice';

/** The cells of one tile that are drawn: where a finer tile is there, those of a coarser one are not. */
interface Share {
  readonly tile: LoadedTile;
  /** The number of the first of them. */
  readonly first: number;
  /** Indices into the tile's cells. */
  readonly indices: Uint32Array;
  /** Of each cell of the tile its number here; −1: it is not drawn. */
  readonly places: Int32Array;
  /** Of each of the tile's groups, the index of its key. */
  readonly keys: readonly number[];
  /** The window's counts by series: signed, which the loops over them handle faster. */
  readonly counts: Int32Array;
  /** The same as they were when last looked at. */
  readonly before: Int32Array;
}

/** What the window has in each group of cells. */
export interface GroupSums {
  /** By group, then key. */
  readonly byKey: Int32Array;
  /** How many cells of each group have anything. */
  readonly filled: Int32Array;
  /** The numbers of those cells, all combined by exclusive or: of a single one its number. */
  readonly trace: Int32Array;
}

export class Cells {
  /** What incidents are counted by, as `Signs` names it: in the order of parts that are equally large. */
  readonly keys: readonly string[];
  /** The number of the first key whose part comes after the others however large it is. */
  readonly late: number;
  /** Left, top, right and bottom of each, in the unit square: tiles and cells are halved so often only that four bytes hold them exactly. */
  readonly sides: Float32Array;
  /** The width of each, whole where it is clipped, in the unit square. */
  readonly sizes: Float32Array;
  /** Dated incidents of all time. */
  readonly weights: Uint32Array;
  /** Incidents of the window, as last counted. */
  readonly totals: Int32Array;
  /** Those of them that the lens does not mention; null where there is no such key. */
  readonly unmentioned: Int32Array | null;
  readonly #shares: readonly Share[];
  readonly #unmentionedKey: number;
  readonly #sums: number[];
  #counted = '';

  /** What is in `except`, in the unit square, is left out. */
  constructor(tiles: readonly LoadedTile[], except: Square | null = null, signs = new Signs()) {
    this.keys = [...new Set(tiles.flatMap(({ tile: { groups } }) => groups.map(group => signs.keyOfGroup(group))))].sort(byKey);
    this.late = this.keys.filter(key => lateness(key) === 0).length;
    let first = 0;
    this.#shares = tiles.map(tile => {
      const share = shareOf(tile, first, clipped(tile, except), this.keys, signs);
      first += share.indices.length;
      return share;
    });
    [this.sides, this.sizes, this.weights] = [new Float32Array(4 * first), new Float32Array(first), new Uint32Array(first)];
    this.totals = new Int32Array(first);
    this.#sums = this.keys.map(() => 0);
    this.#unmentionedKey = this.keys.indexOf(UNMENTIONED);
    this.unmentioned = this.#unmentionedKey < 0 ? null : new Int32Array(first);
    this.#shares.forEach(share => this.#place(share));
  }

  get length(): number { return this.totals.length; }

  /** The number of the first cell of each tile. */
  get firsts(): number[] { return this.#shares.map(({ first }) => first); }

  /**
   * Takes over what changed of the window's incidents since it was last called: into `totals`, and into the sums of each
   * group. False when the window is where it was.
   */
  count(groupOf: Int32Array, sums: GroupSums): boolean {
    const counted = this.#shares.map(({ tile: { counts: { edges } } }) => `${edges.from} ${edges.to}`).join();
    if (counted === this.#counted) {
      return false;
    }
    this.#counted = counted;
    this.#shares.forEach(share => this.#countShare(share, groupOf, sums));
    return true;
  }

  /** From step to step few counts change; to look for those costs a tenth of adding all of them up. */
  #countShare({ counts, before, places, keys }: Share, groupOf: Int32Array, { byKey, filled, trace }: GroupSums): void {
    const { totals, unmentioned } = this;
    const [width, groups] = [this.keys.length, keys.length];
    for (let series = 0; series < counts.length; series++) {
      const count = counts[series]!;
      const change = count - before[series]!;
      if (change !== 0) {
        before[series] = count;
        const cell = Math.floor(series / groups);
        const place = places[cell]!;
        if (place >= 0) {
          const group = groupOf[place]!;
          const was = totals[place]!;
          totals[place] = was + change;
          const key = keys[series - cell * groups]!;
          byKey[group * width + key]! += change;
          if (key === this.#unmentionedKey) {
            unmentioned![place]! += change;
          }
          if (was === 0 || was + change === 0) {
            filled[group]! += was === 0 ? 1 : -1;
            trace[group]! ^= place;
          }
        }
      }
    }
  }

  /** The window's incidents of one cell, by key; they hold until others are asked for. */
  sumsOf(cell: number): readonly number[] {
    let share = this.#shares.length - 1;
    while (cell < this.#shares[share]!.first) {
      share--;
    }
    const { first, indices, keys, counts } = this.#shares[share]!;
    const sums = this.#sums;
    for (let key = 0; key < sums.length; key++) {
      sums[key] = 0;
    }
    for (let group = 0, series = indices[cell - first]! * keys.length; group < keys.length; group++, series++) {
      sums[keys[group]!]! += counts[series]!;
    }
    return sums;
  }

  /** What a cell covers, in the unit square. */
  squareOf(cell: number): Square {
    const { sides } = this;
    const first = 4 * cell;
    return { left: sides[first]!, top: sides[first + 1]!, right: sides[first + 2]!, bottom: sides[first + 3]! };
  }

  #place({ tile, first, indices }: Share): void {
    const weights = weightsOf(tile);
    const { left, top, right, bottom } = tile.clip ?? { left: 0, top: 0, right: 1, bottom: 1 };
    const { cells, side } = tile.tile;
    const width = 1 / (side * 2 ** tile.z);
    for (let i = 0; i < indices.length; i++) {
      const cell = cells[indices[i]!]!;
      const [x, y] = [(tile.x * side + cell % side) * width, (tile.y * side + Math.floor(cell / side)) * width];
      const own = 4 * (first + i);
      this.sides[own] = Math.max(left, x);
      this.sides[own + 1] = Math.max(top, y);
      this.sides[own + 2] = Math.min(right, x + width);
      this.sides[own + 3] = Math.min(bottom, y + width);
      this.sizes[first + i] = width;
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

function shareOf(tile: LoadedTile, first: number, indices: Uint32Array, keys: readonly string[], signs: Signs): Share {
  const places = new Int32Array(tile.tile.cells.length).fill(-1);
  indices.forEach((index, i) => { places[index] = first + i; });
  return {
    tile, first, indices, places,
    keys: tile.tile.groups.map(group => keys.indexOf(signs.keyOfGroup(group))),
    counts: signed(tile.counts.counts),
    before: new Int32Array(tile.counts.counts.length),
  };
}

function signed(counts: Uint32Array): Int32Array {
  return new Int32Array(counts.buffer, counts.byteOffset, counts.length);
}
