// Buttons to zoom and to see everything, and where the map's data comes from.

import { button, element, setAttributes } from '../page/elements';

const SVG = 'http://www.w3.org/2000/svg';
const ICONS = {
  plus: 'M5 10h10M10 5v10',
  minus: 'M5 10h10',
  fit: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
} as const;

export interface ControlActions {
  zoom(direction: 1 | -1): void;
  /** The pointer is on the button that zooms; null: it has left. */
  foresee(direction: 1 | -1 | null): void;
  fit(): void;
}

export class Controls {
  readonly #zoomIn: HTMLButtonElement;
  readonly #zoomOut: HTMLButtonElement;

  constructor(root: HTMLElement, actions: ControlActions) {
    this.#zoomIn = button('map-button', 'Zoom in', () => actions.zoom(1), icon('plus'));
    this.#zoomOut = button('map-button', 'Zoom out', () => actions.zoom(-1), icon('minus'));
    for (const [zoom, direction] of [[this.#zoomIn, 1], [this.#zoomOut, -1]] as const) {
      zoom.addEventListener('pointerenter', () => actions.foresee(direction));
      zoom.addEventListener('pointerleave', () => actions.foresee(null));
    }
    const group = element('div', 'map-controls', this.#zoomIn, this.#zoomOut, button('map-button', 'Fit all incidents', actions.fit, icon('fit')));
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', 'Map');
    root.append(group);
  }

  /** A button that can do no more stays where it is and keeps its focus. */
  show(zoom: number, least: number, most: number): void {
    setAttributes(this.#zoomIn, { 'aria-disabled': String(zoom >= most) });
    setAttributes(this.#zoomOut, { 'aria-disabled': String(zoom <= least) });
  }
}

/** The line under the map; says so when the base map could not be loaded. */
export class Attribution {
  readonly #box = element('div', 'map-attribution');
  readonly #failure = element('span', 'map-attribution-failure', 'The base map could not be loaded. ');

  constructor(root: HTMLElement, retry: () => void) {
    const again = element('button', '', 'Try again');
    again.type = 'button';
    again.addEventListener('click', retry);
    this.#failure.append(again);
    this.#failure.hidden = true;
    const licences = element('a', '', element('span', 'map-attribution-long', 'Natural Earth, GSHHG, GeoNames'), element('span', 'map-attribution-short', 'Data'));
    licences.href = '/licences';
    licences.setAttribute('aria-label', 'Map data: Natural Earth, GSHHG, GeoNames, OurAirports. Data and licences');
    this.#box.append(this.#failure, element('span', 'map-attribution-long', 'Map: '), licences);
    root.append(this.#box);
  }

  showFailure(isFailed: boolean): void {
    this.#failure.hidden = !isFailed;
  }
}

function icon(name: keyof typeof ICONS): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'map-icon');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}
