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
  /** How many of each kind, as `DatedMarks.kinds` orders them. */
  readonly kinds: number[];
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
  const lane = new Int8Array(marks.size).fill(ELSEWHERE);
  const counter = new Int32Array(marks.size).fill(-1);
  const counters: Counter[] = [];
  const rows = Array.from({ length: metrics.lanes }, () => ({ glyphEnd: -Infinity, reach: -Infinity, last: -1, position: -1 }));
  const bottom = rows[rows.length - 1]!;
  let open: Counter | null = null; // the counter that stands last in the bottom lane
  const half = metrics.glyph / 2;

  for (let position = 0; position < marks.size; position++) {
    const i = marks.order[position]!;
    if (isElsewhere(i)) {
      continue;
    }
    const x = marks.glyph[i]! / grain;
    const left = Math.min(x - half, marks.earliest[i]! / grain);
    const free = pickLane(rows, left, x - half);
    if (free >= 0) {
      const row = rows[free]!;
      lane[i] = free;
      row.glyphEnd = x + half;
      row.reach = Math.max(row.reach, x + half, marks.latest[i]! / grain + 2);
      row.last = i;
      row.position = position;
      if (row === bottom) {
        open = null;
      }
      continue;
    }
    if (open === null) {
      const host = bottom.last;
      open = newCounter(metrics.lanes - 1, marks.glyph[host]!, bottom.position, marks.kinds.length);
      counters.push(open);
      add(open, marks, host, bottom.position);
      lane[host] = COUNTED;
      counter[host] = counters.length - 1;
      bottom.glyphEnd = bottom.reach = Math.max(bottom.glyphEnd, open.time / grain + metrics.counter / 2);
    }
    lane[i] = COUNTED;
    counter[i] = counters.length - 1;
    add(open, marks, i, position);
  }
  const lanes = { lane, counter, counters };
  joinCrowds(marks, grain, lanes, metrics);
  return lanes;
}

function newCounter(lane: number, time: number, position: number, kinds: number): Counter {
  return {
    lane, time, first: position, last: position, count: 0, kinds: Array<number>(kinds).fill(0), firstStart: Infinity, lastStart: -Infinity, lastEnd: -Infinity,
  };
}

function add(counter: Counter, marks: DatedMarks, i: number, position: number): void {
  counter.first = Math.min(counter.first, position);
  counter.last = Math.max(counter.last, position);
  counter.count++;
  counter.kinds[marks.kind[i]!]!++;
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
