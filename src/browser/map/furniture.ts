// What stands on the map along its walls: buttons, scale, legend and where the data comes from.

import { element } from '../page/elements';
import type { View } from '../view/view';
import { Attribution, type ControlActions, Controls } from './controls';
import type { Box } from './labels';
import { Legend } from './legend';
import { ScaleBar } from './scale-bar';

const LEGEND_FROM = 640; // pixels of the map's width from which the legend starts open

export interface FurnitureActions extends ControlActions {
  /** Asks again for a base map that could not be loaded. */
  retry(): void;
}

export class Furniture {
  readonly #root: HTMLElement;
  readonly #controls: Controls;
  readonly #scale: ScaleBar;
  readonly #legend: Legend;
  readonly #attribution: Attribution;

  constructor(root: HTMLElement, view: View, actions: FurnitureActions) {
    const foot = element('div', 'map-foot');
    this.#root = root;
    this.#controls = new Controls(root, actions);
    root.append(foot);
    this.#scale = new ScaleBar(foot);
    this.#legend = new Legend(foot, view, root.clientWidth >= LEGEND_FROM);
    this.#attribution = new Attribution(root, actions.retry);
  }

  showPlace(lat: number, zoom: number, minZoom: number, maxZoom: number): void {
    this.#scale.show(lat, zoom);
    this.#controls.show(zoom, minZoom, maxZoom);
  }

  /** Call when there are other marks, or they look otherwise. */
  showSigns(densest: number): void {
    this.#legend.update(densest);
  }

  showFailure(isFailed: boolean): void {
    this.#attribution.showFailure(isFailed);
  }

  /** What of the map it hides, in pixels from the map's upper left corner. */
  boxes(): Box[] {
    const room = this.#root.getBoundingClientRect();
    return [...this.#root.querySelectorAll('.map-controls, .map-scale, .map-legend, .map-attribution, .map-arc-note')]
      .map(piece => piece.getBoundingClientRect())
      .map(({ left, top, right, bottom }) => ({ left: left - room.left, top: top - room.top, right: right - room.left, bottom: bottom - room.top }));
  }
}
