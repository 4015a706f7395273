// The pointer on the map: what it is on, and what it chooses. While the map moves it is on nothing.

import type { LeafletMouseEvent, Map as LeafletMap, Point as LeafletPoint } from 'leaflet';
import { NextFrame } from '../page/next-frame';
import type { Layers } from './layers';
import type { Hit } from './hit';
import type { Point } from './projection';

const MOUSE_SLOP = 4; // pixels
const FINGER_SLOP = 16; // with the least mark this makes 44 pixels across

export interface PointingActions {
  /** Null: on nothing. */
  point(hit: Hit | null): void;
  choose(hit: Hit): void;
  zoomIn(around: LeafletPoint): void;
  /** Whether the map goes somewhere, step by step. */
  isGoing(): boolean;
}

export class Pointing {
  readonly #map: LeafletMap;
  readonly #layers: Layers;
  readonly #actions: PointingActions;
  #at: LeafletPoint | null = null;
  readonly #looking = new NextFrame(() => this.#look());
  #isDragged = false;

  constructor(map: LeafletMap, layers: Layers, actions: PointingActions) {
    this.#map = map;
    this.#layers = layers;
    this.#actions = actions;
    map.on('mousemove', this.#onMove);
    map.on('mouseout', this.#onLeave);
    map.on('dragstart', this.#onDragStart);
    map.on('moveend', this.#onMoveEnd);
    map.on('click', this.#onClick);
    map.on('dblclick', this.#onDoubleClick);
  }

  /** Looks again at what the pointer is on: call when the marks under it changed. */
  refresh(): void {
    this.#looking.ask();
  }

  dispose(): void {
    this.#looking.cancel();
    this.#map.off('mousemove', this.#onMove);
    this.#map.off('mouseout', this.#onLeave);
    this.#map.off('dragstart', this.#onDragStart);
    this.#map.off('moveend', this.#onMoveEnd);
    this.#map.off('click', this.#onClick);
    this.#map.off('dblclick', this.#onDoubleClick);
  }

  readonly #onMove = (event: LeafletMouseEvent): void => {
    this.#at = event.containerPoint;
    if (!this.#isDragged) {
      this.refresh();
    }
  };

  readonly #onDragStart = (): void => {
    this.#isDragged = true;
    this.refresh();
  };

  /** Also after it has glided out. */
  readonly #onMoveEnd = (): void => {
    this.#isDragged = false;
  };

  readonly #onLeave = (): void => {
    this.#at = null;
    this.refresh();
  };

  readonly #onClick = (event: LeafletMouseEvent): void => {
    const { pointerType } = event.originalEvent as PointerEvent;
    const isFinger = pointerType === undefined ? matchMedia('(pointer: coarse)').matches : pointerType === 'touch';
    const hit = this.#layers.hit(this.#inPicture(event.containerPoint), isFinger ? FINGER_SLOP : MOUSE_SLOP);
    if (hit !== null) {
      this.#actions.choose(hit);
    }
  };

  readonly #onDoubleClick = (event: LeafletMouseEvent): void => {
    if (this.#layers.hit(this.#inPicture(event.containerPoint), MOUSE_SLOP)?.type !== 'symbol') {
      this.#actions.zoomIn(event.containerPoint);
    }
  };

  #look(): void {
    const at = this.#isDragged || this.#actions.isGoing() ? null : this.#at;
    this.#actions.point(at === null ? null : this.#layers.hit(this.#inPicture(at), MOUSE_SLOP));
  }

  #inPicture({ x, y }: LeafletPoint): Point {
    const frame = this.#layers.frame;
    const { x: left, y: top } = this.#map.getPixelBounds().min!;
    return frame === null ? { x, y } : { x: x + left - frame.left, y: y + top - frame.top };
  }
}
