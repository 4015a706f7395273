import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arcBetween, distanceTo, pointAt } from '../../src/browser/map/arcs/arc-geometry';
import { arcAt, arcPicture } from '../../src/browser/map/arcs/arc-picture';
import { DASHES, labelsOf, lacksInWords, relationSpoken } from '../../src/browser/map/arcs/arc-words';
import type { Relation } from '../../src/browser/view/relations';

const at = (x: number, y: number, radius = 10) => ({ x, y, radius });
const SEEN = { left: 0, top: 0, right: 800, bottom: 600 };

function relation(changes: Partial<Relation> = {}): Relation {
  return { id: 'r', from: 'a', to: 'b', words: 'Drew retaliation', lag: '5.8 days later', standing: 'asserted', says: 'Somebody says so', note: null, step: true, ...changes };
}

test('an arc leaves the rim of one sign and ends at the rim of the other', () => {
  const arc = arcBetween(at(100, 300), at(400, 300, 30))!;
  assert.ok(Math.abs(Math.hypot(arc.from.x - 100, arc.from.y - 300) - 13) < 0.1);
  assert.ok(Math.abs(Math.hypot(arc.to.x - 400, arc.to.y - 300) - 33) < 0.1);
});

test('an arc rises to the north whichever way it goes', () => {
  assert.ok(pointAt(arcBetween(at(100, 300), at(400, 300))!, 0.5).y < 270);
  assert.ok(pointAt(arcBetween(at(400, 300), at(100, 300))!, 0.5).y < 270);
});

test('an arrow points where the arc arrives', () => {
  const { heading } = arcBetween(at(100, 300), at(400, 300))!;
  assert.ok(heading > 0 && heading < Math.PI / 2, 'to the right and down');
});

test('what is cut off at the signs leaves the rest of the curve where it was', () => {
  const whole = arcBetween(at(100, 300, 0), at(400, 200, 0))!;
  const cut = arcBetween(at(100, 300, 20), at(400, 200, 40))!;
  [0, 0.3, 0.6, 1].forEach(t => assert.ok(distanceTo(whole, pointAt(cut, t)) < 0.5));
});

test('of arcs with the same ends each rises higher', () => {
  const rises = [0, 1, 2].map(repeat => 300 - pointAt(arcBetween(at(100, 300), at(400, 300), repeat)!, 0.5).y);
  assert.ok(rises[0]! < rises[1]! && rises[1]! < rises[2]!);
});

test('there is no arc between signs that touch', () => {
  assert.equal(arcBetween(at(100, 100), at(125, 100)), null);
  assert.equal(arcBetween(at(100, 100, 0), at(100, 100, 0)), null);
});

test('dashes tell what is not certain, so that no colour need', () => {
  assert.deepEqual(DASHES.asserted, []);
  assert.notDeepEqual(DASHES.uncertain, DASHES.contradicted);
  assert.ok(DASHES.uncertain.length > 0 && DASHES.contradicted.length > 0);
});

test('an arc carries its lag, what is not certain of it, and where it leads', () => {
  assert.deepEqual(labelsOf(relation(), false), ['5.8 days later']);
  assert.deepEqual(labelsOf(relation({ standing: 'contradicted' }), true),
    ['5.8 days later · contradicted · off the map', '5.8 days later · contradicted', 'contradicted']);
  assert.deepEqual(labelsOf(relation({ standing: 'uncertain', lag: null }), false), ['Drew retaliation · low confidence', 'low confidence']);
  assert.deepEqual(labelsOf(relation({ lag: null }), true), []);
});

test('a relation is spoken whole', () => {
  assert.equal(relationSpoken(relation({ note: 'as seen' }), slug => slug.toUpperCase()), 'A. Drew retaliation · 5.8 days later. B. Somebody says so. as seen');
});

test('what cannot be drawn is said', () => {
  const picture = arcPicture(
    [
      { relation: relation({ id: '1' }), isOfSelection: true },
      { relation: relation({ id: '2', to: 'far' }), isOfSelection: true },
      { relation: relation({ id: '3', to: 'nowhere' }), isOfSelection: true },
      { relation: relation({ id: '4', to: 'later' }), isOfSelection: true },
      { relation: relation({ id: '5', to: 'near' }), isOfSelection: true },
      { relation: relation({ id: '6', to: 'nowhere' }), isOfSelection: false },
    ],
    slug => ({ a: at(100, 300), b: at(400, 300), far: at(700, 2000), near: at(110, 300), nowhere: 'unplaced', later: 'outside' } as const)[slug as 'a'],
    SEEN, [], text => text.length * 6);
  assert.deepEqual(picture.arcs.map(({ shown, label }) => [shown.relation.id, label?.text]), [['1', '5.8 days later'], ['2', '5.8 days later · off the map']]);
  assert.deepEqual([...picture.lacks].sort(), ['beyond', 'outside', 'same', 'unplaced']);
  assert.equal(lacksInWords(picture.lacks, false, false), 'Relations: 1 leads off the map, 1 with an end not placed on the map, 1 with an end outside the window, 1 under one sign');
  assert.equal(lacksInWords([], false, false), '');
  assert.equal(lacksInWords([], true, false), 'Relations: more than are shown');
  assert.equal(lacksInWords(['beyond'], false, true), 'Relations could not be loaded');
});

test('no label lies over another, and what is selected has the first choice', () => {
  const ends = { a: at(100, 300), b: at(400, 300), c: at(400, 320) };
  const shown = [{ relation: relation({ id: 'other', to: 'c' }), isOfSelection: false }, { relation: relation({ id: 'selected' }), isOfSelection: true }];
  const { arcs } = arcPicture(shown, slug => ends[slug as 'a'], SEEN, [], text => text.length * 6);
  assert.equal(arcs[0]!.shown.relation.id, 'selected');
  const [one, two] = arcs.map(({ label }) => label!.at);
  assert.ok(Math.abs(one!.y - two!.y) >= 22 || Math.abs(one!.x - two!.x) >= 100);
});

test('an arc is pointed at along its whole way', () => {
  const picture = arcPicture([{ relation: relation(), isOfSelection: true }], slug => ({ a: at(100, 300), b: at(400, 300) })[slug as 'a'], SEEN, [], () => 10);
  const { x, y } = pointAt(picture.arcs[0]!.arc, 0.7);
  assert.equal(arcAt(picture, { x, y: y + 3 }, 5)?.shown.relation.id, 'r');
  assert.equal(arcAt(picture, { x, y: y + 30 }, 5), null);
});
