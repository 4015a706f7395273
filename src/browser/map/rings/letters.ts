// The letters of counts: a canvas draws each once, and they are kept as masks.

import type { Mask } from './raster';

const CHARACTERS = '0123456789.kM';
/** Where between two pixels a letter may stand: quarters, so that letters keep their distances. */
const PHASES = 4;

export interface Letter extends Mask {
  /** Its corner, as seen from the middle of the line and the whole pixel in which it begins. */
  readonly left: number;
  readonly top: number;
}

/** Masks of the letters of counts; without a canvas others can be given. */
export interface Lettered {
  /** Pixels of the screen to the next letter. */
  advance(character: string): number;
  /** How it looks where it begins at `phase` quarters of a pixel. */
  mask(character: string, phase: number): Letter;
}

export class Letters implements Lettered {
  readonly #masks = new Map<string, readonly Letter[]>();
  readonly #advances = new Map<string, number>();

  /** `font` with its size in pixels of the screen; `colour`: letters are as heavy as they would be in it. */
  constructor(font: string, size: number, colour: string) {
    const height = 2 * Math.ceil(size * 0.75);
    const width = Math.ceil(size * 1.5);
    const context = new OffscreenCanvas(width * PHASES, height * CHARACTERS.length).getContext('2d', { willReadFrequently: true })!;
    context.font = font;
    context.fillStyle = colour;
    context.textBaseline = 'middle';
    [...CHARACTERS].forEach((character, row) => {
      this.#advances.set(character, context.measureText(character).width);
      for (let phase = 0; phase < PHASES; phase++) {
        context.fillText(character, phase * width + 1 + phase / PHASES, (row + 0.5) * height);
      }
    });
    const { data, width: stride } = context.getImageData(0, 0, width * PHASES, height * CHARACTERS.length);
    [...CHARACTERS].forEach((character, row) => {
      this.#masks.set(character, Array.from({ length: PHASES }, (_, phase) =>
        cutOut((x, y) => data[((row * height + y) * stride + phase * width + x) * 4 + 3]!, width, height)));
    });
  }

  advance(character: string): number {
    return this.#advances.get(character) ?? 0;
  }

  mask(character: string, phase: number): Letter {
    return this.#masks.get(character)![phase]!;
  }
}

/** What there is to see of a cell in whose middle the line runs and in whose second column it begins. */
function cutOut(coverOf: (x: number, y: number) => number, width: number, height: number): Letter {
  const seen = Array.from({ length: width * height }, (_, i) => ({ x: i % width, y: Math.floor(i / width) })).filter(({ x, y }) => coverOf(x, y) > 0);
  return {
    left: -1,
    top: -height / 2,
    x: Uint8Array.from(seen, ({ x }) => x),
    y: Uint8Array.from(seen, ({ y }) => y),
    cover: Uint8Array.from(seen, ({ x, y }) => coverOf(x, y)),
  };
}
