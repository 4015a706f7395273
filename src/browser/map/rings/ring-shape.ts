// The pixels of a ring of one size, worked out once: what its ground covers, and which part of the circle each pixel of its
// rim belongs to.

import { HALO, strokeWidth } from '../paint';
import { type Circle, stepsAt } from './arcs';
import { over, type Raster, type Stamp } from './raster';

const THIN = 1.6; // pixels of the page: the stroke of what is hollow

export class RingShape {
  /** From the middle to each side, in whole pixels of the screen. */
  readonly reach: number;
  readonly radius: number;
  readonly #ground: Stamp;
  /** Of the middle of the stroke, in pixels of the page. */
  readonly middle: number;
  /** The pixels of the rim: which, step of the circle, how much a whole and a thin stroke cover of it. */
  readonly #rim: { at: Uint32Array; step: Uint16Array; wide: Uint8Array; thin: Uint8Array };

  /** `radius` in pixels of the page, of which each has `ratio` of the screen; `ground` is 0xbbggrr. */
  constructor(radius: number, ratio: number, ground: number) {
    this.radius = radius;
    const width = strokeWidth(radius);
    this.middle = radius - width / 2;
    this.reach = Math.ceil((radius + HALO) * ratio + 0.5);
    const side = 2 * this.reach;
    const steps = stepsAt(ratio);
    this.#ground = { width: side, height: side, pixels: new Uint32Array(side * side) };
    const rim = { at: new Uint32Array(side * side), step: new Uint16Array(side * side), wide: new Uint8Array(side * side), thin: new Uint8Array(side * side) };
    const [rimRadius, middle, halfWide, halfThin] = [(radius + HALO) * ratio, this.middle * ratio, width / 2 * ratio, THIN / 2 * ratio];
    let size = 0;
    for (let y = 0, at = 0; y < side; y++) {
      for (let x = 0; x < side; x++, at++) {
        const [dx, dy] = [x + 0.5 - this.reach, y + 0.5 - this.reach];
        const distance = Math.sqrt(dx * dx + dy * dy);
        const cover = covered(rimRadius - distance);
        const wide = covered(halfWide - Math.abs(distance - middle));
        this.#ground.pixels[at] = cover === 0 ? 0 : cover << 24 | ground;
        if (wide > 0) {
          rim.at[size] = at;
          rim.step[size] = Math.floor((Math.atan2(dx, -dy) / (2 * Math.PI) + 1) * steps) % steps;
          rim.wide[size] = wide;
          rim.thin[size] = covered(halfThin - Math.abs(distance - middle));
          size++;
        }
      }
    }
    this.#rim = { at: rim.at.slice(0, size), step: rim.step.slice(0, size), wide: rim.wide.slice(0, size), thin: rim.thin.slice(0, size) };
  }

  get side(): number { return 2 * this.reach; }

  /** Paints it around a place, with the arcs that a circle was given for it. */
  paint(raster: Raster, atX: number, atY: number, circle: Circle): void {
    const { side } = this;
    const [left, top] = [atX - this.reach, atY - this.reach];
    raster.lay(this.#ground, left, top);
    const { at, step, wide, thin } = this.#rim;
    const { pixels } = raster;
    const { colour, cover, isThin } = circle;
    const isWhole = raster.is(left, top, side);
    for (let i = 0; i < at.length; i++) {
      const place = step[i]!;
      const stroke = isThin[place] === 1 ? thin[i]! : wide[i]!;
      const alpha = stroke === 255 ? cover[place]! : (cover[place]! * stroke + 127) / 255 | 0;
      const to = isWhole ? at[i]! : raster.indexOf(left + at[i]! % side, top + (at[i]! / side | 0));
      if (alpha !== 0 && to >= 0) {
        pixels[to] = alpha === 255 ? 0xff000000 | colour[place]! : over(pixels[to]!, colour[place]!, alpha);
      }
    }
  }
}

/** Of a pixel whose middle is so far inside of an edge. */
function covered(inside: number): number {
  return Math.round(255 * Math.min(1, Math.max(0, inside + 0.5)));
}
