// A part of a picture in pixels of the screen, into which rings are painted without a canvas: a canvas makes of every arc a
// path that it fills, and of a frame of rings a hundred of them.

/** Whole pixels; `right` and `bottom` are the ones after the last. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pixels that something covers, as seen from its corner, and how much of each, 1 to 255. */
export interface Mask {
  readonly x: Uint8Array;
  readonly y: Uint8Array;
  readonly cover: Uint8Array;
}

/** Pixels as those of a raster. */
export interface Stamp {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

export class Raster implements PixelBox {
  /** Red, green, blue and alpha from the lowest byte on, not multiplied, row by row. */
  readonly pixels: Uint32Array;
  readonly side: number;
  left = 0;
  top = 0;
  #isEmpty = true;

  /** `pixels`: `side` rows of as many. */
  constructor(pixels: Uint32Array, side: number) {
    this.pixels = pixels;
    this.side = side;
  }

  get right(): number { return this.left + this.side; }
  get bottom(): number { return this.top + this.side; }

  /** Begins another part, empty. */
  begin(left: number, top: number): void {
    this.left = left;
    this.top = top;
    this.pixels.fill(0);
    this.#isEmpty = true;
  }

  /** Whether a square has the same place and size. */
  is(left: number, top: number, side: number): boolean {
    return this.left === left && this.top === top && this.side === side;
  }

  /** Where a pixel is; −1: beside this part. */
  indexOf(x: number, y: number): number {
    const [column, row] = [x - this.left, y - this.top];
    return column >= 0 && row >= 0 && column < this.side && row < this.side ? row * this.side + column : -1;
  }

  /** Lays pixels over what is there; their corner is at a place. */
  lay(stamp: Stamp, left: number, top: number): void {
    const { pixels, side } = this;
    if (this.#isEmpty && stamp.height === side && this.is(left, top, stamp.width)) {
      pixels.set(stamp.pixels);
      this.#isEmpty = false;
      return;
    }
    this.#isEmpty = false;
    const [first, end] = [Math.max(0, this.left - left), Math.min(stamp.width, this.right - left)];
    for (let y = Math.max(0, this.top - top), last = Math.min(stamp.height, this.bottom - top); y < last; y++) {
      let to = (top + y - this.top) * side + left + first - this.left;
      for (let from = y * stamp.width + first; from < y * stamp.width + end; from++, to++) {
        const pixel = stamp.pixels[from]!;
        if (pixel !== 0) {
          pixels[to] = over(pixels[to]!, pixel & 0xffffff, pixel >>> 24);
        }
      }
    }
  }

  /** Paints a colour (0xbbggrr) through a mask whose corner is at a place. */
  stamp({ x, y, cover }: Mask, left: number, top: number, colour: number): void {
    const { pixels, side } = this;
    this.#isEmpty = false;
    const [column, row] = [left - this.left, top - this.top];
    for (let i = 0; i < cover.length; i++) {
      const [toColumn, toRow, alpha] = [column + x[i]!, row + y[i]!, cover[i]!];
      if (toColumn >= 0 && toRow >= 0 && toColumn < side && toRow < side) {
        const to = toRow * side + toColumn;
        const below = pixels[to]!;
        pixels[to] = alpha === 255 || below === 0 ? alpha << 24 | colour : over(below, colour, alpha);
      }
    }
  }
}

/** What is seen of a pixel when a colour that covers `alpha` 255ths of it lies over it, as 32 bits. */
export function over(below: number, colour: number, alpha: number): number {
  if (below >>> 24 === 255) {
    const rest = 255 - alpha;
    // Red and blue at once: there is room between them. A 255th of x, rounded, is y + (y >> 8) >> 8 with y = x + 128.
    const redBlue = Math.imul(colour & 0xff00ff, alpha) + Math.imul(below & 0xff00ff, rest) + 0x800080 | 0;
    const green = Math.imul(colour >> 8 & 255, alpha) + Math.imul(below >> 8 & 255, rest) + 128;
    return 0xff000000 | redBlue + (redBlue >>> 8 & 0xff00ff) >>> 8 & 0xff00ff | green + (green >> 8) & 0xff00;
  }
  const under = Math.round((below >>> 24) * (255 - alpha) / 255);
  const all = under + alpha;
  if (all === 0) {
    return 0;
  }
  const mix = (shift: number): number => Math.round(((colour >> shift & 255) * alpha + (below >> shift & 255) * under) / all) << shift;
  return all << 24 | mix(16) | mix(8) | mix(0);
}

export function overlaps(a: PixelBox, b: PixelBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether all of `b` is in `a`. */
export function contains(a: PixelBox, b: PixelBox): boolean {
  return a.left <= b.left && a.top <= b.top && a.right >= b.right && a.bottom >= b.bottom;
}
