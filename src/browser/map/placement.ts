// Where a canvas lies in the map. To say it again would have the page styled again.

import { DomUtil, point } from 'leaflet';

export class Placement {
  readonly #canvas: HTMLCanvasElement;
  #last = { x: NaN, y: NaN, scale: NaN };

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
  }

  /** Its corner, in pixels of the map's pane, and how many of them one of its own takes. */
  set(x: number, y: number, scale: number): void {
    const { x: lastX, y: lastY, scale: lastScale } = this.#last;
    if (x !== lastX || y !== lastY || scale !== lastScale) {
      this.#last = { x, y, scale };
      DomUtil.setTransform(this.#canvas, point(x, y), scale);
    }
  }
}
