// Single marks in up to three lanes. A glyph never covers another; where the lanes are full, marks merge to a counted one.

import type { DatedMarks } from './dated-marks';

export interface LaneMetrics {
  readonly lanes: number;
  /** What a glyph and the gap beside it take, in pixels. */
  readonly glyph: number;
  readonly counter: number;
}

/** Several marks in the place of one. */
export interface Counter {
  lane: number;
  /** The glyph time at which it stands. */
  readonly time: number;
  /** Positions in `DatedMarks.order` between which its members are, the last included. */
  first: number;
  last: number;
  count: number;
  /** How many of each key, as `DatedMarks.keys` orders them. */
  readonly keys: number[];
  firstStart: number;
  lastStart: number;
  /** Where the last of them ends; Infinity while one is ongoing. */
  lastEnd: number;
}

export interface Lanes {
  /** By index of the mark: its lane, or COUNTED or ELSEWHERE. */
  readonly lane: Int8Array;
  /** By index of the mark: which counter holds it, if it is COUNTED. */
  readonly counter: Int32Array;
  /** By time. */
  readonly counters: readonly Counter[];
}

export const COUNTED = -1;
export const ELSEWHERE = -2; // in a row of periods

const CROWD = 8; // more than this in one place, and the singles beside it join the counter

/**
 * Depends on the grain alone (milliseconds in a pixel), so that panning moves nothing up or down.
 * `isElsewhere` names the marks that have a row of their own.
 */
export function assignLanes(marks: DatedMarks, grain: number, isElsewhere: (index: number) => boolean, metrics: LaneMetrics): Lanes {
  const sweep = new Sweep(marks, grain, metrics);
  marks.order.forEach((i, position) => isElsewhere(i) || sweep.put(i, position));
  joinCrowds(marks, grain, sweep, metrics);
  return sweep;
}

/** A lane as far as it is filled, in pixels: glyphs up to `glyphEnd`, whiskers up to `reach`. */
interface Row {
  glyphEnd: number;
  reach: number;
  /** Where the glyph before the last one ends. */
  before: number;
  last: { index: number; position: number };
}

/** Goes through the marks in the order of their glyphs. */
class Sweep implements Lanes {
  readonly lane: Int8Array;
  readonly counter: Int32Array;
  readonly counters: Counter[] = [];
  readonly #rows: Row[];
  /** The counter that stands last in the bottom lane. */
  #open: Counter | null = null;

  constructor(readonly marks: DatedMarks, readonly grain: number, readonly metrics: LaneMetrics) {
    this.lane = new Int8Array(marks.size).fill(ELSEWHERE);
    this.counter = new Int32Array(marks.size).fill(-1);
    this.#rows = Array.from({ length: metrics.lanes }, () => ({ glyphEnd: -Infinity, reach: -Infinity, before: -Infinity, last: { index: -1, position: -1 } }));
  }

  put(index: number, position: number): void {
    const half = this.metrics.glyph / 2;
    const x = this.marks.glyph[index]! / this.grain;
    const lane = pickLane(this.#rows, Math.min(x - half, this.marks.earliest[index]! / this.grain), x - half);
    if (lane < 0) {
      this.#open ??= this.#newCounter();
      this.#count(this.#open, index, position);
      return;
    }
    const row = this.#rows[lane]!;
    row.before = row.glyphEnd;
    row.glyphEnd = x + half;
    row.reach = Math.max(row.reach, x + half, this.marks.latest[index]! / this.grain + 2);
    row.last = { index, position };
    this.lane[index] = lane;
    if (lane === this.#rows.length - 1) {
      this.#open = null;
    }
  }

  /** Takes the place of the last mark in the bottom lane, or as near to it as the one before allows. */
  #newCounter(): Counter {
    const row = this.#rows[this.#rows.length - 1]!;
    const half = this.metrics.counter / 2;
    const x = Math.max(this.marks.glyph[row.last.index]! / this.grain, row.before + half);
    const counter = newCounter(this.#rows.length - 1, x * this.grain, row.last.position, this.marks.keys.length);
    this.counters.push(counter);
    this.#count(counter, row.last.index, row.last.position);
    row.glyphEnd = row.reach = x + half;
    return counter;
  }

  #count(counter: Counter, index: number, position: number): void {
    this.lane[index] = COUNTED;
    this.counter[index] = this.counters.length - 1;
    add(counter, this.marks, index, position);
  }
}

function newCounter(lane: number, time: number, position: number, keys: number): Counter {
  return {
    lane, time, first: position, last: position, count: 0, keys: Array<number>(keys).fill(0), firstStart: Infinity, lastStart: -Infinity, lastEnd: -Infinity,
  };
}

function add(counter: Counter, marks: DatedMarks, i: number, position: number): void {
  counter.first = Math.min(counter.first, position);
  counter.last = Math.max(counter.last, position);
  counter.count++;
  counter.keys[marks.key[i]!]!++;
  counter.firstStart = Math.min(counter.firstStart, marks.start[i]!);
  counter.lastStart = Math.max(counter.lastStart, marks.start[i]!);
  counter.lastEnd = Math.max(counter.lastEnd, marks.spanEnd[i]!);
}

/** A lane where nothing overlaps; else the one where only whiskers do, and least; else -1. */
function pickLane(rows: readonly { glyphEnd: number; reach: number }[], left: number, glyphLeft: number): number {
  let best = -1;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    if (row.reach <= left) {
      return r;
    }
    if (row.glyphEnd <= glyphLeft && (best < 0 || row.reach < rows[best]!.reach)) {
      best = r;
    }
  }
  return best;
}

/** Where a counter holds a crowd, the few singles above it would look like all there is: they join it, in the middle lane. */
function joinCrowds(marks: DatedMarks, grain: number, { lane, counter, counters }: Lanes, metrics: LaneMetrics): void {
  const reach = (metrics.counter / 2 + metrics.glyph / 2) * grain;
  let position = 0;
  counters.forEach((crowd, c) => {
    if (crowd.count <= CROWD) {
      return;
    }
    crowd.lane = metrics.lanes >> 1;
    while (position < marks.size && marks.glyph[marks.order[position]!]! < crowd.time - reach) {
      position++;
    }
    for (let p = position; p < marks.size && marks.glyph[marks.order[p]!]! < crowd.time + reach; p++) {
      const i = marks.order[p]!;
      if (lane[i]! >= 0) {
        lane[i] = COUNTED;
        counter[i] = c;
        add(crowd, marks, i, p);
      }
    }
  });
}
