// Colours as the canvas draws them. What is faint is mixed with the ground, not translucent: whiskers must not show through glyphs.

import { Colours } from '../view/colours';
import type { Sign } from '../view/signs';

type Rgb = [red: number, green: number, blue: number];

const LEVELS = 24;

export class Ink {
  readonly #colours = new Colours();
  readonly #context: CanvasRenderingContext2D;
  readonly #mixed = new Map<string, string>();

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  get(property: string): string {
    return this.#colours.get(property);
  }

  /** A sign's colour at a strength from 0 (the ground) to 1; a hollow one's is faint. */
  of(sign: Sign, strength = 1): string {
    return this.#mix(this.#colours.of(sign), sign.isHollow ? strength * 0.8 : strength);
  }

  /** Any colour at a strength from 0 (the ground) to 1. */
  mixed(property: string, strength: number): string {
    return this.#mix(this.get(property), strength);
  }

  /** Call when the theme changed. */
  forget(): void {
    this.#colours.forget();
    this.#mixed.clear();
  }

  #mix(colour: string, strength: number): string {
    const level = Math.round(strength * LEVELS);
    const key = `${level} ${colour}`;
    let mixed = this.#mixed.get(key);
    if (mixed === undefined) {
      const [over, ground] = [this.#parse(colour), this.#parse(this.get('--surface'))];
      const channel = (i: 0 | 1 | 2): number => Math.round(ground[i] + (over[i] - ground[i]) * level / LEVELS);
      mixed = `rgb(${channel(0)}, ${channel(1)}, ${channel(2)})`;
      this.#mixed.set(key, mixed);
    }
    return mixed;
  }

  /** The canvas itself knows every way to write a colour, and answers in one: #rrggbb, unless it is translucent. */
  #parse(colour: string): Rgb {
    this.#context.fillStyle = '#808080';
    this.#context.fillStyle = colour;
    const hex = parseInt(String(this.#context.fillStyle).slice(1), 16);
    return Number.isNaN(hex) ? [128, 128, 128] : [hex >> 16 & 255, hex >> 8 & 255, hex & 255];
  }
}
