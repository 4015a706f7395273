import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FarSteps, type Ask, type Search } from '../../src/browser/timeline/far-step';
import { isInWindow, type Mark } from '../../src/browser/view/marks';
import { ALL_TIME } from '../../src/browser/view/window';
import { iso, mark } from './timeline-marks';
import { counted, DAY, evenEdges, MONDAY } from './timeline-tiles';
import { randomFrom } from './tiles-samples';

const MOST = 40;

/** By start; many share an instant, and there are long empty times between. */
const random = randomFrom(3);
const incidents = Array.from({ length: 300 }, (_, i) => mark(`m${i}`, iso(MONDAY + Math.floor(random() ** 3 * 60) * DAY), random() < 0.1 ? { spanEnd: MONDAY + 90 * DAY } : {}))
  .sort((a, b) => a.start! - b.start!);
const counts = counted(incidents.map(({ start, spanEnd }) => ({ cell: 0, group: 0, start, end: spanEnd })), evenEdges(12, 5 * DAY));

/** A server that tells at most so many at once. */
function server(most = MOST): { ask: Ask; asked: number } {
  const self = {
    asked: 0,
    ask: (during: { from: number | null; to: number | null }) => {
      self.asked++;
      const found = incidents.filter(one => isInWindow(one, during));
      return Promise.resolve(found.length > most ? null
        : { revision: 1, coverage: null, extent: null, count: found.length, undated: 0, notPlaced: 0, coverages: [], incidents: found });
    },
  };
  return self;
}

function search(ask: Ask, from: Mark | null, some: Partial<Search> = {}): Search {
  return { ask, counts, extent: { from: incidents[0]!.start!, to: incidents.at(-1)!.start! }, window: ALL_TIME, from, ...some };
}

for (const direction of [1, -1] as const) {
  test(`step by step ${direction === 1 ? 'forth' : 'back'} every incident is met, in order, and few questions are asked`, async () => {
    const server_ = server(100);
    const steps = new FarSteps();
    const met: string[] = [];
    for (let at = await steps.neighbour(search(server_.ask, null), direction); at != null; at = await steps.neighbour(search(server_.ask, at), direction)) {
      met.push(at.slug);
    }
    const slugs = incidents.map(({ slug }) => slug);
    assert.deepEqual(met, direction === 1 ? slugs : slugs.reverse());
    assert.ok(server_.asked < 60, `${server_.asked} questions`);
  });
}

test('without a selection it is the first or the last that begins in the window', async () => {
  const window = { from: MONDAY + 2 * DAY, to: MONDAY + 20 * DAY };
  const inside = incidents.filter(({ start }) => start! >= window.from && start! < window.to);
  const found = (direction: -1 | 1): Promise<Mark | null | undefined> => new FarSteps().neighbour(search(server(100).ask, null, { window }), direction);
  assert.deepEqual([(await found(1))?.slug, (await found(-1))?.slug], [inside[0]!.slug, inside.at(-1)!.slug]);
});

test('beyond the first and the last there is none', async () => {
  const { ask } = server(100);
  assert.deepEqual([await new FarSteps().neighbour(search(ask, incidents[0]!), -1), await new FarSteps().neighbour(search(ask, incidents.at(-1)!), 1)], [null, null]);
});

test('a newer step supersedes one that is still looking', async () => {
  const { ask } = server(100);
  const steps = new FarSteps();
  const [first, second] = await Promise.all([steps.neighbour(search(ask, incidents[5]!), 1), steps.neighbour(search(ask, incidents[5]!), -1)]);
  assert.deepEqual([first, second?.slug], [undefined, incidents[4]!.slug]);
});

test('a server that never answers is not asked for ever', async () => {
  let asked = 0;
  const ask: Ask = () => {
    asked++;
    return Promise.resolve(null);
  };
  assert.equal(await new FarSteps().neighbour(search(ask, incidents[5]!), 1), null);
  assert.ok(asked <= 24);
});
