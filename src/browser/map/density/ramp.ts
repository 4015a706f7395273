// The colours of density: from one incident in a cell to the busiest cell, even to the eye on the logarithm of the count.

import type { Colours } from '../../view/colours';

/** The custom properties between which the ramp goes, from few to many. */
export const RAMP: readonly string[] = ['--density-1', '--density-2', '--density-3', '--density-4', '--density-5'];

/** The share of cells whose count has a colour of its own. */
const COMMON = 0.98;
const LEAST_TOP = 10;
/** Counts between the first and the last colour look the same in so many groups. */
export const STEPS = 256;
const TABLE = 4096; // counts that are looked up; rarer ones are computed
/** Of a cell's own strength, however thinly a count is spread. */
const LEAST_SHARE = 0.2;
/** The faintest shows the land through, the strongest nearly covers it. */
const ALPHA = { least: 0.74, most: 0.86, dot: 0.9, quiet: 0.5 };

type Lab = readonly [lightness: number, a: number, b: number];

export class Ramp {
  /** Of each step, as a canvas's picture holds it: alpha, blue, green, red from the highest byte. */
  readonly #colours: Uint32Array;
  readonly #steps: Uint8Array;
  readonly #top: number;
  /** The one colour of what the lens does not mention, however many that are. */
  readonly quiet: number;

  /** `top` is the count that has the last colour, as have all above; 2 at least. */
  constructor(stops: readonly string[], top: number, quiet = '#808080') {
    this.#top = top;
    this.quiet = withAlpha(packed(toLab(quiet), 0), ALPHA.quiet);
    this.#colours = Uint32Array.from({ length: STEPS }, (_, step) => packed(between(stops.map(toLab), step / (STEPS - 1)), step / (STEPS - 1)));
    this.#steps = Uint8Array.from({ length: TABLE }, (_, count) => this.#stepOf(Math.max(1, count)));
  }

  /** The colour of a count; 0 has none. */
  of(count: number): number {
    return count <= 0 ? 0 : this.#colours[this.stepOf(count)]!;
  }

  /** The step of a count, 1 at least: as many look the same. */
  stepOf(count: number): number {
    return count < TABLE ? this.#steps[Math.floor(count)]! : this.#stepOf(count);
  }

  /** The colour of a step in a dot, which covers so little that it is seen only if it is strong. */
  dot(step: number): number {
    return withAlpha(this.#colours[step]!, ALPHA.dot);
  }

  /** The colour of a count that is somewhere among `cells` cells: as dark, from afar, as if each were where it is. */
  spread(count: number, cells: number): number {
    const share = Math.min(1, count / cells);
    const colour = this.of(Math.max(Math.min(1, count), count / cells));
    return withAlpha(colour, (colour >>> 24) / 255 * Math.max(LEAST_SHARE, share));
  }

  /** The same of what the lens does not mention. */
  spreadQuiet(count: number, cells: number): number {
    return count <= 0 ? 0 : withAlpha(this.quiet, ALPHA.quiet * Math.max(LEAST_SHARE, Math.min(1, count / cells)));
  }

  #stepOf(count: number): number {
    return Math.round(Math.min(1, Math.log(count) / Math.log(this.#top)) * (STEPS - 1));
  }
}

/** The ramp of the theme. */
export function rampOf(colours: Colours, top: number): Ramp {
  return new Ramp(RAMP.map(property => colours.get(property)), top, colours.get('--unmentioned'));
}

/** A round count that few cells go beyond: 20, 50, 100, … Of all time, so that colours keep their meaning while time moves. */
export function topOf(counts: Float64Array): number {
  const high = [...counts].sort((a, b) => a - b)[Math.floor(counts.length * COMMON)] ?? 1;
  const power = 10 ** Math.floor(Math.log10(Math.max(LEAST_TOP, high)));
  return [1, 2, 5, 10].map(step => step * power).find(round => round >= Math.max(LEAST_TOP, high))!;
}

function between(stops: readonly Lab[], share: number): Lab {
  const at = share * (stops.length - 1);
  const [from, to] = [stops[Math.floor(at)]!, stops[Math.min(stops.length - 1, Math.floor(at) + 1)]!];
  return [0, 1, 2].map(i => from[i]! + (to[i]! - from[i]!) * (at % 1)) as unknown as Lab;
}

function packed(lab: Lab, share: number): number {
  const [red, green, blue] = toBytes(lab);
  const alpha = Math.round(255 * (ALPHA.least + (ALPHA.most - ALPHA.least) * share));
  return (alpha << 24 | blue << 16 | green << 8 | red) >>> 0;
}

function withAlpha(colour: number, alpha: number): number {
  return (Math.round(255 * alpha) << 24 | colour & 0xffffff) >>> 0;
}

/** "#rrggbb" in Oklab, where equal steps look equal. */
export function toLab(colour: string): Lab {
  const linear = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = linear as [number, number, number];
  const [l, m, s] = [
    Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue),
    Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue),
    Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue),
  ];
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toBytes([lightness, a, b]: Lab): [red: number, green: number, blue: number] {
  const [l, m, s] = [
    (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(value => value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055).map(value => Math.round(255 * Math.max(0, Math.min(1, value)))) as [number, number, number];
}
