// What comes shortly after each other is told together: whoever draws draws once.

const TOGETHER = 80; // milliseconds

export class News {
  readonly #tell: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** Something came. At the last of it all that came is told at once, else after a short while. */
  came(isLast: boolean): void {
    if (isLast) {
      this.stop();
      this.#tell();
    } else {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#tell();
      }, TOGETHER);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
