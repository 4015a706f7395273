// What is under the pointer, in words. It lies above everything, so that a low timeline does not cut it off.

import { isStroked, traceShape } from '../view/kinds';
import { marksInWords, type Sign, type Signs } from '../view/signs';
import type { View } from '../view/view';
import { element } from '../page/elements';
import { lowerBound } from '../tiles/lower-bound';
import { bandInWords, gapInWords, unknownInWords } from './coverage';
import type { Ink } from './ink';
import type { Picture } from './picture';
import type { Spot } from './spot';
import { windowWords } from './time-words';
import type { Zone } from './zone';

const TITLES = 5;
const GAP = 14; // pixels to the pointer

export class Tip {
  readonly #box = element('div', 'timeline-tip');
  readonly #view: View;
  readonly #ink: Ink;
  #key = '';

  constructor(root: HTMLElement, view: View, ink: Ink) {
    this.#view = view;
    this.#ink = ink;
    this.#box.popover = 'manual';
    this.#box.setAttribute('aria-hidden', 'true');
    root.append(this.#box);
  }

  /** Shows what a spot holds beside a point of the screen. */
  show(picture: Picture, spot: Spot, clientX: number, clientY: number, zone: Zone): void {
    const key = keyOf(picture, spot);
    if (key === '') {
      this.hide();
      return;
    }
    if (key !== this.#key) {
      this.#key = key;
      this.#box.replaceChildren(...this.#content(picture, spot, zone));
      this.#box.showPopover();
    }
    this.#place(clientX, clientY);
  }

  hide(): void {
    if (this.#key !== '') {
      this.#key = '';
      this.#box.hidePopover();
    }
  }

  #place(x: number, y: number): void {
    const { width, height } = this.#box.getBoundingClientRect();
    const left = Math.max(8, Math.min(x - width / 2, innerWidth - width - 8));
    const top = y - height - GAP >= 8 ? y - height - GAP : Math.min(y + GAP, innerHeight - height - 8);
    this.#box.style.left = `${Math.round(left)}px`;
    this.#box.style.top = `${Math.round(top)}px`;
  }

  #content(picture: Picture, spot: Spot, zone: Zone): Node[] {
    const { marks, bins } = picture;
    if (spot.on === 'mark') {
      const mark = marks.marks[spot.index]!;
      return [
        element('div', 'timeline-tip-title', glyphElement(marks.signOf(spot.index), this.#ink), mark.title),
        element('div', 'timeline-tip-note', [mark.when[this.#view.clock], mark.place].filter(text => text !== '').join(' · ')),
        ...marks.signs.notesOf(mark).map(note => element('div', 'timeline-tip-note', note)),
      ];
    }
    if (spot.on === 'counted') {
      const members = picture.membersOf(spot.counted);
      return [
        element('div', 'timeline-tip-title', marksInWords(members.map(i => marks.marks[i]!))),
        this.#keys(marks, spot.counted.counter.keys),
        ...this.#titles(picture, members),
      ];
    }
    if (spot.on === 'bar') {
      const { bin } = spot;
      const [from, to] = [bins.edges[bin]!, bins.edges[bin + 1]!];
      const [first, last] = [lowerBound(marks.start, from), lowerBound(marks.start, to)];
      const isComplete = last - first === bins.totals[bin];
      return [
        element('div', 'timeline-tip-title', windowWords({ from, to }, zone, 'long')),
        this.#keys(bins, [...bins.counts.subarray(bin * bins.keys.length, (bin + 1) * bins.keys.length)]),
        ...isComplete ? this.#titles(picture, Array.from({ length: Math.min(last - first, TITLES + 1) }, (_, i) => first + i), last - first) : [],
      ];
    }
    if (spot.on === 'band') {
      const band = picture.collected.bands[spot.band]!;
      return [...band.datasets.map(slug => element('div', 'timeline-tip-line', bandInWords(band, this.#view.titleOf(slug), zone))), ...this.#unknown(picture)];
    }
    if (spot.on === 'gap') {
      return [element('div', 'timeline-tip-title', gapInWords(spot.gap, zone)), element('div', 'timeline-tip-note', 'An empty time here says nothing about what happened.')];
    }
    return [];
  }

  #unknown({ collected }: Picture): Node[] {
    return collected.unknown.map(title => element('div', 'timeline-tip-note', unknownInWords(title)));
  }

  #keys({ keys, signs }: { readonly keys: readonly string[]; readonly signs: Signs }, counts: readonly number[]): Node {
    return element('div', 'timeline-tip-kinds', ...counts.flatMap((count, key) => count === 0 ? []
      : element('span', 'timeline-tip-kind', glyphElement(signs.ofKey(keys[key]!), this.#ink), `${signs.label(keys[key]!)} ${count.toLocaleString('en')}`)));
  }

  #titles({ marks }: Picture, indices: readonly number[], count = indices.length): Node[] {
    const shown = indices.slice(0, count > TITLES ? TITLES - 1 : TITLES);
    const lines = shown.map(i => element('div', 'timeline-tip-line', marks.marks[i]!.title));
    return count > shown.length ? [...lines, element('div', 'timeline-tip-note', `and ${(count - shown.length).toLocaleString('en')} more`)] : lines;
  }
}

/** A sign for use beside text. */
export function glyphElement(sign: Sign, ink: Ink): HTMLCanvasElement {
  const canvas = element('canvas', 'timeline-glyph');
  const size = 12;
  canvas.width = canvas.height = size * devicePixelRatio;
  const context = canvas.getContext('2d')!;
  context.scale(devicePixelRatio, devicePixelRatio);
  context.beginPath();
  const isLine = sign.isHollow || isStroked(sign.shape);
  traceShape(context, sign.shape, size / 2, size / 2, isLine ? 4 : 4.7);
  context.strokeStyle = context.fillStyle = ink.of(sign);
  context.lineWidth = sign.isHollow ? 1.2 : 1.75;
  context.setLineDash(sign.isHollow ? [2, 1.5] : []);
  isLine ? context.stroke() : context.fill();
  return canvas;
}

/** Empty where there is nothing to say. */
function keyOf(picture: Picture, spot: Spot): string {
  switch (spot.on) {
    case 'mark':
      return `mark ${picture.marks.marks[spot.index]!.slug}`;
    case 'counted':
      return `counted ${picture.scale.grain} ${spot.counted.number}`;
    case 'bar':
      return `bar ${picture.bins.edges[spot.bin]} ${picture.bins.edges[spot.bin + 1]}`;
    case 'band':
      return `band ${spot.band} ${picture.collected.bands[spot.band]!.datasets.join()}`;
    case 'gap':
      return `gap ${spot.gap.from} ${spot.gap.to}`;
    default:
      return '';
  }
}
