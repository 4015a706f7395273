import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildScene } from '../../src/browser/map/scene';
import { toSquare, worldSize, type Frame } from '../../src/browser/map/projection';
import { buildPicture, Groups, type Picture } from '../../src/browser/map/symbols';
import type { Location, Mark } from '../../src/browser/view/marks';
import { mark } from './timeline-marks';

const BAGHDAD = { lat: 33.34, lon: 44.4, radius: 10_000, name: 'Baghdad' };
const TOWER_22 = { lat: 33.314, lon: 38.703, radius: 1_500, name: 'Tower 22' };

function incident(slug: string, kind: string, ...locations: Location[]): Mark {
  return mark(slug, '2024-01-28', { kind, locations });
}

/** What is drawn around Baghdad; marks whose slug is not in the window are not. */
function picture(marks: Mark[], zoom: number, inWindow = marks.map(({ slug }) => slug)): Picture {
  const scene = buildScene(marks);
  const { x, y } = toSquare(33.34, 44.4);
  const frame: Frame = { zoom, left: x * worldSize(zoom) - 500, top: y * worldSize(zoom) - 500, width: 1000, height: 1000 };
  return buildPicture(scene, new Groups(scene).at(zoom), marks.map(({ slug }) => inWindow.includes(slug) ? 1 : 0), frame);
}

/** Each symbol as "what: x, y". */
function told({ symbols, discs }: Picture): string[] {
  return [
    ...symbols.map(symbol => `${symbol.type === 'single' ? symbol.mark.slug : symbol.parts.map(({ key, count }) => `${count} ${key}`).join(' + ')}: ${Math.round(symbol.x)}, ${Math.round(symbol.y)}`),
    ...discs.map(disc => `disc of ${disc.key ?? 'several kinds'}: ${Math.round(disc.x)}, ${Math.round(disc.y)}, ${Math.round(disc.radius)}`),
  ];
}

const TWO = [incident('threat', 'statement', BAGHDAD), incident('talks', 'diplomacy', BAGHDAD)];

test('a disc carries its sign on the rim and nothing in its middle', () => {
  assert.deepEqual(told(picture([TWO[0]!], 11)), ['threat: 500, 343', 'disc of statement: 500, 500, 157']);
  assert.deepEqual(told(picture([TWO[0]!], 5)), ['threat: 500, 491', 'disc of statement: 500, 500, 9']);
});

test('incidents at one place share a disc, and a ring on its rim', () => {
  assert.deepEqual(told(picture(TWO, 11)), ['1 diplomacy + 1 statement: 500, 343', 'disc of several kinds: 500, 500, 157']);
});

test('from afar a ring stands for its discs', () => {
  assert.deepEqual(told(picture(TWO, 6)), ['1 diplomacy + 1 statement: 500, 500']);
});

test('a ring with one incident in the window is that incident, with none it is not there', () => {
  assert.deepEqual(told(picture(TWO, 6, ['talks'])), ['talks: 500, 491', 'disc of diplomacy: 500, 500, 9']);
  assert.deepEqual(told(picture(TWO, 6, [])), []);
});

test('a ring does not move while its incidents come and go', () => {
  const three = [...TWO, incident('strike', 'strike', { ...BAGHDAD, lat: 33.45, radius: 500 })];
  const places = [three.map(({ slug }) => slug), ['threat', 'talks'], ['talks', 'strike']].map(slugs => picture(three, 5, slugs).symbols.map(({ x, y }) => [x, y]));
  assert.deepEqual(places, [places[0], places[0], places[0]]);
});

test('several places of one incident are one disc around them while they cannot be told apart', () => {
  const places = [BAGHDAD, { ...BAGHDAD, lat: 33.9 }, { ...BAGHDAD, lon: 45 }];
  const [far, near] = [picture([incident('raids', 'strike', ...places)], 3), picture([incident('raids', 'strike', ...places)], 9)];
  assert.deepEqual([far.symbols.length, far.discs.length, near.symbols.length, near.discs.length], [1, 1, 3, 3]);
});

test('what is exact is a mark without a disc', () => {
  const { symbols, discs } = picture([incident('attack', 'attack', { ...TOWER_22, lat: 33.34, lon: 44.4 })], 6);
  assert.deepEqual([symbols.map(symbol => [symbol.x, symbol.y].map(Math.round)), discs], [[[500, 500]], []]);
});

test('what is not placed is never drawn', () => {
  assert.deepEqual(told(picture([{ ...incident('campaign', 'campaign', BAGHDAD), placed: false }], 6)), []);
});

test('what has a line, an area or stops has no marks at its places', () => {
  const corridor = { ...incident('corridor', 'strike', BAGHDAD), line: [[33.3, 44.3], [33.5, 44.6]] as [number, number][], halfWidth: 6000 };
  const scene = buildScene([corridor]);
  assert.deepEqual([scene.spots, scene.shapes.map(({ type }) => type)], [[], ['corridor']]);
});
