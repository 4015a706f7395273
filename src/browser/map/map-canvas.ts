// A canvas in the map, somewhat larger than what is seen: panning moves it, zooming scales it until it is drawn anew.

import { DomUtil, type Map as LeafletMap, point } from 'leaflet';
import { type Frame, worldSize } from './projection';

export interface MapCanvasOptions {
  /** Names the pane and its class, `map-NAME`. */
  name: string;
  /** Stacking order among the panes. */
  order: number;
  /** What each side reaches beyond the view, as a share of its size. */
  padding: number;
  /** Draws everything; the context counts in CSS pixels and is clean. */
  draw: (context: CanvasRenderingContext2D, frame: Frame) => void;
  /** True: while the zoom changes the last picture is scaled, as long as it looks well. Default: drawn in each step. */
  scales?: boolean;
}

export class MapCanvas {
  readonly #map: LeafletMap;
  readonly #options: MapCanvasOptions;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #frame: Frame | null = null;
  #scheduled = 0;

  constructor(map: LeafletMap, options: MapCanvasOptions) {
    this.#map = map;
    this.#options = options;
    const pane = map.createPane(`map-${options.name}`);
    pane.style.zIndex = String(options.order);
    pane.style.pointerEvents = 'none';
    this.#canvas = DomUtil.create('canvas', `map-canvas map-canvas-${options.name}`, pane);
    this.#context = this.#canvas.getContext('2d')!;
    map.on('move zoom viewreset resize', this.#follow);
  }

  /** What the canvas shows now. */
  get frame(): Frame | null { return this.#frame; }

  /** Draws in the next animation frame. */
  invalidate(): void {
    this.#scheduled ||= requestAnimationFrame(() => this.paint());
  }

  /** Draws now, around what is seen. */
  paint(): void {
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
    const size = this.#map.getSize();
    if (size.x === 0 || size.y === 0) {
      return;
    }
    const frame = frameAround(this.#map, this.#options.padding);
    const ratio = Math.min(devicePixelRatio, 3);
    const [width, height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#canvas.style.width = `${frame.width}px`;
      this.#canvas.style.height = `${frame.height}px`;
    } else {
      this.#context.setTransform(1, 0, 0, 1, 0, 0);
      this.#context.clearRect(0, 0, width, height);
    }
    this.#context.setTransform(width / frame.width, 0, 0, height / frame.height, 0, 0);
    this.#context.globalAlpha = 1;
    this.#frame = frame;
    this.#options.draw(this.#context, frame);
    this.#place(frame, 1);
  }

  /** Draws now if that is due. */
  flush(): void {
    if (this.#scheduled !== 0) {
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
    cancelAnimationFrame(this.#scheduled);
    this.#map.off('move zoom viewreset resize', this.#follow);
    this.#canvas.remove();
  }

  readonly #follow = (): void => {
    const frame = this.#frame;
    if (frame === null) {
      return;
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
    DomUtil.setTransform(this.#canvas, point(frame.left * scale - origin.x, frame.top * scale - origin.y), scale);
  }
}

/** What the map shows, and `padding` times its size beyond each side. */
export function frameAround(map: LeafletMap, padding: number): Frame {
  const size = map.getSize();
  const bounds = map.getPixelBounds();
  const [padX, padY] = [Math.round(size.x * padding), Math.round(size.y * padding)];
  return { zoom: map.getZoom(), left: bounds.min!.x - padX, top: bounds.min!.y - padY, width: size.x + 2 * padX, height: size.y + 2 * padY };
}

function covers(frame: Frame, scale: number, seen: Frame): boolean {
  return frame.left * scale <= seen.left + 1 && frame.top * scale <= seen.top + 1
    && (frame.left + frame.width) * scale >= seen.left + seen.width - 1 && (frame.top + frame.height) * scale >= seen.top + seen.height - 1;
}
