import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { News } from '../../src/browser/tiles/news';

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

test('the last of what comes is told at once with all before it, and what waits for it is told soon', () => {
  let told = 0;
  const news = new News(() => told++);
  news.came(false);
  news.came(false);
  assert.equal(told, 0);
  news.came(true);
  mock.timers.tick(1000);
  assert.equal(told, 1);

  news.came(false);
  mock.timers.tick(50);
  news.came(false);
  mock.timers.tick(50);
  assert.equal(told, 2);

  news.came(false);
  news.stop();
  mock.timers.tick(1000);
  assert.equal(told, 2);
});
