import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { FineTiles } from '../../src/browser/tiles/fine-tiles';
import { type KeptTile, loadedTile } from '../../src/browser/tiles/loaded-tiles';
import type { Span } from '../../src/browser/tiles/span';
import { TileAddresses } from '../../src/browser/tiles/tile-address';
import { TileLoader } from '../../src/browser/tiles/tile-loader';
import type { TimeTile } from '../../src/browser/tiles/time-tile';
import { ALL_TIME } from '../../src/browser/view/window';
import { encoded } from './tiles-encoding';
import { type Sample, tileOf } from './tiles-samples';

const DAY = 86_400_000;
const MONDAY = Date.UTC(2024, 0, 1);
const SPAN: Span = { from: MONDAY, to: MONDAY + 7 * DAY, step: '1d' };
const EDGES = Array.from({ length: 8 }, (_, day) => MONDAY + day * DAY);
const ADDRESS = '/data/r/tiles/2/1/1?span=2024-01-01T00:00Z,2024-01-08T00:00Z,1d&side=512';
const SHOWN = { left: 0.25, top: 0.25, right: 0.5, bottom: 0.5 };
const SAMPLES: readonly Sample[] = [{ cell: 1, group: 0, start: MONDAY + 1, end: MONDAY + 1 }, { cell: 2, group: 0, start: MONDAY + 3 * DAY, end: null }];

let asked: string[] = [];
let aborted: string[] = [];
let answer: TimeTile;

beforeEach(() => {
  [asked, aborted, answer] = [[], [], tileOf(SAMPLES, EDGES, 512)];
  mock.timers.enable({ apis: ['setTimeout'] });
  mock.method(globalThis, 'fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push(decodeURIComponent(address));
    signal.addEventListener('abort', () => aborted.push(address));
    await new Promise(resolve => setImmediate(resolve));
    signal.throwIfAborted();
    return new Response(encoded(answer));
  });
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

function usualTile(edges = EDGES): KeptTile {
  return { ...loadedTile({ z: 2, x: 1, y: 1 }, tileOf(SAMPLES, edges, 128), ALL_TIME), asked: { span: SPAN, window: ALL_TIME } };
}

function build(): { fine: FineTiles; came: () => number } {
  let came = 0;
  return { fine: new FineTiles(new TileAddresses('/data/r', '', 'kind'), new TileLoader(), () => came++), came: () => came };
}

async function rest(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  for (let i = 0; i < 40; i++) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

test('after a rest the tiles that are shown come in finer cells at the same edges', async () => {
  const [{ fine, came }, tile] = [build(), usualTile()];
  fine.soon([tile], SHOWN, ALL_TIME);
  await rest(300);
  assert.deepEqual([asked, fine.of([tile])], [[], [null]]);

  await rest(1000);
  const [finer] = fine.of([tile]);
  assert.deepEqual([asked, came(), finer?.tile.side, finer?.counts.totals[0]], [[ADDRESS], 1, 512, 2]);

  fine.soon([tile], SHOWN, ALL_TIME);
  await rest(1000);
  assert.equal(asked.length, 1);
});

test('whatever else is wanted supersedes them', async () => {
  const [{ fine, came }, tile] = [build(), usualTile()];
  fine.soon([tile], SHOWN, ALL_TIME);
  await rest(300);
  fine.stop();
  await rest(1000);
  assert.deepEqual(asked, []);

  fine.soon([tile], SHOWN, ALL_TIME);
  mock.timers.tick(1300);
  fine.stop();
  await rest(0);
  assert.deepEqual([asked.length, aborted.length, came(), fine.of([tile])], [1, 1, 0, [null]]);
});

test('a tile that comes in no finer cells, or at other edges, is not drawn and not asked for again', async () => {
  for (const other of [tileOf(SAMPLES, EDGES, 128), tileOf(SAMPLES, EDGES.slice(1), 512)]) {
    asked = [];
    answer = other;
    const [{ fine, came }, tile] = [build(), usualTile()];
    fine.soon([tile], SHOWN, ALL_TIME);
    await rest(1300);
    fine.soon([tile], SHOWN, ALL_TIME);
    await rest(1300);
    assert.deepEqual([asked.length, came(), fine.of([tile])], [1, 1, [null]]);
  }
});

test('nothing finer is asked for where there are more than three million points, or where the steps had to be longer already', async () => {
  const { fine } = build();
  const many = { ...usualTile(), whole: Uint32Array.of(3_000_001) };
  fine.soon([many], SHOWN, ALL_TIME);
  await rest(1300);
  fine.soon([usualTile(EDGES.filter((_, edge) => edge % 2 === 0))], SHOWN, ALL_TIME);
  await rest(1300);
  assert.deepEqual(asked, []);
});

test('all the tiles that have anything come in finer cells, or none', async () => {
  const beside = (x: number, tile: TimeTile): KeptTile => ({ ...usualTile(), ...loadedTile({ z: 2, x, y: 1 }, tile, ALL_TIME) });
  const [filled, dense, empty] = [usualTile(), beside(2, tileOf(SAMPLES, EDGES.slice(1), 128)), beside(3, tileOf([], EDGES, 128))];
  const { fine } = build();
  fine.soon([filled, dense], SHOWN, ALL_TIME); // the steps of the one beside it had to be longer
  await rest(1300);
  assert.deepEqual(asked, []);

  fine.soon([filled, empty], SHOWN, ALL_TIME);
  await rest(1300);
  const told = (...tiles: KeptTile[]): (number | null)[] => fine.of(tiles).map(tile => tile?.tile.side ?? null);
  assert.deepEqual([asked, told(filled, empty), told(filled, dense), told(filled, { ...filled, clip: SHOWN })], [[ADDRESS], [512, null], [null, null], [null, null]]);
});

test('the finer tile stays while another window of the same span is asked for, and gives way to another span', async () => {
  const [{ fine }, tile] = [build(), usualTile()];
  fine.soon([tile], SHOWN, ALL_TIME);
  await rest(1300);
  const otherWindow = { ...usualTile([...EDGES, EDGES[7]! + 5]), asked: { span: SPAN, window: { from: null, to: EDGES[7]! + 5 } } };
  const otherSpan = { ...usualTile(), asked: { span: { ...SPAN, to: SPAN.to + DAY }, window: ALL_TIME } };
  assert.deepEqual([fine.of([otherWindow])[0]?.tile.side, fine.of([otherSpan])], [512, [null]]);

  fine.soon([otherWindow], SHOWN, ALL_TIME);
  await rest(1300);
  assert.deepEqual(asked.slice(1), ['/data/r/tiles/2/1/1?span=2024-01-01T00:00Z,2024-01-08T00:00Z,1d&edge=2024-01-08T00:00:00.005Z&side=512']);
});
