import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followersBar, presentersBar } from '../../src/browser/briefing/bar-words';
import { placeAt } from '../../src/browser/briefing/presenter';
import { keptAsText } from '../../src/browser/briefing/presenter-session';
import { pixelsFromMiddle } from '../../src/browser/briefing/pointer-ring';
import { askedOf, placeOf, type Shown } from '../../src/browser/briefing/shown';

const SHOWN: Shown = {
  presenter: 'Ada', standing: 'Live', query: 'kind=strike', from: null, to: null, map: [33, 44, 6], selected: null,
  mode: 'window', colour: 'kind', relations: 'selection', pointer: null, size: [1000, 600],
};

test('the page is asked only for what the browser cannot show by itself', () => {
  assert.equal(askedOf('?from=2024-01-01&to=2024-02-01&map=1,2,3&sel=x&mode=trailing&colour=dataset&relations=all&briefing=T&lines=90'), '');
  assert.equal(askedOf('?tz=local&kind=strike&map=1,2,3&kind=attack'), askedOf('kind=strike&kind=attack&tz=local&sel=x'));
  assert.notEqual(askedOf('kind=strike'), askedOf('kind=strike&lens=us'));
});

test('a map of about the same size shows the same zoom, a much smaller one as much', () => {
  assert.deepEqual(placeOf(SHOWN, { width: 900, height: 600 }), { lat: 33, lon: 44, zoom: 6 });
  assert.deepEqual(placeOf(SHOWN, { width: 2000, height: 1200 }), { lat: 33, lon: 44, zoom: 6 });
  assert.deepEqual(placeOf(SHOWN, { width: 500, height: 600 }), { lat: 33, lon: 44, zoom: 5 });
  assert.deepEqual(placeOf({ ...SHOWN, size: null }, { width: 5, height: 5 }), { lat: 33, lon: 44, zoom: 6 });
  assert.equal(placeOf({ ...SHOWN, map: null }, { width: 500, height: 600 }), null);
});

test('where the presenter points is the same place on a map elsewhere, and across the date line', () => {
  const place = placeAt(120, -80, { lat: 33, lon: 179.9, zoom: 5 });
  const { x, y } = pixelsFromMiddle(place, { lat: 33, lon: 179.9, zoom: 6 });
  assert.deepEqual([x.toFixed(6), y.toFixed(6)], ['240.000000', '-160.000000']);
});

test('kept views are headings with links', () => {
  assert.equal(keptAsText([{ heading: 'One', query: '?sel=a' }, { heading: 'Two', query: '' }], 'https://d.example'),
    'One\nhttps://d.example/?sel=a\n\nTwo\nhttps://d.example/\n');
});

test('the bar says who follows as a number, and how it stands', () => {
  const presenting = (followers: number) => presentersBar({ state: 'live', followers, kept: [] }, []).count;
  assert.deepEqual([0, 1, 100].map(presenting), ['Nobody follows yet', '1 follows', '100 follow']);
  const following = (standing: Shown['standing']) => followersBar({ state: 'following', shown: { ...SHOWN, standing } }, []).words;
  assert.deepEqual((['Live', 'Paused', 'Away'] as const).map(following), [['Following ', { name: 'Ada' }], [{ name: 'Ada' }, ' has paused'], ['The presenter is away']]);
  assert.deepEqual(followersBar({ state: 'apart', shown: SHOWN }, []).words, ['You are looking around']);
});
