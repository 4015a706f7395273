// A drawing kept by itself, so that it can be laid into another one at every frame without being drawn again.

/** A part of the drawing in pixels of the page. */
export interface Strip {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export class Layer {
  readonly context: CanvasRenderingContext2D;
  #top = 0;
  #pixelRatio = 1;

  constructor() {
    this.context = document.createElement('canvas').getContext('2d')!;
  }

  /** Empties it; what is drawn from here on has the coordinates of the whole drawing. */
  clear({ top, width, height }: Strip, pixelRatio: number): CanvasRenderingContext2D {
    const { canvas } = this.context;
    this.#pixelRatio = pixelRatio;
    this.#top = Math.floor(top * pixelRatio);
    const [across, down] = [Math.round(width * pixelRatio), Math.ceil((top + height) * pixelRatio) - this.#top];
    if (canvas.width !== across || canvas.height !== down) {
      canvas.width = across;
      canvas.height = down;
    } else {
      this.context.setTransform(1, 0, 0, 1, 0, 0);
      this.context.clearRect(0, 0, across, down);
    }
    this.context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, -this.#top);
    return this.context;
  }

  /** Lays what stands between two columns where it belongs; their borders fall on device pixels. */
  layInto(context: CanvasRenderingContext2D, left = 0, right = Infinity): void {
    const { canvas } = this.context;
    const from = Math.max(0, Math.round(left * this.#pixelRatio));
    const across = Math.min(canvas.width, Math.round(right * this.#pixelRatio)) - from;
    if (across > 0 && canvas.height > 0) {
      const [x, y, width] = [from / this.#pixelRatio, this.#top / this.#pixelRatio, across / this.#pixelRatio];
      context.drawImage(canvas, from, 0, across, canvas.height, x, y, width, canvas.height / this.#pixelRatio);
    }
  }
}
