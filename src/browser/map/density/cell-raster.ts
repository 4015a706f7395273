// Writes how many incidents each cell has into a picture of cells.

import type { Cells } from './cells';
import { cellsAcross, inLattice, type Lattice } from './lattice';
import type { Ramp } from './ramp';

/** Where each cell of a set is in a lattice; found once, drawn at each step of the window. */
export class CellRaster {
  readonly cells: Cells;
  readonly lattice: Lattice;
  /** How many of the lattice's cells the world is wide. */
  readonly across: number;
  /** Of cells as large as the lattice's or smaller, the pixel; −1: none. */
  readonly #pixels: Int32Array;
  /** Larger ones: number, then the pixels that they cover, from and to. */
  readonly #blocks: readonly (readonly [cell: number, left: number, top: number, right: number, bottom: number])[];
  /** How many of the lattice's cells each is as large as, clipped or not. */
  readonly #sizes: Float32Array;
  readonly #sums: Uint32Array;
  /** Made when somebody points at the map for the first time. */
  #byPixel: CellsByPixel | null = null;

  constructor(cells: Cells, lattice: Lattice) {
    this.cells = cells;
    this.lattice = lattice;
    this.across = cellsAcross(lattice.zoom);
    this.#pixels = new Int32Array(cells.length).fill(-1);
    this.#sums = new Uint32Array(lattice.columns * lattice.rows);
    const blocks: (readonly [number, number, number, number, number])[] = [];
    const { across } = this;
    const { sides } = cells;
    this.#sizes = cells.sizes.map(size => (size * across) ** 2);
    for (let cell = 0; cell < cells.length; cell++) {
      const left = sides[4 * cell]!;
      const top = sides[4 * cell + 1]!;
      const right = sides[4 * cell + 2]!;
      const bottom = sides[4 * cell + 3]!;
      const width = (right - left) * across;
      const height = (bottom - top) * across;
      const middle = inLattice({ x: (left + right) / 2, y: (top + bottom) / 2 }, lattice);
      if (width < 1.5 && height < 1.5) {
        const column = Math.floor(middle.x);
        const row = Math.floor(middle.y);
        if (column >= 0 && row >= 0 && column < lattice.columns && row < lattice.rows) {
          this.#pixels[cell] = row * lattice.columns + column;
        }
      } else {
        const [from, above] = [Math.max(0, Math.round(middle.x - width / 2)), Math.max(0, Math.round(middle.y - height / 2))];
        const [to, below] = [Math.min(lattice.columns, Math.round(middle.x + width / 2)), Math.min(lattice.rows, Math.round(middle.y + height / 2))];
        if (from < to && above < below) {
          blocks.push([cell, from, above, to, below]);
        }
      }
    }
    this.#blocks = blocks;
  }

  /** Draws the cells from one number up to, not with, another. */
  draw(pixels: Uint32Array, ramp: Ramp, first = 0, end = this.#pixels.length): void {
    const { totals, unmentioned } = this.cells;
    const { columns } = this.lattice;
    for (const [cell, left, top, right, bottom] of this.#blocks) {
      if (cell < first || cell >= end) {
        continue;
      }
      const told = totals[cell]! - (unmentioned?.[cell] ?? 0);
      const colour = told > 0 ? ramp.spread(told, this.#sizes[cell]!) : ramp.spreadQuiet(totals[cell]!, this.#sizes[cell]!);
      for (let row = top; row < bottom && colour !== 0; row++) {
        pixels.fill(colour, row * columns + left, row * columns + right);
      }
    }
    const sums = this.#sums;
    const places = this.#pixels;
    for (let cell = first; cell < end; cell++) {
      const pixel = places[cell]!;
      const total = totals[cell]!;
      if (pixel >= 0 && total > 0) {
        sums[pixel]! += unmentioned === null ? total : total - unmentioned[cell]!;
        pixels[pixel] = sums[pixel]! > 0 ? ramp.of(sums[pixel]!) : ramp.quiet;
      }
    }
    sums.fill(0);
  }

  /**
   * The number of the cell under a point that has any of the window's, else of the nearest within `reach` pixels, of equally
   * near ones the first; −1: none.
   */
  cellAt(column: number, row: number, reach: number): number {
    const { totals } = this.cells;
    const { columns, rows } = this.lattice;
    const { first, next } = this.#byPixel ??= chained(this.#pixels, columns * rows);
    // Mostly there is one under the point, and that is all there is to look at.
    if (column >= 0 && row >= 0 && column < columns && row < rows) {
      for (let cell = first[Math.floor(row) * columns + Math.floor(column)]!; cell >= 0; cell = next[cell]!) {
        if (totals[cell]! > 0) {
          return cell;
        }
      }
    }
    const left = Math.max(0, Math.ceil(column - reach - 1));
    const right = Math.min(columns - 1, Math.floor(column + reach));
    const bottom = Math.min(rows - 1, Math.floor(row + reach));
    let best = -1;
    let nearest = Infinity;
    for (let y = Math.max(0, Math.ceil(row - reach - 1)); y <= bottom; y++) {
      const down = Math.abs(y + 0.5 - row);
      for (let x = left; x <= right; x++) {
        const distance = Math.max(Math.abs(x + 0.5 - column), down);
        if (distance <= nearest) {
          let cell = first[y * columns + x]!;
          while (cell >= 0 && totals[cell]! === 0) {
            cell = next[cell]!;
          }
          if (cell >= 0 && (distance < nearest || cell < best)) {
            best = cell;
            nearest = distance;
          }
        }
      }
    }
    return best >= 0 || this.#blocks.length === 0 ? best : this.#blockAt(column, row);
  }

  #blockAt(column: number, row: number): number {
    const block = this.#blocks.find(([cell, left, top, right, bottom]) =>
      this.cells.totals[cell]! > 0 && column >= left && column < right && row >= top && row < bottom);
    return block?.[0] ?? -1;
  }
}

/** The numbers of cells by pixel, in their order. */
interface CellsByPixel {
  /** Of each pixel; −1: it has none. */
  readonly first: Int32Array;
  /** Of each cell the one after it in the same pixel; −1: there is none. */
  readonly next: Int32Array;
}

function chained(pixels: Int32Array, count: number): CellsByPixel {
  const first = new Int32Array(count).fill(-1);
  const next = new Int32Array(pixels.length);
  for (let cell = pixels.length - 1; cell >= 0; cell--) {
    const pixel = pixels[cell]!;
    if (pixel >= 0) {
      next[cell] = first[pixel]!;
      first[pixel] = cell;
    }
  }
  return { first, next };
}
