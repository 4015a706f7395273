import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOfRelations, chainOf, type Relation, shownRelations } from '../../src/browser/view/relations';

function relation(from: string, to: string, step = true): Relation {
  return { id: `${from}-${to}`, from, to, words: 'Drew response', lag: null, standing: 'asserted', says: '', note: null, step };
}

const ALL = [relation('attack', 'answer'), relation('answer', 'counter'), relation('attack', 'late'), relation('answer', 'part', false), relation('x', 'y'), relation('attack', 'wrong', false)];

const ids = (selected: string | null, shows: 'selection' | 'all'): string[] => shownRelations(ALL, selected, shows).map(({ relation: { id } }) => id);

test('a chain is the same from each of its steps', () => {
  for (const slug of ['attack', 'answer', 'counter', 'late']) {
    assert.deepEqual([...chainOf(ALL, slug)].sort(), ['answer', 'attack', 'counter', 'late']);
  }
  assert.deepEqual([...chainOf(ALL, 'part')], ['part']);
  assert.deepEqual([...chainOf(ALL, null)], []);
});

test('of a selected incident all relations are shown, and its chain in both directions', () => {
  assert.deepEqual(ids('attack', 'selection'), ['attack-answer', 'answer-counter', 'attack-late', 'attack-wrong']);
  assert.deepEqual(ids('answer', 'selection'), ['attack-answer', 'answer-counter', 'attack-late', 'answer-part']);
  assert.deepEqual(ids('wrong', 'selection'), ['attack-wrong']);
  assert.deepEqual(ids(null, 'selection'), []);
});

test('all are shown where they are asked for, those of the selection apart', () => {
  assert.equal(ids(null, 'all').length, ALL.length);
  assert.deepEqual(shownRelations(ALL, 'x', 'all').filter(({ isOfSelection }) => isOfSelection).map(({ relation: { id } }) => id), ['x-y']);
});

test('relations have an address beside that of the marks', () => {
  assert.equal(addressOfRelations('/data/1-a/marks', null), '/data/1-a/relations');
  assert.equal(addressOfRelations('/data/1-a/marks?q=/marks', null), '/data/1-a/relations?q=/marks');
  assert.equal(addressOfRelations('/data/1-a/marks?kind=attack', 'a b'), '/data/1-a/relations?kind=attack&incident=a%20b');
  assert.equal(addressOfRelations('/data/1-a/marks', 'a'), '/data/1-a/relations?incident=a');
});
