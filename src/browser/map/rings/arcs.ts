// What a ring's parts take of its circle, from the top on and clockwise, in so many steps that no pixel shows them.

/** Into how many steps a circle is cut on a screen with so many pixels to one of the page: a power of two. */
export function stepsAt(ratio: number): number {
  return ratio <= 1.25 ? 512 : 2048;
}

/** A share of the circle in one colour; hollow: thin and dashed. */
export interface Arc {
  readonly share: number;
  /** 0xbbggrr. */
  readonly colour: number;
  readonly isHollow: boolean;
}

const GAP = 1.6; // pixels between two arcs
const DASH = 3; // pixels
const PERIOD = 5.2; // pixels from one dash to the next

export class Circle {
  /** By step: 0xbbggrr. */
  readonly colour: Uint32Array;
  /** How much of the step is covered, 0 to 255. */
  readonly cover: Uint8Array;
  readonly isThin: Uint8Array;
  readonly #ratio: number;

  /** `ratio`: pixels of the screen to one of the page. */
  constructor(ratio: number) {
    const steps = stepsAt(ratio);
    this.#ratio = ratio;
    this.colour = new Uint32Array(steps);
    this.cover = new Uint8Array(steps);
    this.isThin = new Uint8Array(steps);
  }

  /** `radius`: of the ring, in pixels of the page; `middle`: of its stroke. */
  take(arcs: readonly Arc[], radius: number, middle: number): void {
    const steps = this.cover.length;
    const perRadian = steps / (2 * Math.PI);
    const gap = arcs.length > 1 ? GAP / radius * perRadian : 0;
    const soft = perRadian / (middle * this.#ratio); // steps in a pixel of the screen
    this.cover.fill(0);
    let from = 0;
    for (const { share, colour, isHollow } of arcs) {
      const end = from + share * steps;
      const dash = isHollow ? PERIOD / middle * perRadian : 0;
      // One that closes the circle has no ends.
      const reach = arcs.length === 1 && dash === 0 ? soft : 0;
      this.#fill(from + gap / 2 - reach, Math.max(from + gap, end - gap / 2) + reach, colour, soft, dash);
      from = end;
    }
  }

  /** Between two steps, with ends as soft as a pixel is wide. */
  #fill(from: number, to: number, colour: number, soft: number, dash: number): void {
    if (dash > 0) {
      for (let start = from; start < to; start += dash) {
        this.#stroke(start, Math.min(start + dash * DASH / PERIOD, to), colour, soft, 1);
      }
    } else {
      this.#stroke(from, to, colour, soft, 0);
    }
  }

  #stroke(from: number, to: number, colour: number, soft: number, thin: 0 | 1): void {
    const { cover, colour: colours, isThin } = this;
    const steps = cover.length;
    for (let step = Math.floor(from - soft / 2), end = to + soft / 2; step < end; step++) {
      const inside = Math.min(step + 0.5 - from, to - step - 0.5) / soft + 0.5;
      const covered = inside >= 1 ? 255 : inside <= 0 ? 0 : inside * 255 + 0.5 | 0;
      const index = step + steps & steps - 1;
      if (covered > cover[index]!) {
        cover[index] = covered;
        colours[index] = colour;
        isThin[index] = thin;
      }
    }
  }
}
