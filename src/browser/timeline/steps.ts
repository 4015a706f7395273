// From incident to incident: at once where all are known, by asking for those nearby where there are many.

import type { Mark } from '../view/marks';
import type { View } from '../view/view';
import { FarSteps } from './far-step';
import { neighbour } from './stepping';
import type { Times } from './times';

export class Steps {
  #isSearching = false;
  readonly #far = new FarSteps();
  readonly #view: View;
  readonly #times: Times;
  readonly #changed: () => void;

  /** `changed`: a search has begun or ended. */
  constructor(view: View, times: Times, changed: () => void) {
    this.#view = view;
    this.#times = times;
    this.#changed = changed;
  }

  /** The next or previous incident is being looked for. */
  get isSearching(): boolean { return this.#isSearching; }

  /** Finds the neighbour of the selected incident; a newer step supersedes one that is still looking. */
  step(direction: -1 | 1, found: (mark: Mark) => void): void {
    if (this.#view.density !== null) {
      void this.#search(direction, found);
      return;
    }
    const mark = neighbour(this.#view.marks?.incidents ?? [], this.#view.selected, this.#view.window, direction);
    if (mark !== null) {
      found(mark);
    }
  }

  /** What is being looked for is no longer wanted. */
  forget(): void {
    this.#far.forget();
    this.#isSearching = false;
  }

  async #search(direction: -1 | 1, found: (mark: Mark) => void): Promise<void> {
    const { density, marks, window, selected } = this.#view;
    const counts = this.#times.finest;
    const extent = marks?.extent ?? null;
    if (density === null || counts === null || extent === null) {
      return;
    }
    const last = this.#view.find(selected);
    this.#tell(true);
    const mark = await this.#far.neighbour(
      { ask: during => density.marksIn(null, during), counts, extent, window, from: last?.start == null ? null : last }, direction);
    if (mark !== undefined) {
      this.#tell(false);
      if (mark !== null) {
        found(mark);
      }
    }
  }

  #tell(isSearching: boolean): void {
    this.#isSearching = isSearching;
    this.#changed();
  }
}
