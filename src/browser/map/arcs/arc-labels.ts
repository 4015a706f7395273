// The words on arcs: buttons, so that a finger and the keyboard reach them, and what is said of a relation at the pointer.

import type { Map as LeafletMap } from 'leaflet';
import { element, setAttributes, setText } from '../../page/elements';
import type { Relation } from '../../view/relations';
import type { View } from '../../view/view';
import { signGlyph } from '../glyph';
import type { Frame } from '../projection';
import type { DrawnArc } from './arc-picture';
import { relationInWords, relationSpoken } from './arc-words';

const GAP = 10; // pixels
const OWN_KEYS = ['Enter', ' '];

export interface LabelActions {
  /** Null: on none. */
  point(relation: string | null): void;
}

export class ArcLabels {
  readonly #view: View;
  readonly #map: LeafletMap;
  readonly #actions: LabelActions;
  readonly #pane: HTMLElement;
  readonly #tip = element('div', 'map-tip map-arc-tip');
  readonly #buttons = new Map<string, HTMLButtonElement>();
  #told = '';

  constructor(map: LeafletMap, root: HTMLElement, view: View, order: number, actions: LabelActions) {
    [this.#map, this.#view, this.#actions] = [map, view, actions];
    this.#pane = map.createPane('map-arc-labels');
    this.#pane.style.zIndex = String(order);
    this.#tip.popover = 'manual';
    this.#tip.setAttribute('aria-hidden', 'true');
    root.append(this.#tip);
  }

  /** Labels stay the same elements as long as their relation is labelled: a focus is not lost when the map moves. */
  show(arcs: readonly DrawnArc[], frame: Frame): void {
    const origin = this.#map.getPixelOrigin();
    const left = new Set(this.#buttons.keys());
    for (const { shown: { relation, isOfSelection }, label } of arcs) {
      if (label === null) {
        continue;
      }
      const key = keyOf(relation);
      left.delete(key);
      const button = this.#buttons.get(key) ?? this.#add(key, relation);
      setText(button, label.text);
      setAttributes(button, {
        class: `map-arc-label map-arc-${relation.standing}${relation.step ? ' map-arc-step' : ''}${isOfSelection || this.#view.selected === null ? '' : ' map-arc-quiet'}`,
        'aria-label': `${label.text}. ${relationSpoken(relation, slug => this.#titleOf(slug))}`,
      });
      button.style.transform = `translate(${Math.round(label.at.x + frame.left - origin.x)}px, ${Math.round(label.at.y + frame.top - origin.y)}px) translate(-50%, -50%)`;
    }
    for (const key of left) {
      this.#buttons.get(key)!.remove();
      this.#buttons.delete(key);
    }
    left.has(this.#told) && this.hide();
  }

  /** Says what a relation is, beside a point of the screen. */
  tell(relation: Relation, clientX: number, clientY: number): void {
    const key = keyOf(relation);
    if (key !== this.#told) {
      this.#told = key;
      this.#tip.replaceChildren(
        this.#end(relation.from),
        element('div', 'map-arc-tip-words', relationInWords(relation)),
        this.#end(relation.to),
        ...[relation.says, relation.note ?? ''].filter(text => text !== '').map(text => element('div', 'map-tip-note', text)),
      );
      this.#tip.showPopover();
    }
    const { width, height } = this.#tip.getBoundingClientRect();
    const above = clientY - GAP - height;
    this.#tip.style.left = `${Math.round(Math.max(8, Math.min(clientX - width / 2, innerWidth - width - 8)))}px`;
    this.#tip.style.top = `${Math.round(above >= 8 ? above : Math.min(clientY + 2 * GAP, innerHeight - height - 8))}px`;
  }

  hide(): void {
    if (this.#told !== '') {
      this.#told = '';
      this.#tip.hidePopover();
    }
  }

  dispose(): void {
    this.#pane.remove();
    this.#tip.remove();
  }

  #add(key: string, relation: Relation): HTMLButtonElement {
    const made = element('button', '');
    made.type = 'button';
    made.dataset.relation = relation.id;
    const tell = (): void => {
      const { left, top, width } = made.getBoundingClientRect();
      this.#actions.point(relation.id);
      this.tell(relation, left + width / 2, top);
    };
    const leave = (): void => {
      this.#actions.point(null);
      this.hide();
    };
    made.addEventListener('mouseenter', tell);
    made.addEventListener('focus', tell);
    made.addEventListener('mouseleave', leave);
    made.addEventListener('blur', leave);
    // The map underneath hears nothing of what is done with a label.
    made.addEventListener('keydown', event => OWN_KEYS.includes(event.key) && event.stopPropagation());
    ['click', 'dblclick', 'mousedown', 'mousemove', 'pointerdown', 'touchstart'].forEach(kind => made.addEventListener(kind, event => event.stopPropagation()));
    made.addEventListener('click', () => this.#view.select(this.#view.selected === relation.to ? relation.from : relation.to));
    this.#buttons.set(key, made);
    this.#pane.append(made);
    return made;
  }

  #end(slug: string): Node {
    const mark = this.#view.find(slug);
    return element('div', 'map-tip-title', ...mark === null ? [] : [signGlyph(this.#view.signs.of(mark))], this.#titleOf(slug));
  }

  #titleOf(slug: string): string {
    return this.#view.find(slug)?.title ?? slug;
  }
}

/** Ids are of one dataset. */
function keyOf({ id, from, to }: Relation): string {
  return `${id} ${from} ${to}`;
}
