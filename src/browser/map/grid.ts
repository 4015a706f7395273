// Things by the square cell they lie in: near ones are found without looking at all.

import type { Point } from './projection';

export class Grid<T> {
  readonly #side: number;
  readonly #cells = new Map<number, T[]>();

  constructor(side: number) {
    this.#side = side;
  }

  add({ x, y }: Point, thing: T): void {
    this.#put(Math.floor(x / this.#side), Math.floor(y / this.#side), thing);
  }

  /** Puts a thing into every cell that a box touches. */
  addBox(left: number, top: number, right: number, bottom: number, thing: T): void {
    for (let column = Math.floor(left / this.#side); column <= Math.floor(right / this.#side); column++) {
      for (let row = Math.floor(top / this.#side); row <= Math.floor(bottom / this.#side); row++) {
        this.#put(column, row, thing);
      }
    }
  }

  /** All within one cell's side of a point, and some further ones. */
  around({ x, y }: Point): T[] {
    return this.within(x - this.#side, y - this.#side, x + this.#side, y + this.#side);
  }

  /** All in the cells that a box touches; what was put in as a box may come more than once. */
  within(left: number, top: number, right: number, bottom: number): T[] {
    const found: T[] = [];
    const lastColumn = Math.floor(right / this.#side);
    const [firstRow, lastRow] = [Math.floor(top / this.#side), Math.floor(bottom / this.#side)];
    for (let column = Math.floor(left / this.#side); column <= lastColumn; column++) {
      for (let row = firstRow; row <= lastRow; row++) {
        const cell = this.#cells.get(keyOf(column, row));
        for (let i = 0; cell !== undefined && i < cell.length; i++) {
          found.push(cell[i]!);
        }
      }
    }
    return found;
  }

  #put(column: number, row: number, thing: T): void {
    const key = keyOf(column, row);
    const cell = this.#cells.get(key);
    cell === undefined ? this.#cells.set(key, [thing]) : cell.push(thing);
  }
}

function keyOf(column: number, row: number): number {
  return (column + 0x2000000) * 0x4000000 + row + 0x2000000;
}
