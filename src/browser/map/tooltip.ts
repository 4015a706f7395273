// What is under the pointer, in words; above everything, so that a small map does not cut it off.

import type { Clock, Mark } from '../view/marks';
import { element } from '../page/elements';
import { kindGlyph } from './glyph';
import type { Hit } from './marks-layer';
import { countKinds, incidentsInWords, placeInWords } from './words';

const TITLES = 4;
const GAP = 10; // pixels

export class Tooltip {
  readonly #box = element('div', 'map-tip');
  #key = '';

  constructor(root: HTMLElement) {
    this.#box.popover = 'manual';
    this.#box.setAttribute('aria-hidden', 'true');
    root.append(this.#box);
  }

  /** Beside a thing of `radius` pixels around a point of the screen. */
  show(hit: Hit, clock: Clock, clientX: number, clientY: number, radius: number): void {
    const key = `${clock} ${hit.type === 'stop' ? hit.stop.text : hit.type} ${hit.marks.map(mark => mark.slug).join()}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#box.replaceChildren(...content(hit, clock));
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

function content(hit: Hit, clock: Clock): Node[] {
  const [first] = hit.marks;
  if (hit.type === 'stop') {
    return [titleLine(first!), ...hit.stop.stops.flatMap(({ number, stop }) => [
      element('div', 'map-tip-stop', element('b', '', `${number}  ${stop.name}`), ` · ${stop.date}`),
      element('div', 'map-tip-note', stop.what),
    ])];
  }
  if (first !== undefined && hit.marks.length === 1) {
    return [titleLine(first), ...[first.when[clock], placeInWords(hit, first)].filter(text => text !== '').map(text => element('div', 'map-tip-note', text))];
  }
  const shown = hit.marks.slice(0, hit.marks.length > TITLES + 1 ? TITLES : TITLES + 1);
  const left = hit.marks.length - shown.length;
  return [
    element('div', 'map-tip-title', incidentsInWords(hit.marks.length)),
    element('div', 'map-tip-kinds', ...countKinds(hit.marks).map(({ kind, count }) => element('span', '', kindGlyph(kind), `${count} ${kind}`))),
    ...shown.map(mark => element('div', 'map-tip-line', mark.title)),
    ...(left > 0 ? [element('div', 'map-tip-note', `and ${left.toLocaleString('en')} more`)] : []),
  ];
}

function titleLine(mark: Mark): Node {
  return element('div', 'map-tip-title', kindGlyph(mark.kind), mark.title);
}
