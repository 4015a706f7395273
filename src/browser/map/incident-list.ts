// Incidents that stand at one place, to choose from.

import type { Mark } from '../view/marks';
import { marksInWords } from '../view/signs';
import type { View } from '../view/view';
import { element } from '../page/elements';
import { signGlyph } from './glyph';

const MOST = 200;

export class IncidentList {
  readonly #box = element('div', 'map-list');
  readonly #view: View;
  readonly #choose: (mark: Mark) => void;
  #beside = { x: 0, y: 0, radius: 0 };

  /** `choose` is called with the chosen incident; `closed` when the list goes, with or without a choice. */
  constructor(root: HTMLElement, view: View, choose: (mark: Mark) => void, closed: () => void) {
    this.#view = view;
    this.#choose = choose;
    this.#box.popover = 'auto'; // Escape and a press elsewhere close it
    this.#box.tabIndex = -1;
    this.#box.setAttribute('role', 'dialog');
    this.#box.addEventListener('keydown', event => this.#onKey(event));
    this.#box.addEventListener('toggle', event => event.newState === 'closed' && this.#box.contains(document.activeElement) && closed());
    root.append(this.#box);
  }

  get isOpen(): boolean { return this.#box.matches(':popover-open'); }

  /** Beside a thing of `radius` pixels around a point of the screen. */
  open(marks: readonly Mark[], clientX: number, clientY: number, radius: number): void {
    const heading = marksInWords(marks);
    this.#show(heading, this.#rowsOf(marks), clientX, clientY, radius);
    this.#focus();
  }

  /** The same, before its incidents are known: `fill` follows. */
  openEmpty(heading: string, clientX: number, clientY: number, radius: number): void {
    this.#show(heading, [element('div', 'map-list-wait', 'Loading …')], clientX, clientY, radius);
    this.#box.setAttribute('aria-busy', 'true');
    this.#box.focus();
  }

  /** The incidents of a list that was opened empty, if it still is open; null where they are too many, or cannot be had. */
  fill(marks: readonly Mark[] | null): void {
    if (this.isOpen && this.#box.hasAttribute('aria-busy')) {
      const [heading] = this.#box.children;
      const rows = marks === null ? [element('div', 'map-list-head', 'These are too many to list: narrow the time or the filters')] : this.#rowsOf(marks);
      this.#box.replaceChildren(heading!, ...rows);
      this.#box.removeAttribute('aria-busy');
      this.#place();
      this.#focus();
    }
  }

  close(): void {
    this.#box.hidePopover();
  }

  #show(heading: string, rows: readonly Node[], clientX: number, clientY: number, radius: number): void {
    this.#beside = { x: clientX, y: clientY, radius };
    this.#box.removeAttribute('aria-busy');
    this.#box.setAttribute('aria-label', heading);
    this.#box.replaceChildren(element('div', 'map-list-head', heading), ...rows);
    this.#box.showPopover();
    this.#place();
  }

  #place(): void {
    const { x, y, radius } = this.#beside;
    const { width, height } = this.#box.getBoundingClientRect();
    const beside = x + radius + 12 + width <= innerWidth - 8 ? x + radius + 12 : x - radius - 12 - width;
    this.#box.style.left = `${Math.round(Math.max(8, beside))}px`;
    this.#box.style.top = `${Math.round(Math.max(8, Math.min(y - 24, innerHeight - height - 8)))}px`;
  }

  #focus(): void {
    (this.#box.querySelector<HTMLElement>('[aria-current]') ?? this.#box.querySelector<HTMLElement>('.map-list-row') ?? this.#box).focus();
  }

  #rowsOf(marks: readonly Mark[]): HTMLElement[] {
    const rows: HTMLElement[] = marks.slice(0, MOST).map(mark => this.#row(mark));
    const left = marks.length - rows.length;
    return left > 0 ? [...rows, element('div', 'map-list-head', `and ${left.toLocaleString('en')} more: narrow the time or the filters`)] : rows;
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
