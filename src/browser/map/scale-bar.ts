// How long a stretch on the map is, in round kilometres or metres.

import { element, setText } from '../page/elements';
import { metresToPixels } from './projection';

const WIDEST = 140; // pixels

export class ScaleBar {
  readonly #box = element('div', 'map-scale');
  #metres = 0;
  #width = 0;

  constructor(root: HTMLElement) {
    this.#box.setAttribute('aria-hidden', 'true');
    root.append(this.#box);
  }

  show(lat: number, zoom: number): void {
    const metres = roundLength(WIDEST / metresToPixels(1, lat, zoom));
    const width = Math.round(metresToPixels(metres, lat, zoom));
    if (width !== this.#width) {
      this.#width = width;
      this.#box.style.width = `${width}px`;
    }
    if (metres !== this.#metres) {
      this.#metres = metres;
      setText(this.#box, metres >= 1000 ? `${(metres / 1000).toLocaleString('en')} km` : `${metres} m`);
    }
  }
}

/** The largest 1, 2 or 5 with noughts that is not above the length. */
export function roundLength(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  return [5, 2, 1].find(step => step * power <= length)! * power;
}
