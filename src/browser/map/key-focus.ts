// Which mark the keyboard has reached, and saying so to those who do not see its ring.

import type { Map as LeafletMap } from 'leaflet';
import { setText } from '../page/elements';
import type { View } from '../view/view';
import { type Direction, nextInDirection } from './keyboard';
import { isSamePlace } from './density/piles';
import type { Layers } from './layers';
import type { Hit } from './hit';
import type { Point } from './projection';
import { hitInWords } from './words';

export class KeyFocus {
  readonly #map: LeafletMap;
  readonly #layers: Layers;
  readonly #view: View;
  readonly #live: HTMLElement;
  readonly #changed: () => void;
  #hit: Hit | null = null;

  /** `live` is the element whose text screen readers speak; `changed` is called when another mark is reached. */
  constructor(map: LeafletMap, layers: Layers, view: View, live: HTMLElement, changed: () => void) {
    this.#map = map;
    this.#layers = layers;
    this.#view = view;
    this.#live = live;
    this.#changed = changed;
    live.setAttribute('aria-live', 'polite');
    map.getContainer().addEventListener('blur', this.#onBlur);
  }

  get hit(): Hit | null { return this.#hit; }

  /** To the next mark in a direction; first to the one nearest to the middle of the map. */
  step(direction: Direction): void {
    const seen = this.#seen();
    if (seen === null) {
      return;
    }
    const targets = this.#layers.targets().filter(({ at }) => at.x >= seen.left && at.y >= seen.top && at.x <= seen.right && at.y <= seen.bottom);
    const current = this.#hit === null ? null : same(targets, this.#hit);
    const next = current === null
      ? nearest(targets, { x: (seen.left + seen.right) / 2, y: (seen.top + seen.bottom) / 2 })
      : targets[nextInDirection(current.at, targets.map(({ at }) => at), direction) ?? -1] ?? current;
    if (next !== null) {
      this.#set(next);
    }
  }

  /** The marks were drawn anew: stays on the same one, if it is still there. */
  refresh(): void {
    if (this.#hit !== null) {
      this.#hit = same(this.#layers.targets(), this.#hit);
    }
  }

  /** False when nothing was reached. */
  leave(): boolean {
    const was = this.#hit;
    if (was !== null) {
      this.#set(null);
    }
    return was !== null;
  }

  dispose(): void {
    this.#map.getContainer().removeEventListener('blur', this.#onBlur);
  }

  readonly #onBlur = (): void => { this.leave(); };

  #set(hit: Hit | null): void {
    this.#hit = hit;
    setText(this.#live, hit === null ? '' : hitInWords(hit, this.#view));
    this.#view.hover(hit !== null && hit.marks.length === 1 ? hit.marks[0]!.slug : null);
    this.#changed();
  }

  /** What of the picture is inside the map's edges. */
  #seen(): { left: number; top: number; right: number; bottom: number } | null {
    const { frame } = this.#layers;
    if (frame === null) {
      return null;
    }
    const { x: width, y: height } = this.#map.getSize();
    const { x, y } = this.#map.getPixelBounds().min!;
    const [left, top] = [x - frame.left, y - frame.top];
    return { left, top, right: left + width, bottom: top + height };
  }
}

function same(targets: readonly Hit[], hit: Hit): Hit | null {
  if (hit.type === 'pile') {
    return targets.find(target => target.type === 'pile' && isSamePlace(target.pile, hit.pile)) ?? null;
  }
  return targets.find(target => target.type === hit.type && target.marks[0] === hit.marks[0] && target.marks.length === hit.marks.length
    && (hit.marks.length > 1 || Math.hypot(target.at.x - hit.at.x, target.at.y - hit.at.y) < 1))
    ?? targets.find(target => target.marks.includes(hit.marks[0]!)) ?? null;
}

function nearest(targets: readonly Hit[], from: Point): Hit | null {
  const distance = ({ at }: Hit) => Math.hypot(at.x - from.x, at.y - from.y);
  return targets.length === 0 ? null : targets.reduce((best, target) => distance(target) < distance(best) ? target : best);
}
