// In a view of many incidents: the marks of what the map shows, and of the range that the timeline shows, where these are few.

import type { Mark, Marks } from '../view/marks';
import { ALL_TIME, type TimeWindow } from '../view/window';
import { boxOf, FEW, FewMarks, holds, MarksOfParts, roomyRange, roomySquare } from './few-marks';
import type { LoadedTile } from './loaded-tiles';
import type { GeoBox, TileAddresses } from './tile-address';
import type { TimeTile } from './time-tile';
import type { ShownSquare } from './wanted-tiles';
import { datedIn, hasAtMost } from './whole-counts';

export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

export interface MarksEvents {
  /** There are others now, or none any more. */
  changed(): void;
  failed(problem: unknown): void;
  /** What was asked for is there, or is not to be had. */
  ended(): void;
}

export class MarksInSight {
  readonly #events: MarksEvents;
  readonly #parts: MarksOfParts;
  readonly #ofMap: FewMarks<ShownSquare>;
  readonly #ofTime: FewMarks<TimeRange>;
  /** What the map may show next, as it was last fetched for. */
  #foreseen: ShownSquare | null = null;

  constructor(addresses: TileAddresses, events: MarksEvents) {
    this.#events = events;
    this.#parts = new MarksOfParts(addresses);
    this.#ofMap = new FewMarks((square, signal) => this.#parts.in(boxOf(square), ALL_TIME, signal));
    this.#ofTime = new FewMarks((range, signal) => this.#parts.in(null, range, signal));
  }

  /** Whether those of the map are on their way. */
  get isLoading(): boolean { return this.#ofMap.isLoading; }

  /** Whether those of a part of the map are there. */
  hasFew(part: ShownSquare | null): boolean { return part !== null && holds(this.#ofMap.part, part); }

  /** Null where these are many, or have not come. */
  ofMap(shown: ShownSquare | null): Marks | null { return this.hasFew(shown) ? this.#ofMap.marks : null; }

  /** Null where these are many, or have not come. */
  ofTime(range: TimeRange | null): Marks | null {
    const { part, marks } = this.#ofTime;
    return part !== null && range !== null && part.from <= range.from && part.to >= range.to ? marks : null;
  }

  /** Fetches those that the map may show next, so that they are there once they are asked for. True where they are few. */
  foresee(shown: ShownSquare, drawn: readonly LoadedTile[], signal: AbortSignal): boolean {
    const [part] = partsWithFew(shown, drawn);
    if (part !== undefined && shown !== this.#foreseen) {
      this.#foreseen = shown;
      void this.in(boxOf(part), ALL_TIME, signal);
    }
    return part !== undefined;
  }

  /** Asks for those of the map where they are few, as far as the tiles tell that are drawn; `isThere`: it need not go there first. */
  wantOfMap(shown: ShownSquare, drawn: readonly LoadedTile[], isThere: boolean): void {
    const parts = partsWithFew(shown, drawn);
    if (parts.length > 0 || isThere) { // until the map has left them its marks stay
      void this.#load(this.#ofMap, parts);
    }
  }

  wantOfTime(range: TimeRange, times: TimeTile): void {
    void this.#load(this.#ofTime, [roomyRange(range.from, range.to), range].filter(part => datedIn(times, part) <= FEW));
  }

  /** The incidents in a box, null for anywhere, and in a window. Null where they are too many, or cannot be had. */
  in(box: GeoBox | null, during: TimeWindow, signal: AbortSignal): Promise<Marks | null> {
    return this.#parts.in(box, during, signal).catch(() => null);
  }

  /** The mark of an incident, where it came with some part lately, or was asked for last. */
  find(slug: string): Mark | null {
    return this.#parts.find(slug);
  }

  /** Asks for the mark of one incident, wherever it is; true when `find` knows it now. */
  ask(slug: string, signal: AbortSignal): Promise<boolean> {
    return this.#parts.ask(slug, signal).catch(() => false);
  }

  stop(): void {
    this.#ofMap.stop();
    this.#ofTime.stop();
  }

  async #load<Part>(marks: FewMarks<Part>, parts: readonly Part[]): Promise<void> {
    try {
      if (await marks.load(parts)) {
        this.#events.changed();
      }
    } catch (problem) {
      this.#events.failed(problem);
    }
    this.#events.ended();
  }
}

/** What is shown with room around it, and without; of these the parts that have few as far as the tiles tell. */
function partsWithFew(shown: ShownSquare, drawn: readonly LoadedTile[]): ShownSquare[] {
  return [{ ...shown, ...roomySquare(shown) }, shown].filter(part => hasAtMost(FEW, drawn, part));
}
