// Time-tiles made up for tests: of single incidents at points of the unit square, or of as many as are wanted.

import type { LoadedTile } from '../../src/browser/tiles/density';
import type { TimeTile } from '../../src/browser/tiles/time-tile';
import { WindowCounts } from '../../src/browser/tiles/window-counts';

export interface MadeIncident {
  readonly x: number;
  readonly y: number;
  /** Number of the stretch in which it starts and ends. */
  readonly stretch: number;
  readonly kind: string;
  readonly lead?: boolean;
}

const START = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;

/** The edge `number` of every made tile: one a day. */
export function edge(number: number): number {
  return START + number * DAY;
}

export interface Place { readonly z: number; readonly x: number; readonly y: number; readonly side?: number; readonly edges?: number; readonly clip?: LoadedTile['clip'] }

/** The tile of some incidents; those outside are not in it. */
export function madeTile(incidents: readonly MadeIncident[], { z, x, y, side = 128, edges = 4, clip = null }: Place): LoadedTile {
  const across = side * 2 ** z;
  const inside = incidents.map(incident => ({ ...incident, column: Math.floor(incident.x * across) - x * side, row: Math.floor(incident.y * across) - y * side }))
    .filter(({ column, row }) => column >= 0 && row >= 0 && column < side && row < side);
  const groups = [...new Map(inside.map(({ kind, lead = false }) => [`${kind} ${lead}`, { key: kind, lead }])).values()];
  const cells = [...new Set(inside.map(({ column, row }) => row * side + column))].sort((a, b) => a - b);
  const stretches = Array.from({ length: edges + 1 }, () => new Map<number, number>());
  for (const { column, row, kind, lead = false, stretch } of inside) {
    const series = cells.indexOf(row * side + column) * groups.length + groups.findIndex(group => group.key === kind && group.lead === lead);
    stretches[stretch]!.set(series, (stretches[stretch]!.get(series) ?? 0) + 1);
  }
  const entries = stretches.map(entry => [...entry].sort(([a], [b]) => a - b));
  return loaded({
    edges: Float64Array.from({ length: edges }, (_, i) => edge(i)),
    groups,
    side,
    undated: new Uint32Array(groups.length),
    cells: Uint32Array.from(cells),
    offsets: Uint32Array.from({ length: edges + 2 }, (_, k) => entries.slice(0, k).reduce((sum, entry) => sum + entry.length, 0)),
    series: Uint32Array.from(entries.flat(), ([series]) => series),
    counts: Uint32Array.from(entries.flat(), ([, count]) => count),
    late: { stretch: new Uint16Array(0), endEdge: new Uint16Array(0), series: new Uint32Array(0), counts: new Uint32Array(0) },
  }, { z, x, y, clip });
}

function loaded(tile: TimeTile, place: { z: number; x: number; y: number; clip: LoadedTile['clip'] }): LoadedTile {
  const counts = new WindowCounts(tile);
  return { ...place, tile, counts, whole: counts.counts.slice() };
}
