// Time-tiles as the server writes them, counted by the browser, against the incidents that they were made of. The files
// are checked on the server's side by TimeTileFormatTests.cs.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { toSquare } from '../../src/browser/map/projection';
import { decodeTimeTile, type TimeTile } from '../../src/browser/tiles/time-tile';
import { WindowCounts } from '../../src/browser/tiles/window-counts';
import { isInWindow, type Mark } from '../../src/browser/view/marks';
import type { TimeWindow } from '../../src/browser/view/window';

interface GoldenIncident {
  readonly kind: string;
  readonly lead: boolean;
  readonly start: string | null;
  readonly end: string | null;
  readonly ongoing: boolean;
  readonly points: readonly [lat: number, lon: number][];
}

interface GoldenTile {
  readonly file: string;
  readonly of: 'tile' | 'times' | 'overview';
  readonly z?: number;
  readonly x?: number;
  readonly y?: number;
}

const GOLDEN = new URL('../golden/time-tiles/', `file://${process.env.BROWSER_TESTS}`);
const { incidents, tiles } = JSON.parse(readFileSync(new URL('incidents.json', GOLDEN), 'utf8')) as { incidents: GoldenIncident[]; tiles: GoldenTile[] };

/** The cells that an incident is counted in. */
function cellsOf({ points }: GoldenIncident, { of, z = 0, x = 0, y = 0 }: GoldenTile, side: number): number[] {
  if (of === 'times') {
    return [0];
  }
  return points.map(([lat, lon]) => toSquare(lat, lon))
    .map(point => [Math.floor((point.x * 2 ** z - x) * side), Math.floor((point.y * 2 ** z - y) * side)] as const)
    .filter(([column, row]) => column >= 0 && column < side && row >= 0 && row < side)
    .map(([column, row]) => row * side + column);
}

function markOf({ start, end, ongoing }: GoldenIncident): Mark {
  const at = start === null ? null : Date.parse(start);
  return { start: at, spanEnd: ongoing ? null : end === null ? at : Date.parse(end) } as Mark;
}

/** Of each cell, kind and lead that has any. */
function expected(golden: GoldenTile, side: number, window: TimeWindow): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const incident of incidents.filter(({ start }) => start !== null).filter(incident => isInWindow(markOf(incident), window))) {
    for (const cell of cellsOf(incident, golden, side)) {
      const key = `${cell} ${incident.kind} ${incident.lead}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}

function counted({ cells, groups }: TimeTile, { counts }: WindowCounts): Record<string, number> {
  const found: Record<string, number> = {};
  counts.forEach((count, series) => {
    if (count !== 0) {
      const { key, lead } = groups[series % groups.length]!;
      found[`${cells[Math.floor(series / groups.length)]} ${key} ${lead}`] = count;
    }
  });
  return found;
}

/** Between every two edges; of very many edges, between some from all over. */
function windowsOf(edges: Float64Array): TimeWindow[] {
  const every = Math.ceil(edges.length / 50);
  const sides = [...edges].filter((_, edge) => edge % every === 0);
  return [null, ...sides].flatMap(from => [...sides, null].filter(to => from === null || to === null || from < to).map(to => ({ from, to })));
}

for (const golden of tiles) {
  test(`the counts of every window over ${golden.file} are those of its incidents`, () => {
    const bytes = readFileSync(new URL(golden.file, GOLDEN));
    const tile = decodeTimeTile(new Uint8Array(bytes).buffer);
    const counts = new WindowCounts(tile);
    const windows = windowsOf(tile.edges);
    assert.ok(windows.length > 500);
    for (const window of windows) {
      counts.move(window);
      assert.deepEqual(counted(tile, counts), expected(golden, tile.side, window), JSON.stringify(window));
    }
  });
}

test('the undated count in the totals of all time only', () => {
  const tile = decodeTimeTile(new Uint8Array(readFileSync(new URL('times.bin', GOLDEN))).buffer);
  const counts = new WindowCounts(tile);
  const total = (): number => counts.totals.reduce((sum, count) => sum + count, 0);
  assert.equal(total(), incidents.length);
  counts.move({ from: null, to: tile.edges.at(-1)! });
  counts.move({ from: null, to: null });
  assert.equal(total(), incidents.length);
  counts.move({ from: tile.edges[0]!, to: null });
  assert.equal(total(), incidents.filter(incident => incident.start !== null && isInWindow(markOf(incident), { from: tile.edges[0]!, to: null })).length);
});
