// Incidents that stand at one place, to choose from.

import type { Mark } from '../view/marks';
import { marksInWords } from '../view/signs';
import type { View } from '../view/view';
import { element } from '../page/elements';
import { signGlyph } from './glyph';

const MOST = 100;

export class IncidentList {
  readonly #box = element('div', 'map-list');
  readonly #view: View;
  readonly #choose: (mark: Mark) => void;

  /** `choose` is called with the chosen incident; `closed` when the list goes, with or without a choice. */
  constructor(root: HTMLElement, view: View, choose: (mark: Mark) => void, closed: () => void) {
    this.#view = view;
    this.#choose = choose;
    this.#box.popover = 'auto'; // Escape and a press elsewhere close it
    this.#box.setAttribute('role', 'dialog');
    this.#box.addEventListener('keydown', event => this.#onKey(event));
    this.#box.addEventListener('toggle', event => event.newState === 'closed' && this.#box.contains(document.activeElement) && closed());
    root.append(this.#box);
  }

  get isOpen(): boolean { return this.#box.matches(':popover-open'); }

  /** Beside a thing of `radius` pixels around a point of the screen. */
  open(marks: readonly Mark[], clientX: number, clientY: number, radius: number): void {
    const rows = marks.slice(0, MOST).map(mark => this.#row(mark));
    const heading = marksInWords(marks);
    this.#box.setAttribute('aria-label', heading);
    this.#box.replaceChildren(element('div', 'map-list-head', heading), ...rows);
    if (marks.length > rows.length) {
      this.#box.append(element('div', 'map-list-head', `and ${(marks.length - rows.length).toLocaleString('en')} more: narrow the time or the filters`));
    }
    this.#box.showPopover();
    const { width, height } = this.#box.getBoundingClientRect();
    const beside = clientX + radius + 12 + width <= innerWidth - 8 ? clientX + radius + 12 : clientX - radius - 12 - width;
    this.#box.style.left = `${Math.round(Math.max(8, beside))}px`;
    this.#box.style.top = `${Math.round(Math.max(8, Math.min(clientY - 24, innerHeight - height - 8)))}px`;
    (rows.find(row => row.hasAttribute('aria-current')) ?? rows[0])?.focus();
  }

  close(): void {
    this.#box.hidePopover();
  }

  #row(mark: Mark): HTMLButtonElement {
    const { signs, clock, selected } = this.#view;
    const row = element('button', 'map-list-row', signGlyph(signs.of(mark)), element('span', 'map-list-title', mark.title), element('span', 'map-list-when', mark.when[clock]));
    row.type = 'button';
    if (mark.slug === selected) {
      row.setAttribute('aria-current', 'true');
    }
    row.addEventListener('click', () => {
      this.#box.hidePopover();
      this.#choose(mark);
    });
    return row;
  }

  #onKey(event: KeyboardEvent): void {
    const rows = [...this.#box.querySelectorAll('button')];
    const at = rows.findIndex(row => row === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next !== undefined) {
      rows[(next + rows.length) % rows.length]?.focus();
      event.preventDefault();
    }
    event.stopPropagation();
  }
}
