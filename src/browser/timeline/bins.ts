// The histogram: how many incidents of each key began in each step of time.

import { lowerBound } from '../tiles/lower-bound';
import { edges, stepOfAtLeast, type Step } from './calendar';
import type { DatedMarks } from './dated-marks';
import type { TimeScale } from './scale';
import type { Signs } from '../view/signs';
import type { Zone } from './zone';

const LADDER: readonly Step[] = [
  { unit: 'minute', count: 5 }, { unit: 'minute', count: 15 },
  { unit: 'hour', count: 1 }, { unit: 'hour', count: 3 }, { unit: 'hour', count: 6 }, { unit: 'hour', count: 12 },
  { unit: 'day', count: 1 }, { unit: 'week', count: 1 }, { unit: 'month', count: 1 }, { unit: 'month', count: 3 },
  { unit: 'year', count: 1 }, { unit: 'year', count: 5 }, { unit: 'year', count: 10 },
];

const NARROWEST = 9; // pixels

export interface Bins {
  readonly step: Step;
  /** One more than there are bins. */
  readonly edges: readonly number[];
  /** What is counted apart, in stacking order. */
  readonly keys: readonly string[];
  readonly signs: Signs;
  /** Bins × keys, the keys of one bin side by side. */
  readonly counts: Uint32Array;
  readonly totals: Uint32Array;
  readonly highest: number;
}

/** Bins of marks that are known one by one. */
export interface MarkBins extends Bins {
  /** The index of the first mark of each bin, and of the one after the last. */
  readonly first: Uint32Array;
}

export function binStep(scale: TimeScale): Step {
  return stepOfAtLeast(scale.grain * NARROWEST, LADDER);
}

/** The bins that a scale shows, the cut ones at both ends whole. A mark counts once, where it starts. */
export function binsOf(marks: DatedMarks, scale: TimeScale, zone: Zone): MarkBins {
  const step = binStep(scale);
  const bounds = edges(scale.from, scale.to, step, zone);
  const size = bounds.length - 1;
  const keys = marks.keys.length;
  const counts = new Uint32Array(size * keys);
  const totals = new Uint32Array(size);
  const first = new Uint32Array(size + 1);
  let i = lowerBound(marks.start, bounds[0]!);
  let highest = 0;
  for (let bin = 0; bin < size; bin++) {
    first[bin] = i;
    const end = bounds[bin + 1]!;
    for (; i < marks.size && marks.start[i]! < end; i++) {
      counts[bin * keys + marks.key[i]!]!++;
    }
    totals[bin] = i - first[bin]!;
    highest = Math.max(highest, totals[bin]!);
  }
  first[size] = i;
  return { step, edges: bounds, keys: marks.keys, signs: marks.signs, counts, totals, first, highest };
}

/** The bin that holds a time, or -1. */
export function binAt(bins: Bins, time: number): number {
  const next = bins.edges.findIndex(edge => edge > time);
  return next <= 0 ? -1 : next - 1;
}

/** A round number to which the tallest bar is drawn, so that the bars do not rescale with every bin that comes into sight. */
export function niceCeiling(count: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(count, 1))));
  const rest = count / power;
  const lead = power === 1 ? Math.max(Math.ceil(rest), 2) : [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find(value => rest <= value) ?? 10;
  return lead * power;
}
