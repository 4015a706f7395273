// Where the presenter points: a soft ring on the map, with their name.

import { element, setText } from '../page/elements';
import { toSquare, worldSize } from '../map/projection';
import type { Viewport } from '../view/viewport';
import type { Place } from './motion';

export class PointerRing {
  readonly #name = element('span', 'briefing-pointer-name');
  readonly #ring = element('div', 'briefing-pointer', this.#name);

  constructor() {
    this.#ring.setAttribute('aria-hidden', 'true');
  }

  /** `where` is the map's place. */
  show(pointer: Place | null, where: Viewport | null, name: string): void {
    const map = document.querySelector('incident-map .map');
    this.#ring.toggleAttribute('data-shown', pointer !== null && where !== null && map !== null);
    if (pointer === null || where === null || map === null) {
      return;
    }
    if (this.#ring.parentNode !== map) {
      map.append(this.#ring);
    }
    const { x, y } = pixelsFromMiddle(pointer, where);
    setText(this.#name, name);
    this.#ring.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }

  dispose(): void {
    this.#ring.remove();
  }
}

/** A place of the map in pixels from its middle, on the nearest copy of the world. */
export function pixelsFromMiddle(place: Place, where: Viewport): { x: number; y: number } {
  const [point, middle] = [toSquare(place.lat, place.lon), toSquare(where.lat, where.lon)];
  const across = point.x - middle.x;
  const size = worldSize(where.zoom);
  return { x: (across - Math.round(across)) * size, y: (point.y - middle.y) * size };
}
