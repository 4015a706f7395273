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

/** A browser with an address bar: what is written to it, what is told of it, and who listens to its presses and its Back. */
function browse(): { view: View; taken: () => string[]; press: () => void; back: (address: string) => void } {
  const written: string[] = [];
  const heard = new Map<string, () => void>();
  const location = { pathname: '/', search: '' };
  const record = (kind: string) => (_: unknown, __: string, address: string): void => {
    location.search = address.slice(1);
    written.push(`${kind} ${address}`);
  };
  const addEventListener = (type: string, listener: () => void): unknown => heard.set(type, listener);
  Object.assign(globalThis, { addEventListener, history: { state: null, pushState: record('new'), replaceState: record('same') }, location });
  const view = new View();
  new Address(view, query => written.push(`told ${query}`));
  const back = (address: string): void => {
    location.search = address.slice(1);
    heard.get('popstate')?.();
  };
  return { view, taken: () => written.splice(0), press: () => heard.get('pointerdown')?.(), back };
}

const DAY = 86_400_000;

test('a move that goes on is written now and then, its end at once, and what is pressed meanwhile finds it written', context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { view, taken, press } = browse();
  for (let second = 0; second < 12; second++) {
    view.setWindow({ from: second * DAY, to: (second + 2) * DAY }, 'moving');
    context.mock.timers.tick(1000);
  }
  press();
  press();
  view.setWindow({ from: 20 * DAY, to: 22 * DAY }, 'moving');
  view.setWindow(view.window, 'settled');
  assert.deepEqual(taken(), [
    'new /?from=1970-01-01&to=1970-01-02', 'same /?from=1970-01-10&to=1970-01-11', 'same /?from=1970-01-12&to=1970-01-13',
    'same /?from=1970-01-21&to=1970-01-22', 'told ?from=1970-01-21&to=1970-01-22',
  ]);
});

test('where the map comes to rest is written and told shortly after, and before anything that is chosen or moved meanwhile', context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { view, taken, press } = browse();
  view.setViewport({ lat: 1, lon: 2, zoom: 3 }, 'settled');
  context.mock.timers.tick(200);
  assert.deepEqual(taken(), []);
  context.mock.timers.tick(100);
  assert.deepEqual(taken(), ['same /?map=1,2,3', 'told ?map=1,2,3']);

  view.setViewport({ lat: 1, lon: 2, zoom: 4 }, 'settled');
  view.select('x');
  assert.deepEqual(taken(), ['same /?map=1,2,4', 'told ?map=1,2,4', 'new /?map=1,2,4&sel=x', 'same /?map=1,2,4&sel=x', 'told ?map=1,2,4&sel=x']);

  view.setViewport({ lat: 1, lon: 2, zoom: 5 }, 'settled');
  view.setViewport({ lat: 1, lon: 2, zoom: 5.5 }, 'moving');
  assert.deepEqual(taken(), ['same /?map=1,2,5.5&sel=x', 'told ?map=1,2,5.5&sel=x']);

  view.setViewport({ lat: 1, lon: 2, zoom: 6 }, 'settled');
  press();
  context.mock.timers.tick(20_000);
  assert.deepEqual(taken(), ['same /?map=1,2,6&sel=x', 'told ?map=1,2,6&sel=x']);
});

test('what is not written yet when a person goes back stays out of the address they come to', context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { view, taken, back } = browse();
  view.select('x');
  view.setViewport({ lat: 1, lon: 2, zoom: 3 }, 'settled');
  taken();
  back('/?kind=attack');
  context.mock.timers.tick(20_000);
  assert.deepEqual(taken(), []);

  // Before the page has said what the former view is, the map may still be moving: it writes no more than where it is.
  view.setViewport({ lat: 1, lon: 2, zoom: 4 }, 'settled');
  context.mock.timers.tick(300);
  assert.deepEqual(taken(), ['same /?kind=attack&map=1,2,4', 'told ?kind=attack&map=1,2,4']);
});

test('a window that is being moved when a person goes back begins an entry of its own when it is moved further', context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { view, taken, back } = browse();
  view.setWindow({ from: 0, to: DAY }, 'moving');
  back('/?kind=attack');
  view.setWindow({ from: DAY, to: 2 * DAY }, 'moving');
  context.mock.timers.tick(10_000);
  assert.deepEqual(taken(), ['new /?from=1970-01-01&to=1970-01-01', 'new /?kind=attack&from=1970-01-02&to=1970-01-02', 'same /?kind=attack&from=1970-01-02&to=1970-01-02']);
});

test('what the server chose while the map came to rest stays in the address', context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { view, taken } = browse();
  view.setViewport({ lat: 1, lon: 2, zoom: 3 }, 'settled');
  history.pushState(null, '', '/?q=dronning');
  context.mock.timers.tick(300);
  assert.deepEqual(taken(), ['new /?q=dronning', 'same /?q=dronning&map=1,2,3', 'told ?q=dronning&map=1,2,3']);
});
