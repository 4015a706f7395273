// What only a canvas can tell or draw, asked once and kept: colours as numbers, letters, small signs.

import type { Colours } from '../../view/colours';
import type { Sign } from '../../view/signs';
import { BADGE_RADIUS, countFontSize, paintSign } from '../paint';
import { Letters, type Lettered } from './letters';
import type { Stamp } from './raster';

/** What rings are painted with. */
export interface Brushes {
  /** Of a custom property, as 0xbbggrr. */
  colour(property: string): number;
  /** For the count of a ring of some radius. */
  letters(radius: number): Lettered;
  /** The small sign of a lonely incident; its middle is the middle of the stamp. */
  sign(sign: Sign): Stamp;
}

export class CanvasBrushes implements Brushes {
  readonly #colours: Colours;
  readonly #font: string;
  readonly #ratio: number;
  readonly #numbers = new Map<string, number>();
  readonly #letters = new Map<number, Letters>();
  readonly #signs = new Map<string, Stamp>();
  readonly #context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

  /** `ratio`: pixels of the screen to one of the page. */
  constructor(colours: Colours, font: string, ratio: number) {
    [this.#colours, this.#font, this.#ratio] = [colours, font, ratio];
  }

  colour(property: string): number {
    let number = this.#numbers.get(property);
    if (number === undefined) {
      this.#context.fillStyle = this.#colours.get(property);
      const rgb = parseInt(String(this.#context.fillStyle).slice(1), 16);
      number = (rgb & 255) << 16 | rgb & 0xff00 | rgb >> 16 & 255;
      this.#numbers.set(property, number);
    }
    return number;
  }

  letters(radius: number): Letters {
    const size = countFontSize(radius) * this.#ratio;
    let letters = this.#letters.get(size);
    if (letters === undefined) {
      letters = new Letters(`600 ${size}px ${this.#font}`, size, this.#colours.get('--text'));
      this.#letters.set(size, letters);
    }
    return letters;
  }

  sign(sign: Sign): Stamp {
    const key = `${sign.shape} ${sign.property} ${sign.isHollow}`;
    let stamp = this.#signs.get(key);
    if (stamp === undefined) {
      stamp = this.#draw(sign);
      this.#signs.set(key, stamp);
    }
    return stamp;
  }

  #draw(sign: Sign): Stamp {
    const side = 2 * Math.ceil((BADGE_RADIUS * 1.5 + 2) * this.#ratio);
    const { canvas } = this.#context;
    [canvas.width, canvas.height] = [side, side];
    this.#context.setTransform(this.#ratio, 0, 0, this.#ratio, side / 2, side / 2);
    paintSign(this.#context as unknown as CanvasRenderingContext2D, sign, 0, 0, BADGE_RADIUS, this.#colours);
    return { width: side, height: side, pixels: new Uint32Array(this.#context.getImageData(0, 0, side, side).data.buffer) };
  }
}
