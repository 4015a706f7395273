// What the signs mean: the kinds or datasets that are there, and what a dashed disc, a ring and a hollow sign say. Where there
// are several datasets, the choice of what colours tell apart.

import { element } from '../page/elements';
import { type ColourBy, LEAD_WORDS, LEADS, UNMENTIONED } from '../view/signs';
import type { View } from '../view/view';
import { arcMeanings } from './arcs/arc-legend';
import { RAMP } from './density/ramp';
import { glyphFrame, signGlyph } from './glyph';

const SVG = 'http://www.w3.org/2000/svg';
const MOST = 12; // entries; a legend is not a list of everything
const CHOICES: readonly { by: ColourBy; label: string }[] = [{ by: 'kind', label: 'Kind' }, { by: 'dataset', label: 'Dataset' }];

export class Legend {
  readonly #view: View;
  readonly #entries = element('ul', 'map-legend-entries');
  readonly #toggle = element('button', 'map-legend-toggle', 'Legend');
  readonly #colours: ReadonlyMap<ColourBy, HTMLButtonElement>;
  readonly #choice: HTMLElement;
  readonly #box: HTMLElement;

  /** Open from the start where `isOpen`. */
  constructor(root: HTMLElement, view: View, isOpen: boolean) {
    this.#view = view;
    this.#colours = new Map(CHOICES.map(({ by, label }) => [by, this.#colourButton(by, label)]));
    const name = element('span', 'map-colour-name', 'Colour by');
    name.id = 'map-colour-name';
    this.#choice = element('div', 'map-colour', name, ...this.#colours.values());
    this.#choice.setAttribute('role', 'group');
    this.#choice.setAttribute('aria-labelledby', name.id);
    this.#toggle.type = 'button';
    this.#toggle.addEventListener('click', () => this.#setOpen(this.#entries.hidden !== false));
    this.#box = element('div', 'map-legend', element('div', 'map-legend-body', this.#choice, this.#entries), this.#toggle);
    this.#setOpen(isOpen);
    root.append(this.#box);
  }

  /** `densest` is how many incidents have the strongest colour of density. */
  update(densest: number): void {
    const { density, datasets } = this.#view;
    const signs = this.#view.signs.colouredBy(density?.colour ?? this.#view.colour);
    const keys = signs.sorted(this.#keys());
    const named = keys.filter(key => key !== LEADS && key !== UNMENTIONED);
    const left = named.length - MOST;
    this.#box.hidden = keys.length === 0;
    this.#choice.hidden = datasets.length < 2;
    this.#colours.forEach((control, by) => control.setAttribute('aria-pressed', String(by === this.#view.colour)));
    this.#entries.replaceChildren(
      ...named.slice(0, MOST).map(key => entry(signGlyph(signs.ofKey(key)), signs.label(key))),
      ...left > 0 ? [entry(glyphFrame(document.createElementNS(SVG, 'g'), 'map-glyph'), `and ${left} more`)] : [],
      ...density === null ? [] : [entry(rampGlyph(), `1 to ${densest.toLocaleString('en')}+ in one place`)],
      ...keys.includes(LEADS) ? [entry(signGlyph(signs.ofKey(LEADS)), LEAD_WORDS)] : [],
      ...keys.includes(UNMENTIONED) ? [entry(signGlyph(signs.ofKey(UNMENTIONED)), signs.label(UNMENTIONED))] : [],
      entry(discGlyph(), 'Somewhere in here'),
      ...arcMeanings(this.#view.shownRelations).map(({ glyph, words }) => entry(glyph, words)),
      entry(ringGlyph(), signs.by === 'kind' ? 'Several, by kind' : 'Several, by dataset'),
    );
  }

  /** What there is on the map, each at least once. */
  #keys(): string[] {
    const { density, marks, signs } = this.#view;
    return density === null
      ? (marks?.incidents ?? []).filter(mark => mark.placed).map(mark => signs.keyOf(mark))
      : (density.overview?.tile.groups ?? []).map(group => signs.keyOfGroup(group));
  }

  #colourButton(by: ColourBy, label: string): HTMLButtonElement {
    const made = element('button', 'map-colour-choice', label);
    made.type = 'button';
    made.addEventListener('click', () => this.#view.setColour(by));
    return made;
  }

  #setOpen(isOpen: boolean): void {
    this.#entries.hidden = !isOpen;
    this.#box.toggleAttribute('data-open', isOpen);
    this.#toggle.setAttribute('aria-expanded', String(isOpen));
    this.#toggle.title = isOpen ? 'Close the legend' : 'What the signs mean';
  }
}

function entry(glyph: SVGSVGElement, words: string): HTMLLIElement {
  const name = element('span', 'map-legend-name', words);
  name.dir = 'auto';
  name.title = words;
  return element('li', '', glyph, name);
}

/** The colours of density from few to many. */
function rampGlyph(): SVGSVGElement {
  const svg = glyphFrame(document.createElementNS(SVG, 'g'), 'map-glyph map-legend-ramp');
  svg.setAttribute('viewBox', `0 0 ${RAMP.length * 8} 14`);
  svg.replaceChildren(...RAMP.map((property, i) => {
    const step = document.createElementNS(SVG, 'rect');
    Object.entries({ x: i * 8, y: 3, width: 8, height: 8 }).forEach(([name, value]) => step.setAttribute(name, String(value)));
    step.style.fill = `var(${property})`;
    return step;
  }));
  return svg;
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
