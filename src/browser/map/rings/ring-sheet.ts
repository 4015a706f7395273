// Rings as they stand on a canvas: when the next ones come, only what has changed since is painted again. While time moves
// rings stay where they are, and most of them keep their size.

import type { Signs } from '../../view/signs';
import { short } from '../paint';
import type { Part } from '../symbols';
import { Circle } from './arcs';
import type { Brushes } from './brushes';
import { contains, overlaps, type PixelBox, type Raster } from './raster';
import { RingShape } from './ring-shape';

/** A ring, or the sign of a single incident, whose middle is on a whole pixel of the screen. */
export interface Painted {
  /** The same for the same ring, whatever it holds; they come in this order. */
  readonly group: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly count: number;
  readonly parts: readonly Part[];
}

/** Shows the part of the picture that a raster holds. */
export type Put = (raster: Raster) => void;

interface Standing extends PixelBox {
  readonly ring: Painted;
  readonly x: number;
  readonly y: number;
}

export class RingSheet {
  readonly #brushes: Brushes;
  readonly #signs: Signs;
  readonly #ratio: number;
  readonly #shapes = new Map<number, RingShape>();
  readonly #circle: Circle;
  readonly #rasterOf: (side: number) => Raster;
  #standing: readonly Standing[] = [];

  /** `rasterOf`: one with such sides. */
  constructor(brushes: Brushes, signs: Signs, ratio: number, rasterOf: (side: number) => Raster) {
    [this.#brushes, this.#signs, this.#ratio, this.#rasterOf] = [brushes, signs, ratio, rasterOf];
    this.#circle = new Circle(ratio);
  }

  /** Whether it was made for these. */
  isOf(signs: Signs, ratio: number): boolean {
    return this.#signs === signs && this.#ratio === ratio;
  }

  /** Call when what was painted has gone. */
  clear(): void {
    this.#standing = [];
  }

  /** Makes of what stands there the rings: `put` takes each part that is other than before. */
  show(rings: readonly Painted[], put: Put): void {
    const before = this.#standing;
    this.#standing = rings.map(ring => this.#place(ring));
    let old = 0;
    for (const standing of this.#standing) {
      for (; old < before.length && before[old]!.ring.group < standing.ring.group; old++) {
        this.#renew(before[old]!, put);
      }
      const own = before[old]?.ring.group === standing.ring.group ? before[old++]! : null;
      if (own === null || !isSame(own, standing)) {
        this.#renew(standing, put);
        own === null || contains(standing, own) || this.#renew(own, put);
      }
    }
    for (; old < before.length; old++) {
      this.#renew(before[old]!, put);
    }
  }

  /** Paints all that stands in a square. */
  #renew(box: PixelBox, put: Put): void {
    const raster = this.#rasterOf(box.right - box.left);
    raster.begin(box.left, box.top);
    for (const standing of this.#standing) {
      overlaps(standing, box) && this.#paint(raster, standing);
    }
    put(raster);
  }

  #place(ring: Painted): Standing {
    const [x, y] = [Math.round(ring.x * this.#ratio), Math.round(ring.y * this.#ratio)];
    const reach = ring.count === 1 ? this.#brushes.sign(this.#signs.ofKey(ring.parts[0]!.key)).width / 2 : this.#shapeOf(ring.radius).reach;
    return { ring, x, y, left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
  }

  #paint(raster: Raster, { ring, x, y, left, top }: Standing): void {
    if (ring.count === 1) {
      raster.lay(this.#brushes.sign(this.#signs.ofKey(ring.parts[0]!.key)), left, top);
      return;
    }
    const shape = this.#shapeOf(ring.radius);
    this.#circle.begin(shape, ring.parts.length === 1);
    for (const { key, count } of ring.parts) {
      const sign = this.#signs.ofKey(key);
      this.#circle.add(count / ring.count, this.#brushes.colour(sign.property), sign.isHollow);
    }
    shape.paint(raster, x, y, this.#circle);
    this.#write(raster, short(ring.count), ring.radius, x, y);
  }

  /** Words around a place. */
  #write(raster: Raster, words: string, radius: number, x: number, y: number): void {
    const letters = this.#brushes.letters(radius);
    const colour = this.#brushes.colour('--text');
    let at = x;
    for (let i = 0; i < words.length; i++) {
      at -= letters.advance(words[i]!) / 2;
    }
    const middle = y + Math.round(this.#ratio / 2);
    for (let i = 0; i < words.length; i++) {
      const quarter = Math.round(at * 4);
      const mask = letters.mask(words[i]!, quarter & 3);
      raster.stamp(mask, (quarter >> 2) + mask.left, middle + mask.top, colour);
      at += letters.advance(words[i]!);
    }
  }

  #shapeOf(radius: number): RingShape {
    let shape = this.#shapes.get(radius);
    if (shape === undefined) {
      shape = new RingShape(radius, this.#ratio, this.#brushes.colour('--surface'));
      this.#shapes.set(radius, shape);
    }
    return shape;
  }
}

function isSame(a: Standing, b: Standing): boolean {
  return a.x === b.x && a.y === b.y && a.ring.radius === b.ring.radius && a.ring.count === b.ring.count
    && a.ring.parts.length === b.ring.parts.length && a.ring.parts.every(({ key, count }, i) => key === b.ring.parts[i]!.key && count === b.ring.parts[i]!.count);
}
