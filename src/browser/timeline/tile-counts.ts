// A histogram as the server counted it, in columns that a bar, a note and a step ask: how many begin in each stretch of
// time, how many have ended by each edge, and how many go on beyond their own stretch.

import type { Signs } from '../view/signs';
import type { TimeWindow } from '../view/window';
import { lowerBound } from '../tiles/lower-bound';
import { edgesOf } from '../tiles/window-counts';
import type { TimeTile } from '../tiles/time-tile';
import { DAY } from './calendar';
import type { Range } from './scale';

const MOST = 0.8; // of those in sight, and more than chance puts in the first part of a day

export class TileCounts {
  /** Unix milliseconds, ascending; stretch k lies between edges k − 1 and k. */
  readonly edges: Float64Array;
  /** What is counted apart, in stacking order: all leads are one. */
  readonly keys: readonly string[];
  /** How many begin in a stretch: stretches × keys. */
  readonly starts: Uint32Array;
  /** Milliseconds from one edge to the next; where a window's own sides lie between two, these are nearer together. */
  readonly step: number;
  /** The part of time that is cut into such steps; null where there is none. */
  readonly even: { readonly first: number; readonly last: number } | null;
  /** Most are only known by their day: in finer steps they would all stand at midnight. */
  readonly isByDay: boolean;
  readonly #tile: TimeTile;
  readonly #keyOfGroup: Uint16Array;
  /** How many begin before each edge, and by the last entry at all. */
  readonly #begun: Float64Array;
  /** How many have ended by each edge. */
  readonly #ended: Float64Array;

  constructor(tile: TimeTile, readonly signs: Signs) {
    this.#tile = tile;
    this.edges = tile.edges;
    const names = tile.groups.map(group => signs.keyOfGroup(group));
    this.keys = signs.sorted(names);
    this.#keyOfGroup = Uint16Array.from(names, name => this.keys.indexOf(name));
    this.starts = this.#countStarts();
    this.#begun = this.#countBegun();
    this.#ended = this.#countEnded();
    this.step = commonest(this.edges);
    this.even = evenPart(this.edges, this.step);
    this.isByDay = this.#isByDay();
  }

  /** How many have a date. */
  get total(): number { return this.#begun[this.edges.length]!; }

  /** The first and last edge of the even part; null where there is none. */
  get range(): Range | null {
    return this.even === null ? null : { from: this.edges[this.even.first]!, to: this.edges[this.even.last]! };
  }

  /** How many have certainly ended by a time. */
  endedBy(time: number): number {
    const edge = lowerBound(this.edges, time);
    return this.edges[edge] === time ? this.#ended[edge]! : edge === 0 ? 0 : this.#ended[edge - 1]!;
  }

  /** How many certainly begin at a time or later. */
  begunFrom(time: number): number {
    const edge = lowerBound(this.edges, time);
    return edge === this.edges.length ? 0 : this.total - this.#begun[edge]!;
  }

  /** How many begin in a stretch, of all keys. */
  startsIn(stretch: number): number {
    return this.#begun[stretch]! - (stretch === 0 ? 0 : this.#begun[stretch - 1]!);
  }

  /** The numbers of the edges that a window lies between: −1 is open to the past, the number of edges to the future. */
  edgesOf(window: TimeWindow): { from: number; to: number } {
    return edgesOf(this.edges, window);
  }

  /** Tells what begins from stretch `first` to the edge `edge` and goes on beyond that edge. */
  goingOn(first: number, edge: number, tell: (stretch: number, key: number, count: number) => void): void {
    const { late, groups } = this.#tile;
    for (let i = lowerBound(late.stretch, first); i < late.stretch.length && late.stretch[i]! <= edge; i++) {
      if (late.endEdge[i]! > edge) {
        tell(late.stretch[i]!, this.#keyOfGroup[late.series[i]! % groups.length]!, late.counts[i]!);
      }
    }
  }

  #isByDay(): boolean {
    if (this.even === null || this.step >= DAY) {
      return false;
    }
    let [all, atMidnight] = [0, 0];
    for (let edge = this.even.first; edge < this.even.last; edge++) {
      const starts = this.startsIn(edge + 1);
      all += starts;
      atMidnight += this.edges[edge]! % DAY === 0 ? starts : 0;
    }
    return atMidnight >= all * MOST;
  }

  #countStarts(): Uint32Array {
    const { offsets, series, counts, groups } = this.#tile;
    const keys = this.keys.length;
    const starts = new Uint32Array((this.edges.length + 1) * keys);
    for (let stretch = 0; stretch <= this.edges.length; stretch++) {
      for (let i = offsets[stretch]!; i < offsets[stretch + 1]!; i++) {
        starts[stretch * keys + this.#keyOfGroup[series[i]! % groups.length]!]! += counts[i]!;
      }
    }
    return starts;
  }

  #countBegun(): Float64Array {
    const begun = new Float64Array(this.edges.length + 1);
    const keys = this.keys.length;
    let sum = 0;
    this.starts.forEach((count, i) => {
      sum += count;
      begun[Math.floor(i / keys)] = sum;
    });
    return begun;
  }

  /** By each edge has ended what began before it, but for what is late and ends later. */
  #countEnded(): Float64Array {
    const { stretch, endEdge, counts } = this.#tile.late;
    const going = new Float64Array(this.edges.length + 1); // differences: how many more go on beyond an edge than beyond the one before
    for (let i = 0; i < counts.length; i++) {
      going[stretch[i]!]! += counts[i]!;
      going[endEdge[i]!]! -= counts[i]!;
    }
    let sum = 0;
    return this.#begun.map((begun, edge) => begun - (sum += going[edge]!));
  }
}

/** The difference between neighbours that there is most often. */
function commonest(edges: Float64Array): number {
  const times = new Map<number, number>();
  let best = 0;
  for (let i = 1; i < edges.length; i++) {
    const length = edges[i]! - edges[i - 1]!;
    times.set(length, (times.get(length) ?? 0) + 1);
    best = best === 0 || times.get(length)! > times.get(best)! ? length : best;
  }
  return best;
}

/** The first and the last edge of a part in which no two neighbours are farther apart than a step. */
function evenPart(edges: Float64Array, step: number): { first: number; last: number } | null {
  const first = edges.findIndex((edge, i) => i + 1 < edges.length && edges[i + 1]! - edge === step);
  if (first < 0) {
    return null;
  }
  let last = first + 1;
  while (last + 1 < edges.length && edges[last + 1]! - edges[last]! <= step) {
    last++;
  }
  return { first, last };
}
