import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemAfter } from '../../src/browser/sharing/menu-keys';

const NAMES = ['Copy link', 'Short link', 'QR code', 'Cite', 'More…'];

test('arrows go round', () => {
  assert.deepEqual(
    [['ArrowDown', 0], ['ArrowDown', 4], ['ArrowUp', 0], ['ArrowUp', 3], ['ArrowDown', -1], ['ArrowUp', -1], ['Home', 3], ['End', 0]]
      .map(([key, at]) => itemAfter(key as string, NAMES, at as number)),
    [1, 0, 4, 2, 0, 4, 0, 4],
  );
});

test('a letter goes to the next item that begins with it, and round', () => {
  assert.deepEqual([itemAfter('c', NAMES, 0), itemAfter('C', NAMES, 3), itemAfter('q', NAMES, 4), itemAfter('x', NAMES, 0)], [3, 0, 2, null]);
});

test('other keys are not for the menu', () => {
  assert.deepEqual(['Enter', ' ', 'Tab', 'F5'].map(key => itemAfter(key, NAMES, 0)), [null, null, null, null]);
});
