// What the signs mean: the kinds that are there, and what a dashed disc and a ring say.

import { element } from '../page/elements';
import { KIND_ORDER } from '../view/kinds';
import type { Marks } from '../view/marks';
import { glyphFrame, kindGlyph } from './glyph';
import { kindInWords } from './words';

const SVG = 'http://www.w3.org/2000/svg';

export class Legend {
  readonly #entries = element('ul', 'map-legend-entries');
  readonly #toggle = element('button', 'map-legend-toggle', 'Legend');
  readonly #box = element('div', 'map-legend', this.#entries, this.#toggle);

  /** Open from the start where `isOpen`. */
  constructor(root: HTMLElement, isOpen: boolean) {
    this.#toggle.type = 'button';
    this.#toggle.addEventListener('click', () => this.#setOpen(this.#entries.hidden !== false));
    this.#setOpen(isOpen);
    root.append(this.#box);
  }

  show(marks: Marks | null): void {
    const incidents = marks?.incidents.filter(mark => mark.placed) ?? [];
    const rank = (kind: string) => KIND_ORDER.includes(kind) ? KIND_ORDER.indexOf(kind) : KIND_ORDER.length;
    const kinds = [...new Set(incidents.map(mark => mark.kind))].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
    this.#box.hidden = kinds.length === 0;
    this.#entries.replaceChildren(
      ...kinds.map(kind => element('li', '', kindGlyph(kind), kindInWords(kind))),
      element('li', '', discGlyph(), 'Somewhere in here'),
      element('li', '', ringGlyph(), 'Several, by kind'),
    );
  }

  #setOpen(isOpen: boolean): void {
    this.#entries.hidden = !isOpen;
    this.#toggle.setAttribute('aria-expanded', String(isOpen));
    this.#toggle.title = isOpen ? 'Close the legend' : 'What the signs mean';
  }
}

function discGlyph(): SVGSVGElement {
  return glyphFrame(circle(6, 'map-legend-disc'), 'map-glyph');
}

function ringGlyph(): SVGSVGElement {
  const svg = glyphFrame(circle(5.4, 'map-legend-ring'), 'map-glyph');
  svg.append(circle(5.4, 'map-legend-ring map-legend-ring-part'));
  return svg;
}

function circle(radius: number, className: string): SVGCircleElement {
  const made = document.createElementNS(SVG, 'circle');
  made.setAttribute('cx', '7');
  made.setAttribute('cy', '7');
  made.setAttribute('r', String(radius));
  made.setAttribute('class', className);
  return made;
}
