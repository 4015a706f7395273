// Writes how many incidents each cell has into a picture of cells.

import type { Cells } from './cells';
import { cellsAcross, inLattice, type Lattice } from './lattice';
import type { Ramp } from './ramp';

/** Where each cell of a set is in a lattice; found once, drawn at each step of the window. */
export class CellRaster {
  readonly lattice: Lattice;
  readonly #cells: Cells;
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
    this.#cells = cells;
    this.lattice = lattice;
    this.#pixels = new Int32Array(cells.length).fill(-1);
    this.#sums = new Uint32Array(lattice.columns * lattice.rows);
    const blocks: (readonly [number, number, number, number, number])[] = [];
    const across = cellsAcross(lattice.zoom);
    this.#sizes = cells.sizes.map(size => (size * across) ** 2);
    for (let cell = 0; cell < cells.length; cell++) {
      const left = cells.left[cell]!;
      const top = cells.top[cell]!;
      const width = (cells.right[cell]! - left) * across;
      const height = (cells.bottom[cell]! - top) * across;
      const middle = inLattice({ x: (left + cells.right[cell]!) / 2, y: (top + cells.bottom[cell]!) / 2 }, lattice);
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

  isOf(cells: Cells, lattice: Lattice): boolean {
    return cells === this.#cells && lattice === this.lattice;
  }

  /** Draws the cells from one number up to, not with, another. */
  draw(pixels: Uint32Array, ramp: Ramp, first = 0, end = this.#pixels.length): void {
    const { totals, unmentioned } = this.#cells;
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

  /** The number of the cell nearest to a point, within `reach` pixels, that has any of the window's; −1: none. */
  cellAt(column: number, row: number, reach: number): number {
    const { totals } = this.#cells;
    const { columns, rows } = this.lattice;
    const { ends, cells } = this.#byPixel ??= groupedByPixel(this.#pixels, columns * rows);
    const pixels = this.#pixels;
    const left = Math.max(0, Math.floor(column - reach - 1));
    const right = Math.min(columns - 1, Math.ceil(column + reach));
    const bottom = Math.min(rows - 1, Math.ceil(row + reach));
    let best = -1;
    let nearest = reach + 0.5;
    for (let y = Math.max(0, Math.floor(row - reach - 1)); y <= bottom; y++) {
      const start = y * columns;
      const down = Math.abs(y + 0.5 - row);
      // The cells of neighbouring pixels stand side by side.
      const end = ends[start + right]!;
      for (let i = start + left === 0 ? 0 : ends[start + left - 1]!; i < end; i++) {
        const cell = cells[i]!;
        if (totals[cell]! > 0) {
          const distance = Math.max(Math.abs(pixels[cell]! - start + 0.5 - column), down);
          if (distance < nearest || distance === nearest && (cell < best || best < 0)) {
            best = cell;
            nearest = distance;
          }
        }
      }
    }
    return best >= 0 ? best : this.#blocks.find(([cell, left, top, right, bottom]) => totals[cell]! > 0 && column >= left && column < right && row >= top && row < bottom)?.[0] ?? -1;
  }
}

/** The numbers of cells by pixel: those of a pixel come before its end, and after that of the pixel before it. */
interface CellsByPixel {
  readonly ends: Uint32Array;
  readonly cells: Uint32Array;
}

function groupedByPixel(pixels: Int32Array, count: number): CellsByPixel {
  const ends = new Uint32Array(count);
  pixels.forEach(pixel => { pixel >= 0 && ends[pixel]!++; });
  for (let pixel = 1; pixel < count; pixel++) {
    ends[pixel]! += ends[pixel - 1]!;
  }
  const cells = new Uint32Array(ends[count - 1] ?? 0);
  const next = ends.slice();
  for (let cell = pixels.length - 1; cell >= 0; cell--) {
    const pixel = pixels[cell]!;
    if (pixel >= 0) {
      cells[--next[pixel]!] = cell;
    }
  }
  return { ends, cells };
}
