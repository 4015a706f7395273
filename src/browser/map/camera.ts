// Moves the map: towards the pointer by wheel, to the next whole zoom by button, to a place when asked; never longer than 200 ms.

import { type LatLng, type LatLngBounds, type Map as LeafletMap, type Point, point } from 'leaflet';
import type { Direction } from './keyboard';

const PIXELS_PER_ZOOM = 240; // of wheel: two notches of a common mouse
const WHEEL_SETTLE = 70; // ms in which the wheel's distance shrinks to a third
const FLIGHT = 200; // ms
const PAN = 120; // pixels
const PAN_TIME = 0.15; // seconds
const WHEEL_PAUSE = 120; // ms after which a wheel that turns in steps has come to rest

export interface CameraEvents {
  /** A movement to a place begins. */
  headed(centre: LatLng, zoom: number): void;
  /** After the last step of each movement. */
  settled(): void;
}

export interface FitOptions {
  padding: { readonly across: number; readonly above: number; readonly below: number };
  minZoom?: number;
  maxZoom: number;
  /** True: without moving there. */
  isAtOnce?: boolean;
}

export class Camera {
  readonly #map: LeafletMap;
  readonly #events: CameraEvents;
  #running = 0;
  #step: ((time: number) => boolean) | null = null;
  #target = 0;

  constructor(map: LeafletMap, events: CameraEvents) {
    this.#map = map;
    this.#events = events;
    map.getContainer().addEventListener('wheel', this.#onWheel, { passive: false });
    map.getContainer().addEventListener('pointerdown', this.#onPress);
  }

  get isMoving(): boolean { return this.#step !== null; }
  get #middle(): Point { return this.#map.getSize().divideBy(2); }

  /** To the next whole zoom in a direction, around a point of the container. */
  zoomBy(direction: 1 | -1, at = this.#middle): void {
    const { centre, zoom } = this.next(direction, at);
    const start = this.#map.getZoom();
    this.#target = zoom;
    this.#events.headed(centre, zoom);
    this.#run(share => this.#map.setZoomAround(at, start + (zoom - start) * ease(share), { animate: false }));
  }

  /** Where that is. */
  next(direction: 1 | -1, at = this.#middle): { centre: LatLng; zoom: number } {
    const from = this.isMoving ? this.#target : this.#map.getZoom();
    const zoom = this.#clamp(direction > 0 ? Math.floor(from + 1.01) : Math.ceil(from - 1.01));
    return { centre: this.#map.containerPointToLatLng(this.#middle.add(at.subtract(this.#middle).multiplyBy(1 - 1 / this.#map.getZoomScale(zoom)))), zoom };
  }

  /** A step aside. */
  pan(direction: Direction): void {
    const [x, y] = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[direction] as [number, number];
    this.#map.panBy([x * PAN, y * PAN], { animate: !isMotionReduced(), duration: PAN_TIME });
  }

  flyTo(centre: LatLng, zoom: number): void {
    const map = this.#map;
    const startZoom = map.getZoom();
    const start = map.project(map.getCenter(), 0);
    const end = map.project(centre, 0);
    const change = zoom - startZoom;
    this.#target = zoom;
    this.#events.headed(centre, zoom);
    if (this.#isFar(start.distanceTo(end), Math.min(startZoom, zoom))) {
      this.#run(() => map.setView(centre, zoom, { animate: false }), true);
      return;
    }
    this.#run(share => {
      const eased = ease(share);
      // Zooming about a fixed point: the centre moves as the scale does, not evenly.
      const moved = Math.abs(change) < 1e-3 ? eased : (1 - 2 ** (-change * eased)) / (1 - 2 ** -change);
      map.setView(map.unproject(start.add(end.subtract(start).multiplyBy(moved)), 0), startZoom + change * eased, { animate: false });
    });
  }

  /** Shows all of the bounds inside the padding, as near as the zooms allow. */
  fit(bounds: LatLngBounds, { padding, minZoom = 0, maxZoom, isAtOnce = false }: FitOptions): void {
    const size = this.#map.getSize();
    const [across, above, below] = [Math.min(padding.across, size.x / 6), Math.min(padding.above, size.y / 6), Math.min(padding.below, size.y / 6)];
    const zoom = Math.max(minZoom, Math.min(maxZoom, this.#map.getBoundsZoom(bounds, false, point(across * 2, above + below))));
    const middle = this.#map.project(bounds.getSouthWest(), zoom).add(this.#map.project(bounds.getNorthEast(), zoom)).divideBy(2);
    const centre = this.#map.unproject(middle.add([0, (below - above) / 2]), zoom);
    isAtOnce ? this.#map.setView(centre, zoom, { animate: false }) : this.flyTo(centre, zoom);
  }

  /** Somebody else moves the map, step by step: it counts as moving until the camera stops. */
  hold(): void {
    cancelAnimationFrame(this.#running);
    this.#step = held;
  }

  /** Ends a movement where it is. */
  stop(): void {
    if (this.#step !== null) {
      this.#finish();
    }
  }

  dispose(): void {
    cancelAnimationFrame(this.#running);
    this.#step = null;
    this.#map.getContainer().removeEventListener('wheel', this.#onWheel);
    this.#map.getContainer().removeEventListener('pointerdown', this.#onPress);
  }

  readonly #onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? 400 : 1) * (event.ctrlKey ? 5 : 1);
    const from = this.isMoving ? this.#target : this.#map.getZoom();
    this.#target = this.#clamp(from - Math.max(-PIXELS_PER_ZOOM, Math.min(PIXELS_PER_ZOOM, pixels)) / PIXELS_PER_ZOOM);
    const at = this.#map.mouseEventToContainerPoint(event);
    if (isMotionReduced()) {
      this.#jump(at);
      return;
    }
    let last = performance.now();
    this.#start(time => {
      const zoom = this.#map.getZoom();
      const left = this.#target - zoom;
      const isLast = Math.abs(left) < 0.004;
      this.#map.setZoomAround(at, isLast ? this.#target : zoom + left * (1 - Math.exp(-Math.max(1, time - last) / WHEEL_SETTLE)), { animate: false });
      last = time;
      return isLast;
    });
  };

  readonly #onPress = (): void => this.stop();

  /** One step of a wheel that may turn on: where it ends is known only when it has rested. */
  #jump(at: Point): void {
    let end = Infinity;
    this.#start(time => {
      if (end === Infinity) {
        end = time + WHEEL_PAUSE;
        this.#map.setZoomAround(at, this.#target, { animate: false });
      }
      return time >= end;
    });
  }

  #run(move: (share: number) => void, isAtOnce = false): void {
    const start = performance.now();
    this.#start(time => {
      const share = isAtOnce || isMotionReduced() ? 1 : Math.min(1, Math.max(0, (time - start) / FLIGHT));
      move(share);
      return share === 1;
    });
  }

  #start(step: (time: number) => boolean): void {
    cancelAnimationFrame(this.#running);
    this.#step = step;
    const frame = (time: number): void => {
      if (step(time)) {
        this.#finish();
      } else if (this.#step === step) {
        this.#running = requestAnimationFrame(frame);
      }
    };
    this.#running = requestAnimationFrame(frame);
  }

  #finish(): void {
    cancelAnimationFrame(this.#running);
    this.#step = null;
    this.#events.settled();
  }

  #isFar(distance: number, zoom: number): boolean {
    const size = this.#map.getSize();
    return distance * 2 ** zoom > 2 * Math.max(size.x, size.y);
  }

  #clamp(zoom: number): number {
    return Math.max(this.#map.getMinZoom(), Math.min(this.#map.getMaxZoom(), zoom));
  }
}

export function isMotionReduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function held(): boolean {
  return false;
}

function ease(share: number): number {
  return 1 - (1 - share) ** 3;
}
