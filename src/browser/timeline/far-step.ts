// From incident to incident where there are many: a part of time beside the last one is asked for at a time, as long as it
// is likely to hold some and not so long that they are too many.

import { lowerBound } from '../tiles/lower-bound';
import type { Mark, Marks } from '../view/marks';
import type { TimeWindow } from '../view/window';
import { MINUTE } from './calendar';
import type { Range } from './scale';
import type { TileCounts } from './tile-counts';

/** What begins in a part of time; null where that is too many, or cannot be had. */
export type Ask = (during: TimeWindow) => Promise<Marks | null>;

/** Where to look. */
export interface Search {
  readonly ask: Ask;
  readonly counts: TileCounts;
  /** From the first to the last incident. */
  readonly extent: Range;
  readonly window: TimeWindow;
  /** The incident to go on from; null where there is none, or it has no date. */
  readonly from: Mark | null;
}

const ENOUGH = 100; // incidents in one answer
const FACTOR = 4;
const MOST_QUESTIONS = 24;

export class FarSteps {
  /** All that begin in a part of time, in their order. */
  #known: readonly Mark[] = [];
  #searches = 0;

  /** The neighbour of an incident; without one the first or last that begins in the window. Null at the end; undefined: superseded. */
  async neighbour(search: Search, direction: -1 | 1): Promise<Mark | null | undefined> {
    const mine = ++this.#searches;
    const near = this.#beside(search.from, direction);
    if (near !== null) {
      return near;
    }
    let at = startOf(search, direction);
    let length = lengthFrom(search.counts, at, direction);
    for (let asked = 0; asked < MOST_QUESTIONS && length >= MINUTE && isInside(at, search.extent, direction); asked++) {
      const during = direction === 1 ? { from: at, to: at + length } : { from: at - length, to: at };
      const marks = await search.ask(during);
      if (mine !== this.#searches) {
        return undefined;
      }
      if (marks === null) {
        length /= FACTOR;
        continue;
      }
      const begun = marks.incidents.filter(({ start }) => start !== null && start >= during.from && start < during.to);
      const found = neighbourIn(begun, search.from, direction);
      if (found !== null) {
        this.#known = begun;
        return found;
      }
      at = direction === 1 ? during.to : during.from;
      length *= FACTOR;
    }
    return null;
  }

  /** Forgets what it knows: it was of another view. */
  forget(): void {
    this.#known = [];
    this.#searches++;
  }

  /** In what the last answer told. */
  #beside(from: Mark | null, direction: -1 | 1): Mark | null {
    const at = from === null ? -1 : this.#known.findIndex(({ slug }) => slug === from.slug);
    return at < 0 ? null : this.#known[at + direction] ?? null;
  }
}

/** Incidents of one instant keep their order: the search begins with those of the last one's own. */
function startOf({ from, window, extent }: Search, direction: -1 | 1): number {
  if (from !== null) {
    return direction === 1 ? from.start! : from.start! + 1;
  }
  return direction === 1 ? Math.max(window.from ?? extent.from, extent.from) : Math.min(window.to ?? Infinity, extent.to + 1);
}

function neighbourIn(begun: readonly Mark[], from: Mark | null, direction: -1 | 1): Mark | null {
  const at = from === null ? -1 : begun.findIndex(({ slug }) => slug === from.slug);
  return (at >= 0 ? begun[at + direction] : direction === 1 ? begun[0] : begun.at(-1)) ?? null;
}

function isInside(at: number, { from, to }: Range, direction: -1 | 1): boolean {
  return direction === 1 ? at <= to : at > from;
}

/** How far it is until enough have begun, by whole stretches. */
function lengthFrom(counts: TileCounts, at: number, direction: -1 | 1): number {
  const { edges, step } = counts;
  let edge = direction === 1 ? lowerBound(edges, at + 1) : lowerBound(edges, at) - 1;
  const first = edges[edge];
  if (first === undefined) {
    return Math.max(step, MINUTE);
  }
  for (let begun = 0; begun < ENOUGH && edges[edge + direction] !== undefined; edge += direction) {
    begun += counts.startsIn(direction === 1 ? edge : edge + 1);
  }
  return Math.max(Math.abs(edges[edge]! - at), MINUTE);
}
