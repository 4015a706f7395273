import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DensityLayer } from '../../src/browser/map/density/density-layer';
import type { Frame } from '../../src/browser/map/projection';
import type { LoadedTile } from '../../src/browser/tiles/density';
import type { Colours } from '../../src/browser/view/colours';
import { Signs } from '../../src/browser/view/signs';
import type { View } from '../../src/browser/view/view';
import { ALL_TIME, type TimeWindow } from '../../src/browser/view/window';
import { edge, type MadeIncident, madeTile } from './made-tiles';

const CELL = 1 / 2048; // of tiles of zoom 4
const WHERE = { zoom: 5, left: 1000 * 4, top: 1000 * 4, size: 600 };

/** Six crowds in a row, five cells apart: one ring from afar, more from nearby. */
const INCIDENTS: MadeIncident[] = Array.from({ length: 60 }, (_, i) => ({ x: (1060.5 + i % 6 * 5) * CELL, y: 1060.5 * CELL, kind: 'attack', stretch: 1 + i % 2 }));

/** A view of many whose server has tiles of one zoom only; the finer ones come when they are given. */
function layerOf(coarse: readonly LoadedTile[]): { layer: DensityLayer; window: (next: TimeWindow) => void; give: (tiles: readonly LoadedTile[]) => void } {
  let there = coarse;
  const density = { colour: 'kind', overview: null, tilesFor: () => there, finerThan: (tiles: readonly LoadedTile[]) => tiles.map(() => null) };
  const view = { density, mapMarks: null, signs: new Signs(), window: ALL_TIME };
  return { layer: new DensityLayer(view as unknown as View, { get: () => '#808080' } as unknown as Colours, ''), window: next => { view.window = next; }, give: tiles => { there = tiles; } };
}

/** Around the same middle, `nearer` zooms nearer. */
function frame(nearer: number): Frame {
  const scale = 2 ** nearer;
  const middle = WHERE.left + WHERE.size / 2;
  return { zoom: WHERE.zoom + nearer, left: middle * scale - WHERE.size / 2, top: middle * scale - WHERE.size / 2, width: WHERE.size, height: WHERE.size };
}

function counts(layer: DensityLayer, nearer: number): number[] {
  layer.drawCells(new Uint32Array(0), { zoom: 4, left: 0, top: 0, columns: 0, rows: 0 }, false);
  return layer.tally!.pilesIn(frame(nearer)).map(({ count }) => count).sort((a, b) => b - a);
}

const whole = (): LoadedTile => madeTile(INCIDENTS, { z: 4, x: 8, y: 8 });
const part = (tile: LoadedTile): LoadedTile => ({ ...tile, clip: { left: 0.5, top: 0.5, right: 0.53125, bottom: 0.53125 } });

test('one zoom nearer the rings stay until what is finer comes, and are then grouped anew', () => {
  const tile = whole();
  const { layer, give } = layerOf([tile]);
  assert.equal(layer.look(frame(0), false), true);
  const from = counts(layer, 0);
  const tally = layer.tally;
  give([part(tile)]);
  assert.equal(layer.look(frame(1), false), false);
  assert.equal(layer.tally, tally);
  assert.deepEqual(counts(layer, 1), from);
  give([madeTile(INCIDENTS, { z: 5, x: 16, y: 16 })]);
  assert.equal(layer.look(frame(1), true), true);
  assert.equal(counts(layer, 1).length > from.length, true);
  assert.equal(counts(layer, 1).reduce((sum, count) => sum + count, 0), 60);
});

test('while the rings stay they count the window exactly, whichever tiles are asked for by now', () => {
  const tile = whole();
  const { layer, window, give } = layerOf([tile]);
  layer.look(frame(0), false);
  give([{ ...whole(), clip: { left: 0.5, top: 0.5, right: 0.53125, bottom: 0.53125 } }]);
  layer.look(frame(1), false);
  window({ from: edge(1), to: edge(2) });
  assert.equal(counts(layer, 1).reduce((sum, count) => sum + count, 0), 30);
});

test('further away, two zooms nearer, and beside what is counted, rings are grouped at once', () => {
  const tile = whole();
  const { layer, give } = layerOf([tile]);
  for (const other of [frame(-1), frame(2), { ...frame(1), left: frame(1).left + 2000 }]) {
    give([tile]);
    layer.look(frame(0), true);
    const { tally } = layer;
    give([part(tile)]);
    assert.equal(layer.look(other, false), true);
    assert.notEqual(layer.tally, tally);
  }
});
