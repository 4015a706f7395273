import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countInWords, type Dataset, DATASET_SHAPES, LEAD_WORDS, LEADS, marksInWords, Signs, UNMENTIONED } from '../../src/browser/view/signs';
import { mark } from './timeline-marks';

const DATASETS: Dataset[] = ['us-forces', 'ucdp', 'acled'].map(slug => ({ slug, title: slug.toUpperCase(), isChosen: false }));

test('kinds keep their shapes and colours, and are listed in their order with the unknown behind', () => {
  const signs = new Signs('kind', DATASETS);
  assert.deepEqual(signs.of(mark('a', null, { kind: 'strike', dataset: 'ucdp' })), { shape: 'diamond', property: '--kind-strike', isHollow: false });
  assert.deepEqual(signs.sorted(['riot', 'strike', 'attack', 'strike', LEADS, 'armed-clash']), ['attack', 'strike', 'armed-clash', 'riot', LEADS]);
  assert.equal(signs.label('armed-clash'), 'Armed clash');
});

test('the kinds of a codebook do not look alike', () => {
  const looks = ['state-based-violence', 'non-state-violence', 'one-sided-violence'].map(kind => new Signs().ofKey(kind).property);
  assert.deepEqual(looks, ['--kind-other-1', '--kind-other-2', '--kind-other-3']);
});

test('a dataset has the shape and colour of its place among all, whatever is chosen', () => {
  const signs = new Signs('dataset', DATASETS);
  assert.deepEqual(signs.of(mark('a', null, { dataset: 'acled' })), { shape: 'square', property: '--dataset-3', isHollow: false });
  assert.deepEqual(signs.sorted(['acled', 'us-forces', LEADS, 'ucdp']), ['us-forces', 'ucdp', 'acled', LEADS]);
  assert.equal(signs.label('acled'), 'ACLED');
});

test('no two datasets look alike while there are eight, and all after share the last sign', () => {
  const many = Array.from({ length: 11 }, (_, i) => ({ slug: `d${i}`, title: `D${i}`, isChosen: false }));
  const looks = many.map(({ slug }) => new Signs('dataset', many).ofKey(slug));
  assert.equal(new Set(looks.slice(0, 8).map(({ shape }) => shape)).size, 8);
  assert.equal(new Set(looks.slice(0, 8).map(({ property }) => property)).size, 8);
  assert.deepEqual(looks.slice(7).map(({ shape, property }) => [shape, property]), Array.from({ length: 4 }, () => [DATASET_SHAPES[7], '--dataset-8']));
});

test('a lead is hollow, and is counted with leads whatever its kind or dataset', () => {
  const lead = mark('a', null, { kind: 'strike', dataset: 'ucdp', lead: true });
  assert.deepEqual(new Signs('kind').of(lead), { shape: 'diamond', property: '--kind-strike', isHollow: true });
  assert.deepEqual([new Signs('kind').keyOf(lead), new Signs('dataset', DATASETS).keyOf(lead)], [LEADS, LEADS]);
});

test('a lead is never called an incident', () => {
  assert.deepEqual(
    [countInWords(1), countInWords(1200), countInWords(0, 1), countInWords(2, 3), countInWords(0)],
    ['1 incident', '1,200 incidents', '1 lead', '2 incidents and 3 leads', '0 incidents']);
  assert.equal(marksInWords([mark('a', null), mark('b', null, { lead: true }), mark('c', null, { lead: true })]), '1 incident and 2 leads');
});

test('what a lens does not mention keeps its shape, is grey and hollow, and is counted together, leads among it', () => {
  const signs = new Signs('kind', DATASETS, 'CENTCOM');
  const strike = mark('a', null, { kind: 'strike', unmentioned: true });
  const lead = mark('b', null, { kind: 'strike', unmentioned: true, lead: true });
  assert.deepEqual(signs.of(strike), { shape: 'diamond', property: '--unmentioned', isHollow: true });
  assert.deepEqual([signs.keyOf(strike), signs.keyOf(lead)], [UNMENTIONED, UNMENTIONED]);
  assert.deepEqual(signs.sorted([UNMENTIONED, 'strike', LEADS]), ['strike', LEADS, UNMENTIONED]);
  assert.deepEqual([signs.label(UNMENTIONED), signs.notesOf(strike), signs.notesOf(lead)], ['Not mentioned by CENTCOM', ['Not mentioned by CENTCOM'], [LEAD_WORDS, 'Not mentioned by CENTCOM']]);
});

test('only under a lens is a group of a tile what it does not mention: a kind may be called so', () => {
  const group = { key: 'unmentioned', lead: false };
  assert.deepEqual([new Signs('kind', [], 'CENTCOM').keyOfGroup(group), new Signs().keyOfGroup(group), new Signs().keyOfGroup({ ...group, lead: true })], [UNMENTIONED, 'unmentioned', LEADS]);
});
