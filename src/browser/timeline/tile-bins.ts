// Bars of a histogram that the server counted: its stretches, as many together as make a bar wide enough to see.

import type { TimeWindow } from '../view/window';
import type { Bins } from './bins';
import { DAY, HOUR, MINUTE, WEEK, type Step } from './calendar';
import type { TimeScale } from './scale';
import type { TileCounts } from './tile-counts';

const NARROWEST = 2.9; // pixels, so that 36 years fit a desktop in bars of four weeks
const MONDAY = 4 * DAY; // the first one after the epoch: bars of weeks begin on Mondays

/** A bar is the first of them that is long enough and holds whole stretches. */
const LENGTHS: readonly number[] = [
  15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 4 * DAY, WEEK, 2 * WEEK, 4 * WEEK, 8 * WEEK, 16 * WEEK, 32 * WEEK, 64 * WEEK,
];

/** How much of each bar a window holds. */
export interface WindowShare {
  /** As `Bins.counts`. */
  readonly counts: Uint32Array;
  /** The bars that lie in the window wholly: [first, end). */
  readonly whole: { readonly first: number; readonly end: number };
}

export class TileBins implements Bins {
  readonly step: Step;
  readonly edges: readonly number[];
  readonly counts: Uint32Array;
  readonly totals: Uint32Array;
  readonly highest: number;
  /** The first stretch of each bin, and the one after the last. */
  readonly #stretches: readonly number[];
  /** By stretch, its bin, or -1. */
  readonly #binOf: Int16Array;
  readonly #tile: TileCounts;
  /** The counts of the share; the next one takes their place. */
  readonly #inWindow: Uint32Array;
  #share: WindowShare & { readonly from: number; readonly to: number } | null = null;

  /** The bars that a scale shows, the cut ones at both ends whole. */
  constructor(tile: TileCounts, scale: TimeScale) {
    this.#tile = tile;
    const length = barLength(tile.step, Math.max(scale.grain * NARROWEST, tile.isByDay ? DAY : 0));
    this.step = stepOf(length);
    const { edges, stretches } = cut(tile, scale, length);
    this.edges = edges;
    this.#stretches = stretches;
    const keys = tile.keys.length;
    const size = Math.max(0, edges.length - 1);
    this.counts = new Uint32Array(size * keys);
    this.#inWindow = new Uint32Array(size * keys);
    this.totals = new Uint32Array(size);
    this.#binOf = new Int16Array(tile.edges.length + 1).fill(-1);
    for (let bin = 0; bin < size; bin++) {
      this.#binOf.fill(bin, stretches[bin]!, stretches[bin + 1]!);
      this.#add(this.counts, bin, stretches[bin]!, stretches[bin + 1]!);
      for (let key = 0; key < keys; key++) {
        this.totals[bin]! += this.counts[bin * keys + key]!;
      }
    }
    this.highest = this.totals.reduce((most, total) => Math.max(most, total), 0);
  }

  get keys(): readonly string[] { return this.#tile.keys; }
  get signs(): Bins['signs'] { return this.#tile.signs; }

  /** Of each bar what meets the window; of those before it what goes on in it. It holds until the next is asked for. */
  shareOf(window: TimeWindow): WindowShare {
    const { from, to } = this.#tile.edgesOf(window);
    if (this.#share === null || this.#share.from !== from || this.#share.to !== to) {
      this.#share = { from, to, ...this.#count(from, to) };
    }
    return this.#share;
  }

  /** Between two edges: what begins in the stretches from + 1 … to. */
  #count(from: number, to: number): WindowShare {
    const keys = this.keys.length;
    const size = this.totals.length;
    const counts = this.#inWindow.fill(0);
    const whole = { first: size, end: 0 };
    for (let bin = 0; bin < size; bin++) {
      const [first, end] = [this.#stretches[bin]!, this.#stretches[bin + 1]!];
      if (first > from && end - 1 <= to) {
        whole.first = Math.min(whole.first, bin);
        whole.end = bin + 1;
        for (let i = bin * keys; i < (bin + 1) * keys; i++) {
          counts[i] = this.counts[i]!;
        }
      } else {
        this.#add(counts, bin, Math.max(first, from + 1), Math.min(end, to + 1));
      }
    }
    if (from >= 0 && size > 0) {
      this.#tile.goingOn(this.#stretches[0]!, from, (stretch, key, count) => {
        const bin = this.#binOf[stretch]!;
        if (bin >= 0) {
          counts[bin * keys + key]! += count;
        }
      });
    }
    return { counts, whole: whole.first < whole.end ? whole : { first: 0, end: 0 } };
  }

  /** Adds what begins in stretches [first, end) to a bin. */
  #add(counts: Uint32Array, bin: number, first: number, end: number): void {
    const keys = this.keys.length;
    for (let i = first * keys; i < end * keys; i++) {
      counts[bin * keys + i % keys]! += this.#tile.starts[i]!;
    }
  }
}

/** Whole steps, at least as long as told. */
function barLength(step: number, least: number): number {
  const round = LENGTHS.find(length => length % step === 0 && length >= least);
  return round ?? step * 2 ** Math.max(0, Math.ceil(Math.log2(least / Math.max(step, 1))));
}

function stepOf(length: number): Step {
  const units = [['week', WEEK], ['day', DAY], ['hour', HOUR], ['minute', MINUTE]] as const;
  const [unit, size] = units.find(([, unitLength]) => length % unitLength === 0) ?? units[3];
  return { unit, count: Math.max(1, Math.round(length / size)) };
}

/** Where bars begin and end in what is shown: stretches of one multiple of the length lie in one bar, whatever edges cut them. */
function cut({ edges, even }: TileCounts, { from, to }: TimeScale, length: number): { edges: number[]; stretches: number[] } {
  const [bounds, stretches]: [number[], number[]] = [[], []];
  if (even === null) {
    return { edges: bounds, stretches };
  }
  const barOf = (time: number): number => Math.floor((time - MONDAY) / length);
  let edge = even.first;
  while (edge < even.last && barOf(edges[edge + 1]! - 1) < barOf(from)) {
    edge++;
  }
  for (; edge < even.last && (edges[edge]! < to || barOf(edges[edge]!) === barOf(to - 1)); edge++) {
    if (bounds.length === 0 || barOf(edges[edge]!) !== barOf(edges[edge - 1]!)) {
      bounds.push(edges[edge]!);
      stretches.push(edge + 1);
    }
  }
  if (bounds.length > 0) {
    bounds.push(edges[edge]!);
    stretches.push(edge + 1);
  }
  return { edges: bounds, stretches };
}
