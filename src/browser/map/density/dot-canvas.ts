// A canvas in the map with every pixel of the screen, for dots: panning moves it, a step of the window shows anew what changed.

import { DomUtil, type Map as LeafletMap, point } from 'leaflet';
import type { LoadedTile } from '../../tiles/density';
import type { Signs } from '../../view/signs';
import { frameAround } from '../map-canvas';
import type { Frame } from '../projection';
import { DotGrid } from './dot-grid';
import { DotRaster } from './dot-raster';
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

interface Picture {
  readonly frame: Frame;
  readonly ramp: Ramp;
  readonly image: ImageData;
  readonly grid: DotGrid;
  readonly raster: DotRaster;
}

export class DotCanvas {
  readonly #map: LeafletMap;
  readonly #dotted: Dotted;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #picture: Picture | null = null;

  /** Lies in a pane that is there. */
  constructor(map: LeafletMap, pane: HTMLElement, dotted: Dotted) {
    [this.#map, this.#dotted] = [map, dotted];
    this.#canvas = DomUtil.create('canvas', 'map-canvas map-canvas-dots', pane);
    this.#canvas.hidden = true;
    this.#context = this.#canvas.getContext('2d')!;
  }

  get isThere(): boolean { return this.#picture !== null; }

  paint(): void {
    const { ramp } = this.#dotted;
    const finer = this.#dotted.countDots();
    if (this.#picture === null || this.#picture.ramp !== ramp || !this.#picture.raster.isOf(finer) || !this.#isCovered(this.#picture.frame)) {
      this.#picture = this.#begun(finer, ramp);
    } else {
      this.#picture.raster.update();
    }
    for (const { left, top, width, height } of this.#picture.grid.takeDirty()) {
      this.#context.putImageData(this.#picture.image, 0, 0, left, top, width, height);
    }
    this.#place(this.#picture.frame);
    this.#canvas.hidden = false;
  }

  clear(): void {
    if (this.#picture !== null) {
      this.#canvas.hidden = true; // to say it again would have the page styled again
      this.#picture = null;
    }
  }

  /** The map moved; false: to where there are no dots. */
  follow(): boolean {
    const isCovered = this.#picture !== null && this.#isCovered(this.#picture.frame);
    if (isCovered) {
      this.#place(this.#picture!.frame);
    }
    return isCovered;
  }

  #begun(finer: readonly LoadedTile[], ramp: Ramp): Picture {
    const frame = frameAround(this.#map, PADDING);
    const ratio = Math.min(devicePixelRatio, 3, Math.sqrt(MOST_PIXELS / (frame.width * frame.height)));
    const [width, height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
    [this.#canvas.width, this.#canvas.height] = [width, height];
    this.#canvas.style.width = `${frame.width}px`;
    this.#canvas.style.height = `${frame.height}px`;
    const image = this.#context.createImageData(width, height);
    const grid = new DotGrid(new Uint32Array(image.data.buffer), width, { size: Math.max(1, Math.round(DOT * ratio)), reach: Math.round(CELL * ratio), ramp });
    return { frame, ramp, image, grid, raster: new DotRaster(finer, frame, ratio, this.#dotted.signs, grid) };
  }

  /** Dots are where they are at one zoom only. */
  #isCovered({ zoom, left, top, width, height }: Frame): boolean {
    const seen = frameAround(this.#map, 0);
    return zoom === seen.zoom && left <= seen.left && top <= seen.top && left + width >= seen.left + seen.width && top + height >= seen.top + seen.height;
  }

  #place({ left, top }: Frame): void {
    const origin = this.#map.getPixelOrigin();
    DomUtil.setTransform(this.#canvas, point(left - origin.x, top - origin.y), 1);
  }
}
