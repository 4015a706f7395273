import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Address, formatQuery, rebase, withValues } from '../../src/browser/view/address';
import { View } from '../../src/browser/view/view';

test('setting keys keeps the others in their place and null takes a key away', () => {
  const query = formatQuery(withValues('?kind=attack&kind=strike&from=2024-01-18&sel=x', { from: '2024-01-20', sel: null, map: '33.3,38.7,7' }));
  assert.equal(query, '?kind=attack&kind=strike&from=2024-01-20&map=33.3,38.7,7');
});

test('an address stays readable and what it must not hold is escaped', () => {
  assert.equal(formatQuery(new URLSearchParams([['q', 'البوكمال & 50%'], ['from', '2024-01-18T05:30Z']])),
    '?q=%D8%A7%D9%84%D8%A8%D9%88%D9%83%D9%85%D8%A7%D9%84%20%26%2050%25&from=2024-01-18T05:30Z');
  assert.equal(formatQuery(new URLSearchParams()), '');
});

test('a link is followed from where the browser is, and only its own choice is carried over', () => {
  const known = '?kind=attack&from=2024-01-18';
  const link = '?kind=attack&kind=strike&from=2024-01-18';
  const here = '?kind=attack&from=2024-01-25&map=33.3,38.7,7';
  assert.equal(formatQuery(rebase(link, known, here)), '?from=2024-01-25&map=33.3,38.7,7&kind=attack&kind=strike');
});

test('a link that clears a key clears it wherever the browser is', () => {
  assert.equal(formatQuery(rebase('?', '?kind=attack&from=2024-01-18', '?kind=attack&from=2024-01-25&map=1,2,3')), '?map=1,2,3');
});

test('a move that goes on is written now and then, its end at once, and what is pressed meanwhile finds it written', context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const written: string[] = [];
  const write = (_: unknown, __: string, address: string): void => void written.push(address);
  const presses: (() => void)[] = [];
  const addEventListener = (type: string, heard: () => void): unknown => type === 'pointerdown' && presses.push(heard);
  Object.assign(globalThis, { addEventListener, history: { state: null, pushState: write, replaceState: write }, location: { pathname: '/', search: '' } });
  const view = new View();
  new Address(view, () => written.push('told'));
  const day = 86_400_000;
  for (let second = 0; second < 12; second++) {
    view.setWindow({ from: second * day, to: (second + 2) * day }, 'moving');
    context.mock.timers.tick(1000);
  }
  presses.forEach(press => press());
  presses.forEach(press => press());
  view.setWindow({ from: 20 * day, to: 22 * day }, 'moving');
  view.setWindow(view.window, 'settled');
  assert.deepEqual(written, ['/?from=1970-01-01&to=1970-01-02', '/?from=1970-01-10&to=1970-01-11', '/?from=1970-01-12&to=1970-01-13', '/?from=1970-01-21&to=1970-01-22', 'told']);
});

test('where the map comes to rest is written and told shortly after, and before anything that is chosen or moved meanwhile', context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const written: string[] = [];
  const record = (kind: string) => (_: unknown, __: string, address: string): void => void written.push(`${kind} ${address}`);
  const presses: (() => void)[] = [];
  const addEventListener = (type: string, heard: () => void): unknown => type === 'pointerdown' && presses.push(heard);
  Object.assign(globalThis, { addEventListener, history: { state: null, pushState: record('new'), replaceState: record('same') }, location: { pathname: '/', search: '' } });
  const view = new View();
  new Address(view, () => written.push('told'));
  const taken = (): string[] => written.splice(0);
  view.setViewport({ lat: 1, lon: 2, zoom: 3 }, 'settled');
  context.mock.timers.tick(200);
  assert.deepEqual(taken(), []);
  context.mock.timers.tick(100);
  assert.deepEqual(taken(), ['same /?map=1,2,3', 'told']);

  view.setViewport({ lat: 1, lon: 2, zoom: 4 }, 'settled');
  view.select('x');
  assert.deepEqual(taken(), ['same /?map=1,2,4', 'told', 'new /?map=1,2,4&sel=x', 'same /?map=1,2,4&sel=x', 'told']);

  view.setViewport({ lat: 1, lon: 2, zoom: 5 }, 'settled');
  view.setViewport({ lat: 1, lon: 2, zoom: 5.5 }, 'moving');
  assert.deepEqual(taken(), ['same /?map=1,2,5&sel=x', 'told']);

  view.setViewport({ lat: 1, lon: 2, zoom: 6 }, 'settled');
  presses.forEach(press => press());
  context.mock.timers.tick(20_000);
  assert.deepEqual(taken(), ['same /?map=1,2,6&sel=x', 'told']);
});
