// Rings on a canvas of the map, by pixels.

import type { Colours } from '../../view/colours';
import type { Signs } from '../../view/signs';
import { CanvasBrushes } from './brushes';
import { Raster } from './raster';
import { type Painted, RingSheet } from './ring-sheet';

export class RingPainter {
  readonly #colours: Colours;
  readonly #font: string;
  #sheet: RingSheet | null = null;
  readonly #images = new Map<Raster, ImageData>();
  readonly #rasters = new Map<number, Raster>();
  #isStanding = false;

  constructor(colours: Colours, font: string) {
    [this.#colours, this.#font] = [colours, font];
  }

  /** Whether the canvas shows what was painted last, and nothing else. */
  get isStanding(): boolean { return this.#isStanding; }

  /** Paints them; `isClean`: the canvas is empty, else it is as it was left. */
  paint(context: CanvasRenderingContext2D, rings: readonly Painted[], signs: Signs, ratio: number, isClean: boolean): void {
    if (this.#sheet?.isOf(signs, ratio) !== true) {
      this.#sheet = new RingSheet(new CanvasBrushes(this.#colours, this.#font, ratio), signs, ratio, side => this.#rasterOf(side));
      isClean || wipe(context); // what stands there was painted with other signs
    }
    isClean && this.#sheet.clear();
    this.#sheet.show(rings, raster => context.putImageData(this.#images.get(raster)!, raster.left, raster.top));
    this.#isStanding = true;
  }

  /** Call when something else is drawn. */
  leave(): void {
    this.#isStanding = false;
  }

  /** Call when the theme changed. */
  forgetColours(): void {
    this.#sheet = null;
    this.#isStanding = false;
  }

  #rasterOf(side: number): Raster {
    let raster = this.#rasters.get(side);
    if (raster === undefined) {
      const image = new ImageData(side, side);
      raster = new Raster(new Uint32Array(image.data.buffer), side);
      this.#images.set(raster, image);
      this.#rasters.set(side, raster);
    }
    return raster;
  }
}

function wipe(context: CanvasRenderingContext2D): void {
  context.save();
  context.resetTransform();
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}
