import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace, type PaceClock, SAY_EVERY } from '../../src/browser/briefing/pace';

function pacing(lasts = 0) {
  let now = 0;
  let due: { at: number; callback: () => void }[] = [];
  const said: number[] = [];
  const clock: PaceClock = {
    now: () => now,
    after: (milliseconds, callback) => { const entry = { at: now + milliseconds, callback }; due.push(entry); return entry; },
    cancel: handle => { due = due.filter(entry => entry !== handle); },
  };
  const pace = new Pace(() => { said.push(now); return lasts === 0 ? Promise.resolve() : new Promise(heard => clock.after(lasts, heard)); }, clock);
  const until = async (end: number): Promise<void> => {
    for (; now <= end; now++) {
      now % 16 === 0 && pace.nudge();
      for (const entry of due.filter(({ at }) => at <= now)) {
        due.splice(due.indexOf(entry), 1);
        entry.callback();
        await new Promise(setImmediate);
      }
    }
  };
  return { pace, said, until };
}

test('the first thing is said at once, and a long gesture ten times a second', async () => {
  const { said, until } = pacing();
  await until(999);
  assert.equal(said[0], 0);
  assert.equal(said.length, 10);
  said.slice(1).forEach((time, index) => assert.ok(time - said[index]! >= SAY_EVERY));
});

test('nothing is said while the last thing is on its way, and then what is so by then', async () => {
  const { said, until } = pacing(250);
  await until(1000);
  assert.deepEqual(said, [0, 251, 502, 753]);
});

test('who has stopped says nothing any more', async () => {
  const { pace, said } = pacing();
  pace.nudge();
  pace.stop();
  await new Promise(setImmediate);
  assert.deepEqual(said, []);
});
