// Time-tiles for tests, counted the plain way.

import type { TileGroup, TimeTile } from '../../src/browser/tiles/time-tile';

/** One incident in one cell; `end` is exclusive, null while it goes on; without a start it is undated. */
export interface Sample {
  readonly cell: number;
  readonly group: number;
  readonly start: number | null;
  readonly end: number | null;
}

export const GROUPS: readonly TileGroup[] = [{ key: 'attack', lead: false }, { key: 'strike', lead: false }, { key: 'attack', lead: true }];

/** The tile that a server makes of some incidents. */
export function tileOf(samples: readonly Sample[], edges: readonly number[], side = 4): TimeTile {
  const dated = samples.filter(sample => sample.start !== null);
  const cells = [...new Set(dated.map(({ cell }) => cell))].sort((a, b) => a - b);
  const firstAfter = (time: number): number => edges.filter(edge => edge <= time).length;
  const entries = dated.map(({ cell, group, start, end }) => {
    const over = end === null ? Infinity : Math.max(end, start! + 1e-4);
    return { stretch: firstAfter(start!), endEdge: edges.filter(edge => edge < over).length, series: cells.indexOf(cell) * GROUPS.length + group, count: 1 };
  });
  const starts = summed(entries.map(entry => ({ ...entry, endEdge: 0 })));
  const late = summed(entries.filter(({ stretch, endEdge }) => endEdge > stretch));
  const offsets = Uint32Array.from({ length: edges.length + 2 }, (_, k) => starts.filter(({ stretch }) => stretch < k).length);
  const undated = Uint32Array.from(GROUPS, (_, group) => samples.filter(sample => sample.start === null && sample.group === group).length);
  return {
    edges: Float64Array.from(edges), groups: GROUPS, side, undated, cells: Uint32Array.from(cells), offsets,
    series: Uint32Array.from(starts, ({ series }) => series), counts: Uint32Array.from(starts, ({ count }) => count),
    late: {
      stretch: Uint16Array.from(late, ({ stretch }) => stretch), endEdge: Uint16Array.from(late, ({ endEdge }) => endEdge),
      series: Uint32Array.from(late, ({ series }) => series), counts: Uint32Array.from(late, ({ count }) => count),
    },
  };
}

/** Numbers from 0 to 1 that are the same each time. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = Math.imul(state, 1_664_525) + 1_013_904_223 >>> 0;
    return state / 2 ** 32;
  };
}

interface Entry {
  readonly stretch: number;
  readonly endEdge: number;
  readonly series: number;
  readonly count: number;
}

function summed(entries: readonly Entry[]): Entry[] {
  const sums = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.stretch} ${entry.endEdge} ${entry.series}`;
    sums.set(key, { ...entry, count: (sums.get(key)?.count ?? 0) + 1 });
  }
  return [...sums.values()].sort((a, b) => a.stretch - b.stretch || a.endEdge - b.endEdge || a.series - b.series);
}
