// What is under the pointer, in words; above everything, so that a small map does not cut it off.

import type { Mark } from '../view/marks';
import { kindInWords } from '../view/signs';
import type { View } from '../view/view';
import { element } from '../page/elements';
import { placeKey } from './density/piles';
import { signGlyph } from './glyph';
import type { Hit } from './hit';
import { amountInWords, compositionOf, hitInWords, placeInWords } from './words';

const TITLES = 4;
const GAP = 10; // pixels

export class Tooltip {
  readonly #box = element('div', 'map-tip');
  readonly #view: View;
  #key = '';

  constructor(root: HTMLElement, view: View) {
    this.#view = view;
    this.#box.popover = 'manual';
    this.#box.setAttribute('aria-hidden', 'true');
    root.append(this.#box);
  }

  /** Beside a thing of `radius` pixels around a point of the screen. */
  show(hit: Hit, clientX: number, clientY: number, radius: number): void {
    const { clock, colour } = this.#view;
    const key = `${clock} ${colour} ${hit.type === 'stop' ? hit.stop.text : hit.type === 'pile' ? `${placeKey(hit.pile)} ${hitInWords(hit, this.#view)}` : hit.type} ${hit.marks.map(mark => mark.slug).join()}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#box.replaceChildren(...content(hit, this.#view));
      this.#box.showPopover();
    }
    const { width, height } = this.#box.getBoundingClientRect();
    const above = clientY - radius - GAP - height;
    this.#box.style.left = `${Math.round(Math.max(8, Math.min(clientX - width / 2, innerWidth - width - 8)))}px`;
    this.#box.style.top = `${Math.round(above >= 8 ? above : Math.min(clientY + radius + GAP, innerHeight - height - 8))}px`;
  }

  hide(): void {
    if (this.#key !== '') {
      this.#key = '';
      this.#box.hidePopover();
    }
  }
}

function content(hit: Hit, view: View): Node[] {
  const { signs, clock } = view;
  const [first] = hit.marks;
  if (hit.type === 'stop') {
    return [titleLine(first!, view), ...hit.stop.stops.flatMap(({ number, stop }) => [
      element('div', 'map-tip-stop', element('b', '', `${number}  ${stop.name}`), ` · ${stop.date}`),
      element('div', 'map-tip-note', stop.what),
    ])];
  }
  if (first !== undefined && hit.marks.length === 1) {
    return [titleLine(first, view), ...[first.when[clock], placeInWords(hit, first), originInWords(first, view), ...signs.notesOf(first)].filter(text => text !== '')
      .map(text => element('div', 'map-tip-note', text))];
  }
  const shown = hit.marks.slice(0, hit.marks.length > TITLES + 1 ? TITLES : TITLES + 1);
  const left = hit.marks.length - shown.length;
  return [
    element('div', 'map-tip-title', amountInWords(hit)),
    element('div', 'map-tip-kinds', ...compositionOf(hit, signs).map(({ key, count }) => element('span', '', signGlyph(signs.ofKey(key)), `${count.toLocaleString('en')} ${signs.label(key)}`))),
    ...shown.map(mark => element('div', 'map-tip-line', mark.title)),
    ...(left > 0 ? [element('div', 'map-tip-note', `and ${left.toLocaleString('en')} more`)] : []),
  ];
}

function titleLine(mark: Mark, { signs }: View): Node {
  return element('div', 'map-tip-title', signGlyph(signs.of(mark)), mark.title);
}

/** Kind and dataset, where signs tell datasets apart. */
function originInWords(mark: Mark, { signs }: View): string {
  return signs.by === 'dataset' ? `${kindInWords(mark.kind)} · ${signs.label(mark.dataset)}` : '';
}
