// The map's canvases, one above the other.

import type { Map as LeafletMap } from 'leaflet';
import { DensityCanvas } from './density/density-canvas';
import type { DensityLayer } from './density/density-layer';
import { type Emphasised, type Highlight, isAnything } from './highlight';
import { MapCanvas, type MapCanvasOptions } from './map-canvas';
import type { Frame } from './projection';

type Draw = MapCanvasOptions['draw'];

export interface Drawn {
  readonly base: Draw;
  readonly density: DensityLayer;
  readonly labels: Draw;
  readonly marks: Draw;
  /** Whether marks that were drawn can stay, and only what has changed be drawn anew. */
  readonly canMarksStay: () => boolean;
  readonly highlight: Highlight;
  readonly emphasised: () => Emphasised;
  /** Whether piles are among the marks. */
  readonly hasPiles: () => boolean;
}

/**
 * How far canvases reach beyond each side, as a share of the map's size: what is dear to draw reaches far, what changes often
 * does not. Piles change with every step of the window.
 */
const PADDING = { base: 0.25, density: 0.15, labels: 0.15, marks: 0.15, piles: 0.04, highlight: 0 };

export class Stack {
  readonly cells: DensityCanvas;
  readonly labels: MapCanvas;
  readonly marks: MapCanvas;
  readonly highlight: MapCanvas;
  readonly base: MapCanvas;
  readonly #drawn: Drawn;
  #isEmphasised = false;

  constructor(map: LeafletMap, drawn: Drawn) {
    const { base, density, labels, marks, canMarksStay } = this.#drawn = drawn;
    const marksPadding = (): number => this.marksPadding;
    this.cells = new DensityCanvas(map, density, { order: 250, padding: PADDING.density });
    this.base = new MapCanvas(map, { name: 'base', order: 200, padding: PADDING.base, scales: true, isStill: true, isOpaque: true, draw: base });
    this.labels = new MapCanvas(map, { name: 'labels', order: 300, padding: PADDING.labels, isStill: true, draw: labels });
    this.marks = new MapCanvas(map, { name: 'marks', order: 400, get padding() { return marksPadding(); }, canStay: canMarksStay, draw: marks });
    this.highlight = new MapCanvas(map, { name: 'highlight', order: 450, padding: PADDING.highlight, draw: (context, frame) => this.#emphasise(context, frame) });
  }

  get labelsPadding(): number { return PADDING.labels; }
  get marksPadding(): number { return this.#drawn.hasPiles() ? PADDING.piles : PADDING.marks; }

  /** Draws everything in the next animation frame. */
  invalidate(): void {
    this.cells.invalidate();
    this.#canvases.forEach(canvas => canvas.invalidate());
  }

  /** Draws what changes with the window. */
  repaintMarks(isTimeMoving: boolean): void {
    this.cells.invalidate(isTimeMoving);
    this.marks.invalidate();
    if (this.#isEmphasised || isAnything(this.#drawn.emphasised())) {
      this.highlight.invalidate();
    }
  }

  /** The map has come to rest. */
  settle(): void {
    this.base.settle();
    this.cells.settle();
  }

  dispose(): void {
    this.cells.dispose();
    this.#canvases.forEach(canvas => canvas.dispose());
  }

  /** False: there is nothing. */
  #emphasise(context: CanvasRenderingContext2D, frame: Frame): boolean {
    const emphasised = this.#drawn.emphasised();
    this.#isEmphasised = isAnything(emphasised);
    this.#drawn.highlight.draw(context, frame, emphasised);
    return this.#isEmphasised;
  }

  get #canvases(): MapCanvas[] { return [this.base, this.labels, this.marks, this.highlight]; }
}
