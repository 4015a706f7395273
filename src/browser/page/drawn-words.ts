// Words that change with every frame. While they do they are drawn: for written ones the browser would lay out, paint and put
// together the page each time.

import { element } from './elements';
import { whenIdle } from './when-idle';

interface Style {
  readonly font: string;
  readonly spacing: string;
  readonly colour: string;
}

/** How many times the spare pixels must be left before words that became shorter give them back: dates are longer and shorter by turns. */
const SPARES = 6;

export class DrawnWords {
  readonly #pieces: readonly HTMLElement[];
  readonly #spare: number;
  readonly #canvas = element('canvas', '');
  readonly #context: CanvasRenderingContext2D;
  /** Of each piece, null where it is not shown; kept for as long as they look the same. */
  #drawn: readonly (DrawnPiece | null)[] = [];
  /** What `#drawn` was made for. */
  #look = '';
  #isDrawn = false;
  #isRehearsed = false;
  #ascent = 0;
  #size = { width: 0, height: 0 };

  /** `pieces` stand side by side on one line. `spare`: pixels by which the drawing is wider, so that a longer word moves nothing beside it. */
  constructor(pieces: readonly HTMLElement[], spare = 0) {
    this.#pieces = pieces;
    this.#spare = spare;
    this.#context = this.#canvas.getContext('2d')!;
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#canvas.style.display = 'none';
  }

  /** To be put where the words stand, and left there: of an element that comes or goes the browser asks every rule of the page with `:has`. */
  get elements(): readonly HTMLElement[] { return [this.#canvas, ...this.#pieces]; }

  /** Draws what the pieces say, in their place. */
  draw(): void {
    this.#isDrawn || this.#replace();
    const drawn = this.#drawn;
    let [width, isOther] = [0, false];
    for (let i = 0; i < drawn.length; i++) {
      const piece = drawn[i]!;
      if (piece !== null) {
        isOther = piece.take(this.#pieces[i]!.textContent) || isOther;
        width += piece.gap + piece.width;
      }
    }
    if (!isOther) {
      return;
    }
    if (width > this.#size.width || width < this.#size.width - SPARES * this.#spare - 0.5) {
      this.#resize(width + this.#spare, this.#size.height);
      drawn.forEach(piece => piece?.restyle());
    }
    this.#context.clearRect(0, 0, this.#size.width, this.#size.height);
    let x = 0;
    for (const piece of drawn) {
      if (piece !== null) {
        piece.layInto(this.#context, x + piece.gap);
        x += piece.gap + piece.width;
      }
    }
  }

  /** Shows the words themselves. */
  write(): void {
    if (this.#isDrawn) {
      this.#isDrawn = false;
      this.#canvas.style.display = 'none';
      this.#pieces.forEach(piece => { piece.style.display = ''; });
    } else if (!this.#isRehearsed) {
      this.#isRehearsed = true;
      whenIdle(() => this.#rehearse());
    }
  }

  /** Nobody sees it: the first drawing looks for fonts and has the page laid out, which would make the first frame of a movement late. */
  #rehearse(): void {
    if (!this.#isDrawn && this.#canvas.isConnected) {
      this.draw();
      this.write();
    }
  }

  /** Puts the drawing in the place of the words; makes it only when they look otherwise than the last time. */
  #replace(): void {
    this.#isDrawn = true;
    const styles = this.#pieces.map(piece => piece.textContent !== '' && piece.checkVisibility() ? styleOf(piece) : null);
    const look = JSON.stringify([devicePixelRatio, styles]);
    if (look !== this.#look) {
      this.#look = look;
      this.#drawn = this.#make(styles);
    }
    if (this.#drawn.some(piece => piece !== null)) {
      this.#canvas.style.display = '';
      this.#pieces.forEach(piece => { piece.style.display = 'none'; });
    }
  }

  #make(styles: readonly (Style | null)[]): (DrawnPiece | null)[] {
    const boxes = this.#pieces.map(piece => piece.getClientRects()[0] ?? null);
    const first = styles.findIndex((style, i) => style !== null && boxes[i] !== null);
    if (first >= 0) {
      apply(styles[first]!, this.#context);
      const { fontBoundingBoxAscent, fontBoundingBoxDescent } = this.#context.measureText('0');
      this.#ascent = Math.round(fontBoundingBoxAscent);
      const descent = Math.round(fontBoundingBoxDescent);
      this.#canvas.style.verticalAlign = `${-descent}px`;
      this.#resize(0, this.#ascent + descent);
    }
    let end: number | null = null;
    return boxes.map((box, i) => {
      const style = styles[i] ?? null;
      if (style === null || box === null) {
        return null;
      }
      const gap = end === null ? 0 : box.left - end;
      end = box.right;
      return new DrawnPiece(style, gap, this.#ascent, this.#size.height, i === first ? this.#context : null);
    });
  }

  #resize(width: number, height: number): void {
    this.#size = { width, height };
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
    this.#canvas.width = Math.ceil(width * devicePixelRatio);
    this.#canvas.height = Math.ceil(height * devicePixelRatio);
    this.#context.scale(devicePixelRatio, devicePixelRatio);
  }
}

/** One piece. To change the font of a canvas is dear: the first piece has that of the canvas, each other a canvas of its own. */
class DrawnPiece {
  /** Pixels between it and what stands before it. */
  readonly gap: number;
  width = 0;
  readonly #style: Style;
  readonly #ascent: number;
  readonly #height: number;
  readonly #context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  readonly #isOwn: boolean;
  readonly #hasEvenDigits: boolean;
  /** By text; where digits are equally wide, with noughts for all of them: to measure is as dear as to draw. */
  readonly #widths = new Map<string, number>();
  #text: string | null = null;

  constructor(style: Style, gap: number, ascent: number, height: number, shared: CanvasRenderingContext2D | null) {
    [this.#style, this.gap, this.#ascent, this.#height] = [style, gap, ascent, height];
    this.#context = shared ?? new OffscreenCanvas(1, 1).getContext('2d')!;
    this.#isOwn = shared === null;
    this.restyle();
    this.#hasEvenDigits = this.#context.measureText('0000000000').width === this.#context.measureText('1234567890').width;
  }

  /** True: it says something else than before. */
  take(text: string): boolean {
    if (text === this.#text) {
      return false;
    }
    this.#text = text;
    this.width = this.#measure(text);
    if (this.#isOwn) {
      this.#context.canvas.width = Math.max(1, Math.ceil(this.width * devicePixelRatio));
      this.#context.canvas.height = Math.max(1, Math.ceil(this.#height * devicePixelRatio));
      this.#context.scale(devicePixelRatio, devicePixelRatio);
      this.restyle();
      this.#context.fillText(text, 0, this.#ascent);
    }
    return true;
  }

  layInto(context: CanvasRenderingContext2D, x: number): void {
    if (this.#isOwn) {
      const { canvas } = this.#context;
      context.drawImage(canvas, Math.round(x * devicePixelRatio) / devicePixelRatio, 0, canvas.width / devicePixelRatio, canvas.height / devicePixelRatio);
    } else {
      context.fillText(this.#text ?? '', x, this.#ascent);
    }
  }

  #measure(text: string): number {
    const key = this.#hasEvenDigits ? text.replace(/\d/g, '0') : text;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.#context.measureText(key).width;
      this.#widths.set(key, width);
    }
    return width;
  }

  /** Call when its canvas has forgotten how it looks. */
  restyle(): void {
    apply(this.#style, this.#context);
  }
}

function styleOf(piece: HTMLElement): Style {
  const { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing, color } = getComputedStyle(piece);
  return { font: `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`, spacing: letterSpacing === 'normal' ? '0px' : letterSpacing, colour: color };
}

function apply({ font, spacing, colour }: Style, context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D): void {
  context.font = font;
  context.letterSpacing = spacing;
  context.fillStyle = colour;
}
