// A canvas in the map, somewhat larger than what is seen: panning moves it, zooming scales it until it is drawn anew.

import { DomUtil, type LatLng, type Map as LeafletMap } from 'leaflet';
import { NextFrame } from '../page/next-frame';
import { Placement } from './placement';
import { type Frame, worldSize } from './projection';

export interface MapCanvasOptions {
  /** Names the pane and its class, `map-NAME`. */
  name: string;
  /** Stacking order among the panes. */
  order: number;
  /** What each side reaches beyond the view, as a share of its size. */
  padding: number;
  /** Draws everything; the context counts in CSS pixels. False: there is nothing to see. */
  draw: (context: CanvasRenderingContext2D, frame: Frame, sheet: Sheet) => boolean | void;
  /** Whether a drawing of the same part may be left as it is, for `draw` to change. Default: it is cleared each time. */
  canStay?: () => boolean;
  /** True: drawn seldom. It is then shown as a finished picture, which costs nothing in the frames between. */
  isStill?: boolean;
  /** True: everything is covered, so that nothing below it need be shown. */
  isOpaque?: boolean;
  /** True: while the zoom changes the last picture is scaled, as long as it looks well. Default: drawn in each step. */
  scales?: boolean;
}

/** What a frame is drawn on. */
export interface Sheet {
  /** Pixels of the screen to one of the page. */
  readonly ratio: number;
  /** False: the last drawing is still there, for `draw` to change. */
  readonly isClean: boolean;
}

export class MapCanvas {
  readonly #map: LeafletMap;
  readonly #options: MapCanvasOptions;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  /** Shows what was drawn where nobody sees it; null: it was drawn on the canvas itself. */
  readonly #showcase: ImageBitmapRenderingContext | null;
  #frame: Frame | null = null;
  readonly #placement: Placement;
  readonly #painting = new NextFrame(() => this.paint());

  constructor(map: LeafletMap, options: MapCanvasOptions) {
    this.#map = map;
    this.#options = options;
    const pane = map.createPane(`map-${options.name}`);
    pane.style.zIndex = String(options.order);
    pane.style.pointerEvents = 'none';
    this.#canvas = DomUtil.create('canvas', `map-canvas map-canvas-${options.name}`, pane);
    const settings = { alpha: options.isOpaque !== true };
    this.#showcase = options.isStill === true ? this.#canvas.getContext('bitmaprenderer', settings) : null;
    // The one can all that the other can, but draw a ring around the focus.
    this.#context = (this.#showcase === null ? this.#canvas : new OffscreenCanvas(1, 1)).getContext('2d', settings) as CanvasRenderingContext2D;
    this.#placement = new Placement(this.#canvas);
    map.on('move zoom viewreset resize', this.#follow);
  }

  /** What the canvas shows now. */
  get frame(): Frame | null { return this.#frame; }

  /** Draws in the next animation frame. */
  invalidate(): void {
    this.#painting.ask();
  }

  /** Draws now, around what is seen. */
  paint(): void {
    this.#painting.cancel();
    const size = this.#map.getSize();
    if (size.x === 0 || size.y === 0) {
      return;
    }
    const frame = frameAround(this.#map, this.#options.padding);
    const before = this.#frame;
    const ratio = Math.min(devicePixelRatio, 3);
    let isClean = true;
    const [width, height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
    const { canvas } = this.#context;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      this.#canvas.style.width = `${frame.width}px`;
      this.#canvas.style.height = `${frame.height}px`;
    } else if (before !== null && sameFrame(before, frame) && this.#options.canStay?.() === true) {
      isClean = false;
    } else if (this.#showcase === null) {
      this.#context.setTransform(1, 0, 0, 1, 0, 0);
      this.#context.clearRect(0, 0, width, height);
    }
    this.#context.setTransform(width / frame.width, 0, 0, height / frame.height, 0, 0);
    this.#context.globalAlpha = 1;
    this.#frame = frame;
    const isEmpty = this.#options.draw(this.#context, frame, { ratio, isClean }) === false;
    if (this.#canvas.hidden !== isEmpty) {
      this.#canvas.hidden = isEmpty;
    }
    this.#showcase?.transferFromImageBitmap((canvas as unknown as OffscreenCanvas).transferToImageBitmap());
    this.#place(frame, 1);
  }

  /** Draws now if that is due. */
  flush(): void {
    if (this.#painting.isDue) {
      this.paint();
    }
  }

  /** Crisp again after a zoom; does nothing when the picture is not scaled. */
  settle(): void {
    if (this.#frame !== null && this.#frame.zoom !== this.#map.getZoom()) {
      this.paint();
    }
  }

  dispose(): void {
    this.#painting.cancel();
    this.#map.off('move zoom viewreset resize', this.#follow);
    this.#canvas.remove();
  }

  readonly #follow = (): void => {
    const frame = this.#frame;
    if (frame === null || this.#canvas.hidden) {
      return; // where there was nothing to see there is nothing elsewhere
    }
    const scale = worldSize(this.#map.getZoom()) / worldSize(frame.zoom);
    const looksWell = scale === 1 || (this.#options.scales === true && scale > 0.6 && scale < 1.6);
    if (looksWell && covers(frame, scale, frameAround(this.#map, 0))) {
      this.#place(frame, scale);
    } else {
      this.paint();
    }
  };

  #place(frame: Frame, scale: number): void {
    const origin = this.#map.getPixelOrigin();
    this.#placement.set(frame.left * scale - origin.x, frame.top * scale - origin.y, scale);
  }
}

/** What the map shows, and `padding` times its size beyond each side. */
export function frameAround(map: LeafletMap, padding: number): Frame {
  const size = map.getSize();
  const bounds = map.getPixelBounds();
  const [padX, padY] = [Math.round(size.x * padding), Math.round(size.y * padding)];
  return { zoom: map.getZoom(), left: bounds.min!.x - padX, top: bounds.min!.y - padY, width: size.x + 2 * padX, height: size.y + 2 * padY };
}

/** What the map would show elsewhere, to the pixel as it rounds. */
export function frameAt(map: LeafletMap, centre: LatLng, zoom: number): Frame {
  const { x: width, y: height } = map.getSize();
  const { x, y } = map.project(centre, zoom);
  return { zoom, left: Math.round(x - width / 2), top: Math.round(y - height / 2), width, height };
}

function sameFrame(a: Frame, b: Frame): boolean {
  return a.zoom === b.zoom && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

function covers(frame: Frame, scale: number, seen: Frame): boolean {
  return frame.left * scale <= seen.left + 1 && frame.top * scale <= seen.top + 1
    && (frame.left + frame.width) * scale >= seen.left + seen.width - 1 && (frame.top + frame.height) * scale >= seen.top + seen.height - 1;
}
