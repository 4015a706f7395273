// What the pointer is on, in words beside it and told to the view; and what is chosen there.

import type { Map as LeafletMap } from 'leaflet';
import type { View } from '../view/view';
import type { Choosing } from './choosing';
import type { PileMarks } from './density/pile-marks';
import { type Hit, looksSame, radiusOf } from './hit';
import type { IncidentList } from './incident-list';
import type { Layers } from './layers';
import type { Point } from './projection';
import { Tooltip } from './tooltip';

export interface PointedActions {
  /** It looks otherwise than before. */
  changed(): void;
  /** More is known of what is there: look again. */
  refresh(): void;
}

export class Pointed {
  readonly #map: LeafletMap;
  readonly #view: View;
  readonly #layers: Layers;
  readonly #pileMarks: PileMarks;
  readonly #actions: PointedActions;
  readonly #tooltip: Tooltip;
  #hit: Hit | null = null;

  constructor(root: HTMLElement, map: LeafletMap, view: View, layers: Layers, pileMarks: PileMarks, actions: PointedActions) {
    [this.#map, this.#view, this.#layers, this.#pileMarks, this.#actions] = [map, view, layers, pileMarks, actions];
    this.#tooltip = new Tooltip(root, view);
  }

  get hit(): Hit | null { return this.#hit; }

  /** Null: on nothing. While a list is open, what is beside it is not said. */
  point(hit: Hit | null, list: IncidentList): void {
    const before = this.#hit;
    this.#hit = hit;
    this.#map.getContainer().classList.toggle('map-stage-pointing', hit !== null);
    this.#view.hover(hit !== null && hit.marks.length === 1 ? hit.marks[0]!.slug : null);
    if (hit === null || list.isOpen) {
      this.hide();
    } else {
      const { x, y } = this.#onScreen(hit.at);
      this.#tooltip.show(hit, x, y, radiusOf(hit));
    }
    this.#pileMarks.askSoon(hit?.type === 'pile' ? hit.pile : null, () => this.#actions.refresh());
    if (!looksSame(before, hit)) {
      this.#actions.changed();
    }
  }

  choose(hit: Hit, choosing: Choosing): void {
    this.hide();
    choosing.choose(hit, { ...this.#onScreen(hit.at), radius: radiusOf(hit) });
  }

  /** Takes the words away. */
  hide(): void {
    this.#tooltip.hide();
  }

  #onScreen({ x, y }: Point): Point {
    const { left, top } = this.#map.getContainer().getBoundingClientRect();
    const frame = this.#layers.frame!;
    const seen = this.#map.getPixelBounds().min!;
    return { x: x + frame.left - seen.x + left, y: y + frame.top - seen.y + top };
  }
}
