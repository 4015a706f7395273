// Where the piles of a picture stand, as numbers side by side: a pointer asks so seldom that nothing of this is at hand when it
// does, and what it need not touch is what makes it fast.

import type { Point } from '../projection';
import type { Pile } from './piles';

export class PileSpots {
  #piles: readonly Pile[] = [];
  /** Of each pile the whole pixels that it lies between: left, right, top, bottom. */
  #sides = new Int32Array(64);

  /** Takes the piles of a picture in place of those before. */
  take(piles: readonly Pile[]): void {
    this.#piles = piles;
    if (this.#sides.length < piles.length * 4) {
      this.#sides = new Int32Array(piles.length * 8);
    }
    const sides = this.#sides;
    for (let i = 0, side = 0; i < piles.length; i++) {
      const { x, y, radius } = piles[i]!;
      sides[side++] = Math.floor(x - radius);
      sides[side++] = Math.ceil(x + radius);
      sides[side++] = Math.floor(y - radius);
      sides[side++] = Math.ceil(y + radius);
    }
  }

  /** The pile nearest to a point, by its rim, within `slop` pixels of it; of equally near ones the first; null: none. */
  near({ x, y }: Point, slop: number): Pile | null {
    const piles = this.#piles;
    const sides = this.#sides;
    const left = x - slop;
    const right = x + slop;
    let nearest: Pile | null = null;
    let least = Infinity;
    for (let i = 0, side = 0; i < piles.length; i++, side += 4) {
      if (sides[side]! <= right && sides[side + 1]! >= left && sides[side + 2]! <= y + slop && sides[side + 3]! >= y - slop) {
        const pile = piles[i]!;
        const distance = Math.sqrt((pile.x - x) ** 2 + (pile.y - y) ** 2) - pile.radius;
        if (distance <= slop && distance < least) {
          nearest = pile;
          least = distance;
        }
      }
    }
    return nearest;
  }
}
