import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOnEdges, nearestEdge, WindowCounts } from '../../src/browser/tiles/window-counts';
import type { TimeTile } from '../../src/browser/tiles/time-tile';
import { isInWindow, type Mark } from '../../src/browser/view/marks';
import type { TimeWindow } from '../../src/browser/view/window';
import { GROUPS, randomFrom, type Sample, tileOf } from './tiles-samples';

/** By the rule that decides everywhere, one incident after the other. */
function counted(samples: readonly Sample[], tile: TimeTile, window: TimeWindow): { counts: number[]; totals: number[] } {
  const counts = Array.from(tile.cells).flatMap(() => GROUPS.map(() => 0));
  const totals = GROUPS.map(() => 0);
  for (const { cell, group, start, end } of samples) {
    if (isInWindow({ start, spanEnd: end } as Mark, window)) {
      totals[group]!++;
      if (start !== null) {
        counts[tile.cells.indexOf(cell) * GROUPS.length + group]!++;
      }
    }
  }
  return { counts, totals };
}

function shown({ counts, totals }: WindowCounts): { counts: number[]; totals: number[] } {
  return { counts: [...counts], totals: [...totals] };
}

/** Moments, short and long periods, what goes on, and what nobody dated; starts and ends fall on edges often. */
function samplesFrom(random: () => number, size: number): Sample[] {
  return Array.from({ length: size }, () => {
    const start = random() < 0.1 ? null : Math.floor(random() * 120) - 10;
    const end = start === null || random() < 0.1 ? null : start + Math.floor(random() * random() * 60);
    return { cell: Math.floor(random() * 6), group: Math.floor(random() * GROUPS.length), start, end };
  });
}

test('every window between two edges has the counts of its incidents, from wherever it is moved', () => {
  for (let seed = 1; seed <= 12; seed++) {
    const random = randomFrom(seed);
    const samples = samplesFrom(random, 80);
    const edges = [...new Set(Array.from({ length: 9 }, () => Math.floor(random() * 100)))].sort((a, b) => a - b);
    const tile = tileOf(samples, edges);
    const moved = new WindowCounts(tile);
    const sides = [null, ...edges];
    for (const from of sides) {
      for (const to of [...edges, null].filter(side => side === null || from === null || side > from)) {
        const fresh = new WindowCounts(tile);
        fresh.move({ from, to });
        assert.deepEqual(shown(fresh), counted(samples, tile, { from, to }), `seed ${seed}, from ${from} to ${to}`);
        moved.move({ from, to });
        assert.deepEqual(shown(moved), shown(fresh), `moved: seed ${seed}, from ${from} to ${to}`);
      }
    }
    moved.move({ from: null, to: null });
    assert.deepEqual(shown(moved), counted(samples, tile, { from: null, to: null }));
  }
});

test('a window beside the edges is counted between the nearest ones, and says when nothing changed', () => {
  const tile = tileOf([5, 15, 25, 35].map(start => ({ cell: 0, group: 0, start, end: start })), [10, 20, 30]);
  const counts = new WindowCounts(tile);
  assert.deepEqual([counts.move({ from: 12, to: 29 }), counts.edges, [...counts.totals]], [true, { from: 0, to: 2 }, [2, 0, 0]]);
  assert.equal(counts.move({ from: 14, to: 26 }), false);
});

test('a window narrower than a stretch is counted as the stretch that holds most of it', () => {
  const tile = tileOf([5, 15, 25, 35].map(start => ({ cell: 0, group: 0, start, end: start })), [10, 20, 30]);
  const edgesOf = (window: TimeWindow): unknown => {
    const counts = new WindowCounts(tile);
    counts.move(window);
    return counts.edges;
  };
  assert.deepEqual([{ from: 17, to: 22 }, { from: 19, to: 24 }, { from: 6, to: 9 }, { from: 31, to: 90 }].map(edgesOf),
    [{ from: 0, to: 1 }, { from: 1, to: 2 }, { from: -1, to: 0 }, { from: 2, to: 3 }]);
});

test('a tile without edges counts everything in every window', () => {
  const counts = new WindowCounts(tileOf([{ cell: 1, group: 1, start: 5, end: 6 }], []));
  assert.deepEqual([counts.move({ from: 7, to: 8 }), [...counts.totals]], [false, [0, 1, 0]]);
});

test('a window is exact when each side is an edge or open', () => {
  const edges = Float64Array.of(10, 20, 30);
  const windows = [{ from: null, to: null }, { from: 10, to: null }, { from: 20, to: 30 }, { from: 11, to: 30 }, { from: null, to: 31 }];
  assert.deepEqual(windows.map(window => isOnEdges(edges, window)), [true, true, true, false, false]);
  assert.deepEqual([-5, 10, 14, 16, 99].map(time => nearestEdge(edges, time)), [0, 0, 0, 1, 2]);
});
