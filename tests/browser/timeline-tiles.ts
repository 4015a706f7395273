// Histograms of many incidents, as the server would count them, for the tests of the timeline.

import { Signs } from '../../src/browser/view/signs';
import type { TimeTile } from '../../src/browser/tiles/time-tile';
import { TileCounts } from '../../src/browser/timeline/tile-counts';
import { GROUPS, randomFrom, tileOf, type Sample } from './tiles-samples';

export const DAY = 86_400_000;
export const MONDAY = Date.UTC(2024, 0, 1);

/** Edges every `step` milliseconds from the first Monday of 2024 on. */
export function evenEdges(stretches: number, step: number): number[] {
  return Array.from({ length: stretches + 1 }, (_, i) => MONDAY + i * step);
}

/** Incidents that begin somewhere around the first `days` days of 2024; some last, some never end, some have no date. */
export function samples(count: number, days: number, seed = 1): Sample[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const start = MONDAY + Math.floor((random() * 1.2 - 0.1) * days * 24) * DAY / 24;
    const length = random() < 0.6 ? 0 : random() * 3 * DAY;
    return { cell: 0, group: Math.floor(random() * GROUPS.length), start: random() < 0.05 ? null : start, end: random() < 0.05 ? null : start + length };
  });
}

export function histogram(all: readonly Sample[], edges: readonly number[]): TimeTile {
  return tileOf(all, edges, 1);
}

export function counted(all: readonly Sample[], edges: readonly number[]): TileCounts {
  return new TileCounts(histogram(all, edges), new Signs());
}

/** The rule of windows, the plain way. */
export function meets({ start, end }: Sample, from: number | null, to: number | null): boolean {
  return start !== null && (to === null || start < to) && (from === null || start >= from || end === null || end > from);
}
