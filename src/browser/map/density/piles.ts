// Incidents that are counted, not known one by one, where they stand on the map: rings, and small signs for lonely ones.

import { LEADS } from '../../view/signs';
import type { Square } from '../home';
import { type Frame, isNear, type Point, toFrame } from '../projection';
import type { Part, Placed } from '../symbols';
import { type CellGroups, pileRadius } from './cell-groups';
import type { Cells, GroupSums } from './cells';

/** The incidents of one ring, of one lonely sign or of one cell. */
export interface Pile extends Placed {
  readonly type: 'pile';
  /** How many the window has here. */
  readonly count: number;
  /** The same by key, the largest first, leads last. */
  readonly parts: readonly Part[];
  /** Where it is in the unit square: the same whatever the window holds there. */
  readonly place: Point;
  /** The number of its group; null for a cell that is looked at by itself. */
  readonly group: number | null;
  /** The cell in which all of them are; null where there are several. */
  readonly cell: number | null;
}

/** What stands on the map by itself. */
export type GroupPile = Pile & { readonly group: number };

const SIGN_REACH = 7; // pixels
const FURTHEST = 100; // pixels that a sign stands from the middle of its group

/** What the window holds of each group, kept as the window moves. */
export class Tally {
  readonly cells: Cells;
  readonly groups: CellGroups;
  readonly #sums: GroupSums;

  constructor(cells: Cells, groups: CellGroups) {
    this.cells = cells;
    this.groups = groups;
    // One more than there are, for the cells that are in none.
    this.#sums = {
      byKey: new Int32Array((groups.count + 1) * cells.keys.length),
      filled: new Int32Array(groups.count + 1),
      trace: new Int32Array(groups.count + 1),
    };
  }

  /** False when the window is where it was. */
  count(): boolean {
    return this.cells.count(this.groups.of, this.#sums);
  }

  /** The piles of the window that a frame shows; on whole pixels of a screen that has `ratio` of them to a pixel of the page. */
  pilesIn(frame: Frame, ratio: number | null = null): GroupPile[] {
    const piles: GroupPile[] = [];
    for (let group = 0; group < this.groups.count; group++) {
      const pile = this.#sums.filled[group] === 0 ? null : this.#pileIn(group, frame, ratio);
      pile !== null && isNear(pile, frame, pile.radius) && piles.push(pile);
    }
    return piles;
  }

  /** A cell by itself, in a frame in which the world is `size` pixels wide; null when the window has nothing there. */
  pileOf(cell: number, frame: Frame, size: number): Pile | null {
    const { cells } = this;
    // Plain steps, here and in what else a pointer asks: it asks too seldom for the browser to make them fast.
    const parts = partsOf(cells, cells.sumsOf(cell));
    let count = 0;
    for (let i = 0; i < parts.length; i++) {
      count += parts[i]!.count;
    }
    const { sides } = cells;
    const top = sides[4 * cell + 1]!;
    const bottom = sides[4 * cell + 3]!;
    const place = { x: (sides[4 * cell]! + sides[4 * cell + 2]!) / 2, y: (top + bottom) / 2 };
    const x = place.x * size - frame.left;
    const beyond = Math.round((x - frame.width / 2) / size);
    const height = (bottom - top) * size;
    return count === 0 ? null : {
      type: 'pile', x: x - beyond * size, y: place.y * size - frame.top, radius: height > 4 ? height / 2 : 2, alpha: 1,
      count, parts, place, group: null, cell,
    };
  }

  /** Null far from the frame. */
  #pileIn(group: number, frame: Frame, ratio: number | null): GroupPile | null {
    const { groups, cells } = this;
    const { byKey, filled, trace } = this.#sums;
    const place = { x: groups.x[group]!, y: groups.y[group]! };
    const at = toFrame(place, frame);
    if (!isNear(at, frame, FURTHEST)) {
      return null;
    }
    const parts = partsOf(cells, byKey, group * cells.keys.length);
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    const cell = filled[group] === 1 ? trace[group]! : null;
    const isSign = count === 1 && cell !== null;
    const { x, y } = isSign ? toFrame(middleOf(cells.squareOf(cell)), frame) : at;
    const whole = (length: number): number => ratio === null ? length : Math.round(length * ratio) / ratio;
    return { type: 'pile', x: whole(x), y: whole(y), radius: isSign ? SIGN_REACH : pileRadius(count), alpha: 1, count, parts, place, group, cell };
  }

  /** What the cells of a pile cover in which the window has anything, side by side also across the antimeridian. */
  squaresOf({ group, cell }: Pile): Square[] {
    const { cells, groups } = this;
    if (cell !== null) {
      return [cells.squareOf(cell)];
    }
    const squares: Square[] = [];
    groups.of.forEach((other, i) => {
      if (other === group && cells.totals[i]! > 0) {
        const { left, top, right, bottom } = cells.squareOf(i);
        const shift = Math.round(left - groups.x[group]!);
        squares.push({ left: left - shift, top, right: right - shift, bottom });
      }
    });
    return squares;
  }
}

/** Of the sums from `first` on, one for each key: in the order of `bySize`. */
function partsOf({ keys, late }: Cells, sums: ArrayLike<number>, first = 0): Part[] {
  const parts: Part[] = [];
  for (let key = 0; key < keys.length; key++) {
    const count = sums[first + key]!;
    if (count > 0) {
      let i = parts.length;
      for (; key < late && i > 0 && parts[i - 1]!.count < count; i--) {
        parts[i] = parts[i - 1]!;
      }
      parts[i] = { key: keys[key]!, count };
    }
  }
  return parts;
}

function middleOf({ left, top, right, bottom }: Square): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Whether both stand for the same place. */
export function isSamePlace(a: Pile, b: Pile): boolean {
  return a.place.x === b.place.x && a.place.y === b.place.y;
}

/** Names its place. */
export function placeKey({ place }: Pile): string {
  return `${place.x} ${place.y}`;
}

/** How many of a pile are leads. */
export function leadsOf({ parts }: Pile): number {
  return parts.find(part => part.key === LEADS)?.count ?? 0;
}
