// The incidents behind a pile, asked for when somebody wants to know.

import type { Mark } from '../../view/marks';
import type { View } from '../../view/view';
import { around, type Square } from '../home';
import { type Point, toDegrees, toSquare, wrapLongitude } from '../projection';
import type { DensityLayer } from './density-layer';
import { holds } from './lattice';
import { type Pile, placeKey } from './piles';

const ASK_AFTER = 120; // milliseconds
const NONE: readonly Mark[] = [];

export class PileMarks {
  readonly #view: View;
  readonly #density: DensityLayer;
  /** The incidents of piles of one, by pile and window. */
  readonly #lonely = new Map<string, readonly Mark[]>();
  #asking: ReturnType<typeof setTimeout> | undefined;

  constructor(view: View, density: DensityLayer) {
    this.#view = view;
    this.#density = density;
  }

  /** Of a pile of one, once it was asked for; else empty. */
  known(pile: Pile): readonly Mark[] {
    return pile.count !== 1 || this.#lonely.size === 0 ? NONE : this.#lonely.get(this.#keyOf(pile)) ?? NONE;
  }

  /** The window's incidents in a pile, by start; null where they are too many, or cannot be had. */
  async ask(pile: Pile): Promise<readonly Mark[] | null> {
    const { density, window } = this.#view;
    const { tally } = this.#density;
    if (density === null || tally === null) {
      return null;
    }
    const [squares, key] = [tally.squaresOf(pile), this.#keyOf(pile)];
    const answer = await density.marksIn(toBox(around(squares)), window);
    // In the box stand others too, that belong to neighbours.
    const isInside = (place: Point): boolean => squares.some(square => holds(square, place));
    const inside = answer?.incidents.filter(mark => mark.locations.some(({ lat, lon }) => isInside(toSquare(lat, lon)))) ?? [];
    const marks = inside.length > 0 ? inside : answer?.incidents ?? null;
    if (pile.count === 1 && marks !== null && marks.length > 0) {
      this.#lonely.set(key, marks.slice(0, 1));
    }
    return marks;
  }

  /** Who stays with a pile of one wants to know which it is: `told` when that is known. Null: nobody wants to know any more. */
  askSoon(pile: Pile | null, told: () => void): void {
    clearTimeout(this.#asking);
    if (pile !== null && pile.count === 1 && this.known(pile).length === 0) {
      this.#asking = setTimeout(() => void this.ask(pile).then(told), ASK_AFTER);
    }
  }

  /** Call when there are other incidents. */
  forget(): void {
    this.#lonely.clear();
  }

  dispose(): void {
    clearTimeout(this.#asking);
  }

  #keyOf(pile: Pile): string {
    const { from, to } = this.#view.window;
    return `${placeKey(pile)} ${from} ${to}`;
  }
}

function toBox({ left, top, right, bottom }: Square): { west: number; south: number; east: number; north: number } {
  const [upper, lower] = [toDegrees({ x: left, y: top }), toDegrees({ x: right, y: bottom })];
  return { west: wrapLongitude(upper.lon), south: lower.lat, east: wrapLongitude(lower.lon), north: upper.lat };
}
