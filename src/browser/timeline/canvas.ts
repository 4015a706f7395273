// One canvas, as sharp as the screen, drawn at most once a frame. What does not change while the window moves is kept in
// layers, from the second frame of a picture on, or as soon as there is time: while the range moves every frame has a picture of its own.

import { ConnectorLayer } from './connectors/connector-layer';
import { drawAxis } from './draw-axis';
import { allOf, drawFaintBars, drawStacks } from './draw-bars';
import { drawBands, drawHatch } from './draw-coverage';
import { drawRings } from './draw-marks';
import { drawFlags, drawHandles, drawPane, sidesOf } from './draw-pane';
import { drawSelectedTime } from './draw-selected-time';
import { drawWindowBars } from './draw-window';
import { strength, type Easel } from './easel';
import { element } from '../page/elements';
import { onceDrawn } from '../page/when-idle';
import { Ink } from './ink';
import { Layer } from './layer';
import { MarkLayer } from './mark-layer';
import type { Picture } from './picture';
import type { Track } from './track';

const SHADES = 10; // of what fades while time plays

export class Canvas {
  readonly ink: Ink;
  /** The bin under the pointer, or -1. */
  hoveredBin = -1;
  #hoveredMark = -1;
  readonly #canvas = element('canvas', 'timeline-canvas');
  readonly #context: CanvasRenderingContext2D;
  readonly #track: Track;
  readonly #ground = new Layer();
  readonly #strongBars = new Layer();
  readonly #marks = new MarkLayer();
  readonly #connectors = new ConnectorLayer();
  /** What was drawn last, and whether the layers show it. */
  #last: { picture: Picture; hoveredBin: number; pixelRatio: number; fontFamily: string; isKept: boolean } | null = null;
  #fontFamily = '';

  constructor(stage: HTMLElement, track: Track) {
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#context = this.#canvas.getContext('2d')!;
    this.ink = new Ink(this.#context);
    stage.append(this.#canvas);
    this.#track = track;
  }

  /** Fits the drawing buffer to the element; its size in pixels of the page. */
  resize(): { width: number; height: number } {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const [across, down] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
    if (this.#canvas.width !== across || this.#canvas.height !== down) {
      this.#canvas.width = across;
      this.#canvas.height = down;
    }
    this.#fontFamily = getComputedStyle(this.#canvas).fontFamily;
    return { width, height };
  }

  /** The index of the mark that is drawn as hovered, or -1. */
  get hoveredMark(): number { return this.#hoveredMark; }

  /** Call when the theme changed. */
  forgetColours(): void {
    this.ink.forget();
    this.#last = null;
    this.#marks.forget();
    this.#connectors.forget();
  }

  /** `isHeld`: somebody moves the window. */
  draw(isHeld: boolean): void {
    const easel = this.#easel();
    const { context, pixelRatio, picture: { layout } } = easel;
    const isKept = this.#keepLayers(easel);
    isKept || onceDrawn(() => { this.#last?.picture === easel.picture && this.#keepLayers(this.#easel()); });
    this.#hoveredMark = easel.hovered;
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    context.clearRect(0, 0, layout.width, layout.height);
    const sides = this.#track.hasWindow ? sidesOf(this.#track) : null;
    if (sides !== null) {
      drawPane(easel, sides);
    }
    isKept ? this.#ground.layInto(context) : drawGround(easel);
    drawWindowBars(easel, isKept ? this.#strongBars : null, this.#track.view.mode === 'trailing');
    this.#connectors.update(easel, this.#track.view.shownRelations);
    this.#marks.update(easel);
    drawRings(easel);
    drawSelectedTime(easel);
    if (sides !== null) {
      drawHandles(easel, sides);
      isHeld && drawFlags(easel, sides, this.#track);
    }
  }

  #easel(): Easel {
    const { view, picture, window } = this.#track;
    const { marks } = picture;
    return {
      context: this.#context, ink: this.ink, picture, window, pixelRatio: devicePixelRatio, fontFamily: this.#fontFamily,
      emphasis: index => Math.round(view.emphasis(marks.marks[index]!) * SHADES) / SHADES,
      datasetSign: slug => view.colour === 'dataset' ? view.signs.ofKey(slug) : null,
      selected: marks.indexOf(view.selected), hovered: marks.indexOf(view.hovered), selectedTime: this.#track.selectedTime, hoveredBin: this.hoveredBin,
    };
  }

  /** Whether the layers show what is to be drawn. */
  #keepLayers(easel: Easel): boolean {
    const { picture, hoveredBin, pixelRatio, fontFamily } = easel;
    const last = this.#last;
    if (last === null || last.picture !== picture || last.hoveredBin !== hoveredBin || last.pixelRatio !== pixelRatio || last.fontFamily !== fontFamily) {
      this.#last = { picture, hoveredBin, pixelRatio, fontFamily, isKept: false };
      return false;
    }
    if (!last.isKept) {
      last.isKept = true;
      const { layout, bins } = picture;
      drawGround({ ...easel, context: this.#ground.clear({ top: 0, ...layout }, pixelRatio) });
      const strip = { top: layout.barsTop - 2, width: layout.width, height: layout.baseline - layout.barsTop + 2 };
      drawStacks({ ...easel, context: this.#strongBars.clear(strip, pixelRatio) }, allOf(bins), strength(1));
    }
    return true;
  }
}

/** All that the window does not change. */
function drawGround(easel: Easel): void {
  drawHatch(easel);
  drawAxis(easel);
  drawFaintBars(easel);
  drawBands(easel);
}
