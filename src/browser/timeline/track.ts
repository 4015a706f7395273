// The timeline's own state beside the view: which range is shown, by which clock, and what the window may become.

import type { View, Phase } from '../view/view';
import { ALL_TIME, sameWindow, type TimeWindow } from '../view/window';
import { DAY, MINUTE } from './calendar';
import { hullOf } from './coverage';
import { lowerBound } from './dated-marks';
import { Glide } from './glide';
import { PictureSource, type Picture } from './picture';
import { padded, TimeScale, union, type Limits, type Range } from './scale';
import { snapOf, type Snap } from './snap';
import { neighbour, slidToHold } from './stepping';
import { zoneOf, type Zone } from './zone';

const SHORTEST = 30 * MINUTE;
const MOST = 0.7; // of the incidents

export class Track {
  #scale = new TimeScale(0, DAY, 1);
  #height = 1;
  #isPlaced = false;
  #picture: Picture | null = null;
  readonly #source = new PictureSource();
  readonly #glide = new Glide();
  readonly #view: View;
  readonly #changed: () => void;

  /** `changed`: something else is to be seen. */
  constructor(view: View, changed: () => void) {
    this.#view = view;
    this.#changed = changed;
    this.loaded();
  }

  get view(): View { return this.#view; }
  get scale(): TimeScale { return this.#scale; }
  /** False while there is nothing to show. */
  get isPlaced(): boolean { return this.#isPlaced; }
  get window(): TimeWindow { return this.#view.window; }
  get hasWindow(): boolean { return !sameWindow(this.#view.window, ALL_TIME); }
  get zone(): Zone { return zoneOf(this.#view.clock, this.#view.marks?.localOffset ?? 0); }
  get snap(): Snap { return snapOf(this.#scale, this.zone); }

  /** Worked out anew when marks, range, size or clock changed. */
  get picture(): Picture {
    this.#picture ??= this.#source.picture(this.#scale, this.#height, this.zone);
    return this.#picture;
  }

  /** The time that playing goes through: when incidents were collected; when that is not known of all, and many lie outside, all there is. */
  get bounds(): Range | null {
    const extent = this.#view.marks?.extent ?? null;
    const { marks, collected } = this.#source;
    const hull = hullOf(collected, extent);
    const isEnough = hull !== null && (collected.unknown.length === 0
      || lowerBound(marks.start, hull.to) - lowerBound(marks.start, hull.from) >= marks.size * MOST);
    return isEnough ? hull : union(hull, extent);
  }

  get limits(): Limits {
    const { from, to } = this.window;
    const marks = this.#view.marks;
    const all = union(this.bounds, marks?.extent ?? null, from === null || to === null ? null : { from, to })
      ?? { from: this.#scale.from, to: this.#scale.to };
    return { ...padded(all, 0.03), shortest: SHORTEST };
  }

  /** The window with its open sides at the limits: where its edges are seen. */
  get edges(): Range {
    return { from: this.window.from ?? this.limits.from, to: this.window.to ?? this.limits.to };
  }

  loaded(): void {
    this.#source.load(this.#view.marks, this.#view.signs);
    if (!this.#isPlaced && this.bounds !== null) {
      this.#isPlaced = true;
      const { from, to } = this.window;
      this.#scale = this.#scale.showing(padded(union(this.bounds, from === null || to === null ? null : { from, to })!, 0.015));
    }
    this.redraw();
  }

  resize(width: number, height: number): void {
    if (width > 0 && height > 0 && (width !== this.#scale.width || height !== this.#height)) {
      this.#scale = this.#scale.resized(width);
      this.#height = height;
      this.redraw();
    }
  }

  redraw(): void {
    this.#picture = null;
    this.#changed();
  }

  /** Shows another range at once. */
  show(range: Range): void {
    this.#glide.stop();
    this.#set(range);
  }

  /** Shows another range, by a short way. */
  glideTo(range: Range): void {
    this.#glide.start(this.#scale, range, on => this.#set(on));
  }

  zoom(factor: number): void {
    const { from, to } = this.edges;
    const middle = this.#scale.x((Math.max(from, this.#scale.from) + Math.min(to, this.#scale.to)) / 2);
    const isSeen = this.hasWindow && middle > 0 && middle < this.#scale.width;
    this.glideTo(this.#scale.zoomed(factor, isSeen ? middle : this.#scale.width / 2, this.limits));
  }

  /** The time in which incidents were collected; if that is shown already, all there is. */
  fit(): void {
    const home = this.bounds === null ? null : padded(this.bounds, 0.015);
    if (home !== null) {
      const isHome = Math.abs(home.from - this.#scale.from) + Math.abs(home.to - this.#scale.to) < this.#scale.span * 0.01;
      this.glideTo(isHome ? this.limits : home);
    }
  }

  showEarlier(): void {
    const { latest } = this.picture.marks;
    const first = latest.findIndex(time => time < this.#scale.from);
    this.#showAlso(first);
  }

  showLater(): void {
    this.#showAlso(this.picture.marks.size - 1);
  }

  setWindow(window: TimeWindow, phase: Phase): void {
    this.#view.setWindow(window, phase);
  }

  clearWindow(): void {
    this.setWindow(ALL_TIME, 'settled');
  }

  /** Selects the neighbour of the selected incident, and moves range and window so that it is in sight. */
  step(direction: -1 | 1): void {
    const mark = neighbour(this.#view.marks?.incidents ?? [], this.#view.selected, this.window, direction);
    if (mark === null) {
      return;
    }
    const window = slidToHold(this.window, mark, this.snap);
    if (!sameWindow(window, this.window)) {
      this.#view.setWindow(window, 'moving'); // settles with the selection: one step, one entry in the history
    }
    this.#view.select(mark.slug);
    this.reveal(this.picture.marks.indexOf(mark.slug));
  }

  /** Moves the range until a mark is in sight. */
  reveal(index: number): void {
    const { marks } = this.picture;
    const [from, to] = [marks.from[index], marks.to[index]];
    if (from !== undefined && to !== undefined && (to < this.#scale.from || from > this.#scale.to)) {
      this.#centre({ from: marks.glyph[index]!, to: marks.glyph[index]! });
    }
  }

  /** Shows the window if nothing of it is in sight. */
  revealWindow(): void {
    const { from, to } = this.window;
    const isOutside = from !== null && from > this.#scale.to || to !== null && to < this.#scale.from;
    if (this.#isPlaced && isOutside) {
      this.#centre({ from: from ?? to!, to: to ?? from! });
    }
  }

  /** While time plays, the edge that moves stays in sight. */
  follow({ to, from }: TimeWindow): void {
    const margin = this.#scale.span * 0.04;
    if (to !== null && to > this.#scale.to - margin) {
      const by = to + margin - this.#scale.to;
      this.show({ from: this.#scale.from + by, to: this.#scale.to + by });
    } else if (from !== null && to !== null && to < this.#scale.from) {
      this.show({ from: from - margin, to: from - margin + this.#scale.span });
    }
  }

  dispose(): void {
    this.#glide.stop();
  }

  /** At the same zoom if the range has room there. */
  #centre({ from, to }: Range): void {
    const half = Math.max(this.#scale.span, (to - from) * 1.2) / 2;
    const middle = (from + to) / 2;
    this.glideTo(this.#scale.showing({ from: middle - half, to: middle + half }).kept(this.limits));
  }

  #set(range: Range): void {
    const short = SHORTEST - (range.to - range.from);
    this.#scale = this.#scale.showing(short > 0 ? { from: range.from - short / 2, to: range.to + short / 2 } : range).kept(this.limits);
    this.redraw();
  }

  #showAlso(index: number): void {
    const { marks } = this.picture;
    if (index >= 0 && index < marks.size) {
      const also = { from: marks.earliest[index]!, to: Math.min(marks.latest[index]!, this.limits.to) };
      this.glideTo(padded(union(this.#scale, also)!, 0.01));
    }
  }
}
