// How often something is said: at once after a silence, then at most ten times a second, one thing after the other.

export const SAY_EVERY = 100; // milliseconds

export interface PaceClock {
  now(): number;
  after(milliseconds: number, callback: () => void): unknown;
  cancel(handle: unknown): void;
}

const BROWSER_CLOCK: PaceClock = {
  now: () => performance.now(),
  after: (milliseconds, callback) => setTimeout(callback, milliseconds),
  cancel: handle => clearTimeout(handle as ReturnType<typeof setTimeout>),
};

export class Pace {
  readonly #say: () => Promise<void>;
  readonly #clock: PaceClock;
  #last = -Infinity;
  #waiting: unknown = null;
  #isSaying = false;
  #isWanted = false;

  /** `say` says what is so when it is called, and is done when that was heard. */
  constructor(say: () => Promise<void>, clock: PaceClock = BROWSER_CLOCK) {
    [this.#say, this.#clock] = [say, clock];
  }

  /** There is something to say. */
  nudge(): void {
    if (this.#isSaying) {
      this.#isWanted = true;
    } else {
      this.#waiting ??= this.#clock.after(Math.max(0, this.#last + SAY_EVERY - this.#clock.now()), () => void this.#sayNow());
    }
  }

  stop(): void {
    this.#isWanted = false;
    if (this.#waiting !== null) {
      this.#clock.cancel(this.#waiting);
      this.#waiting = null;
    }
  }

  async #sayNow(): Promise<void> {
    this.#waiting = null;
    this.#isSaying = true;
    this.#isWanted = false;
    this.#last = this.#clock.now();
    try {
      await this.#say();
    } finally {
      this.#isSaying = false;
      if (this.#isWanted) {
        this.nudge();
      }
    }
  }
}
