// When names are chosen: at most once a frame, after the marks that they make room for, and not while more is about to come that they
// depend on; but the first ones at once, and others after a short while all the same.

import type { Map as LeafletMap } from 'leaflet';
import { stands } from '../page/first-picture';
import { NextFrame } from '../page/next-frame';
import type { View } from '../view/view';
import type { Arcs } from './arcs/arcs';
import type { BaseMap } from './basemap/base-map';
import type { Furniture } from './furniture';
import type { LabelLayer } from './label-layer';
import { type Box, moved } from './labels';
import type { Layers } from './layers';
import { frameAround, type MapCanvas } from './map-canvas';
import type { Frame } from './projection';

/** What names depend on, and what they are drawn on. */
export interface Arranged {
  readonly base: BaseMap;
  readonly layers: Layers;
  readonly arcs: Arcs;
  readonly furniture: Furniture;
  readonly marks: MapCanvas;
  readonly labels: LabelLayer;
  readonly names: MapCanvas;
  /** How far beyond the view, as a share of its size. */
  readonly padding: number;
}

const PATIENCE = 200; // milliseconds

export class Arranging {
  readonly #map: LeafletMap;
  readonly #view: View;
  readonly #parts: Arranged;
  readonly #asked = new NextFrame(() => this.#afterMarks());
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #isArranged = false;

  constructor(map: LeafletMap, view: View, parts: Arranged) {
    [this.#map, this.#view, this.#parts] = [map, view, parts];
  }

  /** Chooses them in the next animation frame. */
  soon(): void {
    this.#asked.ask();
  }

  dispose(): void {
    this.#asked.cancel();
    clearTimeout(this.#waiting);
  }

  #afterMarks(): void {
    this.#parts.marks.flush();
    if (this.#isArranged && this.#view.density?.isRefining === true) {
      this.#waiting ??= setTimeout(() => this.#arrangeNow(), PATIENCE);
    } else {
      this.#arrangeNow();
    }
  }

  #arrangeNow(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    const drawn = this.#parts.layers.frame;
    if (drawn !== null && !this.#isMoreToCome) {
      this.#isArranged = true;
      this.#arrange(drawn);
    }
  }

  get #isMoreToCome(): boolean {
    return this.#parts.base.isLoading || this.#view.marks === null && this.#view.loading === 'loading';
  }

  #arrange(drawn: Frame): void {
    const { base, layers, arcs, furniture, labels, names, padding } = this.#parts;
    const [frame, seen] = [frameAround(this.#map, padding), frameAround(this.#map, 0)];
    const taken = (boxes: readonly Box[], from: Frame): Box[] => boxes.map(box => moved(box, from.left - frame.left, from.top - frame.top));
    labels.arrange(frame, [...taken(layers.obstacles(labels.measureIn), drawn), ...taken(furniture.boxes(), seen), ...arcs.obstacles(frame)]);
    names.flush(); // in the same frame as the marks
    if (base.isWhole && this.#view.marks !== null) {
      stands('map');
    }
  }
}
