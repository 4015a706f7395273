// When it is time to ask for what was moved to: at the end of a gesture at once, in the midst of one only where it pauses.

const PAUSE = 120; // milliseconds without a move
const SUCCESSION = 200; // milliseconds in which gestures that follow each other are one: notches of a wheel, keys that are held down

export class Rest {
  readonly #ask: (isResting: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When it is asked at the latest, whatever goes on. */
  #latest = Infinity;
  #endedAt = -Infinity;
  #isOver = false;

  /** `ask` hears whether nothing moves any more. */
  constructor(ask: (isResting: boolean) => void) {
    this.#ask = ask;
  }

  /** Whether something is still to be asked for. */
  get isDue(): boolean { return this.#timer !== undefined; }

  /** Something is to be asked for, once nothing has moved for `wait` milliseconds, or after the `longest` time all the same. */
  moved(wait = PAUSE, longest = Infinity): void {
    this.#latest = Math.min(this.#latest, performance.now() + longest);
    this.#start(wait);
  }

  /** The same gesture goes on: if something is to be asked for, it waits anew. */
  goesOn(): void {
    if (this.#timer !== undefined) {
      this.#start(PAUSE);
    }
  }

  /** A gesture ended: what is to be asked for is asked for now, unless another had ended just before. */
  ended(): void {
    const now = performance.now();
    const isFirst = now - this.#endedAt > SUCCESSION;
    this.#endedAt = now;
    if (this.#timer !== undefined) {
      isFirst ? this.#fire(true) : this.#start(SUCCESSION);
    }
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #start(wait: number): void {
    clearTimeout(this.#timer);
    if (!this.#isOver) {
      const left = Math.max(0, this.#latest - performance.now());
      this.#timer = setTimeout(() => this.#fire(left >= wait), Math.min(wait, left));
    }
  }

  #fire(isResting: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#latest = Infinity;
    this.#ask(isResting);
    if (!isResting) {
      this.#start(PAUSE); // what was asked for in the midst is not all that is wanted at rest
    }
  }
}
