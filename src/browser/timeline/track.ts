// The timeline's own state beside the view: which range is shown, by which clock, and what the window may become.

import { lowerBound } from '../tiles/lower-bound';
import type { Mark, Marks } from '../view/marks';
import type { View, Phase } from '../view/view';
import { ALL_TIME, sameWindow, type TimeWindow } from '../view/window';
import { DAY, MINUTE } from './calendar';
import { hullOf } from './coverage';
import { snapToEdges, waitingIn } from './edge-snap';
import { Glide } from './glide';
import { spanOf } from './mark-span';
import { PictureSource, type Picture } from './picture';
import { padded, TimeScale, union, type Limits, type Range } from './scale';
import { NO_SNAP, snapOf, type Snap } from './snap';
import { slidToHold } from './stepping';
import { Steps } from './steps';
import { Times } from './times';
import { zoneOf, type Zone } from './zone';

const SHORTEST = 30 * MINUTE;
const MOST = 0.7; // of the incidents
const AHEAD = 0.5; // of the range is known before playing comes to it

export class Track {
  #scale = new TimeScale(0, DAY, 1);
  #height = 1;
  #isPlaced = false;
  #picture: Picture | null = null;
  #drawn: Marks | null = null;
  readonly #source = new PictureSource();
  readonly #times = new Times();
  readonly #steps: Steps;
  readonly #glide = new Glide();
  readonly #view: View;
  readonly #changed: () => void;

  /** `changed`: something else is to be seen. */
  constructor(view: View, changed: () => void) {
    this.#view = view;
    this.#changed = changed;
    this.#steps = new Steps(view, this.#times, changed);
    this.loaded();
  }

  get view(): View { return this.#view; }
  get scale(): TimeScale { return this.#scale; }
  /** False while there is nothing to show. */
  get isPlaced(): boolean { return this.#isPlaced; }
  get window(): TimeWindow { return this.#view.window; }
  get hasWindow(): boolean { return !sameWindow(this.#view.window, ALL_TIME); }
  get zone(): Zone { return zoneOf(this.#view.clock, this.#view.marks?.localOffset ?? 0); }
  /** What a drag catches on. */
  get snap(): Snap { return this.#edgeSnap ?? snapOf(this.#scale, this.zone); }
  /** What keys catch on. */
  get keySnap(): Snap { return this.#edgeSnap ?? NO_SNAP; }
  /** The next or previous incident is being looked for. */
  get isSearching(): boolean { return this.#steps.isSearching; }

  /** Worked out anew when marks, range, size or clock changed. */
  get picture(): Picture {
    if (this.#picture === null) {
      this.#drawMarks();
      this.#picture = this.#source.picture(this.#scale, this.#height, this.zone, this.#times.at(this.#scale));
    }
    return this.#picture;
  }

  /** The selected incident, where it has a date but is none of the marks that are drawn. */
  get selectedTime(): number | null {
    const { selected } = this.#view;
    const mark = this.#view.density === null || this.picture.marks.indexOf(selected) >= 0 ? null : this.#view.find(selected);
    return mark === null || mark.start === null ? null : spanOf(mark as Mark & { start: number }).glyph;
  }

  /** The time that playing goes through: when incidents were collected; when that is not known of all, and many lie outside, all there is. */
  get bounds(): Range | null {
    const extent = this.#view.marks?.extent ?? null;
    const { marks, collected } = this.#source;
    const hull = hullOf(collected, extent);
    const { whole } = this.#times;
    const isEnough = hull !== null && (collected.unknown.length === 0 || (whole === null
      ? lowerBound(marks.start, hull.to) - lowerBound(marks.start, hull.from) >= marks.size * MOST
      : whole.total - whole.endedBy(hull.from) - whole.begunFrom(hull.to) >= whole.total * MOST));
    return isEnough ? hull : union(hull, extent);
  }

  get limits(): Limits {
    const { from, to } = this.window;
    const all = union(this.bounds, this.#view.marks?.extent ?? null, from === null || to === null ? null : { from, to })
      ?? { from: this.#scale.from, to: this.#scale.to };
    return { ...padded(all, 0.03), shortest: SHORTEST };
  }

  /** The window with its open sides at the limits: where its edges are seen. */
  get edges(): Range {
    return { from: this.window.from ?? this.limits.from, to: this.window.to ?? this.limits.to };
  }

  /** The window that playing goes on from: at the last edge before the end it has reached the end. */
  get playedWindow(): TimeWindow {
    const { from, to } = this.window;
    const [step, end] = [this.#times.finest?.step ?? 0, this.bounds?.to ?? Infinity];
    return to !== null && to < end && end - to < step ? { from, to: end } : { from, to };
  }

  loaded(): void {
    this.#times.take(this.#view.density, this.#view.signs);
    this.#drawn = this.#view.density === null ? this.#view.marks : this.#times.marksAt(this.#scale);
    this.#source.load(this.#view.marks, this.#drawn, this.#view.signs);
    this.#steps.forget();
    if (!this.#isPlaced && this.bounds !== null) {
      this.#isPlaced = true;
      const { from, to } = this.window;
      this.#scale = this.#scale.showing(padded(union(this.bounds, from === null || to === null ? null : { from, to })!, 0.015));
    }
    this.#tellRange();
    this.redraw();
  }

  /** Something finer of many incidents has come, for the timeline or only for others. */
  refined(): void {
    if (this.#times.take(this.#view.density, this.#view.signs)) {
      this.redraw();
    }
  }

  resize(width: number, height: number): void {
    if (width > 0 && height > 0 && (width !== this.#scale.width || height !== this.#height)) {
      this.#scale = this.#scale.resized(width);
      this.#height = height;
      this.#tellRange();
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
    this.#glide.start(this.#scale, range, on => {
      this.#set(on);
      this.#view.density?.gesture(on === range ? 'settled' : 'moving');
    });
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
    if (this.#view.density !== null) {
      this.#showTo(this.#view.marks?.extent?.from);
      return;
    }
    this.#showAlso(this.picture.marks.latest.findIndex(time => time < this.#scale.from));
  }

  showLater(): void {
    if (this.#view.density !== null) {
      this.#showTo(this.#view.marks?.extent?.to);
      return;
    }
    this.#showAlso(this.picture.marks.size - 1);
  }

  setWindow(window: TimeWindow, phase: Phase): void {
    const known = this.#times.finest?.range ?? null;
    const isMoved = window.from !== this.window.from && window.to !== this.window.to;
    this.#view.setWindow(known === null || !isMoved ? window : waitingIn(known, window), phase);
  }

  clearWindow(): void {
    this.setWindow(ALL_TIME, 'settled');
  }

  /** Selects the neighbour of the selected incident, and moves range and window so that it is in sight. */
  step(direction: -1 | 1): void {
    this.#steps.step(direction, mark => this.#goTo(mark));
  }

  #goTo(mark: Mark): void {
    const window = slidToHold(this.window, mark, this.snap);
    if (!sameWindow(window, this.window)) {
      this.#view.setWindow(window, 'moving'); // settles with the selection: one step, one entry in the history
    }
    this.#view.select(mark.slug);
    if (mark.start !== null) {
      this.#reveal(mark as Mark & { start: number });
    }
  }

  /** Moves the range until a mark is in sight. */
  #reveal(mark: Mark & { start: number }): void {
    const { from, to, glyph } = spanOf(mark);
    if (to < this.#scale.from || from > this.#scale.to) {
      this.#centre({ from: glyph, to: glyph });
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
      this.#tellRange(AHEAD);
    } else if (from !== null && to !== null && to < this.#scale.from) {
      this.show({ from: from - margin, to: from - margin + this.#scale.span });
    }
  }

  dispose(): void {
    this.#glide.stop();
    this.#steps.forget();
  }

  get #edgeSnap(): Snap | null {
    const times = this.#view.density?.times ?? null;
    return times === null ? null : snapToEdges(times.tile.edges);
  }

  /** Of many incidents those of the range are drawn one by one, as long as they are few. */
  #drawMarks(): void {
    if (this.#view.density === null) {
      return;
    }
    const marks = this.#times.marksAt(this.#scale);
    if (marks !== this.#drawn) {
      this.#drawn = marks;
      this.#source.draw(marks, this.#view.signs);
    }
  }

  /** Of many incidents only as much is known as the range that is shown asks for. `ahead`: and so much of it more that follows. */
  #tellRange(ahead = 0): void {
    const { from, to, span, width } = this.#scale;
    if (this.#isPlaced && width > 1) {
      this.#view.density?.setRange(from, to + span * ahead, width * (1 + ahead));
    }
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
    this.#tellRange();
    this.redraw();
  }

  /** As far as some time, however many there are until then. */
  #showTo(time: number | undefined): void {
    if (time !== undefined) {
      this.glideTo(padded(union(this.#scale, { from: time, to: time })!, 0.01));
    }
  }

  #showAlso(index: number): void {
    const { marks } = this.picture;
    if (index >= 0 && index < marks.size) {
      const also = { from: marks.earliest[index]!, to: Math.min(marks.latest[index]!, this.limits.to) };
      this.glideTo(padded(union(this.#scale, also)!, 0.01));
    }
  }
}
