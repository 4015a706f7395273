// A picture of dots, each as strong as it is crowded around it. Dots may overlap: the stronger one is seen then. What changes
// leave dirty is told by bands.

import { type Ramp, STEPS } from './ramp';

/** What is at a pixel: no dot, one of what the lens does not mention, one of incidents. */
export const NOTHING = 0;
export const QUIET = 1;
export const TOLD = 2;
/** A dot of incidents that is yet to be drawn. */
const FRESH = 255;

/** Pixels of the picture that are to be shown anew. */
export interface Dirty {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const BAND = 64; // rows
/** Fewer than the ramp has: no eye sees it in a dot, and most steps of the window then change none of those around. */
const SHADES = 32;

export interface DotGridOptions {
  /** Pixels along a side of a dot. */
  readonly size: number;
  /** Pixels along a side of the square around a dot whose incidents it is as strong as. */
  readonly reach: number;
  readonly ramp: Ramp;
}

export class DotGrid {
  /** As a canvas's picture holds them. */
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly #reach: number;
  readonly #ramp: Ramp;
  /** Of each level. */
  readonly #colours: Uint32Array;
  /** Of each step of the ramp. */
  readonly #shades = Uint8Array.from({ length: STEPS }, (_, step) => Math.round(step * (SHADES - 1) / (STEPS - 1)));
  /** How many incidents there are around each pixel. */
  readonly #sums: Int32Array;
  /** Pixels whose dot, or how crowded it is around it, changed; each once. */
  readonly #touched: number[] = [];
  readonly #isTouched: Uint8Array;
  /** Of the dot whose upper left corner each pixel is: `TOLD` and the shade, or `QUIET`. */
  readonly #levels: Uint8Array;
  /** Of what is seen at each pixel. */
  readonly #seen: Uint8Array;
  /** Of each band of rows the first column that is dirty, and the one after the last. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;

  constructor(pixels: Uint32Array, width: number, { size, reach, ramp }: DotGridOptions) {
    [this.pixels, this.width, this.height, this.size, this.#reach, this.#ramp] = [pixels, width, pixels.length / width, size, reach, ramp];
    [this.#levels, this.#seen] = [new Uint8Array(pixels.length), new Uint8Array(pixels.length)];
    [this.#sums, this.#isTouched] = [new Int32Array(pixels.length), new Uint8Array(pixels.length)];
    this.#colours = Uint32Array.from({ length: SHADES + TOLD }, (_, level) => level === NOTHING ? 0 : level === QUIET ? ramp.quiet : ramp.dot(Math.round((level - TOLD) * (STEPS - 1) / (SHADES - 1))));
    const bands = Math.ceil(this.height / BAND);
    [this.#from, this.#to] = [new Int32Array(bands).fill(width), new Int32Array(bands)];
  }

  /** So many incidents come to the dot whose corner a pixel is, or go. `what` it is then. */
  count(corner: number, change: number, what: typeof NOTHING | typeof QUIET | typeof TOLD): void {
    const { left, right, top, bottom } = this.#around(corner);
    for (let line = top; line < bottom && change !== 0; line += this.width) {
      for (let pixel = line + left; pixel < line + right; pixel++) {
        this.#sums[pixel]! += change;
      }
    }
    if (this.#isTouched[corner] === 0) {
      this.#isTouched[corner] = 1;
      this.#touched.push(corner);
    }
    if (what !== TOLD) {
      this.#set(corner, what);
    } else if (this.#levels[corner]! <= QUIET) {
      this.#levels[corner] = FRESH;
    }
  }

  /** Draws what was counted first, each dot once. */
  begin(): void {
    for (const corner of this.#touched) {
      this.#isTouched[corner] = 0;
      if (this.#levels[corner] === FRESH) {
        this.#set(corner, this.#levelAt(corner));
      }
    }
    this.#touched.length = 0;
  }

  /** Draws what was counted since, and what is crowded by it. */
  paint(): void {
    for (const corner of this.#touched) {
      this.#isTouched[corner] = 0;
      const { left, right, top, bottom } = this.#around(corner);
      for (let line = top; line < bottom; line += this.width) {
        for (let pixel = line + left; pixel < line + right; pixel++) {
          if (this.#levels[pixel]! > QUIET) {
            this.#set(pixel, this.#levelAt(pixel));
          }
        }
      }
    }
    this.#touched.length = 0;
  }

  /** The square that the incidents at a pixel crowd: its columns, and the first pixels of its rows. */
  #around(corner: number): { left: number; right: number; top: number; bottom: number } {
    const column = corner % this.width;
    const row = (corner - column) / this.width;
    const [left, top] = [column - (this.#reach >> 1), row - (this.#reach >> 1)];
    return {
      left: left < 0 ? 0 : left, right: Math.min(this.width, left + this.#reach),
      top: (top < 0 ? 0 : top) * this.width, bottom: Math.min(this.height, top + this.#reach) * this.width,
    };
  }

  #levelAt(pixel: number): number {
    return TOLD + this.#shades[this.#ramp.stepOf(Math.max(1, this.#sums[pixel]!))]!;
  }

  /** Puts a dot where its corner is, or takes it away. */
  #set(corner: number, level: number): void {
    const before = this.#levels[corner]!;
    if (level === before) {
      return;
    }
    this.#levels[corner] = level;
    const { width, size } = this;
    const column = corner % width;
    const row = (corner - column) / width;
    for (let y = 0; y < size; y++) {
      const first = corner + y * width;
      for (let pixel = first; pixel < first + size; pixel++) {
        if (level > this.#seen[pixel]!) {
          this.#show(pixel, level);
        } else if (before === this.#seen[pixel] || before === FRESH) {
          this.#show(pixel, this.#densestAt(pixel, column + pixel - first, row + y));
        }
      }
    }
    this.#soil(row, column);
    this.#soil(row + size - 1, column);
  }

  /** What is to be shown anew; asked for once. */
  takeDirty(): Dirty[] {
    const dirty: Dirty[] = [];
    for (let band = 0; band < this.#from.length; band++) {
      const [left, right] = [this.#from[band]!, this.#to[band]!];
      if (left < right) {
        dirty.push({ left, top: band * BAND, width: right - left, height: Math.min(BAND, this.height - band * BAND) });
        this.#from[band] = this.width;
        this.#to[band] = 0;
      }
    }
    return dirty;
  }

  #densestAt(pixel: number, column: number, row: number): number {
    let densest = NOTHING;
    for (let up = Math.min(row, this.size - 1); up >= 0; up--) {
      for (let back = Math.min(column, this.size - 1); back >= 0; back--) {
        const level = this.#levels[pixel - up * this.width - back]!;
        densest = level > densest && level !== FRESH ? level : densest;
      }
    }
    return densest;
  }

  #show(pixel: number, level: number): void {
    this.#seen[pixel] = level;
    this.pixels[pixel] = this.#colours[level]!;
  }

  #soil(row: number, column: number): void {
    const band = Math.floor(row / BAND);
    if (column < this.#from[band]!) {
      this.#from[band] = column;
    }
    if (column + this.size > this.#to[band]!) {
      this.#to[band] = column + this.size;
    }
  }
}
