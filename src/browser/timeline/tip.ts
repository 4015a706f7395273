// What is under the pointer, in words. It lies above everything, so that a low timeline does not cut it off.

import type { Clock } from '../view/marks';
import { appearance, isStroked, traceShape } from '../view/kinds';
import { element } from '../page/elements';
import type { Ink } from './ink';
import type { Picture } from './picture';
import type { Spot } from './spot';
import { countWords, windowWords } from './time-words';
import type { Zone } from './zone';

const TITLES = 5;
const GAP = 14; // pixels to the pointer

export class Tip {
  readonly #box = element('div', 'timeline-tip');
  readonly #ink: Ink;
  #key = '';

  constructor(root: HTMLElement, ink: Ink) {
    this.#ink = ink;
    this.#box.popover = 'manual';
    this.#box.setAttribute('aria-hidden', 'true');
    root.append(this.#box);
  }

  /** Shows what a spot holds beside a point of the screen. */
  show(picture: Picture, spot: Spot, clientX: number, clientY: number, clock: Clock, zone: Zone): void {
    const key = keyOf(picture, spot);
    if (key === '') {
      this.hide();
      return;
    }
    if (key !== this.#key) {
      this.#key = key;
      this.#box.replaceChildren(...this.#content(picture, spot, clock, zone));
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

  #content(picture: Picture, spot: Spot, clock: Clock, zone: Zone): Node[] {
    const { marks, bins } = picture;
    if (spot.on === 'mark') {
      const mark = marks.marks[spot.index]!;
      return [
        element('div', 'timeline-tip-title', this.#glyph(mark.kind), mark.title),
        element('div', 'timeline-tip-note', [mark.when[clock], mark.place].filter(text => text !== '').join(' · ')),
      ];
    }
    if (spot.on === 'counted') {
      const { count, kinds } = spot.counted.counter;
      return [
        element('div', 'timeline-tip-title', countWords(count)),
        this.#kinds(marks.kinds, kinds),
        ...this.#titles(picture, picture.membersOf(spot.counted)),
      ];
    }
    if (spot.on === 'bar') {
      const { bin } = spot;
      const [first, last] = [bins.first[bin]!, bins.first[bin + 1]!];
      const counts = bins.counts.subarray(bin * marks.kinds.length, (bin + 1) * marks.kinds.length);
      return [
        element('div', 'timeline-tip-title', windowWords({ from: bins.edges[bin]!, to: bins.edges[bin + 1]! }, zone, 'long')),
        this.#kinds(marks.kinds, [...counts]),
        ...this.#titles(picture, Array.from({ length: Math.min(last - first, TITLES + 1) }, (_, i) => first + i), last - first),
      ];
    }
    return [];
  }

  #kinds(kinds: readonly string[], counts: readonly number[]): Node {
    return element('div', 'timeline-tip-kinds', ...kinds.flatMap((kind, k) => counts[k] === 0 ? []
      : element('span', 'timeline-tip-kind', this.#glyph(kind), `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${counts[k]!.toLocaleString('en')}`)));
  }

  #titles({ marks }: Picture, indices: readonly number[], count = indices.length): Node[] {
    const shown = indices.slice(0, count > TITLES ? TITLES - 1 : TITLES);
    const lines = shown.map(i => element('div', 'timeline-tip-line', marks.marks[i]!.title));
    return count > shown.length ? [...lines, element('div', 'timeline-tip-note', `and ${(count - shown.length).toLocaleString('en')} more`)] : lines;
  }

  #glyph(kind: string): HTMLCanvasElement {
    return glyphElement(kind, this.#ink);
  }
}

/** A kind's shape and colour for use beside text. */
export function glyphElement(kind: string, ink: Ink): HTMLCanvasElement {
  const canvas = element('canvas', 'timeline-glyph');
  const size = 12;
  canvas.width = canvas.height = size * devicePixelRatio;
  const context = canvas.getContext('2d')!;
  const { shape } = appearance(kind);
  context.scale(devicePixelRatio, devicePixelRatio);
  context.beginPath();
  traceShape(context, shape, size / 2, size / 2, isStroked(shape) ? 4 : 4.7);
  context.strokeStyle = context.fillStyle = ink.ofKind(kind);
  context.lineWidth = 1.75;
  isStroked(shape) ? context.stroke() : context.fill();
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
    default:
      return '';
  }
}
