import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { View } from '../../src/browser/view/view';

/** What the server answers, one after the other; the marks once there is nothing left. */
let answers: { status: number; retryAfter?: string }[] = [];
let asked = 0;

beforeEach(() => {
  asked = 0;
  mock.timers.enable({ apis: ['setTimeout'] });
  mock.method(globalThis, 'fetch', () => {
    asked++;
    const { status, retryAfter } = answers.shift() ?? { status: 200 };
    return Promise.resolve(status === 200
      ? Response.json({ count: 0, incidents: [], extent: null })
      : new Response('{"detail":"The server is too busy to count this now."}', {
        status, headers: { 'content-type': 'application/problem+json', ...retryAfter === undefined ? {} : { 'retry-after': retryAfter } },
      }));
  });
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

/** Lets answers come in that are there already. */
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

async function after(milliseconds: number): Promise<number> {
  mock.timers.tick(milliseconds);
  await settled();
  return asked;
}

test('where the server was busy the page asks again by itself when it was told to, and each time waits longer', async () => {
  answers = [{ status: 503, retryAfter: '3' }, { status: 503, retryAfter: '3' }, { status: 503 }];
  const view = new View();
  await view.load('/data/r/marks');
  assert.deepEqual([view.loading, view.reason, view.isWaiting], ['failed', 'The server is too busy to count this now.', true]);
  assert.deepEqual([await after(2999), await after(1)], [1, 2]);
  assert.deepEqual([await after(5999), await after(1), view.isWaiting], [2, 3, true]);
  assert.deepEqual([await after(11_999), await after(1)], [3, 4]);
  assert.deepEqual([view.loading, view.isWaiting, await after(60_000)], ['ready', false, 4]);
});

test('what the server refuses for good is asked for again only by hand', async () => {
  answers = [{ status: 413 }, { status: 200 }];
  const view = new View();
  await view.load('/data/r/marks');
  assert.deepEqual([view.loading, view.isWaiting, await after(60_000)], ['failed', false, 1]);
  await view.retry();
  assert.deepEqual([view.loading, asked], ['ready', 2]);
});

test('who asks by hand need not wait, and nothing is asked twice', async () => {
  answers = [{ status: 503, retryAfter: '5' }];
  const view = new View();
  await view.load('/data/r/marks');
  await view.retry();
  assert.deepEqual([view.loading, asked, await after(60_000)], ['ready', 2, 2]);
});

test('another question takes the place of what the page waits to ask again', async () => {
  answers = [{ status: 503, retryAfter: '5' }];
  const view = new View();
  await view.load('/data/r/marks');
  await view.load('/data/r/marks?kind=attack');
  assert.deepEqual([view.loading, asked, await after(60_000)], ['ready', 2, 2]);
});
