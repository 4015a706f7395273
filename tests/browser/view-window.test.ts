import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInWindow, type Mark } from '../../src/browser/view/marks';
import type { Change, Phase } from '../../src/browser/view/view';
import { formatEnd, formatStart, isWindowMoving } from '../../src/browser/view/window';

const at = (text: string): number => Date.parse(text);

function mark(start: string | null, spanEnd: string | null): Mark {
  return {
    slug: 's', dataset: 'one', lead: false, title: 't', kind: 'attack', place: '', when: { utc: '', local: '', 'us-eastern': '' },
    start: start === null ? null : at(start), end: null, spanEnd: spanEnd === null ? null : at(spanEnd), ongoing: start !== null && spanEnd === null,
    precision: 'day', uncertainty: null, placed: true, locations: [], line: null, halfWidth: null, area: null, stops: null,
  };
}

test('a window at midnight is written as days, its end as the last day that counts', () => {
  assert.equal(formatStart(at('2024-01-18T00:00:00Z')), '2024-01-18');
  assert.equal(formatEnd(at('2024-02-10T00:00:00Z')), '2024-02-09');
});

test('a window within a day is written as instants, as short as they can be', () => {
  assert.equal(formatStart(at('2024-01-18T05:30:00Z')), '2024-01-18T05:30Z');
  assert.equal(formatEnd(at('2024-01-18T05:30:15Z')), '2024-01-18T05:30:15Z');
  assert.equal(formatStart(at('2024-01-18T05:30:15.250Z')), '2024-01-18T05:30:15.250Z');
});

test('an incident is in the window when its stated time meets it, the end of the window excluded', () => {
  const day = mark('2024-01-28T00:00:00Z', '2024-01-29T00:00:00Z');
  const cases: [string | null, string | null, boolean][] = [
    [null, null, true],
    [null, '2024-01-28T00:00:00Z', false],
    [null, '2024-01-28T00:00:01Z', true],
    ['2024-01-28T12:00:00Z', null, true],
    ['2024-01-29T00:00:00Z', null, false],
    ['2024-01-28T06:00:00Z', '2024-01-28T07:00:00Z', true],
  ];
  assert.deepEqual(
    cases.map(([from, to]) => isInWindow(day, { from: from === null ? null : at(from), to: to === null ? null : at(to) })),
    cases.map(([, , expected]) => expected));
});

test('an exact moment belongs to the window that begins with it and not to the one that ends with it', () => {
  const moment = mark('2024-01-28T02:30:00Z', '2024-01-28T02:30:00Z');
  assert.equal(isInWindow(moment, { from: at('2024-01-28T02:30:00Z'), to: null }), true);
  assert.equal(isInWindow(moment, { from: null, to: at('2024-01-28T02:30:00Z') }), false);
});

test('an ongoing period is in every window after its start, an undated incident only in all time', () => {
  assert.equal(isInWindow(mark('2014-10-17T00:00:00Z', null), { from: at('2024-01-01T00:00:00Z'), to: null }), true);
  assert.equal(isInWindow(mark(null, null), { from: null, to: null }), true);
  assert.equal(isInWindow(mark(null, null), { from: at('2024-01-01T00:00:00Z'), to: null }), false);
});

test('the window is moving from a frame of a gesture until anything settles, whatever comes in between', () => {
  const changes: [Change, Phase][] = [['window', 'moving'], ['hover', 'moving'], ['density', 'settled'], ['window', 'settled'], ['density', 'settled'], ['window', 'moving'], ['selection', 'settled']];
  let isMoving = false;
  assert.deepEqual(changes.map(([change, phase]) => isMoving = isWindowMoving(change, phase, isMoving)), [true, true, true, false, false, true, false]);
});
