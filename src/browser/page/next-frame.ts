// Work for the next animation frame. To ask the browser for one costs as much as a small drawing: it is asked once for all of them.

export class NextFrame {
  static #waiting: NextFrame[] = [];
  readonly #work: () => void;
  #isDue = false;

  constructor(work: () => void) {
    this.#work = work;
  }

  get isDue(): boolean { return this.#isDue; }

  /** Works in the next frame, after what was asked for before; once, however often it is asked. Asked while a frame is made, it is the one after. */
  ask(): void {
    if (!this.#isDue) {
      this.#isDue = true;
      NextFrame.#waiting.push(this) === 1 && requestAnimationFrame(NextFrame.#workAll);
    }
  }

  cancel(): void {
    this.#isDue = false;
  }

  static readonly #workAll = (): void => {
    const waiting = NextFrame.#waiting;
    NextFrame.#waiting = [];
    for (const frame of waiting) {
      if (frame.#isDue) {
        frame.#isDue = false;
        try {
          frame.#work();
        } catch (error) {
          reportError(error); // what fails keeps none of the others from their frame
        }
      }
    }
  };
}
