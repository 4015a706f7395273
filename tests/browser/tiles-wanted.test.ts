import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ancestors, latitudeOf, longitudeOf, squareOf, tileZoom, wantedTiles } from '../../src/browser/tiles/wanted-tiles';

const names = (shown: Parameters<typeof wantedTiles>[0]): string[] => wantedTiles(shown).map(({ z, x, y }) => `${z}/${x}/${y}`);

test('cells of the wanted tiles are 2 to 4 pixels wide on the map, and never wider', () => {
  assert.deepEqual([0, 1, 2, 2.1, 3, 11.99, 12, 40].map(tileZoom), [0, 0, 1, 2, 2, 11, 11, 22]);
  for (let zoom = 1; zoom < 12; zoom += 0.13) {
    const cell = 256 * 2 ** zoom / (2 ** tileZoom(zoom) * 128);
    assert.ok(cell > 2 - 1e-3 && cell <= 4 + 1e-3, `${cell} at ${zoom}`);
  }
});

test('the tiles that cover what is shown are wanted, those in the middle first', () => {
  assert.deepEqual(names({ zoom: 3, left: 0.3, top: 0.3, right: 0.6, bottom: 0.45 }), ['2/1/1', '2/2/1']);
  assert.deepEqual(names({ zoom: 4, left: 0.26, top: 0.26, right: 0.74, bottom: 0.49 })[0], '3/3/2'); // or its neighbour: the middle is between them
  assert.deepEqual(names({ zoom: 3, left: 0.25, top: 0.25, right: 0.5, bottom: 0.5 }), ['2/1/1']);
});

test('beyond the antimeridian the world goes on, and no tile is wanted twice', () => {
  assert.deepEqual(names({ zoom: 3, left: -0.2, top: 0.3, right: 0.2, bottom: 0.4 }).sort(), ['2/0/1', '2/3/1']);
  assert.deepEqual(names({ zoom: 3, left: 0.8, top: 0.3, right: 1.1, bottom: 0.4 }).sort(), ['2/0/1', '2/3/1']);
  assert.deepEqual(names({ zoom: 2, left: -1, top: -0.5, right: 2, bottom: 1.5 }).sort(), ['1/0/0', '1/0/1', '1/1/0', '1/1/1']);
});

test('the tiles above one hold it, the nearest first', () => {
  assert.deepEqual(ancestors({ z: 3, x: 5, y: 2 }), [{ z: 2, x: 2, y: 1 }, { z: 1, x: 1, y: 0 }, { z: 0, x: 0, y: 0 }]);
  assert.deepEqual(squareOf({ z: 2, x: 1, y: 3 }), { left: 0.25, top: 0.75, right: 0.5, bottom: 1 });
});

test('places of the unit square are degrees, whichever world they are in', () => {
  assert.deepEqual([0, 0.5, 0.75, 1.25, -0.25].map(longitudeOf), [-180, 0, 90, -90, 90]);
  assert.deepEqual([-0.1, 0, 1, 1.2].map(latitudeOf), [90, 90, -90, -90]);
  assert.ok(Math.abs(latitudeOf(0.4) - 33.78) < 0.3);
});
