import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChainClock, ChainPlayer, type ChainStep, PACE } from '../../src/browser/page/chain-player';

const STEPS: ChainStep[] = [{ slug: 'attack', from: 0, to: 1 }, { slug: 'answer', from: 0, to: 5 }, { slug: 'undated', from: 0, to: null }];

function playing(selected: string | null) {
  const shown: unknown[] = [];
  let due: (() => void) | null = null;
  const stage = { selected, show: (slug: string, window: unknown) => { stage.selected = slug; shown.push([slug, window]); } };
  const clock: ChainClock = { after: (milliseconds, callback) => { assert.equal(milliseconds, PACE); due = callback; return callback; }, cancel: () => { due = null; } };
  const player = new ChainPlayer(stage, clock, () => {});
  return { player, stage, shown, tick: () => { const now = due; due = null; now?.(); return now !== null; } };
}

test('a chain is played step by step, the window growing from the first, and stops at its end', () => {
  const { player, shown, tick } = playing('attack');
  player.start(STEPS);
  assert.ok(player.isPlaying);
  assert.ok(tick());
  assert.ok(tick());
  assert.equal(player.isPlaying, false);
  assert.equal(tick(), false);
  assert.deepEqual(shown, [['attack', { from: 0, to: 1 }], ['answer', { from: 0, to: 5 }], ['undated', null]]);
});

test('playing goes on from the step that is open, and begins anew from the last', () => {
  const middle = playing('answer');
  middle.player.start(STEPS);
  assert.deepEqual(middle.shown, [['answer', { from: 0, to: 5 }]]);
  const last = playing('undated');
  last.player.start(STEPS);
  assert.deepEqual(last.shown, [['attack', { from: 0, to: 1 }]]);
});

test('playing stops when it is told to, and when something else is selected', () => {
  const stopped = playing('attack');
  stopped.player.start(STEPS);
  stopped.player.stop();
  assert.equal(stopped.tick(), false);
  const left = playing('attack');
  left.player.start(STEPS);
  left.player.selectionChanged();
  assert.ok(left.player.isPlaying);
  left.stage.selected = 'elsewhere';
  left.player.selectionChanged();
  assert.equal(left.player.isPlaying, false);
});
