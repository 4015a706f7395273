import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenToMapKeys, nextInDirection, type MapActions } from '../../src/browser/map/keyboard';

const HERE = { x: 100, y: 100 };

test('the next mark is the nearest one ahead', () => {
  const points = [{ x: 300, y: 100 }, { x: 160, y: 110 }, { x: 40, y: 100 }, { x: 100, y: 20 }, { x: 104, y: 180 }];
  assert.deepEqual((['right', 'left', 'up', 'down'] as const).map(way => nextInDirection(HERE, points, way)), [1, 2, 3, 4]);
});

test('straight ahead goes before near but aside', () => {
  assert.equal(nextInDirection(HERE, [{ x: 110, y: 160 }, { x: 190, y: 100 }], 'right'), 1);
});

test('nothing behind or beside is ahead', () => {
  assert.equal(nextInDirection(HERE, [HERE, { x: 100, y: 300 }, { x: 20, y: 100 }], 'right'), null);
});

test('from any mark every other can be reached', () => {
  const points = Array.from({ length: 30 }, (_, i) => ({ x: (i * 37) % 97 * 9, y: (i * 53) % 89 * 7 }));
  const reached = new Set([0]);
  for (const from of reached) {
    for (const way of ['up', 'down', 'left', 'right'] as const) {
      const next = nextInDirection(points[from]!, points, way);
      if (next !== null) {
        reached.add(next);
      }
    }
  }
  assert.equal(reached.size, points.length);
});

class Target extends EventTarget {
  listening = 0;

  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listening++;
    super.addEventListener(...args);
  }

  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listening--;
    super.removeEventListener(...args);
  }
}

function listening(): { said: string[]; stop: () => void; target: Target; press: (key: string, more?: object) => boolean } {
  const said: string[] = [];
  const actions: MapActions = {
    step: way => said.push(`step ${way}`), pan: way => said.push(`pan ${way}`), zoom: way => said.push(`zoom ${way}`),
    activate: () => said.push('activate'), fit: () => said.push('fit'), leave: () => said.push('leave') > 1,
  };
  const target = new Target();
  const stop = listenToMapKeys(target as unknown as HTMLElement, actions);
  const press = (key: string, more: object = {}): boolean =>
    !target.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more }));
  return { said, stop, target, press };
}

test('keys of the map do what they say and go no further', () => {
  const { said, press } = listening();
  const taken = ['ArrowLeft', 'ArrowDown', '+', '-', 'Enter', 'f'].map(key => press(key));
  press('ArrowUp', { shiftKey: true });
  assert.deepEqual(said, ['step left', 'step down', 'zoom 1', 'zoom -1', 'activate', 'fit', 'pan up']);
  assert.deepEqual(taken, [true, true, true, true, true, true]);
});

test('other keys, and keys with a modifier, are the page’s', () => {
  const { said, press } = listening();
  assert.deepEqual([press('a'), press('/'), press('ArrowLeft', { ctrlKey: true }), press('f', { metaKey: true })], [false, false, false, false]);
  assert.deepEqual(said, []);
});

test('Escape is the page’s when there is nothing to leave', () => {
  const { press } = listening();
  assert.deepEqual([press('Escape'), press('Escape')], [false, true]);
});

test('nothing listens once it was stopped', () => {
  const { said, stop, target, press } = listening();
  stop();
  press('ArrowLeft');
  assert.deepEqual([said, target.listening], [[], 0]);
});
