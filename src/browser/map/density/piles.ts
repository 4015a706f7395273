// Incidents that are counted, not known one by one, where they stand on the map: rings, and small signs for lonely ones.

import { LEADS } from '../../view/signs';
import type { Square } from '../home';
import { type Frame, isNear, type Point, toFrame, worldSize } from '../projection';
import { bySize, type Part, type Placed } from '../symbols';
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

  /** A cell by itself; null when the window has nothing there. */
  pileOf(cell: number, frame: Frame): Pile | null {
    const { cells } = this;
    const parts = partsOf(cells.keys, cells.sumsOf(cell));
    let count = 0;
    for (let i = 0; i < parts.length; i++) {
      count += parts[i]!.count;
    }
    const square = cells.squareOf(cell);
    const place = middleOf(square);
    const { x, y } = toFrame(place, frame);
    const radius = Math.max((square.bottom - square.top) * worldSize(frame.zoom), 4) / 2;
    return count === 0 ? null : { type: 'pile', x, y, radius, alpha: 1, count, parts, place, group: null, cell };
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
    const parts = partsOf(cells.keys, byKey, group * cells.keys.length);
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

/** The pile nearest to a point, by its rim, within `slop` pixels of it; of equally near ones the first; null: none. */
export function pileNear(piles: readonly Pile[], { x, y }: Point, slop: number): Pile | null {
  let nearest: Pile | null = null;
  let least = Infinity;
  // Plain steps, here and in what else a pointer asks: it asks too seldom for the browser to make them fast.
  for (let i = 0; i < piles.length; i++) {
    const pile = piles[i]!;
    const reach = pile.radius + slop;
    const dx = pile.x - x;
    // Next to all of them are far away.
    if (dx <= reach && dx >= -reach) {
      const dy = pile.y - y;
      const squared = dx * dx + dy * dy;
      const distance = squared <= reach * reach ? Math.sqrt(squared) - pile.radius : Infinity;
      if (distance < least) {
        nearest = pile;
        least = distance;
      }
    }
  }
  return nearest;
}

/** Of the sums from `first` on, one for each key. */
function partsOf(keys: readonly string[], sums: Int32Array, first = 0): Part[] {
  const parts: Part[] = [];
  for (let key = 0; key < keys.length; key++) {
    const count = sums[first + key]!;
    count > 0 && parts.push({ key: keys[key]!, count });
  }
  return parts.length > 1 ? parts.sort(bySize) : parts;
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
