import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTimeTile, narrow } from '../../src/browser/tiles/time-tile';

/** Two edges, a day apart; an attack and a lead in stretch 1, which goes on past the second edge, and another attack after it. */
const BYTES = [
  1, 128, 1, // version, side 128
  2, 6, ...Buffer.from('attack'), 0, 6, ...Buffer.from('strike'), 1,
  2, 0xff, 0x97, 0xb7, 0x12, 0x80, 0xb8, 0x99, 0x29, // −19,326,464 in zigzag, and a day more
  0, 3, // undated
  2, 5, 200, 1, // cells 5 and 205
  0, 2, 1, // starts of each stretch
  0, 3, 2, // series 0 and 3, and 2
  1, 130, 2, 7, // counts
  1, 1, 1, 3, 4, // one late: stretch 1, end edge 1 + 1, series, count
];

test('the bytes of a time-tile are read in the order in which they are written', () => {
  const { late, ...tile } = decodeTimeTile(Uint8Array.from(BYTES).buffer);
  assert.deepEqual(tile, {
    side: 128,
    groups: [{ key: 'attack', lead: false }, { key: 'strike', lead: true }],
    edges: Float64Array.of(-19_326_464, 67_073_536),
    undated: Uint32Array.of(0, 3),
    cells: Uint32Array.of(5, 205),
    offsets: Uint32Array.of(0, 0, 2, 3),
    series: Uint8Array.of(0, 3, 2),
    counts: Uint16Array.of(1, 258, 7),
  });
  assert.deepEqual(late, { stretch: Uint16Array.of(1), endEdge: Uint16Array.of(2), series: Uint32Array.of(3), counts: Uint32Array.of(4) });
});

test('bytes of another version, cut off anywhere or followed by others are refused', () => {
  assert.throws(() => decodeTimeTile(Uint8Array.from([2, ...BYTES.slice(1)]).buffer), { name: 'RangeError', message: 'version 2 of a time-tile is not known' });
  assert.throws(() => decodeTimeTile(Uint8Array.from([...BYTES, 0]).buffer), { name: 'RangeError', message: 'a time-tile is followed by something else' });
  for (let length = 0; length < BYTES.length; length++) {
    assert.throws(() => decodeTimeTile(Uint8Array.from(BYTES.slice(0, length)).buffer), { name: 'RangeError', message: 'a time-tile ends too soon' });
  }
});

test('whole numbers take one byte, two or four, as the largest of them needs', () => {
  for (const [largest, Narrow] of [[255, Uint8Array], [256, Uint16Array], [65_535, Uint16Array], [65_536, Uint32Array], [4_294_967_295, Uint32Array]] as const) {
    assert.deepEqual(narrow(Uint32Array.of(3, largest, 0)), Narrow.of(3, largest, 0));
  }
  assert.deepEqual(narrow(new Uint32Array(0)), new Uint8Array(0));
});
