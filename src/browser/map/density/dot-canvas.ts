// A canvas in the map with every pixel of the screen, for dots: panning moves it.

import { DomUtil, type Map as LeafletMap } from 'leaflet';
import type { LoadedTile } from '../../tiles/density';
import type { Signs } from '../../view/signs';
import { frameAround } from '../map-canvas';
import { Placement } from '../placement';
import type { Frame } from '../projection';
import { drawDots } from './dots';
import { CELL } from './lattice';
import type { Ramp } from './ramp';

/** What dots are drawn of. */
export interface Dotted {
  /** Their tiles. */
  countDots(): readonly LoadedTile[];
  readonly ramp: Ramp;
  readonly signs: Signs;
}

const DOT = 2; // CSS pixels
const MOST_PIXELS = 8_000_000; // each takes a dozen bytes
/** What the canvas reaches beyond each side of the view, as a share of its size. */
const PADDING = 0.15;

export class DotCanvas {
  readonly #map: LeafletMap;
  readonly #dotted: Dotted;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #placement: Placement;
  /** What it shows; null: nothing. */
  #frame: Frame | null = null;

  /** Lies in a pane that is there. */
  constructor(map: LeafletMap, pane: HTMLElement, dotted: Dotted) {
    [this.#map, this.#dotted] = [map, dotted];
    this.#canvas = DomUtil.create('canvas', 'map-canvas map-canvas-dots', pane);
    this.#canvas.hidden = true;
    this.#context = this.#canvas.getContext('2d')!;
    this.#placement = new Placement(this.#canvas);
  }

  get isThere(): boolean { return this.#frame !== null; }

  paint(): void {
    const frame = this.#frame !== null && this.#isCovered(this.#frame) ? this.#frame : frameAround(this.#map, PADDING);
    const ratio = Math.min(devicePixelRatio, 3, Math.sqrt(MOST_PIXELS / (frame.width * frame.height)));
    const [width, height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      [this.#canvas.width, this.#canvas.height] = [width, height];
      this.#canvas.style.width = `${frame.width}px`;
      this.#canvas.style.height = `${frame.height}px`;
    }
    const image = this.#context.createImageData(width, height);
    const { ramp, signs } = this.#dotted;
    drawDots(new Uint32Array(image.data.buffer), width, this.#dotted.countDots(), { frame, ratio, size: Math.max(1, Math.round(DOT * ratio)), reach: Math.round(CELL * ratio), ramp, signs });
    this.#context.putImageData(image, 0, 0);
    this.#frame = frame;
    this.#place(frame);
    this.#canvas.hidden = false;
  }

  clear(): void {
    if (this.#frame !== null) {
      this.#canvas.hidden = true; // to say it again would have the page styled again
      this.#frame = null;
    }
  }

  /** The map moved; false: to where there are no dots. */
  follow(): boolean {
    const isCovered = this.#frame !== null && this.#isCovered(this.#frame);
    if (isCovered) {
      this.#place(this.#frame!);
    }
    return isCovered;
  }

  /** Dots are where they are at one zoom only. */
  #isCovered({ zoom, left, top, width, height }: Frame): boolean {
    const seen = frameAround(this.#map, 0);
    return zoom === seen.zoom && left <= seen.left && top <= seen.top && left + width >= seen.left + seen.width && top + height >= seen.top + seen.height;
  }

  #place({ left, top }: Frame): void {
    const origin = this.#map.getPixelOrigin();
    this.#placement.set(left - origin.x, top - origin.y, 1);
  }
}
