import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { NextFrame } from '../../src/browser/page/next-frame';

let asked: (() => void)[] = [];
let reported: unknown[] = [];
let done: string[] = [];

beforeEach(() => {
  [asked, reported, done] = [[], [], []];
  Object.assign(globalThis, {
    requestAnimationFrame: (work: () => void) => asked.push(work),
    reportError: (error: unknown) => reported.push(error),
  });
});

const does = (name: string): NextFrame => new NextFrame(() => { done.push(name); });

function frame(): void {
  const now = asked;
  asked = [];
  now.forEach(work => work());
}

test('the browser is asked once for all, and they work in the order in which they asked', () => {
  const [first, second] = [does('first'), does('second')];
  second.ask();
  first.ask();
  second.ask();
  assert.equal(asked.length, 1);
  frame();
  assert.deepEqual(done, ['second', 'first']);
  frame();
  assert.deepEqual(done, ['second', 'first']);
});

test('what is asked for while a frame is made belongs to the one after', () => {
  const again: NextFrame = new NextFrame(() => {
    done.push('again');
    done.length < 3 && again.ask();
  });
  again.ask();
  frame();
  assert.deepEqual([done, again.isDue, asked.length], [['again'], true, 1]);
  frame();
  frame();
  assert.deepEqual([done, again.isDue, asked.length], [['again', 'again', 'again'], false, 0]);
});

test('who takes it back does not work, and can ask again', () => {
  const [one, other] = [does('one'), does('other')];
  one.ask();
  other.ask();
  one.cancel();
  assert.deepEqual([one.isDue, other.isDue], [false, true]);
  frame();
  assert.deepEqual(done, ['other']);
  one.ask();
  one.cancel();
  one.ask();
  frame();
  assert.deepEqual(done, ['other', 'one']);
});

test('one that is taken back by another in the same frame does not work', () => {
  const late = does('late');
  const first = new NextFrame(() => {
    done.push('first');
    late.cancel();
  });
  first.ask();
  late.ask();
  frame();
  assert.deepEqual(done, ['first']);
});

test('one that fails keeps no other from working', () => {
  const problem = new Error('broken');
  const broken = new NextFrame(() => { throw problem; });
  const whole = does('whole');
  broken.ask();
  whole.ask();
  frame();
  assert.deepEqual([done, reported], [['whole'], [problem]]);
  broken.ask();
  assert.equal(asked.length, 1);
});
