// The switch that shows the relations of all incidents, and the line that says what of them is not seen.

import { button, element, setAttributes, setText } from '../../page/elements';
import type { View } from '../../view/view';

const SVG = 'http://www.w3.org/2000/svg';
const SHAPE = 'M4 15.5C5 8 9 5 15.5 5.5M12 2.8l3.7 2.7-2.9 3.4M4 15.5h.01';

export class ArcControl {
  readonly #view: View;
  readonly #switch: HTMLButtonElement;
  readonly #note = element('p', 'map-arc-note');

  constructor(root: HTMLElement, view: View) {
    this.#view = view;
    this.#switch = button('map-button', 'Relations', () => this.#isUsable && view.setRelationView(view.relationView === 'all' ? 'selection' : 'all'), icon());
    this.#switch.dataset.key = 'r';
    this.#note.hidden = true;
    root.querySelector('.map-controls')!.append(this.#switch);
    root.append(this.#note);
    this.update();
  }

  /** Call when the view shows other relations. */
  update(): void {
    const isAll = this.#isUsable && this.#view.relationView === 'all';
    const title = !this.#isUsable ? 'Relations are shown of the selected incident: there are too many for all'
      : isAll ? 'Relations of all incidents are shown (R)' : 'Show the relations of all incidents (R)';
    setAttributes(this.#switch, { 'aria-pressed': String(isAll), 'aria-disabled': String(!this.#isUsable), title });
  }

  /** True where it says something else now: it takes other room. */
  say(words: string): boolean {
    const isOther = this.#note.textContent !== words;
    setText(this.#note, words);
    this.#note.hidden = words === '';
    return isOther;
  }

  get #isUsable(): boolean {
    return this.#view.density === null;
  }
}

function icon(): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'map-icon');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', SHAPE);
  svg.append(path);
  return svg;
}
