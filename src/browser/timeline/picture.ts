// What is to be drawn at one range and size, worked out once and kept until one of the two changes. The window is not in it.

import type { Marks } from '../view/marks';
import type { Signs } from '../view/signs';
import type { TimeWindow } from '../view/window';
import { binsOf, type MarkBins } from './bins';
import { collectedOf, type Collected } from './coverage';
import { DatedMarks } from './dated-marks';
import { assignLanes, COUNTED, type Counter, type Lanes } from './lanes';
import { laneY, layoutOf, periodLimit, rowY, type Layout } from './layout';
import { assignRows, type PeriodRows } from './periods';
import type { TimeScale } from './scale';
import { TileBins } from './tile-bins';
import type { TileCounts } from './tile-counts';
import { ticksOf, type Ticks } from './ticks';
import type { Zone } from './zone';

/** A mark by itself; `x` is where its glyph stands. */
export interface Single {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface Counted {
  readonly counter: Counter;
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
}

export interface Picture {
  readonly scale: TimeScale;
  readonly layout: Layout;
  readonly marks: DatedMarks;
  readonly bins: MarkBins | TileBins;
  readonly ticks: Ticks;
  readonly collected: Collected;
  readonly singles: readonly Single[];
  readonly counted: readonly Counted[];
  readonly periods: readonly Single[];
  readonly earlier: number;
  readonly later: number;
  /** The marks that a counter holds, by start. */
  membersOf(counted: Counted): number[];
  /** The emphasis of the member that has most; most counters lie wholly outside the window and need no closer look. */
  emphasisOf(counted: Counted, window: TimeWindow, emphasis: (index: number) => number): number;
  /** Where a mark is seen: itself, its row or the counter that holds it; null where it is out of sight. */
  find(index: number): Single | Counted | null;
}

/** Each part is worked out again only when something that it depends on is another. */
export class PictureSource {
  #marks: DatedMarks = new DatedMarks(null);
  #collected: Collected = collectedOf(null, []);
  #rows: PeriodRows = assignRows(this.#marks, 0);
  #rowLimit = 0;
  #lanes: { of: Lanes; grain: number; layout: Layout } | null = null;

  get marks(): DatedMarks {
    return this.#marks;
  }

  get collected(): Collected {
    return this.#collected;
  }

  /** `drawn`: those that are drawn one by one, of all that `marks` tells of. */
  load(marks: Marks | null, drawn: Marks | null, signs: Signs): void {
    this.#collected = collectedOf(marks, signs.datasets);
    this.draw(drawn, signs);
  }

  /** Other marks of the same view are to be drawn one by one. */
  draw(drawn: Marks | null, signs: Signs): void {
    this.#marks = new DatedMarks(drawn, signs);
    this.#rows = assignRows(this.#marks, this.#rowLimit);
    this.#lanes = null;
  }

  /** `tile`: what counts the bars where the marks are not all of the view's; null where they are. */
  picture(scale: TimeScale, height: number, zone: Zone, tile: TileCounts | null): Picture {
    const limit = periodLimit(height);
    if (limit !== this.#rowLimit) {
      this.#rowLimit = limit;
      this.#rows = assignRows(this.#marks, limit);
      this.#lanes = null;
    }
    const layout = layoutOf(scale.width, height, this.#rows.rows, this.#collected.bands.length, tile === null || this.#marks.size > 0);
    return new Drawing(scale, layout, this.#marks, tile, this.#collected, this.#rows, this.#lanesAt(scale.grain, layout), zone);
  }

  #lanesAt(grain: number, layout: Layout): Lanes {
    const kept = this.#lanes;
    if (kept !== null && Math.abs(kept.grain / grain - 1) < 1e-9 && kept.layout.lanes === layout.lanes && kept.layout.glyphRadius === layout.glyphRadius) {
      return kept.of;
    }
    const metrics = { lanes: layout.lanes, glyph: layout.glyphRadius * 2 + 3, counter: layout.glyphRadius * 2 + 12 };
    const of = assignLanes(this.#marks, grain, i => this.#marks.isLong[i] === 1 && this.#rows.row.has(i), metrics);
    this.#lanes = { of, grain, layout };
    return of;
  }
}

class Drawing implements Picture {
  readonly bins: MarkBins | TileBins;
  readonly ticks: Ticks;
  readonly singles: readonly Single[];
  readonly counted: readonly Counted[];
  readonly periods: readonly Single[];
  readonly earlier: number;
  readonly later: number;
  readonly #lanes: Lanes;

  constructor(
    readonly scale: TimeScale, readonly layout: Layout, readonly marks: DatedMarks, tile: TileCounts | null, readonly collected: Collected, rows: PeriodRows, lanes: Lanes,
    zone: Zone,
  ) {
    this.#lanes = lanes;
    this.bins = tile === null ? binsOf(marks, scale, zone) : new TileBins(tile, scale);
    this.ticks = ticksOf(scale, zone);
    this.singles = singlesIn(scale, layout, marks, lanes);
    this.counted = countedIn(scale, layout, lanes);
    this.periods = [...rows.row].filter(([i]) => isInSight(marks, i, scale))
      .map(([index, row]) => ({ index, x: Math.max(scale.x(marks.from[index]!), 0), y: rowY(layout, row) }));
    this.earlier = tile === null ? marks.countBefore(scale.from) : tile.endedBy(this.bins.edges[0] ?? scale.from);
    this.later = tile === null ? marks.countAfter(scale.to) : tile.begunFrom(this.bins.edges.at(-1) ?? scale.to);
  }

  membersOf({ counter, number }: Counted): number[] {
    return Array.from(this.marks.order.subarray(counter.first, counter.last + 1))
      .filter(i => this.#lanes.counter[i] === number)
      .sort((a, b) => a - b);
  }

  emphasisOf({ counter, number }: Counted, window: TimeWindow, emphasis: (index: number) => number): number {
    const { firstStart, lastStart, lastEnd } = counter;
    if (window.to !== null && firstStart >= window.to || window.from !== null && lastStart < window.from && lastEnd <= window.from) {
      return 0;
    }
    let most = 0;
    for (let position = counter.last; position >= counter.first && most < 1; position--) {
      const i = this.marks.order[position]!;
      if (this.#lanes.counter[i] === number) {
        most = Math.max(most, emphasis(i));
      }
    }
    return most;
  }

  find(index: number): Single | Counted | null {
    if (this.#lanes.lane[index] === COUNTED) {
      return this.counted.find(counted => counted.number === this.#lanes.counter[index]) ?? null;
    }
    return this.singles.find(single => single.index === index) ?? this.periods.find(period => period.index === index) ?? null;
  }
}

function isInSight(marks: DatedMarks, i: number, { from, to }: TimeScale): boolean {
  return marks.earliest[i]! <= to && marks.latest[i]! >= from;
}

/** By glyph time; the glyph of a period that is cut off stays in sight as long as a part of the period does. */
function singlesIn(scale: TimeScale, layout: Layout, marks: DatedMarks, lanes: Lanes): Single[] {
  const singles: Single[] = [];
  const margin = layout.glyphRadius + 3;
  for (let i = 0; i < marks.size; i++) {
    const lane = lanes.lane[i]!;
    if (lane >= 0 && isInSight(marks, i, scale)) {
      const stays = Math.max(scale.x(marks.from[i]!), Math.min(margin, scale.x(marks.to[i]!)));
      const ends = Math.min(scale.x(marks.to[i]!), Math.max(scale.width - margin, scale.x(marks.from[i]!)));
      const x = scale.x(marks.glyph[i]!);
      singles.push({ index: i, x: marks.to[i]! > marks.from[i]! ? Math.min(Math.max(x, stays), ends) : x, y: laneY(layout, lane) });
    }
  }
  return singles;
}

function countedIn(scale: TimeScale, layout: Layout, lanes: Lanes): Counted[] {
  const result: Counted[] = [];
  lanes.counters.forEach((counter, number) => {
    const x = scale.x(counter.time);
    if (x > -20 && x < scale.width + 20) {
      const digits = countLabel(counter.count).length;
      result.push({ counter, number, x, y: laneY(layout, counter.lane), halfWidth: layout.glyphRadius + 3 + Math.max(0, digits - 2) * 3 });
    }
  });
  return result;
}

/** At most four characters. */
export function countLabel(count: number): string {
  const [size, letter] = count < 999.5 ? [1, ''] : count < 999_500 ? [1000, 'k'] : [1_000_000, 'm'];
  const value = count / size;
  return `${size > 1 && value < 9.95 ? value.toFixed(1) : Math.round(value)}${letter}`;
}

