// How densely the map is filled, in two pictures: the cells of all tiles; where finer ones have come, the dots of those instead.
// While the map moves on, its zoom changes, or time moves, there are only cells.

import type { Map as LeafletMap } from 'leaflet';
import { NextFrame } from '../../page/next-frame';
import { CellCanvas } from './cell-canvas';
import type { DensityLayer } from './density-layer';
import { DotCanvas } from './dot-canvas';

export interface DensityCanvasOptions {
  /** Stacking order among the panes. */
  order: number;
  /** What each side reaches beyond the view, as a share of its size. */
  padding: number;
}

export class DensityCanvas {
  readonly #map: LeafletMap;
  readonly #layer: DensityLayer;
  readonly #cells: CellCanvas;
  readonly #dots: DotCanvas;
  readonly #painting = new NextFrame(() => this.#paint());
  #isTimeMoving = false;
  /** The map moved on to where there are no dots, or time moves: a frame of that has no time for them. */
  #isAway = false;

  constructor(map: LeafletMap, layer: DensityLayer, { order, padding }: DensityCanvasOptions) {
    this.#map = map;
    this.#layer = layer;
    this.#cells = new CellCanvas(map, { order, padding, draw: (pixels, lattice) => layer.drawCells(pixels, lattice, this.#hasDots) });
    this.#dots = new DotCanvas(map, this.#cells.pane, layer);
    map.on('move zoom viewreset resize', this.#follow);
  }

  /** Draws in the next animation frame. */
  invalidate(isTimeMoving = false): void {
    this.#isTimeMoving = isTimeMoving;
    this.#painting.ask();
  }

  /** The map, or the window, has come to rest. */
  settle(): void {
    if (this.#isAway) {
      this.#isAway = false;
      this.#paint();
    }
  }

  dispose(): void {
    this.#painting.cancel();
    this.#map.off('move zoom viewreset resize', this.#follow);
    this.#cells.dispose();
  }

  get #hasDots(): boolean { return !this.#isAway && this.#layer.finer.length > 0; }

  #paint(): void {
    this.#painting.cancel();
    this.#isAway ||= this.#dots.isThere && this.#isTimeMoving;
    this.#cells.paint();
    this.#hasDots ? this.#dots.paint() : this.#dots.clear();
  }

  readonly #follow = (): void => {
    const isAway = this.#dots.isThere && !this.#dots.follow();
    this.#isAway ||= isAway;
    if (!this.#cells.follow() || isAway) {
      this.#paint();
    }
  };
}
