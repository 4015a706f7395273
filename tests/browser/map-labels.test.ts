import assert from 'node:assert/strict';
import { test } from 'node:test';
import { along, glyphBoxes, spaced } from '../../src/browser/map/lettering';
import { boxAround, overlap, placeLabels, type Box, type Wish } from '../../src/browser/map/labels';

const NONE = new Map<string, number>();

function wish(id: string, order: number, ...ways: Box[]): Wish {
  return { id, order, ways: ways.map(box => [box]) };
}

test('no label stands over another or over a mark', () => {
  const marks = Array.from({ length: 40 }, (_, i) => boxAround((i * 131) % 800, (i * 197) % 600, 14, 14));
  const wishes = Array.from({ length: 400 }, (_, i) => {
    const [x, y] = [(i * 67) % 800, (i * 113) % 600];
    return wish(`town ${i}`, i, boxAround(x + 40, y, 36, 8), boxAround(x - 40, y, 36, 8), boxAround(x, y - 14, 36, 8));
  });
  const placed = placeLabels(wishes, marks, NONE);
  const boxes = [...placed].map(([id, way]) => wishes.find(({ id: other }) => other === id)!.ways[way]![0]!);
  const clashes = boxes.flatMap((box, i) => [...marks, ...boxes.slice(i + 1)].filter(other => overlap(box, other)));
  assert.deepEqual(clashes, []);
  assert.ok(boxes.length > 50, `only ${boxes.length} stand`);
});

test('the more important name has the place', () => {
  const box = boxAround(0, 0, 10, 10);
  assert.deepEqual([...placeLabels([wish('village', 9, box), wish('capital', 1, box)], [], NONE)], [['capital', 0]]);
});

test('a name steps aside for a mark before it goes', () => {
  const [right, left] = [boxAround(30, 0, 20, 6), boxAround(-30, 0, 20, 6)];
  assert.deepEqual([...placeLabels([wish('town', 1, right, left)], [boxAround(20, 0, 8, 8)], NONE)], [['town', 1]]);
  assert.deepEqual([...placeLabels([wish('town', 1, right, left)], [boxAround(0, 0, 30, 8)], NONE)], []);
});

test('a name stays on the side where it was', () => {
  const [right, left] = [boxAround(30, 0, 20, 6), boxAround(-30, 0, 20, 6)];
  assert.deepEqual([...placeLabels([wish('town', 1, right, left)], [], new Map([['town', 1]]))], [['town', 1]]);
});

const SIX = (text: string): number => text.length * 6;

test('letters are spread around the middle of a name', () => {
  assert.deepEqual(spaced('SYRIA', 0, 0, 4, 0, SIX).map(({ text, x }) => `${text}${x}`), ['S-20', 'Y-10', 'R0', 'I10', 'A20']);
});

test('a river is named along itself, left to right, beside its line', () => {
  const west = Array.from({ length: 60 }, (_, i) => ({ x: 600 - i * 10, y: 100 }));
  const [name] = along(west, 'Tigris', 1, 1000, SIX);
  assert.deepEqual(name!.glyphs.map(glyph => glyph.text).join(''), 'Tigris');
  assert.ok(name!.glyphs.every((glyph, i, all) => i === 0 || glyph.x > all[i - 1]!.x), 'not left to right');
  assert.deepEqual(new Set(name!.glyphs.map(glyph => Math.round(name!.anchor.y + glyph.y))), new Set([90]));
});

test('a river that winds too tightly for its name has none there', () => {
  const spiral = Array.from({ length: 200 }, (_, i) => ({ x: 18 * Math.cos(i / 3), y: 18 * Math.sin(i / 3) }));
  assert.deepEqual(along(spiral, 'Euphrates', 1, 100, SIX), []);
});

test('turned letters are covered by their boxes', () => {
  const [box] = glyphBoxes([{ text: 'WIDE', x: 0, y: 0, angle: Math.PI / 2 }], { x: 50, y: 50 }, 10, SIX, 0);
  assert.deepEqual([box!.left, box!.top, box!.right, box!.bottom].map(Math.round), [45, 38, 55, 62]);
});
