// Dots for the cells of fine tiles, in pixels of the screen: each as strong as it is crowded around it. Dots may overlap: the
// stronger one is seen then.

import type { LoadedTile } from '../../tiles/density';
import { type Signs, UNMENTIONED } from '../../view/signs';
import { type Frame, toFrame, worldSize } from '../projection';
import type { Ramp } from './ramp';

export interface DotOptions {
  readonly frame: Frame;
  /** Pixels of the screen for one of the frame. */
  readonly ratio: number;
  /** Pixels along a side of a dot. */
  readonly size: number;
  /** Pixels along a side of the square around a dot whose incidents it is as strong as. */
  readonly reach: number;
  readonly ramp: Ramp;
  readonly signs: Signs;
}

/** What is at a pixel: no dot, one of what the lens does not mention, one of incidents; these are as many more as their step of the ramp. */
const NOTHING = 0;
const QUIET = 1;
const TOLD = 2;

/** Draws what some tiles count now into a picture that is empty: pixels as a canvas holds them, so many to a row. */
export function drawDots(pixels: Uint32Array, width: number, tiles: readonly LoadedTile[], options: DotOptions): void {
  const dots = new Dots(pixels, width, options);
  tiles.forEach(tile => dots.count(tile));
  dots.draw();
}

class Dots {
  readonly #pixels: Uint32Array;
  readonly #width: number;
  readonly #height: number;
  readonly #options: DotOptions;
  /** The pixel of each dot's upper left corner. */
  readonly #corners: number[] = [];
  /** What is in the dot whose corner each pixel is. */
  readonly #kinds: Uint8Array;
  /** How many incidents there are around each pixel. */
  readonly #sums: Int32Array;

  constructor(pixels: Uint32Array, width: number, options: DotOptions) {
    [this.#pixels, this.#width, this.#height, this.#options] = [pixels, width, pixels.length / width, options];
    [this.#kinds, this.#sums] = [new Uint8Array(pixels.length), new Int32Array(pixels.length)];
  }

  count({ tile: { cells, side, groups }, counts: { counts }, z, x, y }: LoadedTile): void {
    const { frame, ratio, size, signs } = this.#options;
    const across = 2 ** z;
    // All of a tile is in that copy of the world in which its middle is nearest to the frame's.
    const middle = toFrame({ x: (x + 0.5) / across, y: (y + 0.5) / across }, frame);
    const cellSize = worldSize(frame.zoom) / across / side * ratio;
    const left = middle.x * ratio - (side - 1) / 2 * cellSize - size / 2;
    const top = middle.y * ratio - (side - 1) / 2 * cellSize - size / 2;
    const isQuiet = groups.map(group => signs.keyOfGroup(group) === UNMENTIONED);
    for (let i = 0, series = 0; i < cells.length; i++) {
      let told = 0;
      let quiet = 0;
      for (let group = 0; group < isQuiet.length; group++, series++) {
        isQuiet[group]! ? quiet += counts[series]! : told += counts[series]!;
      }
      if (told > 0 || quiet > 0) {
        const column = Math.round(left + cells[i]! % side * cellSize);
        const row = Math.round(top + Math.floor(cells[i]! / side) * cellSize);
        if (column >= 0 && row >= 0 && column + size <= this.#width && row + size <= this.#height) {
          this.#add(column, row, told);
        }
      }
    }
  }

  draw(): void {
    const { size, ramp } = this.#options;
    const seen = new Uint16Array(this.#pixels.length);
    for (const corner of this.#corners) {
      const step = ramp.stepOf(Math.max(1, this.#sums[corner]!));
      const [level, colour] = this.#kinds[corner] === QUIET ? [QUIET, ramp.quiet] : [TOLD + step, ramp.dot(step)];
      for (let y = 0; y < size; y++) {
        const first = corner + y * this.#width;
        for (let pixel = first; pixel < first + size; pixel++) {
          if (level > seen[pixel]!) {
            seen[pixel] = level;
            this.#pixels[pixel] = colour;
          }
        }
      }
    }
  }

  /** So many incidents are in the dot whose corner is there, and crowd the square around it; 0: it is a quiet one. */
  #add(column: number, row: number, told: number): void {
    const { reach } = this.#options;
    const corner = row * this.#width + column;
    if (this.#kinds[corner] === NOTHING) {
      this.#corners.push(corner);
    }
    if (this.#kinds[corner] !== TOLD) {
      this.#kinds[corner] = told > 0 ? TOLD : QUIET;
    }
    const [left, top] = [Math.max(0, column - (reach >> 1)), Math.max(0, row - (reach >> 1))];
    const [right, bottom] = [Math.min(this.#width, column - (reach >> 1) + reach), Math.min(this.#height, row - (reach >> 1) + reach)];
    for (let line = top * this.#width; told > 0 && line < bottom * this.#width; line += this.#width) {
      for (let pixel = line + left; pixel < line + right; pixel++) {
        this.#sums[pixel]! += told;
      }
    }
  }
}
