// One canvas, as sharp as the screen, drawn at most once a frame.

import { drawAxis } from './draw-axis';
import { drawBars } from './draw-bars';
import { drawBands, drawHatch } from './draw-coverage';
import { drawMarks, drawRings } from './draw-marks';
import { drawPeriods } from './draw-periods';
import { element } from '../page/elements';
import { Ink } from './ink';
import type { Track } from './track';

export class Canvas {
  readonly ink: Ink;
  /** The bin under the pointer, or -1. */
  hoveredBin = -1;
  readonly #canvas = element('canvas', 'timeline-canvas');
  readonly #context: CanvasRenderingContext2D;
  readonly #track: Track;
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

  draw(): void {
    const { view, picture, window } = this.#track;
    const context = this.#context;
    const { marks, layout } = picture;
    const easel = {
      context, ink: this.ink, picture, window, pixelRatio: devicePixelRatio, fontFamily: this.#fontFamily,
      emphasis: (index: number) => view.emphasis(marks.marks[index]!),
      datasetSign: (slug: string) => view.colour === 'dataset' ? view.signs.ofKey(slug) : null,
      selected: marks.indexOf(view.selected), hovered: marks.indexOf(view.hovered), hoveredBin: this.hoveredBin,
    };
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, layout.width, layout.height);
    drawHatch(easel);
    drawAxis(easel);
    drawBars(easel);
    drawBands(easel);
    drawPeriods(easel);
    drawMarks(easel);
    drawRings(easel);
  }
}
