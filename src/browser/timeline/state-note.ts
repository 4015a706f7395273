// What stands in the drawing's place while there is none, or beside it when it may be old.

import type { View } from '../view/view';
import { button, element, setText } from '../page/elements';

export class StateNote {
  readonly #note = element('div', 'timeline-note');
  readonly #words = element('span', '');
  readonly #retry: HTMLButtonElement;
  readonly #view: View;

  constructor(stage: HTMLElement, view: View) {
    this.#view = view;
    this.#retry = button('timeline-retry', 'Try again', () => void view.retry(), 'Try again');
    this.#note.setAttribute('role', 'status');
    this.#note.append(this.#words, this.#retry);
    this.#note.addEventListener('pointerdown', event => event.stopPropagation());
    stage.append(this.#note);
  }

  update(): void {
    const { marks, density, loading, reason, isWaiting } = this.#view;
    const isEmpty = marks !== null && (density === null ? marks.incidents.every(mark => mark.start === null) : density.times?.tile.counts.length === 0);
    const words = loading === 'failed' ? `${reason || 'The incidents could not be loaded.'}${isWaiting ? ' The page asks again in a moment.' : ''}`
      : marks === null ? 'Loading the incidents…'
      : isEmpty ? 'No dated incident meets the filters.'
      : '';
    setText(this.#words, words);
    this.#note.toggleAttribute('hidden', words === '');
    this.#retry.toggleAttribute('hidden', loading !== 'failed');
  }
}
