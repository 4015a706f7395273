import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { TileLoader } from '../../src/browser/tiles/tile-loader';
import type { Answer, Task } from '../../src/browser/tiles/tiles-worker';
import { decodeTimeTile } from '../../src/browser/tiles/time-tile';
import { Refused } from '../../src/browser/view/answer';
import { encoded } from './tiles-encoding';
import { DAY, evenEdges, histogram, samples } from './timeline-tiles';

const tile = histogram(samples(300, 30), evenEdges(4, 7 * DAY));
let told: Task[] = [];
let workers: FakeWorker[] = [];
let fetched: string[] = [];

class FakeWorker extends EventTarget {
  constructor() {
    super();
    workers.push(this);
  }

  postMessage(task: Task): void {
    told.push(task);
  }

  says(data: Answer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

beforeEach(() => {
  [told, workers, fetched] = [[], [], []];
  Object.assign(globalThis, { Worker: FakeWorker });
  mock.method(globalThis, 'fetch', (address: string) => {
    fetched.push(address);
    return Promise.resolve(new Response(encoded(tile)));
  });
});

afterEach(() => {
  mock.restoreAll();
  Reflect.deleteProperty(globalThis, 'Worker');
});

function started(): { loader: TileLoader; worker: FakeWorker } {
  const loader = new TileLoader();
  workers[0]!.says({ isReady: true });
  return { loader, worker: workers[0]! };
}

test('a tile is loaded by the page until the worker has started, and by the worker from then on', async () => {
  const loader = new TileLoader();
  const never = new AbortController().signal;
  assert.deepEqual(await loader.load('/a', never), decodeTimeTile(encoded(tile)));
  workers[0]!.says({ isReady: true });
  const loading = loader.load('/b', never);
  workers[0]!.says({ id: 1, tile });
  assert.equal(await loading, tile);
  assert.deepEqual([fetched, told], [['/a'], [{ id: 1, address: '/b' }]]);
});

test('what the server refuses is refused with its reason, and what is broken is told', async () => {
  const { loader, worker } = started();
  const never = new AbortController().signal;
  const refused = loader.load('/a', never);
  const broken = loader.load('/b', never);
  worker.says({ id: 1, refusal: { status: 503, detail: 'Too busy', wait: 2000 } });
  worker.says({ id: 2, problem: 'a time-tile ends too soon' });
  await assert.rejects(refused, (problem: Refused) => problem instanceof Refused && problem.status === 503 && problem.message === 'Too busy' && problem.wait === 2000);
  await assert.rejects(broken, /ends too soon/);
});

test('what is wanted no longer is given up in the worker too', async () => {
  const { loader, worker } = started();
  const mine = new AbortController();
  const loading = loader.load('/a', mine.signal);
  mine.abort();
  await assert.rejects(loading, { name: 'AbortError' });
  assert.deepEqual(told, [{ id: 1, address: '/a' }, { id: 1 }]);
  worker.says({ id: 1, tile });
});

test('where the worker stops, what it was asked for fails and the page loads the rest', async () => {
  const { loader, worker } = started();
  const never = new AbortController().signal;
  const lost = loader.load('/a', never);
  worker.dispatchEvent(new Event('error'));
  await assert.rejects(lost, /stopped/);
  assert.deepEqual(await loader.load('/b', never), decodeTimeTile(encoded(tile)));
});
