import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupCells, pileRadius } from '../../src/browser/map/density/cell-groups';
import { CellRaster } from '../../src/browser/map/density/cell-raster';
import { Cells } from '../../src/browser/map/density/cells';
import { cellSize, holds, inLattice, isCovered, type Lattice, latticeOf, tileZoom } from '../../src/browser/map/density/lattice';
import { PileSpots } from '../../src/browser/map/density/pile-spots';
import { type Pile, Tally } from '../../src/browser/map/density/piles';
import { Ramp, toLab, topOf } from '../../src/browser/map/density/ramp';
import type { Hit } from '../../src/browser/map/hit';
import { around, boxOf, densestBox } from '../../src/browser/map/home';
import { short } from '../../src/browser/map/paint';
import { type Frame, toFrame, worldSize } from '../../src/browser/map/projection';
import { bySize } from '../../src/browser/map/symbols';
import { hitInWords } from '../../src/browser/map/words';
import { LEADS, Signs, UNMENTIONED } from '../../src/browser/view/signs';
import { View } from '../../src/browser/view/view';
import { edge, type MadeIncident, madeTile } from './made-tiles';

/** Of the map at zoom 5: tiles of zoom 4, cells of 1/2048 of the world. */
const CELL = 1 / 2048;
const ZOOM = 5;

function at(column: number, row: number, kind = 'attack', stretch = 1): MadeIncident {
  return { x: (column + 0.5) * CELL, y: (row + 0.5) * CELL, kind, stretch };
}

function many(count: number, column: number, row: number, kind = 'attack', stretch = 1): MadeIncident[] {
  return Array.from({ length: count }, () => at(column, row, kind, stretch));
}

function frameAround(column: number, row: number, size = 1000): Frame {
  return { zoom: ZOOM, left: column * 4 - size / 2, top: row * 4 - size / 2, width: size, height: size };
}

/** The tile of zoom 4 with the columns and rows from 1024. */
function tileOf(incidents: readonly MadeIncident[]): ReturnType<typeof madeTile> {
  return madeTile(incidents, { z: 4, x: 8, y: 8 });
}

function tallyOf(...incidents: MadeIncident[]): { tally: Tally; move: (from: number, to: number) => void } {
  const tile = tileOf(incidents);
  const cells = new Cells([tile]);
  const tally = new Tally(cells, groupCells(cells, ZOOM, 0.55));
  return { tally, move: (from, to) => void tile.counts.move({ from: edge(from), to: edge(to) }) };
}

/** Each pile as "parts at column, row". */
function told(tally: Tally): string[] {
  tally.count();
  return tally.pilesIn(frameAround(1088, 1088)).map(({ parts, x, y }) =>
    `${parts.map(({ key, count }) => `${count} ${key}`).join(' + ')} at ${((x - 500) / 4 + 1088).toFixed(1)}, ${((y - 500) / 4 + 1088).toFixed(1)}`);
}

test('cells of four pixels come from the tiles of one zoom less', () => {
  assert.deepEqual([2, 3, 3.69, 3.7, 12].map(tileZoom), [1, 2, 2, 3, 11]);
  const lattice = latticeOf({ zoom: 5, left: 10, top: -7, width: 100, height: 50 });
  assert.deepEqual([lattice, cellSize(lattice, 5), cellSize(lattice, 5.5).toFixed(2)], [{ zoom: 4, left: 2, top: -2, columns: 26, rows: 13 }, 4, '5.66']);
});

test('a lattice covers what it reaches around, until another zoom has other cells', () => {
  const frame: Frame = { zoom: 5, left: 1000, top: 1000, width: 400, height: 300 };
  const lattice = latticeOf({ ...frame, left: 900, width: 600 });
  assert.deepEqual([frame, { ...frame, left: 899 }, { ...frame, zoom: 5.6 }, { ...frame, zoom: 6 }].map(other => isCovered(other, lattice)), [true, false, false, false]);
});

test('cells are found in the copy of the world that is nearest', () => {
  const beyond: Lattice = { zoom: 0, left: 120, top: 0, columns: 20, rows: 128 };
  assert.deepEqual([inLattice({ x: 0.99, y: 0.5 }, beyond).x.toFixed(2), inLattice({ x: 0.01, y: 0.5 }, beyond).x.toFixed(2)], ['6.72', '9.28']);
});

test('what is counted here and there in a crowd is one ring in its middle, lonely incidents are signs where they are', () => {
  const { tally } = tallyOf(...many(3, 1088, 1088), ...many(1, 1092, 1088, 'strike'), at(1120, 1120, 'statement'));
  assert.deepEqual(told(tally), ['3 attack + 1 strike at 1089.5, 1088.5', '1 statement at 1120.5, 1120.5']);
});

test('rings stay where they are while the window moves, and count what it holds', () => {
  const { tally, move } = tallyOf(...many(4, 1088, 1088, 'attack', 1), ...many(2, 1092, 1088, 'strike', 2), ...many(2, 1092, 1088, 'attack', 2));
  const before = told(tally);
  move(0, 1);
  const early = told(tally);
  move(1, 2);
  assert.deepEqual([before, early, told(tally)], [['6 attack + 2 strike at 1090.5, 1088.5'], ['4 attack at 1090.5, 1088.5'], ['2 attack + 2 strike at 1090.5, 1088.5']]);
});

test('a ring that holds one incident of the window is a sign on its cell, one without any is not there', () => {
  const { tally, move } = tallyOf(...many(4, 1088, 1088, 'attack', 1), at(1092, 1088, 'strike', 2));
  move(1, 2);
  const one = told(tally);
  move(2, 3);
  assert.deepEqual([one, told(tally)], [['1 strike at 1092.5, 1088.5'], []]);
});

test('nothing is counted again while the window stands still', () => {
  const { tally, move } = tallyOf(...many(4, 1088, 1088));
  const first = tally.count();
  const second = tally.count();
  move(0, 1);
  assert.deepEqual([first, second, tally.count()], [true, false, true]);
});

test('leads are one part whatever their kind, and the last', () => {
  const { tally } = tallyOf(...many(2, 1088, 1088).map(lead => ({ ...lead, lead: true })), at(1088, 1088, 'strike'), { ...at(1088, 1088, 'strike'), lead: true });
  assert.deepEqual(told(tally), ['1 strike + 3  leads at 1088.5, 1088.5']);
});

test('rings keep clear of each other, however large the crowds are', () => {
  let seed = 11;
  const next = (): number => (seed = seed * 16807 % 2147483647) / 2147483647;
  const { tally } = tallyOf(...Array.from({ length: 6000 }, () => at(1024 + Math.floor(128 * next() ** 2), 1024 + Math.floor(128 * next()))));
  tally.count();
  const piles = tally.pilesIn(frameAround(1088, 1088, 2000));
  const touching = piles.flatMap((a, i) => piles.slice(i + 1).filter(b => Math.hypot(a.x - b.x, a.y - b.y) < pileRadius(a.count) + pileRadius(b.count)));
  assert.deepEqual([touching, piles.reduce((sum, { count }) => sum + count, 0), piles.length > 10], [[], 6000, true]);
});

test('the ground of a ring is that of the cells in which the window has anything', () => {
  const { tally, move } = tallyOf(...many(4, 1088, 1088, 'attack', 1), ...many(2, 1092, 1090, 'strike', 1), ...many(2, 1080, 1088, 'attack', 2));
  move(0, 1);
  tally.count();
  const [pile] = tally.pilesIn(frameAround(1088, 1088));
  const { left, top, right, bottom } = around(tally.squaresOf(pile!));
  assert.deepEqual([left, top, right, bottom].map(side => side / CELL), [1088, 1088, 1093, 1091]);
});

test('where a finer tile is there its part of the coarser one is not counted', () => {
  const incidents = [...many(5, 1030, 1030), ...many(7, 1200, 1030)];
  const clip = { left: 9 / 16, top: 8 / 16, right: 10 / 16, bottom: 9 / 16 };
  const cells = new Cells([tileOf(incidents), madeTile(incidents, { z: 2, x: 2, y: 2, clip })]);
  const tally = new Tally(cells, groupCells(cells, ZOOM, 0.55));
  tally.count();
  assert.deepEqual(tally.pilesIn(frameAround(1100, 1030, 2000)).map(({ count }) => count), [7, 5]);
});

test('cells that are too large to say where anything is make no ring, and colour all that they cover', () => {
  const cells = new Cells([madeTile(many(1000, 1030, 1030), { z: 0, x: 0, y: 0, side: 64, clip: { left: 0.5, top: 0.5, right: 0.505, bottom: 1 } })]);
  const tally = new Tally(cells, groupCells(cells, ZOOM, 0.5));
  tally.count();
  assert.deepEqual(tally.pilesIn(frameAround(1030, 1030)), []);
  const lattice: Lattice = { zoom: 4, left: 1020, top: 1022, columns: 24, rows: 4 };
  const pixels = new Uint32Array(24 * 4);
  new CellRaster(cells, lattice).draw(pixels, new Ramp(['#000000', '#ffffff'], 10));
  // Column 1024 is where the tile's part begins, 1034 where it ends; row 1024 is where the cell begins.
  const row = [...Array(4).fill('.'), ...Array(10).fill('#'), ...Array(10).fill('.')].join('');
  assert.deepEqual([0, 1, 2, 3].map(r => [...pixels.subarray(r * 24, r * 24 + 24)].map(pixel => pixel === 0 ? '.' : '#').join('')), ['.'.repeat(24), '.'.repeat(24), row, row]);
});

test('a large cell beside the lattice colours nothing, wherever it is', () => {
  const ramp = new Ramp(['#000000', '#ffffff'], 10);
  const drawn = [[990, 1040], [1100, 1040], [1040, 990], [1040, 1100]].map(([left, top]) => {
    const cells = new Cells([madeTile(many(9, 1030, 1030), { z: 0, x: 0, y: 0, side: 64 })]);
    new Tally(cells, groupCells(cells, ZOOM, 0.5)).count();
    const pixels = new Uint32Array(25);
    new CellRaster(cells, { zoom: 4, left: left!, top: top!, columns: 5, rows: 5 }).draw(pixels, ramp);
    return pixels.some(pixel => pixel !== 0);
  });
  assert.deepEqual(drawn, [false, false, false, false]);
});

test('what is spread over many cells is as faint as it would be from afar', () => {
  const ramp = new Ramp(['#000000', '#ffffff'], 100);
  const alpha = (colour: number): number => colour >>> 24;
  assert.deepEqual([ramp.spread(0, 16), ramp.spread(160, 16) === ramp.of(10), alpha(ramp.spread(8, 16)) / alpha(ramp.of(1)) < 0.51, alpha(ramp.spread(1, 4096)) > 0], [0, true, true, true]);
});

test('what marks show one by one is not counted', () => {
  const cells = new Cells([tileOf([at(1030, 1030), at(1060, 1030)])], { left: 1020 * CELL, top: 1020 * CELL, right: 1040 * CELL, bottom: 1040 * CELL });
  assert.deepEqual([cells.length, Math.round(cells.squareOf(0).left / CELL)], [1, 1060]);
});

test('each cell has the colour of its count; the pointer finds the nearest', () => {
  const tile = tileOf([...many(100, 1024, 1024), at(1026, 1025), at(1027, 1025, 'attack', 2)]);
  const cells = new Cells([tile]);
  const tally = new Tally(cells, groupCells(cells, ZOOM, 0.55));
  tile.counts.move({ from: edge(0), to: edge(1) });
  tally.count();
  const lattice: Lattice = { zoom: 4, left: 1023, top: 1024, columns: 6, rows: 2 };
  const pixels = new Uint32Array(12);
  const ramp = new Ramp(['#ff0000', '#0000ff'], 100);
  const raster = new CellRaster(cells, lattice);
  raster.draw(pixels, ramp);
  assert.deepEqual([...pixels], [0, ramp.of(100), 0, 0, 0, 0, 0, 0, 0, ramp.of(1), 0, 0]);
  assert.deepEqual([[1.5, 0.5, 0], [2.2, 0.5, 1], [4.5, 1.5, 1], [4.5, 1.5, 0]].map(([column, row, reach]) => raster.cellAt(column!, row!, reach!)), [0, 0, 1, -1]);
});

test('the cell under a point, else the nearest that has anything, as found by looking at them all', () => {
  let seed = 5;
  const random = (below: number): number => (seed = seed * 48271 % 2147483647) % below;
  const incidents = Array.from({ length: 300 }, () => at(1088 + random(24), 1088 + random(16), random(3) > 0 ? 'attack' : 'strike', random(4)))
    .map(incident => ({ ...incident, lead: random(6) === 0 }));
  const tiles = [68, 69].map(x => madeTile(incidents, { z: 7, x, y: 68, side: 16 }));
  const cells = new Cells(tiles);
  const tally = new Tally(cells, groupCells(cells, ZOOM, 0.55));
  for (const [zoom, scale] of [[4, 1], [3, 2]] as const) { // of its own cells, and of such as four of them share
    const lattice: Lattice = { zoom, left: 1088 / scale, top: 1088 / scale, columns: 24 / scale, rows: 16 / scale };
    const raster = new CellRaster(cells, lattice);
    for (let step = 0; step < 400; step++) {
      tiles.forEach(({ counts }) => counts.move({ from: edge(step % 3), to: edge(step % 3 + 1) }));
      tally.count();
      // In sixteenths, which are exact: many points lie between pixels.
      const [column, row, reach] = [(random(464) / 16 - 2) / scale, (random(336) / 16 - 2) / scale, random(64) / 16];
      const far = Array.from({ length: cells.length }, (_, cell) => {
        const { left, top } = cells.squareOf(cell);
        const own = inLattice({ x: left + CELL / 2, y: top + CELL / 2 }, lattice);
        const [x, y] = [Math.floor(own.x), Math.floor(own.y)];
        const isUnder = x === Math.floor(column) && y === Math.floor(row);
        return cells.totals[cell]! === 0 ? Infinity : isUnder ? 0 : Math.max(Math.abs(x + 0.5 - column), Math.abs(y + 0.5 - row));
      });
      const nearest = Math.min(...far);
      const found = raster.cellAt(column, row, reach);
      assert.equal(found, nearest <= reach + 0.5 ? far.indexOf(nearest) : -1, `${zoom}: ${column}, ${row} within ${reach}`);
      if (found >= 0) {
        const there = incidents.filter(({ x, y, stretch }) => stretch === step % 3 + 1 && holds(cells.squareOf(found), { x, y }));
        // Also in other copies of the world.
        const frame: Frame = { zoom: ZOOM, left: (step % 5 - 2) * 5000, top: 4000, width: 1000, height: 1000 };
        const { parts, count, place, x, y } = tally.pileOf(found, frame, worldSize(ZOOM))!;
        const keys = there.map(({ kind, lead }) => lead ? LEADS : kind);
        assert.deepEqual(parts, [...new Set(keys)].map(key => ({ key, count: keys.filter(other => other === key).length })).sort(bySize));
        assert.deepEqual([count, { x, y }], [there.length, toFrame(place, frame)]);
      }
    }
  }
});

test('the pile under a point is the nearest by its rim, as found by looking at them all', () => {
  let seed = 7;
  const random = (below: number): number => (seed = seed * 48271 % 2147483647) % below;
  const spots = new PileSpots();
  for (let step = 0; step < 4000; step++) {
    const half = (below: number): number => random(below * 2) / 2;
    const side = 10 + random(3) * 100;
    const [at, slop] = [{ x: half(side), y: half(side) }, random(7)];
    // Many beside the point, where they touch it with one side, and equally near.
    const piles = Array.from({ length: random(random(60) + 1) }, () => ({ x: half(side), y: random(4) > 0 ? half(side) : at.y, radius: 4 + half(12) } as Pile));
    spots.take(piles);
    const far = piles.map(({ x, y, radius }) => Math.sqrt((x - at.x) ** 2 + (y - at.y) ** 2) - radius);
    const nearest = Math.min(...far);
    assert.equal(spots.near(at, slop), nearest <= slop ? piles[far.indexOf(nearest)] : null, `${at.x}, ${at.y} within ${slop}`);
  }
});

test('the ramp goes in steps that look the same from one incident to the busiest cell', () => {
  const light = ['#dc9e57', '#cd6d35', '#ab4235', '#792634', '#42182b'];
  const dark = ['#925841', '#bf7046', '#e19450', '#f2c06e', '#f9e9b5'];
  for (const stops of [light, dark]) {
    const steps = stops.slice(1).map((stop, i) => Math.hypot(...toLab(stop).map((value, k) => value - toLab(stops[i]!)[k]!)));
    assert.ok(Math.max(...steps) / Math.min(...steps) < 1.15, `steps of ${steps.map(step => step.toFixed(3)).join(', ')}`);
    const lightness = stops.map(stop => toLab(stop)[0]);
    assert.deepEqual(lightness, [...lightness].sort((a, b) => stops === light ? b - a : a - b));
  }
  const ramp = new Ramp(light, 10_000);
  const bytes = (count: number): string => (ramp.of(count) & 0xffffff).toString(16).padStart(6, '0').replace(/(..)(..)(..)/, '#$3$2$1');
  assert.deepEqual([1, 10, 100, 1000, 10_000, 500_000].map(bytes).map((colour, i) => toLab(colour).map((value, k) => Math.abs(value - toLab([...light, light[4]!][i]!)[k]!) < 0.01)), Array(6).fill([true, true, true]));
  assert.equal(ramp.of(0), 0);
});

test('the strongest colour is that of a round count that few cells go beyond', () => {
  const tops = [[], [1, 3], [...Array(99).fill(7), 90_000], [150], [600, 700], [1000]].map(counts => topOf(Float64Array.from(counts)));
  assert.deepEqual(tops, [10, 10, 10, 200, 1000, 1000]);
});

test('rings tell their count in four signs at most', () => {
  assert.deepEqual([2, 9999, 10_499, 999_400, 1_250_000, 99_000_000].map(short), ['2', '9999', '10k', '999k', '1.3M', '99M']);
});

test('rings are as large as the words for their count need, and not for ever', () => {
  assert.deepEqual([2, 43, 1000, 1_000_000].map(count => Math.round(pileRadius(count))), [12, 18, 23, 27]);
});

test('a place with many incidents weighs as much as all of them', () => {
  const [here, there] = [{ x: 0.5, y: 0.5, weight: 900 }, { x: 0.9, y: 0.9, weight: 100 }];
  assert.deepEqual([densestBox([there, here], 0.7), densestBox([there, { ...here, weight: 10 }], 0.7)], [boxOf([here]), boxOf([there])]);
});

test('a pile is told by its count and what it is made of', () => {
  const { tally } = tallyOf(...many(1200, 1088, 1088), ...many(2, 1088, 1088, 'armed-clash').map(lead => ({ ...lead, lead: true })));
  tally.count();
  const [pile] = tally.pilesIn(frameAround(1088, 1088));
  const hit: Hit = { type: 'pile', pile: pile!, marks: [], at: pile! };
  assert.equal(hitInWords(hit, new View()), '1,200 incidents and 2 leads: 1,200 Attack, 2 Leads');
});

test('cells with nothing but what the lens does not mention have one quiet colour, however many that are', () => {
  const incidents = [...many(9, 1030, 1030, 'unmentioned'), ...many(2, 1060, 1030), ...many(9, 1060, 1030, 'unmentioned')];
  const cells = new Cells([tileOf(incidents)], null, new Signs('kind', [], 'CENTCOM'));
  const tally = new Tally(cells, groupCells(cells, ZOOM, 0.55));
  const lattice: Lattice = { zoom: 4, left: 1024, top: 1024, columns: 64, rows: 16 };
  const ramp = new Ramp(['#ff0000', '#0000ff'], 10, '#808080');
  const pixels = new Uint32Array(lattice.columns * lattice.rows);
  tally.count();
  new CellRaster(cells, lattice).draw(pixels, ramp);
  assert.deepEqual([...pixels].filter(pixel => pixel !== 0), [ramp.quiet, ramp.of(2)]);
  assert.deepEqual(tally.pilesIn(frameAround(1045, 1030)).map(({ count, parts }) => [count, parts]), [
    [11, [{ key: 'attack', count: 2 }, { key: UNMENTIONED, count: 9 }]],
    [9, [{ key: UNMENTIONED, count: 9 }]],
  ]);
});
