// Playing a chain of action and response: one step after the other, each selected, the window open from the first one to it.

import type { TimeWindow } from '../view/window';

/** Null where it has no date: the window stays as it is. */
export interface ChainStep {
  readonly slug: string;
  readonly from: number | null;
  readonly to: number | null;
}

export interface ChainStage {
  readonly selected: string | null;
  show(slug: string, window: TimeWindow | null): void;
}

/** The clock is injected, so that a test can turn it. */
export interface ChainClock {
  after(milliseconds: number, callback: () => void): unknown;
  cancel(handle: unknown): void;
}

export const PACE = 2500; // milliseconds a step: time to read its title

export class ChainPlayer {
  readonly #stage: ChainStage;
  readonly #clock: ChainClock;
  readonly #changed: () => void;
  #steps: readonly ChainStep[] = [];
  #at = 0;
  #handle: unknown = null;

  constructor(stage: ChainStage, clock: ChainClock, changed: () => void) {
    [this.#stage, this.#clock, this.#changed] = [stage, clock, changed];
  }

  get isPlaying(): boolean { return this.#handle !== null; }

  /** From the selected step on; from the first one when it is the last. */
  start(steps: readonly ChainStep[]): void {
    const here = steps.findIndex(({ slug }) => slug === this.#stage.selected);
    this.#steps = steps;
    this.#at = here < 0 || here === steps.length - 1 ? 0 : here;
    this.#show();
  }

  stop(): void {
    if (this.#handle !== null) {
      this.#clock.cancel(this.#handle);
      this.#handle = null;
      this.#changed();
    }
  }

  /** Something else was selected than the step that is played. */
  selectionChanged(): void {
    if (this.#stage.selected !== this.#steps[this.#at]?.slug) {
      this.stop();
    }
  }

  #show(): void {
    const { slug, from, to } = this.#steps[this.#at]!;
    const isLast = this.#at === this.#steps.length - 1;
    this.#handle = isLast ? null : this.#clock.after(PACE, () => {
      this.#at++;
      this.#show();
    });
    this.#stage.show(slug, from === null || to === null ? null : { from, to });
    this.#changed();
  }
}
