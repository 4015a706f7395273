// The histograms that a view of many incidents has: all of time as it came first, and the finest one of the shown range.

import { FEW } from '../tiles/few-marks';
import type { Density } from '../tiles/density';
import type { TimeTile } from '../tiles/time-tile';
import type { Marks } from '../view/marks';
import type { Signs } from '../view/signs';
import type { Range } from './scale';
import { TileCounts } from './tile-counts';

export class Times {
  #density: Density | null = null;
  #finest: TimeTile | null = null;
  #counts: TileCounts | null = null;
  /** Stands in where the finest does not reach, until another has come. */
  #whole: TileCounts | null = null;
  #marks: Marks | null = null;
  /** The marks that there were when it was last looked; unlike `#marks` they may be gone. */
  #seen: Marks | null = null;

  /** Takes over what has come; false when there is nothing else than before. */
  take(density: Density | null, signs: Signs): boolean {
    const [tile, seen] = [density?.times?.tile ?? null, density?.timeMarks ?? null];
    const isOther = density !== this.#density || tile !== this.#finest || seen !== this.#seen;
    this.#seen = seen;
    if (density !== this.#density) {
      this.#density = density;
      this.#whole = this.#counts = this.#finest = this.#marks = null;
    }
    if (tile !== this.#finest) {
      this.#finest = tile;
      this.#counts = tile === null ? null : new TileCounts(tile, signs.colouredBy(density!.colour));
      this.#whole = reaches(this.#whole, this.#counts) ? this.#whole : this.#counts;
    }
    this.#marks = seen ?? this.#marks;
    return isOther;
  }

  /** Null in a view of few incidents. */
  get finest(): TileCounts | null { return this.#counts; }

  /** All of time, as coarsely as it may be. */
  get whole(): TileCounts | null { return this.#whole; }

  /** What is drawn of a range. */
  at(range: Range): TileCounts | null {
    const [finest, whole] = [this.#counts?.range ?? null, this.#whole?.range ?? null];
    if (finest === null || whole === null) {
      return this.#counts;
    }
    const isEnough = finest.from <= Math.max(range.from, whole.from) && finest.to >= Math.min(range.to, whole.to);
    return isEnough ? this.#counts : this.#whole;
  }

  /** The marks to draw one by one, as long as a range is known to hold few; those that came last, until others have come. */
  marksAt(range: Range): Marks | null {
    const counts = this.#counts;
    const isFew = counts !== null && counts.total - counts.endedBy(range.from) - counts.begunFrom(range.to) <= FEW;
    return isFew ? this.#marks : this.#density?.timeMarks ?? null;
  }
}

/** Whether one histogram goes as far as another on both sides. */
function reaches(one: TileCounts | null, other: TileCounts | null): boolean {
  const [a, b] = [one?.range ?? null, other?.range ?? null];
  return a !== null && (b === null || a.from <= b.from && a.to >= b.to);
}
