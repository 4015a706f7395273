// A canvas in the map with one pixel for each cell, that the browser scales to where the cells are: drawing costs the cells,
// not the pixels of the screen.

import { DomUtil, type Map as LeafletMap } from 'leaflet';
import { frameAround } from '../map-canvas';
import { Placement } from '../placement';
import { cellSize, isCovered, type Lattice, latticeOf } from './lattice';

export interface CellCanvasOptions {
  /** Stacking order among the panes. */
  order: number;
  /** What each side reaches beyond the view, as a share of its size. */
  padding: number;
  /** Gives each cell of the lattice its colour, row by row; they have none before. */
  draw: (pixels: Uint32Array, lattice: Lattice) => void;
}

export class CellCanvas {
  readonly pane: HTMLElement;
  readonly #map: LeafletMap;
  readonly #options: CellCanvasOptions;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #placement: Placement;
  #image: ImageData | null = null;
  #lattice: Lattice | null = null;

  constructor(map: LeafletMap, options: CellCanvasOptions) {
    this.#map = map;
    this.#options = options;
    this.pane = map.createPane('map-density');
    this.pane.style.zIndex = String(options.order);
    this.pane.style.pointerEvents = 'none';
    this.#canvas = DomUtil.create('canvas', 'map-canvas map-canvas-density', this.pane);
    this.#context = this.#canvas.getContext('2d')!;
    this.#placement = new Placement(this.#canvas);
  }

  /** Draws now; the cells stay as long as they reach as far as is seen. */
  paint(): void {
    const { x, y } = this.#map.getSize();
    if (x === 0 || y === 0) {
      return;
    }
    if (this.#lattice === null || !isCovered(frameAround(this.#map, 0), this.#lattice)) {
      this.#lattice = latticeOf(frameAround(this.#map, this.#options.padding));
    }
    const lattice = this.#lattice;
    const image = this.#imageFor(lattice);
    const pixels = new Uint32Array(image.data.buffer);
    pixels.fill(0);
    this.#options.draw(pixels, lattice);
    this.#context.putImageData(image, 0, 0);
    this.#place(lattice);
  }

  /** The map moved; false: to where other cells are seen. */
  follow(): boolean {
    const hasMoved = this.#lattice !== null && isCovered(frameAround(this.#map, 0), this.#lattice);
    if (hasMoved) {
      this.#place(this.#lattice!);
    }
    return hasMoved;
  }

  dispose(): void {
    this.#canvas.remove();
  }

  #imageFor({ columns, rows }: Lattice): ImageData {
    if (this.#image === null || this.#image.width !== columns || this.#image.height !== rows) {
      this.#canvas.width = columns;
      this.#canvas.height = rows;
      this.#canvas.style.width = `${columns}px`;
      this.#canvas.style.height = `${rows}px`;
      this.#image = this.#context.createImageData(columns, rows);
    }
    return this.#image;
  }

  #place(lattice: Lattice): void {
    const origin = this.#map.getPixelOrigin();
    const size = cellSize(lattice, this.#map.getZoom());
    this.#placement.set(lattice.left * size - origin.x, lattice.top * size - origin.y, size);
  }
}
