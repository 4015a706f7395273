// Which cells share a ring. All that ever happened in them takes part, in the window or not, so that rings stay where they
// are while time moves. Busy places have large rings far apart, with their density in between; lonely ones small ones.

import { REACH } from '../cluster';
import { worldSize } from '../projection';
import type { Cells } from './cells';

export interface CellGroups {
  /** Of each cell the number of its group; `count` for cells too large to be in one. */
  readonly of: Int32Array;
  /** Where each group stands, in the unit square going on beyond its sides: in the middle of its incidents. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly count: number;
}

/** Cells next to each other, weighed together: pixels along a side. */
const BLOCK = 8;
/** Cells wider than this many pixels say too little about where their incidents are. */
const WIDEST = 36;
const GAP = 5; // pixels between rings
const LARGEST = 27; // radius in pixels
/** How far a ring gathers, in its radii: what is between rings shows how dense it is. */
const GATHERS = 2.6;

/** Radius in pixels of the ring of so many incidents. */
export function pileRadius(count: number): number {
  return Math.min(LARGEST, Math.round(21 + 3.6 * Math.log(count)) / 2);
}

/** Groups for a whole zoom of the map; `middle` is an x of the unit square near which the cells are, in whatever copy of the world. */
export function groupCells(cells: Cells, zoom: number, middle: number): CellGroups {
  const size = worldSize(zoom);
  const blocks = new Blocks(cells, size, middle);
  const crowds = blocks.crowds(REACH);
  const groups: Heap[] = [];
  const groupOf = new Int32Array(blocks.length).fill(-1);
  for (const block of blocks.byCrowd(crowds)) {
    if (groupOf[block]! < 0) {
      const heap: Heap = { x: 0, y: 0, weight: 0, merged: groups.length };
      blocks.around(block, Math.max(REACH, pileRadius(crowds[block]!) * GATHERS), other => {
        if (groupOf[other]! < 0) {
          groupOf[other] = groups.length;
          join(heap, blocks.x[other]!, blocks.y[other]!, blocks.weights[other]!);
        }
      });
      groups.push(heap);
    }
  }
  return numbered(mergeClose(groups), cells, groupOf, blocks.of, size);
}

interface Heap {
  x: number;
  y: number;
  weight: number;
  /** The group that it has become part of; its own number while it stands alone. */
  merged: number;
}

/** The cells in squares of some pixels: near ones are found by counting along rows. */
class Blocks {
  /** Of each cell its block, −1 for cells that are in none. */
  readonly of: Int32Array;
  /** The middle of the incidents of each block, in pixels. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weights: Float64Array;
  readonly length: number;
  /** Blocks in which anything is. */
  readonly occupied: number[] = [];
  readonly #columns: number;
  readonly #rows: number;

  constructor(cells: Cells, size: number, middle: number) {
    const { length, sides } = cells;
    const [x, y] = [new Float64Array(length), new Float64Array(length)];
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    // Plain numbers: this runs a few times only, mostly before the browser has made it fast.
    for (let i = 0; i < length; i++) {
      const unit = (sides[4 * i]! + sides[4 * i + 2]!) / 2;
      const across = (unit - Math.round(unit - middle)) * size;
      const down = (sides[4 * i + 1]! + sides[4 * i + 3]!) / 2 * size;
      x[i] = across;
      y[i] = down;
      left = across < left ? across : left;
      right = across > right ? across : right;
      top = down < top ? down : top;
      bottom = down > bottom ? down : bottom;
    }
    const [firstColumn, firstRow] = [Math.floor(left / BLOCK), Math.floor(top / BLOCK)];
    this.#columns = length === 0 ? 0 : Math.floor(right / BLOCK) - firstColumn + 1;
    this.#rows = length === 0 ? 0 : Math.floor(bottom / BLOCK) - firstRow + 1;
    this.length = this.#columns * this.#rows;
    this.of = new Int32Array(length).fill(-1);
    [this.x, this.y, this.weights] = [new Float64Array(this.length), new Float64Array(this.length), new Float64Array(this.length)];
    for (let i = 0; i < length; i++) {
      const weight = cells.weights[i]!;
      if (weight > 0 && (sides[4 * i + 2]! - sides[4 * i]!) * size <= WIDEST) {
        const block = (Math.floor(y[i]! / BLOCK) - firstRow) * this.#columns + Math.floor(x[i]! / BLOCK) - firstColumn;
        this.of[i] = block;
        this.weights[block] === 0 && this.occupied.push(block);
        this.weights[block]! += weight;
        this.x[block]! += x[i]! * weight;
        this.y[block]! += y[i]! * weight;
      }
    }
    for (const block of this.occupied) {
      this.x[block]! /= this.weights[block]!;
      this.y[block]! /= this.weights[block]!;
    }
  }

  /** How many incidents there are in the square that reaches some pixels to each side of each block. */
  crowds(reach: number): Float64Array {
    const steps = Math.round(reach / BLOCK);
    const [columns, rows] = [this.#columns, this.#rows];
    // What lies above and left of each corner: four of them make the sum of any square.
    const width = columns + 1;
    const corners = new Float64Array(width * (rows + 1));
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let column = 0; column < columns; column++) {
        sum += this.weights[row * columns + column]!;
        corners[(row + 1) * width + column + 1] = corners[row * width + column + 1]! + sum;
      }
    }
    const crowds = new Float64Array(this.length);
    for (const block of this.occupied) {
      const [column, row] = [block % columns, Math.floor(block / columns)];
      const [left, right] = [Math.max(0, column - steps), Math.min(columns, column + steps + 1)];
      const [top, bottom] = [Math.max(0, row - steps) * width, Math.min(rows, row + steps + 1) * width];
      crowds[block] = corners[bottom + right]! - corners[top + right]! - corners[bottom + left]! + corners[top + left]!;
    }
    return crowds;
  }

  /** The occupied blocks, those in the largest crowd first. */
  byCrowd(crowds: Float64Array): Float64Array {
    // One number each, which sorts ten times as fast as two compared.
    const scale = 2 ** Math.ceil(Math.log2(this.length + 1));
    const keys = new Float64Array(this.occupied.length);
    for (let i = 0; i < keys.length; i++) {
      keys[i] = this.occupied[i]! - crowds[this.occupied[i]!]! * scale;
    }
    keys.sort();
    for (let i = 0; i < keys.length; i++) {
      keys[i] = (keys[i]! % scale + scale) % scale;
    }
    return keys;
  }

  /** Visits the occupied blocks within some pixels of a block, itself included. */
  around(block: number, reach: number, visit: (other: number) => void): void {
    const steps = Math.ceil(reach / BLOCK) + 1;
    const [column, row] = [block % this.#columns, Math.floor(block / this.#columns)];
    const [x, y] = [this.x[block]!, this.y[block]!];
    for (let r = Math.max(0, row - steps); r <= Math.min(this.#rows - 1, row + steps); r++) {
      const end = r * this.#columns + Math.min(this.#columns - 1, column + steps);
      for (let other = r * this.#columns + Math.max(0, column - steps); other <= end; other++) {
        if (this.weights[other]! > 0 && (this.x[other]! - x) ** 2 + (this.y[other]! - y) ** 2 <= reach * reach) {
          visit(other);
        }
      }
    }
  }
}

/** Groups lie in the middle of their incidents, where their rings may touch: the smaller becomes part of the larger. */
function mergeClose(groups: Heap[]): Heap[] {
  let standing = groups.map((_, number) => number);
  for (let isMerging = true; isMerging;) {
    isMerging = false;
    standing.sort((a, b) => groups[b]!.weight - groups[a]!.weight || a - b);
    const near = new Map<string, number[]>();
    const keyOf = (x: number, y: number): string => `${x} ${y}`;
    standing = standing.filter(number => {
      const group = groups[number]!;
      const radius = pileRadius(group.weight);
      const [column, row] = [Math.floor(group.x / NEAR), Math.floor(group.y / NEAR)];
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          const close = near.get(keyOf(column + dx, row + dy))?.find(other =>
            Math.hypot(groups[other]!.x - group.x, groups[other]!.y - group.y) < radius + pileRadius(groups[other]!.weight) + GAP);
          if (close !== undefined) {
            join(groups[close]!, group.x, group.y, group.weight);
            group.merged = close;
            isMerging = true;
            return false;
          }
        }
      }
      const key = keyOf(column, row);
      near.has(key) ? near.get(key)!.push(number) : near.set(key, [number]);
      return true;
    });
  }
  return groups;
}

const NEAR = 2 * LARGEST + GAP; // pixels: two of the largest rings side by side

function join(heap: Heap, x: number, y: number, weight: number): void {
  const sum = heap.weight + weight;
  heap.x = (heap.x * heap.weight + x * weight) / sum;
  heap.y = (heap.y * heap.weight + y * weight) / sum;
  heap.weight = sum;
}

/** The groups that still stand, numbered by where they are, and of each cell the one that it is in. */
function numbered(groups: readonly Heap[], cells: Cells, groupOfBlock: Int32Array, blockOf: Int32Array, size: number): CellGroups {
  const standing = groups.flatMap((group, number) => group.merged === number ? [number] : []);
  const numbers = new Int32Array(groups.length).fill(-1);
  standing.forEach((number, i) => { numbers[number] = i; });
  const endOf = (number: number): number => groups[number]!.merged === number ? numbers[number]! : endOf(groups[number]!.merged);
  groups.forEach((_, number) => { numbers[number] = endOf(number); });
  const of = new Int32Array(cells.length);
  for (let cell = 0; cell < of.length; cell++) {
    const block = blockOf[cell]!;
    of[cell] = block < 0 ? standing.length : numbers[groupOfBlock[block]!]!;
  }
  return {
    of,
    x: Float64Array.from(standing, number => groups[number]!.x / size),
    y: Float64Array.from(standing, number => groups[number]!.y / size),
    count: standing.length,
  };
}
