// The incidents behind a counted mark, to choose from.

import type { Mark } from '../view/marks';
import { marksInWords } from '../view/signs';
import type { View } from '../view/view';
import { element } from '../page/elements';
import type { Ink } from './ink';
import { glyphElement } from './tip';

const MOST = 50;

export class Chooser {
  readonly #box = element('div', 'timeline-chooser');
  readonly #view: View;
  readonly #ink: Ink;

  constructor(root: HTMLElement, view: View, ink: Ink) {
    this.#view = view;
    this.#ink = ink;
    this.#box.popover = 'auto'; // Escape and a press elsewhere close it
    root.append(this.#box);
  }

  /** `zoom`: offered where zooming in would set the marks apart; null where they share one time. */
  open(marks: readonly Mark[], clientX: number, clientY: number, choose: (mark: Mark) => void, zoom: (() => void) | null): void {
    const close = (act: () => void) => (): void => {
      this.#box.hidePopover();
      act();
    };
    const rows = marks.slice(0, MOST).map(mark => row(
      [glyphElement(this.#view.signs.of(mark), this.#ink), element('span', 'timeline-choice-title', mark.title), element('span', 'timeline-choice-when', mark.when[this.#view.clock])],
      close(() => choose(mark))));
    this.#box.replaceChildren(element('div', 'timeline-chooser-head', marksInWords(marks)), ...rows);
    if (zoom !== null) {
      this.#box.append(row([element('span', 'timeline-choice-title', marks.length > MOST ? `Zoom in to see all ${marks.length.toLocaleString('en')}` : 'Zoom in to set them apart')], close(zoom)));
    }
    this.#box.showPopover();
    const { width, height } = this.#box.getBoundingClientRect();
    this.#box.style.left = `${Math.max(8, Math.min(clientX - width / 2, innerWidth - width - 8))}px`;
    this.#box.style.top = `${Math.max(8, clientY - height - 12)}px`;
    this.#box.querySelector('button')?.focus();
  }
}

function row(content: Node[], clicked: () => void): HTMLButtonElement {
  const made = element('button', 'timeline-choice', ...content);
  made.type = 'button';
  made.addEventListener('click', clicked);
  made.addEventListener('keydown', event => {
    const beside = event.key === 'ArrowDown' ? made.nextElementSibling : event.key === 'ArrowUp' ? made.previousElementSibling : null;
    if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (beside instanceof HTMLButtonElement) {
      beside.focus();
    }
  });
  return made;
}
