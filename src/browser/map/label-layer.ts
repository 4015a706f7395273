// Names on the map: chosen when the map comes to rest, faded in and out, carried along while it moves.

import type { Colours } from '../view/colours';
import type { BaseMap } from './basemap/base-map';
import { isMotionReduced } from './camera';
import { type Label, labelWishes, RiverLabels, type Way } from './label-wishes';
import { type Box, boxAround, placeLabels } from './labels';
import { glyphBoxes, type Measure } from './lettering';
import { type Frame, type Point, toFrame } from './projection';

interface Shown {
  readonly label: Label;
  readonly way: number;
  alpha: number;
  isLeaving: boolean;
}

const FADE = 150; // ms
const TOWN_DOT = 2; // pixels
const LETTER = 100; // pixels: the size in which letters are measured

export class LabelLayer {
  readonly #base: BaseMap;
  readonly #colours: Colours;
  readonly #family: string;
  readonly #repaint: () => void;
  readonly #ruler = document.createElement('canvas').getContext('2d')!;
  #rulerFont = '';
  readonly #rivers = new RiverLabels();
  readonly #widths = new Map<string, number>();
  /** Of letters, as a share of the size of their font. */
  readonly #letters = new Map<string, number>();
  #shown = new Map<string, Shown>();
  #lastFade = 0;

  constructor(base: BaseMap, colours: Colours, family: string, repaint: () => void) {
    this.#base = base;
    this.#colours = colours;
    this.#family = family;
    this.#repaint = repaint;
  }

  /** Chooses the names for a frame; obstacles are in its pixels. */
  arrange(frame: Frame, obstacles: readonly Box[]): void {
    const labels = labelWishes(this.#base, this.#rivers, frame, at => obstacles.some(box => contains(box, at)), this.#family, this.measureIn);
    const wishes = labels.map(label => ({ id: label.id, order: label.order, ways: label.ways.map(way => this.#boxes(label, way, frame)) }));
    const before = new Map([...this.#shown].filter(([, shown]) => !shown.isLeaving).map(([id, shown]) => [id, shown.way]));
    const placed = placeLabels(wishes, obstacles, before);
    const next = new Map<string, Shown>();
    for (const [id, shown] of this.#shown) {
      next.set(id, { ...shown, isLeaving: true });
    }
    for (const label of labels) {
      const way = placed.get(label.id);
      if (way !== undefined) {
        const old = this.#shown.get(label.id);
        const stays = old !== undefined && old.way === way;
        next.set(label.id, { label, way, alpha: isMotionReduced() ? 1 : stays ? old.alpha : 0, isLeaving: false });
      }
    }
    this.#shown = isMotionReduced() ? new Map([...next].filter(([, shown]) => !shown.isLeaving)) : next;
    this.#lastFade = performance.now();
    this.#repaint();
  }

  draw(context: CanvasRenderingContext2D, frame: Frame): void {
    this.#fade();
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const { label, way, alpha } of this.#shown.values()) {
      const anchor = toFrame(label.anchor, frame);
      context.globalAlpha = alpha;
      const { glyphs, hasDot } = label.ways[way]!;
      if (hasDot) {
        this.#drawDot(context, label.dot, anchor.x, anchor.y);
      }
      context.font = label.font;
      context.fillStyle = this.#colours.get(label.colour);
      context.strokeStyle = label.halo === null ? 'transparent' : this.#colours.get(label.halo);
      context.lineWidth = 3;
      for (const write of label.halo === null ? ['fillText'] as const : ['strokeText', 'fillText'] as const) {
        for (const { text, x, y, angle } of glyphs) {
          if (angle === 0) {
            context[write](text, anchor.x + x, anchor.y + y);
          } else {
            context.save();
            context.translate(anchor.x + x, anchor.y + y);
            context.rotate(angle);
            context[write](text, 0, 0);
            context.restore();
          }
        }
      }
    }
    context.globalAlpha = 1;
  }

  /** Text in a font, in pixels; asked thousands of times for a few hundred texts. */
  readonly measureIn = (font: string): Measure => text => {
    const key = `${font} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = text.length === 1 ? this.#letterWidth(text, font) : this.#measure(text, font);
      this.#widths.set(key, width);
    }
    return width;
  };

  #measure(text: string, font: string): number {
    if (font !== this.#rulerFont) {
      this.#ruler.font = this.#rulerFont = font; // to set it costs more than to measure
    }
    return this.#ruler.measureText(text).width;
  }

  /** Letters that stand by themselves are measured in one size: areas have another at each zoom. */
  #letterWidth(letter: string, font: string): number {
    const [, style, size, family] = /^(.*?)([\d.]+)px(.*)$/.exec(font)!;
    const key = `${style}${family}${letter}`;
    let width = this.#letters.get(key);
    if (width === undefined) {
      width = this.#measure(letter, `${style}${LETTER}px${family}`) / LETTER;
      this.#letters.set(key, width);
    }
    return width * Number(size);
  }

  #boxes(label: Label, { glyphs, hasDot }: Way, frame: Frame): Box[] {
    const anchor = toFrame(label.anchor, frame);
    const reach = label.dot === 'airfield' ? 6 : 3;
    const dot = hasDot ? [boxAround(anchor.x, anchor.y, reach, reach)] : [];
    return [...glyphBoxes(glyphs, anchor, label.size, this.measureIn(label.font), 2), ...dot];
  }

  #drawDot(context: CanvasRenderingContext2D, dot: Label['dot'], x: number, y: number): void {
    context.fillStyle = this.#colours.get(dot === 'airfield' ? '--label-faint' : '--label');
    context.strokeStyle = this.#colours.get('--land');
    context.lineWidth = 2;
    context.beginPath();
    if (dot === 'airfield') {
      tracePlane(context, x, y);
    } else if (dot === 'capital') {
      context.rect(x - TOWN_DOT - 0.5, y - TOWN_DOT - 0.5, 2 * TOWN_DOT + 1, 2 * TOWN_DOT + 1);
    } else {
      context.arc(x, y, TOWN_DOT, 0, 2 * Math.PI);
    }
    context.stroke();
    context.fill();
  }

  #fade(): void {
    const now = performance.now();
    const step = (now - this.#lastFade) / FADE;
    this.#lastFade = now;
    let isFading = false;
    for (const [id, shown] of this.#shown) {
      const goal = shown.isLeaving ? 0 : 1;
      shown.alpha = goal === 1 ? Math.min(1, shown.alpha + step) : Math.max(0, shown.alpha - step);
      if (shown.isLeaving && shown.alpha === 0) {
        this.#shown.delete(id);
      }
      isFading ||= shown.alpha !== goal;
    }
    if (isFading) {
      this.#repaint();
    }
  }
}

function contains({ left, top, right, bottom }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** A small aeroplane, seen from above. */
function tracePlane(context: CanvasRenderingContext2D, x: number, y: number): void {
  const outline = [[0, -5], [0.9, -1.6], [5, 1], [5, 2.1], [0.9, 1], [0.7, 3.4], [2.1, 4.6], [2.1, 5.4], [0, 4.8]];
  outline.forEach(([dx, dy], i) => i === 0 ? context.moveTo(x + dx!, y + dy!) : context.lineTo(x + dx!, y + dy!));
  outline.reverse().forEach(([dx, dy]) => context.lineTo(x - dx!, y + dy!));
  context.closePath();
}
