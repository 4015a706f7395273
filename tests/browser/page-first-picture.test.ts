import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stands } from '../../src/browser/page/first-picture';

test('the first picture is marked once, in the frame after both map and timeline stand', () => {
  const frames: (() => void)[] = [];
  globalThis.requestAnimationFrame = callback => frames.push(() => callback(0));
  stands('timeline');
  stands('timeline');
  assert.equal(frames.length, 0);
  stands('map');
  stands('map');
  frames.forEach(frame => frame());
  assert.deepEqual(performance.getEntriesByType('mark').map(mark => mark.name), ['first picture']);
});
