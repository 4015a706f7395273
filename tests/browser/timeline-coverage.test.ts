import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectedInWords, collectedOf, gapsIn, hullOf, notKnownInWords } from '../../src/browser/timeline/coverage';
import { UTC } from '../../src/browser/timeline/zone';
import type { Coverage, Marks } from '../../src/browser/view/marks';
import type { Dataset } from '../../src/browser/view/signs';
import { time } from './timeline-marks';

/** One that is not chosen stands in brackets. */
function datasets(...slugs: string[]): Dataset[] {
  return slugs.map(name => name.replace(/[()]/g, '')).map((slug, i) => ({ slug, title: slug.toUpperCase(), isChosen: slug === slugs[i] }));
}

function collected(coverages: Record<string, [from: string | null, to: string | null]>, ...slugs: string[]) {
  const at = (text: string | null): number | null => text === null ? null : time(text);
  const list: Coverage[] = Object.entries(coverages).map(([dataset, [from, to]]) => ({ dataset, from: at(from), to: at(to) }));
  const marks: Marks = { revision: 1, coverage: null, extent: null, count: 0, undated: 0, notPlaced: 0, coverages: list, incidents: [] };
  return collectedOf(marks, datasets(...slugs));
}

const ALWAYS = { from: -Infinity, to: Infinity };
const GED: [string, string] = ['2016-01-01', '2018-01-01'];
const ACLED: [string, string] = ['2017-01-01', '2020-01-01'];

test('nobody collected outside what all datasets together cover, between them too', () => {
  const { from, to } = { from: time('2015-01-01'), to: time('2023-01-01') };
  assert.deepEqual(gapsIn(collected({ ged: GED, acled: ACLED, late: ['2021-01-01', '2022-01-01'] }, 'ged', 'acled', 'late'), { from, to }), [
    { from: -Infinity, to: time('2016-01-01') },
    { from: time('2020-01-01'), to: time('2021-01-01') },
    { from: time('2022-01-01'), to: Infinity },
  ]);
});

test('only gaps that are in sight are there', () => {
  assert.deepEqual(gapsIn(collected({ ged: GED }, 'ged'), { from: time('2016-02-01'), to: time('2017-02-01') }), []);
  assert.deepEqual(gapsIn(collected({ ged: ['2016-01-01', null] }, 'ged'), ALWAYS), [{ from: -Infinity, to: time('2016-01-01') }]);
});

test('while the coverage of one dataset is not known, nothing is called uncollected', () => {
  const some = collected({ ged: GED }, 'ged', 'own');
  assert.deepEqual([gapsIn(some, ALWAYS), some.unknown, notKnownInWords(some)], [[], ['OWN'], 'coverage of OWN not known']);
  assert.equal(notKnownInWords(collected({}, 'own')), 'coverage not known');
});

test('what is not chosen covers nothing', () => {
  assert.deepEqual(gapsIn(collected({ ged: GED, acled: ACLED }, '(ged)', 'acled'), ALWAYS).map(gap => gap.to), [time('2017-01-01'), Infinity]);
});

test('one dataset needs no band, several have one each, and many share the last of four', () => {
  assert.deepEqual(collected({ ged: GED }, 'ged').bands, []);
  assert.deepEqual(collected({ ged: GED, acled: ACLED }, 'ged', 'acled').bands.map(band => band.datasets), [['ged'], ['acled']]);
  const six = collected(Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map(slug => [slug, GED])), 'a', 'b', 'c', 'd', 'e', 'f');
  assert.deepEqual(six.bands.map(band => band.datasets), [['a'], ['b'], ['c'], ['d', 'e', 'f']]);
  assert.deepEqual(six.bands[3]!.stretches, [{ from: time('2016-01-01'), to: time('2018-01-01') }]);
});

test('screen readers hear what the hatch says', () => {
  const titleOf = (slug: string): string => slug.toUpperCase();
  assert.equal(collectedInWords(collected({ ged: GED }, 'ged'), titleOf, UTC),
    'Incidents were collected 1 Jan 2016 – 31 Dec 2017. Outside that nobody collected: an empty time there says nothing.');
  assert.equal(collectedInWords(collected({ ged: GED, acled: ['2017-01-01', null] }, 'ged', 'acled', 'own'), titleOf, UTC),
    'GED: collected 1 Jan 2016 – 31 Dec 2017. ACLED: collected since 1 Jan 2017. When OWN was collected is not known.');
});

test('the timeline opens on what was collected, and where a side is open, on what there is', () => {
  const extent = { from: time('2014-01-01'), to: time('2021-06-01') };
  assert.deepEqual(hullOf(collected({ ged: GED, acled: ACLED }, 'ged', 'acled'), extent), { from: time('2016-01-01'), to: time('2020-01-01') });
  assert.deepEqual(hullOf(collected({ ged: ['2016-01-01', null] }, 'ged'), extent), { from: time('2016-01-01'), to: time('2021-06-01') });
  assert.deepEqual([hullOf(collected({}, 'own'), extent), hullOf(collected({ ged: ['2016-01-01', null] }, 'ged'), null)], [null, null]);
});
