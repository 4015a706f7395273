import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutAtAntimeridian } from '../../src/browser/map/basemap/data/antimeridian.mjs';
import { greatCircle, unwrap } from '../../src/browser/map/scene';
import { toDegrees, toFrame, toSquare, worldSize, wrapLongitude, type Frame } from '../../src/browser/map/projection';

test('a place comes back from the square where it was', () => {
  for (const [lat, lon] of [[33.314, 38.703], [-54.8, -68.3], [0, 0], [85, 179.9]] as const) {
    const back = toDegrees(toSquare(lat, lon));
    assert.deepEqual([back.lat.toFixed(9), back.lon.toFixed(9)], [lat.toFixed(9), lon.toFixed(9)]);
  }
});

test('longitudes wrap into one world', () => {
  assert.deepEqual([181, -181, 540, 0, 180, -180].map(wrapLongitude), [-179, 179, -180, 0, -180, -180]);
});

test('a mark stands in the copy of the world that is looked at', () => {
  const zoom = 3;
  const suva = toSquare(-18.1, 178.4);
  const pago = toSquare(-14.3, -170.7);
  const frame: Frame = { zoom, left: worldSize(zoom) - 400, top: 900, width: 800, height: 600 };
  assert.deepEqual([suva, pago].map(point => Math.round(toFrame(point, frame).x)), [391, 453]);
});

test('a line across the antimeridian goes the short way', () => {
  assert.deepEqual(unwrap([[0, 170], [0, -170], [0, 170]]).map(({ x }) => Number(x.toFixed(4))), [0.9722, 1.0278, 0.9722]);
});

test('a flight from Washington to Riyadh bends north and arrives', () => {
  const way = greatCircle([[38.9, -77], [24.7, 46.7]]);
  assert.ok(Math.max(...way.map(([lat]) => lat)) > 50, 'it does not bend');
  assert.deepEqual(way.at(-1)!.map(value => Number(value.toFixed(6))), [24.7, 46.7]);
});

test('a stop twice in a row is no way at all', () => {
  assert.deepEqual(new Set(greatCircle([[31, 35], [31, 35]]).map(([lat, lon]) => `${lat.toFixed(6)} ${lon.toFixed(6)}`)), new Set(['31.000000 35.000000']));
});

test('land across the antimeridian is cut there and does not smear', () => {
  const chukotka = { type: 'MultiPolygon' as const, coordinates: [[[[170, 60], [170, 70], [-170, 70], [-170, 60], [170, 60]]]] };
  const rings = cutAtAntimeridian(chukotka).flat();
  assert.equal(rings.length, 2);
  assert.deepEqual(rings.flatMap(ring => ring.filter(([lon], i) => i > 0 && Math.abs(lon! - ring[i - 1]![0]!) > 180)), []);
});
