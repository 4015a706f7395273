// Where the map is: what a person does with it is told to the view, what the view says is followed, and neither echoes.

import { LatLngBounds, type Map as LeafletMap } from 'leaflet';
import type { Mark } from '../view/marks';
import type { Phase, View, Viewport } from '../view/view';
import type { Camera } from './camera';
import { boxOf, densestBox, type Square } from './home';
import type { Layers } from './layers';
import { type Point, toDegrees, wrapLongitude } from './projection';

const HOME_ZOOM = 9; // no nearer when opening or fitting
const HOME_SHARE = 0.7;
const PADDING = { across: 48, above: 56, below: 76 }; // pixels: room for signs, and for what stands at the map's foot
const SAME = { degrees: 2e-5, zoom: 0.011 }; // what the address bar rounds away

export class Whereabouts {
  readonly #map: LeafletMap;
  readonly #camera: Camera;
  readonly #view: View;
  readonly #layers: Layers;
  #told: Viewport | null = null;
  #isPlaced = false;
  /** What the map opened on, until it is moved: a change of its size shows that again. */
  #home: Square | null = null;
  /** False while the map moves because somebody other than a person's hand on it said so. */
  #isByHand = false;
  #isUnsettled = false;
  readonly #stop: () => void;

  constructor(map: LeafletMap, camera: Camera, view: View, layers: Layers) {
    this.#map = map;
    this.#camera = camera;
    this.#view = view;
    this.#layers = layers;
    this.#stop = this.#listenToHands();
  }

  /** False while there is nothing to show yet: where the map opens depends on the incidents. */
  get isReady(): boolean { return this.#isPlaced || this.#view.marks !== null || this.#view.loading === 'failed'; }

  /** The map's first place: what the view says, else where most incidents are. Does nothing once it has one. */
  open(): void {
    const { viewport, marks } = this.#view;
    const { x, y } = this.#map.getSize();
    if (this.#isPlaced || x === 0 || y === 0) {
      return;
    }
    if (viewport !== null) {
      this.#isPlaced = true;
      this.follow(viewport);
    } else if (marks !== null) {
      this.#home = densestBox(this.#layers.homePoints(), HOME_SHARE);
      this.#goHome();
    }
  }

  /** Where the map is, whoever brought it there; null before it is anywhere. */
  get here(): Viewport | null { return this.#isPlaced ? this.#here() : null; }

  /** An address rounds: what the page says counts as reached when it nearly is. Who moves the map step by step is followed exactly. */
  follow(viewport: Viewport | null, phase: Phase = 'adopted'): void {
    if (viewport !== null && viewport !== this.#told && !(phase === 'adopted' && this.#isAt(viewport))) {
      this.#isPlaced = true;
      this.#home = null;
      this.#isByHand = false;
      phase === 'moving' ? this.#camera.hold() : this.#camera.stop();
      this.#map.setView([viewport.lat, viewport.lon], viewport.zoom, { animate: false });
    }
  }

  /** The size changed: what was in the middle stays there. */
  resize(): void {
    this.#isByHand = false;
    this.#map.invalidateSize({ animate: false });
    this.#isPlaced ? this.#goHome() : this.open();
  }

  /** Moves the map on behalf of a person. */
  byHand(move: () => void): void {
    this.#isByHand = true;
    move();
  }

  /** Tells the view where the map is, unless the view said so itself. */
  tell(phase: Phase): void {
    const here = this.#here();
    const hasMoved = this.#told === null || here.lat !== this.#told.lat || here.lon !== this.#told.lon || here.zoom !== this.#told.zoom;
    if (this.#isByHand && (hasMoved || (phase === 'settled' && this.#isUnsettled))) {
      this.#home = null;
      this.#isUnsettled = phase === 'moving';
      this.#told = here;
      this.#view.setViewport(here, phase);
    }
  }

  /** Shows all of some points of the unit square. */
  fit(points: readonly Point[]): void {
    if (points.length > 0) {
      this.byHand(() => this.#camera.fit(toBounds(boxOf(points)), { padding: PADDING, maxZoom: HOME_ZOOM }));
    }
  }

  /** Nearer to some points, at least to a zoom and not much further. */
  approach(points: readonly Point[], zoom: number, furthest = zoom + 1): void {
    this.byHand(() => this.#camera.fit(toBounds(boxOf(points)), { padding: PADDING, minZoom: zoom, maxZoom: Math.min(furthest, this.#map.getMaxZoom()) }));
  }

  /** Moves to the incident when none of its places is seen. */
  show(mark: Mark): void {
    if (this.#isPlaced) {
      this.#bringIntoSight(mark, false);
    }
  }

  dispose(): void {
    this.#stop();
  }

  #goHome(): void {
    if (this.#home === null) {
      return;
    }
    this.#isPlaced = true;
    this.#isByHand = false;
    this.#camera.fit(toBounds(this.#home), { padding: PADDING, maxZoom: HOME_ZOOM, isAtOnce: true });
    const selected = this.#view.find(this.#view.selected);
    if (selected !== null) {
      this.#bringIntoSight(selected, true);
    }
  }

  /** Where most of the incident's places are, when none of them is seen; no nearer than the map is. */
  #bringIntoSight(mark: Mark, isAtOnce: boolean): void {
    const places = this.#layers.marks.placesOf(mark);
    const seen = this.#map.getBounds();
    const box = places.some(place => seen.contains(this.#map.wrapLatLng(toLatLng(place)))) ? null : densestBox(places, HOME_SHARE);
    if (box !== null) {
      this.#isByHand = !isAtOnce;
      this.#camera.fit(toBounds(box), { padding: PADDING, maxZoom: this.#map.getZoom(), isAtOnce });
    }
  }

  #isAt({ lat, lon, zoom }: Viewport): boolean {
    const here = this.#here();
    return Math.abs(here.lat - lat) < SAME.degrees && Math.abs(here.lon - lon) < SAME.degrees && Math.abs(here.zoom - zoom) < SAME.zoom;
  }

  #here(): Viewport {
    const { lat, lng } = this.#map.getCenter();
    return { lat, lon: wrapLongitude(lng), zoom: this.#map.getZoom() };
  }

  #listenToHands(): () => void {
    const stage = this.#map.getContainer();
    const take = (): void => { this.#isByHand = true; };
    const kinds = ['pointerdown', 'wheel', 'touchstart'] as const;
    kinds.forEach(kind => stage.addEventListener(kind, take, { capture: true, passive: true }));
    return () => kinds.forEach(kind => stage.removeEventListener(kind, take, { capture: true }));
  }
}

function toLatLng(point: Point): [number, number] {
  const { lat, lon } = toDegrees(point);
  return [lat, lon];
}

function toBounds({ left, top, right, bottom }: Square): LatLngBounds {
  return new LatLngBounds(toLatLng({ x: left, y: bottom }), toLatLng({ x: right, y: top }));
}
