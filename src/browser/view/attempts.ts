// How loading goes: what failed and why, and asking for it again, which happens by itself where the server was only busy.

import { Refused } from './answer';

/** loading: nothing to show yet or something newer on its way; failed: what is shown may be old, `retry` asks again. */
export type Loading = 'loading' | 'ready' | 'failed';

const BUSY = 503;
const PAUSE = 2000; // milliseconds, where a busy server does not say how long
const LONGEST = 60_000;

export class Attempts {
  #loading: Loading = 'loading';
  #reason = '';
  #again: () => void | Promise<void> = () => {};
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #wait = 0;
  /** What was asked last was asked by itself: if that fails too, the next wait is longer. */
  #isRepeated = false;
  readonly #changed: () => void;

  /** `changed`: loading begins or has failed. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get loading(): Loading { return this.#loading; }
  /** Why loading failed, where the server said so. */
  get reason(): string { return this.#reason; }
  /** True when what failed is asked for again by itself after a while. */
  get isWaiting(): boolean { return this.#waiting !== undefined; }

  begin(): void {
    this.#stopWaiting();
    this.#loading = 'loading';
    this.#changed();
  }

  succeed(): void {
    this.#stopWaiting();
    this.#loading = 'ready';
  }

  /** `again` asks for what could not be had. */
  fail(problem: unknown, again: () => void | Promise<void>): void {
    this.#stopWaiting();
    this.#loading = 'failed';
    this.#again = again;
    this.#reason = problem instanceof Error && !(problem instanceof TypeError) ? problem.message : '';
    if (problem instanceof Refused && problem.status === BUSY) {
      this.#wait = Math.min(LONGEST, Math.max(problem.wait || PAUSE, this.#isRepeated ? 2 * this.#wait : 0));
      this.#waiting = setTimeout(() => this.#repeat(), this.#wait);
    }
    this.#isRepeated = false;
    this.#changed();
  }

  /** Asks again for what failed, now. */
  async retry(): Promise<void> {
    if (this.#loading === 'failed') {
      this.#stopWaiting();
      await this.#again();
    }
  }

  #repeat(): void {
    void this.retry();
    this.#isRepeated = true;
  }

  #stopWaiting(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }
}
