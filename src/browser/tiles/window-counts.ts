// The counts of one window over a time-tile, kept as the window moves: a step costs what enters and leaves, never all.

import type { TimeWindow } from '../view/window';
import type { TimeTile } from './time-tile';

/** Before the first edge: nothing has ended there. */
const OPEN = -1;

/**
 * An incident meets [from, to) when it starts before `to` and has not ended by `from`. So the count of a window is the
 * starts of all stretches up to the edge `to`, less all that ended by the edge `from`.
 */
export class WindowCounts {
  /** By series, as in the tile: index into its cells × number of groups + group. */
  readonly counts: Uint32Array;
  /** By group; with the undated while the window is open on both sides. */
  readonly totals: Uint32Array;
  readonly #tile: TimeTile;
  /** Indices of late entries, by end edge: those of edge k are [#endOffsets[k], #endOffsets[k + 1]). */
  readonly #byEnd: Uint32Array;
  readonly #endOffsets: Uint32Array;
  /** Late entries by stretch, as they are told: those of stretch k are [#lateOffsets[k], #lateOffsets[k + 1]). */
  readonly #lateOffsets: Uint32Array;
  #from = OPEN;
  #to: number;

  /** Open on both sides at first. */
  constructor(tile: TimeTile) {
    this.#tile = tile;
    this.#to = tile.edges.length;
    this.counts = new Uint32Array(tile.cells.length * tile.groups.length);
    this.totals = tile.undated.slice();
    [this.#byEnd, this.#endOffsets] = grouped(tile.late.endEdge, tile.edges.length + 1);
    this.#lateOffsets = grouped(tile.late.stretch, tile.edges.length + 1)[1];
    this.#addStarts(0, tile.edges.length + 1, 1);
  }

  /** The numbers of the edges that the window lies between: −1 is open to the past, the number of edges to the future. */
  get edges(): { readonly from: number; readonly to: number } { return { from: this.#from, to: this.#to }; }

  /** Takes the window to the edges nearest to its sides, and no nearer together than one stretch; false when nothing changed. */
  move(window: TimeWindow): boolean {
    const { from, to } = edgesOf(this.#tile.edges, window);
    if (from === this.#from && to === this.#to) {
      return false;
    }
    this.#countUndated(-1);
    this.#moveTo(to);
    this.#moveFrom(from);
    this.#countUndated(1);
    return true;
  }

  /** Edge `to` takes in all that starts before it: the stretches up to its own number. */
  #moveTo(to: number): void {
    this.#addStarts(Math.min(to, this.#to) + 1, Math.max(to, this.#to) + 1, to > this.#to ? 1 : -1);
    this.#to = to;
  }

  #moveFrom(from: number): void {
    const sign = from > this.#from ? -1 : 1;
    const [first, end] = [Math.min(from, this.#from) + 1, Math.max(from, this.#from) + 1];
    this.#addStarts(first, end, sign);
    this.#addLate(first, end, sign);
    this.#from = from;
  }

  /** All that starts in some stretches. */
  #addStarts(first: number, end: number, sign: 1 | -1): void {
    const { offsets, series, counts } = this.#tile;
    for (let i = offsets[first]!; i < offsets[end]!; i++) {
      this.#add(series[i]!, sign * counts[i]!);
    }
  }

  /** What ends by some edges and was late, in place of what starts before them and is. */
  #addLate(first: number, end: number, sign: 1 | -1): void {
    const { series, counts } = this.#tile.late;
    for (let i = this.#lateOffsets[first]!; i < this.#lateOffsets[end]!; i++) {
      this.#add(series[i]!, -sign * counts[i]!);
    }
    for (let i = this.#endOffsets[first]!; i < this.#endOffsets[end]!; i++) {
      const entry = this.#byEnd[i]!;
      this.#add(series[entry]!, sign * counts[entry]!);
    }
  }

  #add(series: number, count: number): void {
    this.counts[series]! += count;
    this.totals[series % this.#tile.groups.length]! += count;
  }

  #countUndated(sign: 1 | -1): void {
    if (this.#from === OPEN && this.#to === this.#tile.edges.length) {
      this.#tile.undated.forEach((count, group) => { this.totals[group]! += sign * count; });
    }
  }
}

/** How many incidents there are in each stretch of time, and in a window. */
export interface Histogram {
  /** Of one cell. */
  readonly tile: TimeTile;
  readonly counts: WindowCounts;
}

export function histogramOf(tile: TimeTile, window: TimeWindow): Histogram {
  const counts = new WindowCounts(tile);
  counts.move(window);
  return { tile, counts };
}

/** Whether both sides of a window are edges, or open: it is counted exactly then. */
export function isOnEdges(edges: Float64Array, { from, to }: TimeWindow): boolean {
  const isEdge = (side: number | null): boolean => side === null || edges[nearestEdge(edges, side)] === side;
  return isEdge(from) && isEdge(to);
}

/** The number of the edge nearest to a time; 0 where there are no edges. */
export function nearestEdge(edges: Float64Array, time: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = low + high >> 1;
    if ((edges[middle]! + edges[middle + 1]!) / 2 < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/**
 * The numbers of the edges nearest to the sides of a window, at least a stretch apart: −1 is open to the past, the number
 * of edges to the future.
 */
export function edgesOf(edges: Float64Array, window: TimeWindow): { from: number; to: number } {
  const future = edges.length;
  const from = window.from === null || future === 0 ? OPEN : nearestEdge(edges, window.from);
  const to = window.to === null || future === 0 ? future : nearestEdge(edges, window.to);
  if (from < to) {
    return { from, to };
  }
  // Both sides fell on one edge: the stretch before or after it, wherever more of the window lies.
  return edges[from]! - window.from! > window.to! - edges[from]! ? { from: from - 1, to } : { from, to: to + 1 };
}

/** The window between the nearest edges, at least a stretch long; only what was open stays open. */
export function windowOnEdges(edges: Float64Array, window: TimeWindow): TimeWindow {
  if (edges.length < 2) {
    return window;
  }
  const { from, to } = edgesOf(edges, window);
  const isBefore = from < 0 && window.from !== null;
  const isBeyond = to === edges.length && window.to !== null;
  const first = isBefore ? 0 : isBeyond ? to - 2 : from;
  const last = isBefore ? 1 : isBeyond ? to - 1 : to;
  return { from: edges[first] ?? null, to: edges[last] ?? null };
}

/** The indices of a column by its values, and where each value of `values` begins among them. */
function grouped(column: Uint16Array, values: number): [indices: Uint32Array, offsets: Uint32Array] {
  const offsets = new Uint32Array(values + 1);
  column.forEach(value => { offsets[value + 1]!++; });
  for (let value = 1; value <= values; value++) {
    offsets[value]! += offsets[value - 1]!;
  }
  const next = offsets.slice();
  const indices = new Uint32Array(column.length);
  column.forEach((value, i) => { indices[next[value]!++] = i; });
  return [indices, offsets];
}
