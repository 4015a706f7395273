import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advance, Player, speedFor, startOfPlay, type Playable } from '../../src/browser/timeline/play';
import { ALL_TIME, type TimeWindow } from '../../src/browser/view/window';
import { iso, time } from './timeline-marks';

const DAY = 86_400_000;
const bounds = { from: time('2024-01-01'), to: time('2024-01-31') };
const week: TimeWindow = { from: time('2024-01-10'), to: time('2024-01-17') };

function words({ from, to }: TimeWindow): string {
  return [from, to].map(edge => iso(edge!).replace('T00:00', '')).join(' ');
}

test('playing begins at the window', () => {
  assert.equal(words(startOfPlay(week, 'window', bounds)), '2024-01-10 2024-01-17');
  assert.equal(words(startOfPlay(week, 'cumulative', bounds)), '2024-01-10 2024-01-17');
});

test('without a window a week opens at the start of the coverage, and a minute if it is to grow', () => {
  assert.equal(words(startOfPlay(ALL_TIME, 'window', bounds)), '2024-01-01 2024-01-08');
  assert.equal(words(startOfPlay(ALL_TIME, 'trailing', bounds)), '2024-01-01 2024-01-08');
  assert.equal(words(startOfPlay(ALL_TIME, 'cumulative', bounds)), '2024-01-01 2024-01-01T00:01');
});

test('of many years a part opens that can be seen, at a speed at which nobody waits long for the end', () => {
  const decades = { from: time('1989-01-01'), to: time('2024-12-31') };

  assert.equal(words(startOfPlay(ALL_TIME, 'window', { from: time('2020-01-01'), to: time('2024-02-09') })), '2020-01-01 2020-01-31');
  assert.deepEqual([bounds, { from: time('2023-10-07'), to: time('2024-02-09') }, { from: time('2016-01-01'), to: time('2019-12-31') }, decades].map(range => speedFor(range).label),
    ['1 day/s', '1 day/s', '1 month/s', '1 year/s']);
});

test('what has reached the end begins again, its length kept', () => {
  const last: TimeWindow = { from: time('2024-01-29'), to: bounds.to };
  assert.equal(words(startOfPlay(last, 'window', bounds)), '2024-01-01 2024-01-03');
  assert.equal(words(startOfPlay(last, 'cumulative', bounds)), '2024-01-29 2024-01-29T00:01');
  assert.equal(words(startOfPlay(last, 'window', { from: bounds.from, to: bounds.to + 30_000 })), '2024-01-01 2024-01-03');
});

test('a window slides, a cumulative one grows, both end with the coverage', () => {
  const from = { from: week.from!, to: week.to! };
  const after = (mode: 'window' | 'cumulative' | 'trailing', days: number): [string, boolean] => {
    const { window, isOver } = advance(from, mode, days * DAY, bounds);
    return [words(window), isOver];
  };
  assert.deepEqual([after('window', 2), after('trailing', 2), after('cumulative', 2), after('window', 20), after('cumulative', 20)], [
    ['2024-01-12 2024-01-19', false], ['2024-01-12 2024-01-19', false], ['2024-01-10 2024-01-19', false],
    ['2024-01-24 2024-01-31', true], ['2024-01-10 2024-01-31', true],
  ]);
});

/** A clock that stands still until it is turned. */
class Clock {
  #now = 1000;
  #callback: ((now: number) => void) | null = null;

  request(callback: (now: number) => void): number {
    this.#callback = callback;
    return 1;
  }

  cancel(): void {
    this.#callback = null;
  }

  turn(milliseconds: number): void {
    this.#now += milliseconds;
    const callback = this.#callback;
    this.#callback = null;
    callback?.(this.#now);
  }
}

function playing(some: Partial<Playable> = {}): { clock: Clock; player: Player; shown: [string, boolean][] } {
  const clock = new Clock();
  const shown: [string, boolean][] = [];
  const playable: Playable = { mode: 'window', perSecond: DAY, isStepwise: false, bounds, ...some };
  return { clock, shown, player: new Player(clock, () => playable, (window, isOver) => shown.push([words(window), isOver])) };
}

test('every frame shows as much time as has passed at the chosen speed', () => {
  const { clock, player, shown } = playing();
  player.start(week);
  [0, 250, 250].forEach(milliseconds => clock.turn(milliseconds));
  assert.deepEqual(shown, [['2024-01-10 2024-01-17', false], ['2024-01-10T06:00 2024-01-17T06:00', false], ['2024-01-10T12:00 2024-01-17T12:00', false]]);
});

test('what is shown is told in whole minutes, and nothing is lost by that', () => {
  const { clock, player, shown } = playing({ perSecond: 1000 * 90 });
  player.start(week);
  [0, 100, 100, 200, 250, 250].forEach(milliseconds => clock.turn(milliseconds));
  assert.deepEqual(shown.map(([window]) => window), [
    '2024-01-10 2024-01-17', '2024-01-10 2024-01-17', '2024-01-10 2024-01-17', '2024-01-10 2024-01-17', '2024-01-10 2024-01-17', '2024-01-10T00:01 2024-01-17T00:01']);
});

test('a page that was hidden goes on where it was', () => {
  const { clock, player, shown } = playing();
  player.start(week);
  [0, 60_000].forEach(milliseconds => clock.turn(milliseconds));
  assert.deepEqual(shown[1], ['2024-01-10T06:00 2024-01-17T06:00', false]);
});

test('it stops at the end of the coverage, and says so once', () => {
  const { clock, player, shown } = playing({ perSecond: 7 * 8 * DAY });
  player.start(week);
  [0, 250, 250].forEach(milliseconds => clock.turn(milliseconds));
  assert.deepEqual([shown.slice(1), player.isPlaying], [[['2024-01-24 2024-01-31', true]], false]);
});

test('stopped, it shows nothing more', () => {
  const { clock, player, shown } = playing();
  player.start(week);
  player.stop();
  clock.turn(250);
  assert.deepEqual([shown.length, player.isPlaying], [1, false]);
});

test('with less motion it goes by whole seconds', () => {
  const { clock, player, shown } = playing({ isStepwise: true });
  player.start(week);
  [0, 400, 400, 400, 1000].forEach(milliseconds => clock.turn(milliseconds));
  assert.deepEqual(shown.map(([window]) => window), ['2024-01-10 2024-01-17', '2024-01-11 2024-01-18', '2024-01-12 2024-01-19']);
});
