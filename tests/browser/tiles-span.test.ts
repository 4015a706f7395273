import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgesBeside, formatSpan, spanOf } from '../../src/browser/tiles/span';

const at = (text: string): number => Date.parse(text);
const span = (from: string, to: string, pixels: number): string => formatSpan(spanOf(at(from), at(to), pixels));

test('a span has the finest steps that are a pixel wide at least, from a block of 64 to a block of 64', () => {
  assert.equal(span('2023-11-01T00:00Z', '2023-11-02T00:00Z', 1400), '2023-11-01T00:00Z,2023-11-02T08:00Z,15m');
  assert.equal(span('2023-10-07T00:00Z', '2024-02-10T00:00Z', 1400), '2023-10-06T00:00Z,2024-02-11T00:00Z,3h');
  assert.equal(span('1989-01-01T00:00Z', '2023-12-31T00:00Z', 1400), '1987-03-09T00:00Z,2026-06-08T00:00Z,14d');
  assert.equal(span('1989-01-01T00:00Z', '2023-12-31T00:00Z', 200), '1970-01-05T00:00Z,2028-11-20T00:00Z,112d');
});

test('no span has more than 1,024 stretches, however many pixels there are', () => {
  const { from, to, step } = spanOf(at('2000-01-01T00:00Z'), at('2020-01-01T00:00Z'), 100_000);
  assert.deepEqual([step, (to - from) / (14 * 86_400_000)], ['14d', 576]);
});

test('a small move of the range keeps its span', () => {
  assert.equal(span('2023-11-06T00:00Z', '2023-11-20T00:00Z', 900), span('2023-11-06T05:00Z', '2023-11-20T05:00Z', 900));
});

test('a range of no length and the longest range that there is have a span', () => {
  assert.equal(span('2024-01-01T00:00Z', '2024-01-01T00:00Z', 1000), '2023-12-31T16:00Z,2024-01-01T08:00Z,15m');
  assert.equal(span('0001-01-01T00:00Z', '9999-12-31T00:00Z', 1000), '0001-05-07T00:00Z,9999-03-22T00:00Z,448d');
});

test('the sides of a window are asked for by themselves unless they are edges of the span', () => {
  const day = spanOf(at('2023-01-01T00:00Z'), at('2023-06-01T00:00Z'), 200);
  const [edge, beside, before] = [at('2023-02-03T00:00Z'), at('2023-02-03T00:01Z'), at('2001-01-01T00:00Z')];
  assert.deepEqual(edgesBeside(day, { from: edge, to: null }), []);
  assert.deepEqual(edgesBeside(day, { from: before, to: beside }), [before, beside]);
  assert.deepEqual(edgesBeside(null, { from: edge, to: null }), [edge]);
});
