// What the signs mean: the kinds that are there, and what a dashed disc and a ring say.

import { element } from '../timeline/elements';
import { KIND_ORDER } from '../view/kinds';
import type { Marks } from '../view/marks';
import { glyphFrame, kindGlyph } from './glyph';
import { kindInWords } from './words';

const SVG = 'http://www.w3.org/2000/svg';

export class Legend {
  readonly #box = element('details', 'map-legend');
  readonly #entries = element('ul', 'map-legend-entries');

  constructor(root: HTMLElement) {
    this.#box.append(element('summary', '', 'Legend'), this.#entries);
    this.#box.open = root.clientWidth >= 640;
    root.append(this.#box);
  }

  show(marks: Marks | null): void {
    const incidents = marks?.incidents.filter(mark => mark.placed) ?? [];
    const rank = (kind: string) => KIND_ORDER.includes(kind) ? KIND_ORDER.indexOf(kind) : KIND_ORDER.length;
    const kinds = [...new Set(incidents.map(mark => mark.kind))].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
    this.#box.hidden = kinds.length === 0;
    this.#entries.replaceChildren(
      ...kinds.map(kind => element('li', '', kindGlyph(kind), kindInWords(kind))),
      element('li', '', discGlyph(), 'Somewhere in this area'),
      element('li', '', ringGlyph(), 'Several incidents, by kind'),
    );
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
