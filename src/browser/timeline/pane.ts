// The window as keys and screen readers take hold of it: pane and handles are sliders. What one sees of them is drawn; the
// pointer is followed on the whole stage, not here.

import { MINUTE } from './calendar';
import { element, setAttributes } from '../page/elements';
import { isGripInSight, isNarrow, sidesOf } from './draw-pane';
import { gripX } from './pointing';
import { endWords, lengthWords, startWords, windowWords } from './time-words';
import type { Track } from './track';
import type { Grip } from './window-gesture';
import type { WindowKeys } from './window-keys';

export class Pane {
  readonly #stage: HTMLElement;
  readonly #track: Track;
  readonly #keys: WindowKeys;
  readonly #toggle: () => void;
  readonly #body = slider('timeline-pane', 'Time window');
  readonly #from = slider('timeline-handle timeline-handle-from', 'Start of the time window');
  readonly #to = slider('timeline-handle timeline-handle-to', 'End of the time window');
  readonly #grip = element('div', 'timeline-grip');
  #axis = NaN;

  /** `toggle`: play or pause. */
  constructor(stage: HTMLElement, track: Track, keys: WindowKeys, toggle: () => void) {
    this.#stage = stage;
    this.#track = track;
    this.#keys = keys;
    this.#toggle = toggle;
    this.#body.addEventListener('keydown', event => this.#paneKey(event));
    this.#from.addEventListener('keydown', event => this.#edgeKey(event, 'from'));
    this.#to.addEventListener('keydown', event => this.#edgeKey(event, 'to'));
    stage.prepend(this.#body);
    stage.append(this.#from, this.#to, this.#grip);
  }

  /** What of it is being dragged. */
  hold(grip: Grip | null): void {
    this.#stage.dataset.dragged = grip ?? '';
  }

  /** Whether somebody moves it, and wants to see by how much. */
  get isHeld(): boolean {
    return this.#stage.dataset.dragged !== undefined && this.#stage.dataset.dragged !== '' || this.#isReachedByKeys;
  }

  /** `isMoving`: the window is another one at every frame. Only who moves it by keys hears of each. */
  update(isMoving: boolean): void {
    const { picture } = this.#track;
    this.#showAxis(picture.layout.height - picture.layout.axisTop);
    if (!isMoving || this.#isReachedByKeys) {
      this.#place();
      this.#updateWords();
    }
  }

  get #isReachedByKeys(): boolean {
    return [this.#body, this.#from, this.#to].some(slider => slider.matches(':focus-visible'));
  }

  #place(): void {
    const { scale, hasWindow } = this.#track;
    const sides = sidesOf(this.#track);
    const { left, right } = sides;
    this.#stage.toggleAttribute('data-windowed', hasWindow);
    this.#stage.toggleAttribute('data-narrow', isNarrow(sides));
    this.#body.style.transform = `translateX(${left}px)`;
    this.#body.style.width = `${Math.max(right - left, 1)}px`;
    // Without a window the handles wait at the ends of what is shown, for the keyboard.
    this.#from.style.transform = `translateX(${hasWindow ? left : Math.max(left, 6)}px)`;
    this.#to.style.transform = `translateX(${hasWindow ? right : Math.min(right, scale.width - 6)}px)`;
    this.#grip.style.transform = `translateX(${gripX(left, right, scale.width)}px)`;
    this.#grip.toggleAttribute('hidden', !isGripInSight(sides, scale.width));
  }

  /** The pane ends above the axis. */
  #showAxis(height: number): void {
    if (height !== this.#axis) {
      this.#axis = height;
      this.#stage.style.setProperty('--axis', `${height}px`);
    }
  }

  #updateWords(): void {
    const { zone, edges, limits, window, hasWindow } = this.#track;
    const minutes = (time: number): string => String(Math.round(time / MINUTE));
    const range = { 'aria-valuemin': minutes(limits.from), 'aria-valuemax': minutes(limits.to) };
    const words = windowWords(window, zone, 'spoken');
    setAttributes(this.#body, {
      ...range, 'aria-valuenow': minutes(edges.from),
      'aria-valuetext': hasWindow ? `${words}, ${lengthWords(edges.to - edges.from)}` : words,
    });
    setAttributes(this.#from, { ...range, 'aria-valuenow': minutes(edges.from), 'aria-valuetext': window.from === null ? 'open' : startWords(window.from, zone, 'spoken') });
    setAttributes(this.#to, { ...range, 'aria-valuenow': minutes(edges.to), 'aria-valuetext': window.to === null ? 'open' : `end of ${endWords(window.to, zone, 'spoken')}` });
  }

  #paneKey(event: KeyboardEvent): void {
    const { edges, bounds, limits } = this.#track;
    const { from, to } = bounds ?? limits;
    this.#answer(event, {
      back: isBig => this.#keys.move(-1, isBig),
      forth: isBig => this.#keys.move(1, isBig),
      first: () => this.#keys.moveTo(from),
      last: () => this.#keys.moveTo(to - (edges.to - edges.from)),
    });
  }

  #edgeKey(event: KeyboardEvent, edge: 'from' | 'to'): void {
    const { bounds, limits } = this.#track;
    const { from, to } = bounds ?? limits;
    this.#answer(event, {
      back: isBig => this.#keys.moveEdge(edge, -1, isBig),
      forth: isBig => this.#keys.moveEdge(edge, 1, isBig),
      first: () => this.#keys.putEdge(edge, from),
      last: () => this.#keys.putEdge(edge, to),
    });
  }

  #answer(event: KeyboardEvent, does: { back(isBig: boolean): void; forth(isBig: boolean): void; first(): void; last(): void }): void {
    const acts: Record<string, () => void> = {
      ArrowLeft: () => does.back(event.shiftKey),
      ArrowDown: () => does.back(event.shiftKey),
      ArrowRight: () => does.forth(event.shiftKey),
      ArrowUp: () => does.forth(event.shiftKey),
      PageDown: () => does.back(true),
      PageUp: () => does.forth(true),
      Home: does.first,
      End: does.last,
      Delete: () => this.#track.clearWindow(),
      '+': () => this.#track.zoom(0.5),
      '-': () => this.#track.zoom(2),
      ' ': this.#toggle,
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (act !== undefined) {
      act();
      event.preventDefault();
      event.stopPropagation();
    }
  }
}

function slider(className: string, label: string): HTMLElement {
  const made = element('div', className);
  made.tabIndex = 0;
  setAttributes(made, { role: 'slider', 'aria-label': label, 'aria-orientation': 'horizontal' });
  return made;
}
