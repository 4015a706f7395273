// What is on the map, together: incidents drawn one by one, and those that are counted.

import type { Mark } from '../view/marks';
import type { View } from '../view/view';
import type { DensityLayer } from './density/density-layer';
import type { PileMarks } from './density/pile-marks';
import type { Weighed } from './home';
import type { MeasureIn } from './label-wishes';
import type { Box } from './labels';
import type { Hit } from './hit';
import type { MarksLayer } from './marks-layer';
import type { Sheet } from './map-canvas';
import type { Frame, Point } from './projection';

const NONE: readonly Mark[] = [];

export class Layers {
  readonly marks: MarksLayer;
  readonly density: DensityLayer;
  readonly #view: View;
  readonly #pileMarks: PileMarks;
  #selected: Mark | null = null;
  /** Whether any incident was drawn by itself the last time. */
  #hasMarks = false;

  constructor(view: View, marks: MarksLayer, density: DensityLayer, pileMarks: PileMarks) {
    this.#view = view;
    this.marks = marks;
    this.density = density;
    this.#pileMarks = pileMarks;
  }

  /** Of the last drawing; null before the first. */
  get frame(): Frame | null { return this.marks.picture?.frame ?? null; }

  /** The selected incident, as far as it is known: once it was, it stays so. */
  get selected(): Mark | null {
    const { selected } = this.#view;
    this.#selected = this.#view.find(selected) ?? (this.#selected?.slug === selected ? this.#selected : null);
    return this.#selected;
  }

  /** Takes over what the view has; the selected incident is drawn even where its place is only counted. */
  read(): void {
    const { density, marks } = this.#view;
    const { selected } = this;
    const few = density === null ? marks?.incidents ?? [] : this.density.marks;
    this.marks.read(density === null || selected === null || few.some(({ slug }) => slug === selected.slug) ? few : [...few, selected]);
  }

  /** Whether what was drawn last can stay, and only what has changed be drawn anew. */
  get canStay(): boolean { return this.density.isStanding && this.#isOnlyCounted; }

  draw(context: CanvasRenderingContext2D, frame: Frame, sheet: Sheet): void {
    this.#hasMarks = this.marks.scene.marks.length > 0;
    this.marks.draw(context, frame);
    this.density.draw(context, frame, sheet, this.selected, this.#isOnlyCounted);
  }

  /** The sign nearest to a point of the frame within `slop` pixels of its rim, else what is counted there, else the ground it is on, else null. */
  hit(at: Point, slop: number): Hit | null {
    const mark = this.#hasMarks ? this.marks.hit(at, slop) : null;
    if (mark !== null && mark.type !== 'ground' && this.density.pileOver(mark.at) === null) {
      return mark;
    }
    const pile = this.density.hit(at, slop);
    return pile === null ? mark : { type: 'pile', pile, marks: pile.count > 1 ? NONE : this.#pileMarks.known(pile), at: pile };
  }

  /** All that the keyboard can reach, in the pixels of the frame. */
  targets(): Hit[] {
    return [...this.marks.targets(), ...this.density.piles.map((pile): Hit => ({ type: 'pile', pile, marks: this.#pileMarks.known(pile), at: pile }))];
  }

  /** What names must leave free. */
  obstacles(measureIn: MeasureIn): Box[] {
    return [...this.marks.obstacles(this.selected, measureIn), ...this.density.obstacles()];
  }

  /** Where the incidents are that say where the map opens: those of the time in which they were collected. */
  homePoints(): Weighed[] {
    const { from, to } = this.#view.marks?.coverage ?? { from: -Infinity, to: Infinity };
    return this.#view.density === null
      ? this.marks.homePoints(mark => mark.start === null || (mark.start >= from && mark.start < to))
      : this.density.overviewPoints(({ whole }, series) => whole[series]!);
  }

  /** How far the window's incidents reach. */
  reach(): Point[] {
    return this.#view.density === null
      ? this.marks.scene.marks.filter(mark => this.#view.isInWindow(mark)).flatMap(mark => this.marks.pointsOf(mark))
      : this.density.overviewPoints(({ counts }, series) => counts.counts[series]!);
  }

  /** None of the incidents is drawn by itself. */
  get #isOnlyCounted(): boolean { return this.#view.density !== null && this.marks.scene.marks.length === 0; }
}
